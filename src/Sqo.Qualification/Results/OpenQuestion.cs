using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A question whose answer can still decide opportunities, counted over many of them: what to ask first. Immutable.</summary>
public sealed class OpenQuestion
{
    private OpenQuestion(CriterionInfo criterion, int count, int onlyCount, decimal value)
    {
        Criterion = criterion;
        Count = count;
        OnlyCount = onlyCount;
        Value = value;
    }

    /// <summary>The criterion that asks it; of several with the same question, the first one found.</summary>
    public CriterionInfo Criterion { get; }

    /// <summary>The number of opportunities in whose <see cref="QualificationResult.Questions"/> it is.</summary>
    public int Count { get; }

    /// <summary>The number of those in which no other question is open: this answer decides.</summary>
    public int OnlyCount { get; }

    /// <summary>The sum of their values, as far as they are known.</summary>
    public decimal Value { get; }

    /// <summary>Counts the open questions of many opportunities.</summary>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <param name="items">The opportunities.</param>
    /// <param name="result">Gets the result of one.</param>
    /// <param name="value">Gets its value, in the same currency for all; <see langword="null"/> if unknown.</param>
    /// <returns>
    /// The questions, those of most opportunities first, then by value, then in the order of the profile. Criteria with the same question
    /// count as one: the customer is asked once.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument, or a result, is <see langword="null"/>.</exception>
    /// <exception cref="OverflowException">The values add up to more than a decimal can hold.</exception>
    /// <example><code>
    /// foreach (OpenQuestion question in OpenQuestion.Of(deals, deal => profile.Explain(deal, asOf), deal => deal.Budget))
    /// {
    ///     Console.WriteLine($"{question.Criterion.Question}: {question.Count} deals, alone in {question.OnlyCount}");
    /// }
    /// </code></example>
    public static IReadOnlyList<OpenQuestion> Of<T>(
        IEnumerable<T> items, Func<T, QualificationResult> result, Func<T, decimal?> value)
    {
        Guard.NotNull(items);
        Guard.NotNull(result);
        Guard.NotNull(value);
        var found = new Dictionary<string, OpenQuestion>(StringComparer.Ordinal);
        var order = new List<string>();
        foreach (var item in items)
        {
            var asked = new Dictionary<string, CriterionInfo>(StringComparer.Ordinal);
            foreach (var unknown in Guard.NotNull(result(item), nameof(result)).Questions)
            {
                var question = unknown.Criterion.Question ?? unknown.Criterion.Id;
                if (!asked.ContainsKey(question)) asked.Add(question, unknown.Criterion);
            }

            foreach (var one in asked)
            {
                if (!found.TryGetValue(one.Key, out var before))
                {
                    before = new(one.Value, 0, 0, 0);
                    order.Add(one.Key);
                }

                found[one.Key] = new(
                    before.Criterion, before.Count + 1, before.OnlyCount + (asked.Count == 1 ? 1 : 0), before.Value + (value(item) ?? 0));
            }
        }

        return Array.AsReadOnly(order.Select(question => found[question])
            .OrderByDescending(question => question.Count).ThenByDescending(question => question.Value)
            .ThenBy(question => question.Criterion.Index).ToArray());
    }

    /// <summary>The id of the criterion and the number of opportunities, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Criterion.Id}: {InvariantText.Of((long)Count)}";
}
