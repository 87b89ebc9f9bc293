using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The rules of a <see cref="CapacityPlan"/>. Immutable.</summary>
public sealed class CapacityPlanOptions
{
    /// <summary>Creates options.</summary>
    /// <param name="mustDo">
    /// Why a deal must be in the plan; <see langword="null"/> if it doesn't have to be. The default is that no deal must.
    /// </param>
    /// <param name="isExcluded">Whether a deal stays out; not asked of a deal that must be done. The default is that none does.</param>
    /// <param name="limits">Limits by account, segment or other groups. The default is none.</param>
    /// <param name="mayMove">Whether a deal may go to another owner. The default is that none may.</param>
    /// <param name="suits">
    /// Whether a deal that may move suits an owner: the skills or the territory. It isn't asked about the deal's own owner. The default is
    /// that every deal suits everybody.
    /// </param>
    /// <param name="mostValueSpread">
    /// The greatest <see cref="CapacityPlan.ValueSpread"/>, 0 or more. The default is <see langword="null"/>: any.
    /// </param>
    /// <param name="mostHoursSpread">
    /// The greatest <see cref="CapacityPlan.HoursSpread"/>, 0 or more. The default is <see langword="null"/>: any.
    /// </param>
    /// <param name="method">
    /// <see cref="PlanMethod.Greedy"/> or <see cref="PlanMethod.LocalSearch"/> to use no more than that. The default is
    /// <see langword="null"/>: exact where the problem is small enough, and otherwise local search.
    /// </param>
    /// <param name="rates">
    /// The exchange rates for amounts, if no values are given. The default is none: all must then be in one currency.
    /// </param>
    /// <param name="seed">Breaks ties, by a hash of the id. The default is 0.</param>
    /// <param name="previous">What came of the previous plan, which the new one then shows. The default is none.</param>
    /// <exception cref="ArgumentException">A limit is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A spread is NaN, infinite or below 0, or <paramref name="method"/> is another one.
    /// </exception>
    public CapacityPlanOptions(
        Func<Opportunity, MustDo?>? mustDo = null,
        Func<Opportunity, bool>? isExcluded = null,
        IEnumerable<PlanLimit>? limits = null,
        Func<Opportunity, bool>? mayMove = null,
        Func<Opportunity, OwnerHours, bool>? suits = null,
        double? mostValueSpread = null,
        double? mostHoursSpread = null,
        PlanMethod? method = null,
        ExchangeRates? rates = null,
        long seed = 0,
        PlanOutcome? previous = null)
    {
        MustDo = mustDo;
        IsExcluded = isExcluded;
        Limits = Array.AsReadOnly((limits ?? []).ToArray());
        if (Limits.Contains(null!)) throw new ArgumentException("limits holds null; each must be a limit.", nameof(limits));
        MayMove = mayMove;
        Suits = suits;
        if (mostValueSpread is { } valueSpread) Guard.NotNegative(valueSpread, nameof(mostValueSpread));
        if (mostHoursSpread is { } hoursSpread) Guard.NotNegative(hoursSpread, nameof(mostHoursSpread));
        MostValueSpread = mostValueSpread;
        MostHoursSpread = mostHoursSpread;
        if (method is not (null or PlanMethod.Greedy or PlanMethod.LocalSearch))
        {
            throw new ArgumentOutOfRangeException(
                nameof(method), method, $"method is {method}; it must be Greedy or LocalSearch, or null for the best that is possible.");
        }

        Method = method;
        Rates = rates;
        Seed = seed;
        Previous = previous;
    }

    /// <summary>The default options.</summary>
    public static CapacityPlanOptions Default { get; } = new();

    /// <summary>The limits.</summary>
    public IReadOnlyList<PlanLimit> Limits { get; }

    /// <summary>The greatest spread of the expected value; <see langword="null"/> for any.</summary>
    public double? MostValueSpread { get; }

    /// <summary>The greatest spread of the hours; <see langword="null"/> for any.</summary>
    public double? MostHoursSpread { get; }

    /// <summary>The method; <see langword="null"/> for the best that is possible.</summary>
    public PlanMethod? Method { get; }

    /// <summary>The exchange rates, or <see langword="null"/>.</summary>
    public ExchangeRates? Rates { get; }

    /// <summary>The seed.</summary>
    public long Seed { get; }

    /// <summary>What came of the previous plan, or <see langword="null"/>.</summary>
    public PlanOutcome? Previous { get; }

    internal Func<Opportunity, MustDo?>? MustDo { get; }

    internal Func<Opportunity, bool>? IsExcluded { get; }

    internal Func<Opportunity, bool>? MayMove { get; }

    internal Func<Opportunity, OwnerHours, bool>? Suits { get; }
}
