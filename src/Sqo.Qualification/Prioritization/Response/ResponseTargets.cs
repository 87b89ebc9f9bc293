using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Within what time SQOs must be answered: a standard time, and shorter or longer ones by source, value or a custom condition. The
/// shortest of those that apply counts; the standard one only if no other applies. Immutable.
/// </summary>
public sealed class ResponseTargets
{
    private readonly ResponseTarget[] _targets;
    private readonly Func<Opportunity, string?> _source;
    private readonly Func<Opportunity, decimal?> _value;

    /// <summary>Creates targets with a standard time.</summary>
    /// <param name="standard">
    /// The time if no other target applies, above 0 and at most 36,500 days; in working time if a calendar is given.
    /// </param>
    /// <param name="source">The source of a deal. The default is its campaign; a source from its lead needs a function.</param>
    /// <param name="value">The value of a deal. The default is its amount.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="standard"/> is out of its range.</exception>
    public ResponseTargets(TimeSpan standard, Func<Opportunity, string?>? source = null, Func<Opportunity, decimal?>? value = null)
        : this(StandardOf(standard), [], source ?? (static deal => deal.Campaign), value ?? (static deal => deal.Amount))
    {
    }

    private ResponseTargets(
        ResponseTarget standard, ResponseTarget[] targets, Func<Opportunity, string?> source, Func<Opportunity, decimal?> value)
    {
        Standard = standard;
        _targets = targets;
        _source = source;
        _value = value;
    }

    /// <summary>The target of deals to which no other applies.</summary>
    public ResponseTarget Standard { get; }

    /// <summary>The other targets, in the order in which they were added.</summary>
    public IReadOnlyList<ResponseTarget> Others => Array.AsReadOnly(_targets);

    /// <summary>Adds the time for a source.</summary>
    /// <param name="source">The source, compared character by character.</param>
    /// <param name="within">The time, above 0 and at most 36,500 days.</param>
    /// <returns>The new targets; these are not changed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="source"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="source"/> is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="within"/> is out of its range.</exception>
    public ResponseTargets ForSource(string source, TimeSpan within)
    {
        Guard.NotBlank(source);
        var read = _source;
        return With(new(within, deal => read(deal) is { } given ? string.Equals(given, source, StringComparison.Ordinal) : null)
        {
            Source = source,
        });
    }

    /// <summary>Adds the time for deals from a value on.</summary>
    /// <param name="least">The least value.</param>
    /// <param name="within">The time, above 0 and at most 36,500 days.</param>
    /// <returns>The new targets; these are not changed.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="within"/> is out of its range.</exception>
    public ResponseTargets ForValueFrom(decimal least, TimeSpan within)
    {
        var read = _value;
        return With(new(within, deal => read(deal) is { } given ? given >= least : null) { LeastValue = least });
    }

    /// <summary>Adds the time for deals that meet a condition.</summary>
    /// <param name="name">The name of the condition, for texts.</param>
    /// <param name="applies">Whether a deal meets it; <see langword="null"/> when unknown.</param>
    /// <param name="within">The time, above 0 and at most 36,500 days.</param>
    /// <returns>The new targets; these are not changed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or <paramref name="applies"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="within"/> is out of its range.</exception>
    public ResponseTargets When(string name, Func<Opportunity, bool?> applies, TimeSpan within)
    {
        Guard.NotBlank(name);
        return With(new(within, Guard.NotNull(applies)) { Name = name });
    }

    /// <summary>The target of a deal, and those of which it is unknown whether they apply, and which would change it.</summary>
    internal ResponseTarget For(Opportunity deal, out ResponseTarget[] undecided)
    {
        ResponseTarget? target = null;
        List<ResponseTarget>? open = null;
        foreach (var other in _targets)
        {
            if (other.Applies(deal) is not { } applies) (open ??= []).Add(other);
            else if (applies && (target is null || other.Within < target.Within)) target = other;
        }

        undecided = open is null ? [] : [.. open.FindAll(other => target is null || other.Within < target.Within)];
        return target ?? Standard;
    }

    private static ResponseTarget StandardOf(TimeSpan standard) => new(standard, static _ => true);

    private ResponseTargets With(ResponseTarget target) => new(Standard, [.. _targets, target], _source, _value);
}
