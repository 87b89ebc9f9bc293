using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The conditions that fit a text. By default, texts are compared ordinally, ignoring case.</summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
public sealed class TextVerbs<T> : ValueVerbs<T, string>
{
    internal TextVerbs(CriterionBuilder<T> builder, Func<T, string?>? selector = null)
        : base(builder, selector)
    {
    }

    /// <summary>Asks for one text.</summary>
    /// <param name="value">The text.</param>
    /// <param name="comparison">How texts are compared; comparisons by the current culture are not valid.</param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is <see langword="null"/>.</exception>
    public CriterionBuilder<T> EqualTo(string value, StringComparison comparison = StringComparison.OrdinalIgnoreCase) =>
        InSet(MessageIds.RequireEqual, [Guard.NotNull(value)], comparison);

    /// <summary>Asks for one of several texts.</summary>
    /// <param name="values">One text or more.</param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is <see langword="null"/>.</exception>
    /// <example><code>
    /// p.Criterion("fit", d => d.Industry).OneOf("saas", "fintech").Weight(30);
    /// </code></example>
    public CriterionBuilder<T> OneOf(params string[] values) =>
        InSet(MessageIds.RequireOneOf, values, StringComparison.OrdinalIgnoreCase);

    /// <summary>Asks for one of several texts.</summary>
    /// <param name="comparison">How texts are compared; comparisons by the current culture are not valid.</param>
    /// <param name="values">One text or more.</param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is <see langword="null"/>.</exception>
    public CriterionBuilder<T> OneOf(StringComparison comparison, params string[] values) =>
        InSet(MessageIds.RequireOneOf, values, comparison);

    /// <summary>Asks for a text other than any of several.</summary>
    /// <param name="values">One text or more.</param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is <see langword="null"/>.</exception>
    public CriterionBuilder<T> NoneOf(params string[] values) =>
        InSet(MessageIds.RequireNoneOf, values, StringComparison.OrdinalIgnoreCase);

    /// <summary>Asks for a text other than any of several.</summary>
    /// <param name="comparison">How texts are compared; comparisons by the current culture are not valid.</param>
    /// <param name="values">One text or more.</param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is <see langword="null"/>.</exception>
    public CriterionBuilder<T> NoneOf(StringComparison comparison, params string[] values) =>
        InSet(MessageIds.RequireNoneOf, values, comparison);

    /// <summary>Asks for a text that contains another.</summary>
    /// <param name="part">The other text, not empty.</param>
    /// <param name="comparison">How texts are compared; comparisons by the current culture are not valid.</param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="part"/> is <see langword="null"/>.</exception>
    public CriterionBuilder<T> Contains(string part, StringComparison comparison = StringComparison.OrdinalIgnoreCase) =>
        WithPart(MessageIds.RequireContains, part, comparison);

    /// <summary>Asks for a text that starts with another.</summary>
    /// <param name="part">The other text, not empty.</param>
    /// <param name="comparison">How texts are compared; comparisons by the current culture are not valid.</param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="part"/> is <see langword="null"/>.</exception>
    public CriterionBuilder<T> StartsWith(string part, StringComparison comparison = StringComparison.OrdinalIgnoreCase) =>
        WithPart(MessageIds.RequireStartsWith, part, comparison);

    /// <summary>Asks for a text that ends with another.</summary>
    /// <param name="part">The other text, not empty.</param>
    /// <param name="comparison">How texts are compared; comparisons by the current culture are not valid.</param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="part"/> is <see langword="null"/>.</exception>
    public CriterionBuilder<T> EndsWith(string part, StringComparison comparison = StringComparison.OrdinalIgnoreCase) =>
        WithPart(MessageIds.RequireEndsWith, part, comparison);

    /// <summary>Asks for a text that matches a regular expression, ignoring case.</summary>
    /// <param name="pattern">The regular expression.</param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="pattern"/> is <see langword="null"/>.</exception>
    public CriterionBuilder<T> Matches(string pattern) => Matches(pattern, TimeSpan.FromMilliseconds(100));

    /// <summary>Asks for a text that matches a regular expression.</summary>
    /// <param name="pattern">The regular expression.</param>
    /// <param name="timeLimit">How long a match can take, above zero; taking longer is an error, not an answer.</param>
    /// <param name="ignoreCase">Whether case is ignored.</param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="pattern"/> is <see langword="null"/>.</exception>
    public CriterionBuilder<T> Matches(string pattern, TimeSpan timeLimit, bool ignoreCase = true)
    {
        Guard.NotNull(pattern);
        if (timeLimit <= TimeSpan.Zero || timeLimit > TimeSpan.FromDays(1))
        {
            Draft.Faults.Add(
                "pattern.time-limit", Draft.Id, $"the time limit is {InvariantText.Of(timeLimit)}",
                "it must be above zero and at most a day");
            timeLimit = TimeSpan.FromMilliseconds(100);
        }

        var options = RegexOptions.CultureInvariant | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None);
        Regex regex;
        try
        {
            regex = new Regex(pattern, options, timeLimit);
        }
        catch (ArgumentException e)
        {
            Draft.Faults.Add(
                "pattern.invalid", Draft.Id, $"the pattern is \"{pattern}\"",
                $"it must be a regular expression: {e.Message.Split('\n')[0].TrimEnd('\r', '.')}");
            regex = new Regex("", options, timeLimit);
        }

        return Is(new PatternCondition(regex));
    }

    /// <summary>Gives points for texts, in log-odds: for a profile that scores by log-odds. A text that is not listed is unknown.</summary>
    /// <inheritdoc cref="Bins(double, TextBin[])"/>
    public CriterionBuilder<T> Bins(params TextBin[] bins) => InBins(null, bins);

    /// <summary>Gives points for texts, in log-odds: for a profile that scores by log-odds. They replace a weight.</summary>
    /// <param name="otherwise">The points of a text that is not listed.</param>
    /// <param name="bins">One text or more, each with its points; compared ordinally, ignoring case.</param>
    /// <returns>
    /// The builder for what the criterion counts for and how it is shown. If some texts help and others hurt, it counts as met from 0
    /// points on.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="bins"/> is <see langword="null"/>.</exception>
    public CriterionBuilder<T> Bins(double otherwise, params TextBin[] bins) => InBins(otherwise, bins);

    internal override void Offer(OperatorList operators)
    {
        var verbs = this;
        operators.Add(Operators.EqualTo, o => verbs.EqualTo(o.Text(), o.Comparison()));
        operators.Add(Operators.OneOf, o => verbs.OneOf(o.Comparison(), o.Values<string>()));
        operators.Add(Operators.NoneOf, o => verbs.NoneOf(o.Comparison(), o.Values<string>()));
        operators.Add(Operators.Contains, o => verbs.Contains(o.Text(), o.Comparison()));
        operators.Add(Operators.StartsWith, o => verbs.StartsWith(o.Text(), o.Comparison()));
        operators.Add(Operators.EndsWith, o => verbs.EndsWith(o.Text(), o.Comparison()));
        operators.Add(Operators.Matches, o => verbs.Matches(o.Text(), o.TimeLimit(), o.IgnoreCase()));
        operators.Add(Operators.TextBins, o =>
            verbs.InBins(o.OptionalNumber("otherwise"), o.Each("bins", bin => new TextBin(bin.Text("text"), bin.Number("points")))));
    }

    private CriterionBuilder<T> WithPart(string messageId, string part, StringComparison comparison)
    {
        if (Guard.NotNull(part).Length == 0)
        {
            Draft.Faults.Add("text.empty", Draft.Id, "the text to look for is empty", "every text has it; it must have a character");
        }

        return Is(new TextPartCondition(messageId, part, Checked(comparison)));
    }

    private CriterionBuilder<T> InSet(string messageId, string[] values, StringComparison comparison)
    {
        var texts = (string[])Guard.NotNull(values).Clone();
        if (!Lists.Check(Draft.Faults, Draft.Id, texts)) texts = WithoutNull(texts);
        if (comparison != StringComparison.OrdinalIgnoreCase) comparison = Checked(comparison);
        return Is(new TextSetCondition(messageId, texts, comparison));
    }

    private static string[] WithoutNull(string[] texts) => Array.ConvertAll(texts, text => text ?? "");

    private CriterionBuilder<T> InBins(double? otherwise, TextBin[] bins)
    {
        if (Guard.NotNull(bins).Length == 0)
        {
            Draft.Faults.Add("bins.empty", Draft.Id, "there are no bins", "there must be at least one");
            bins = [new TextBin("", 0), new TextBin(" ", 1)];
        }

        var known = new Dictionary<string, TextBin>(StringComparer.OrdinalIgnoreCase);
        foreach (var bin in bins)
        {
            if (bin.Text is null)
            {
                Draft.Faults.Add("bins.null", Draft.Id, "a bin has no text", "each must have one");
            }
            else if (known.ContainsKey(bin.Text))
            {
                Draft.Faults.Add("bins.twice", Draft.Id, $"the text \"{bin.Text}\" has two bins", "each text must have one");
            }
            else
            {
                known.Add(bin.Text, bin);
            }
        }

        var scale = ScaleOf([.. bins.Select(bin => bin.Points), .. otherwise is { } points ? [points] : Array.Empty<double>()]);
        return Is(new TextBinsCondition(scale, otherwise, [.. known.Values]), scale);
    }

    private StringComparison Checked(StringComparison comparison)
    {
        if (TextComparers.Has(comparison)) return comparison;
        AddComparison(comparison);
        return StringComparison.OrdinalIgnoreCase;
    }

    private void AddComparison(StringComparison comparison) =>
        Draft.Faults.Add("text.comparison", Draft.Id, $"the comparison is {comparison}", TextComparers.Rule);
}
