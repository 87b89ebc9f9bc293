using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// A profile held against how deals ended: what its verdicts are worth, which criteria stop deals and with what right, and which of them
/// say the same. Immutable.
/// </summary>
/// <remarks>
/// It counts only, so that audits of parts of the deals can be merged. Deals that sales never worked on say nothing of themselves.
/// </remarks>
public sealed class ProfileAudit
{
    private const string Format = "sqo-profile-audit/1";

    private readonly AuditSums _sums;
    private readonly ScoringLayout _layout;
    private readonly string?[] _refusals;
    private readonly OutcomeCounts[] _verdicts;

    private ProfileAudit(
        string name, string fingerprint, ScoringLayout layout, int[] order, string?[] refusals, AuditSums sums, AuditOptions options)
    {
        ProfileName = name;
        Fingerprint = fingerprint;
        Options = options;
        (_layout, _refusals, _sums) = (layout, refusals, sums);
        _verdicts = Array.ConvertAll(sums.Verdicts, verdict => verdict.ToCounts());
        All = Together(Verdict.Disqualified, Verdict.NearMiss, Verdict.NeedsDiscovery, Verdict.Qualified);
        Rejected = Together(Verdict.Disqualified, Verdict.NearMiss);
        DecidedByOne = new(sums.DecidedByOne, Rejected.Deals);
        Criteria = Array.AsReadOnly(Array.ConvertAll(
            order,
            i => new CriterionAudit(
                layout.All[i], sums, All, this[Verdict.Qualified], Rejected.Deals, refusals[i], options)));
        Pairs = Array.AsReadOnly(
            sums.Pairs.Select(pair => new CriterionPair(pair, options)).OrderByDescending(pair => pair.CramersV ?? -1).ToArray());
    }

    /// <summary>The name of the profile.</summary>
    public string ProfileName { get; }

    /// <summary>The fingerprint of the profile.</summary>
    public string Fingerprint { get; }

    /// <summary>When figures count as enough.</summary>
    public AuditOptions Options { get; }

    /// <summary>All deals.</summary>
    public OutcomeCounts All { get; }

    /// <summary>The deals that the profile rejects: disqualified ones and near misses.</summary>
    public OutcomeCounts Rejected { get; }

    /// <summary>The share of rejections that hang on one criterion: with the best answer to it alone, and to no other alone, the deal
    /// would qualify.</summary>
    public ObservedRate DecidedByOne { get; }

    /// <summary>The criteria, in the order of the profile.</summary>
    public IReadOnlyList<CriterionAudit> Criteria { get; }

    /// <summary>The pairs of criteria that verdicts look at, those that most say the same first.</summary>
    public IReadOnlyList<CriterionPair> Pairs { get; }

    /// <summary>Gets the deals with a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="verdict"/> is not a verdict.</exception>
    public OutcomeCounts this[Verdict verdict] => _verdicts[(int)Guard.Defined(verdict)];

    /// <summary>Gets the audit of a criterion.</summary>
    /// <param name="id">The id of the criterion.</param>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is <see langword="null"/>.</exception>
    /// <exception cref="KeyNotFoundException">The profile has no such criterion.</exception>
    public CriterionAudit this[string id]
    {
        get
        {
            Guard.NotNull(id);
            return Criteria.FirstOrDefault(audit => audit.Criterion.Id == id)
                ?? throw new KeyNotFoundException($"The profile \"{ProfileName}\" has no criterion \"{id}\".");
        }
    }

    /// <summary>Audits a profile on deals with outcomes.</summary>
    /// <typeparam name="T">The type of deal.</typeparam>
    /// <param name="profile">The profile.</param>
    /// <param name="table">The answers of the deals, of this profile or another; only what they lack is asked.</param>
    /// <param name="outcomes">How the deals ended, by row.</param>
    /// <param name="options">When figures count as enough. The default is <see cref="AuditOptions.Default"/>.</param>
    /// <returns>The audit.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There are more or fewer outcomes than rows.</exception>
    /// <exception cref="CriterionEvaluationException">
    /// Code of a criterion threw, and the profile handles errors by throwing.
    /// </exception>
    /// <example><code>
    /// AnswerTable&lt;Deal> table = profile.AnswerAll(deals, asOf);
    /// DealOutcomes outcomes = DealOutcomes.Of(table.Items, d => d.Stage == "won" ? OpportunityOutcome.Won : OpportunityOutcome.Lost);
    /// Console.WriteLine(ProfileAudit.Of(profile, table, outcomes).ToText(ExplanationTexts.English));
    /// </code></example>
    public static ProfileAudit Of<T>(
        QualificationProfile<T> profile, AnswerTable<T> table, DealOutcomes outcomes, AuditOptions? options = null) =>
        Among(profile, table, outcomes, options, null);

    /// <summary>Audits a profile on some of the rows.</summary>
    internal static ProfileAudit Among<T>(
        QualificationProfile<T> profile, AnswerTable<T> table, DealOutcomes outcomes, AuditOptions? options, ulong[]? rows)
    {
        var answers = Guard.NotNull(profile).AnswerAll(table);
        Guard.NotNull(outcomes).CheckFor(answers.Count);
        var sums = new AuditSums(profile.Rule.Layout, outcomes.Amounts.Length > 0);
        var leftOut = LeftOut(profile, sums, out var refusals);
        answers.Scan(new AuditPass(profile.Rule, outcomes, sums, leftOut, rows).Count);
        return Of(profile, refusals, sums, options ?? AuditOptions.Default);
    }

    /// <summary>Reads an audit from the JSON that <see cref="ToJson"/> wrote.</summary>
    /// <typeparam name="T">The type of deal.</typeparam>
    /// <param name="json">The JSON.</param>
    /// <param name="profile">The profile that was audited.</param>
    /// <returns>The audit, which can be merged with others.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="FormatException">
    /// The text is not an audit, or it is one of another profile; the message says what is wrong.
    /// </exception>
    public static ProfileAudit Parse<T>(string json, QualificationProfile<T> profile)
    {
        Guard.NotNull(profile);
        var root = JsonMembers.Read(json, "the audit", Format);
        if (root.Text("fingerprint") is var fingerprint && fingerprint != profile.Fingerprint)
        {
            throw new FormatException(
                $"The audit is of a profile with the fingerprint {fingerprint}; \"{profile.Name}\" has {profile.Fingerprint}.");
        }

        AuditOptions options;
        try
        {
            options = new(
                (int)Math.Min(root.Count("minimumClosed"), int.MaxValue), root.Number("confidence"), root.Number("samenessFrom"));
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw new FormatException($"The options of the audit are wrong: {e.Message}", e);
        }

        var sums = new AuditSums(profile.Rule.Layout, root.Flag("hasAmounts"));
        sums.Transfer(new SumState(root.List("sums")));
        LeftOut(profile, sums, out var refusals);
        return Of(profile, refusals, sums, options);
    }

    /// <summary>What the audit has counted, as JSON without line ends: the same bytes on every platform.</summary>
    /// <returns>The JSON, for <see cref="Parse"/>.</returns>
    public string ToJson()
    {
        var state = new SumState();
        _sums.Transfer(state);
        var json = new StringBuilder("{").Member("format", Format).Member("profile", ProfileName).Member("fingerprint", Fingerprint)
            .Member("minimumClosed", (long)Options.MinimumClosed).Member("confidence", Options.Confidence)
            .Member("samenessFrom", Options.SamenessFrom).Member("hasAmounts", _sums.HasMoney).Name("sums").Append('[');
        state.AppendTo(json);
        return json.Append("]}").ToString();
    }

    /// <summary>
    /// Gets how reliable the score is: the score / 100 of the closed deals, as if it were a probability, beside the share of them that was
    /// won, in bins of equal width. Of a score that is no probability, only the order of the shares counts.
    /// </summary>
    /// <param name="bins">The number of bins, a divisor of 100. The default is 10.</param>
    /// <returns>The bins in ascending order, without empty ones; none for a profile that decides by grades.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bins"/> is not a divisor of 100.</exception>
    public IReadOnlyList<ReliabilityBin> Reliability(int bins = 10) => bins > 0 && ScoreSums.Steps % bins == 0
        ? _sums.Scores.Bins(bins).AsReadOnly()
        : throw new ArgumentOutOfRangeException(
            nameof(bins), bins, $"bins is {InvariantText.Of((long)bins)}; it must be a divisor of 100, such as 5, 10 or 20.");

    /// <summary>Adds the audit of other deals by the same profile: the result has the same bits as an audit of all of them.</summary>
    /// <param name="other">The other audit.</param>
    /// <returns>The audit of the deals of both.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// The other audit is of another profile or has other options, or only one of the two has amounts.
    /// </exception>
    public ProfileAudit Merge(ProfileAudit other)
    {
        if (Guard.NotNull(other).Fingerprint != Fingerprint)
        {
            throw new ArgumentException(
                $"The other audit is of the profile \"{other.ProfileName}\" with the fingerprint {other.Fingerprint}; " +
                $"this one is of \"{ProfileName}\" with {Fingerprint}. Both must be of the same.",
                nameof(other));
        }

        if (!other.Options.IsSameAs(Options) || other._sums.HasMoney != _sums.HasMoney)
        {
            throw new ArgumentException("The other audit has other options or amounts; both must have the same.", nameof(other));
        }

        return new(ProfileName, Fingerprint, _layout, _layout.DisplayOrder, _refusals, _sums.Plus(other._sums), Options);
    }

    /// <summary>The audit in words, in a culture.</summary>
    /// <param name="culture">The culture; see <see cref="ExplanationTexts.For"/>.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is <see langword="null"/>.</exception>
    public string ToText(CultureInfo culture) => ToText(ExplanationTexts.For(culture));

    /// <summary>The audit in words: the verdicts, the criteria, and the pairs that say the same.</summary>
    /// <param name="texts">The words.</param>
    /// <returns>The text, of several lines.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is <see langword="null"/>.</exception>
    public string ToText(ExplanationTexts texts)
    {
        Guard.NotNull(texts);
        var lines = new List<string> { Line(texts.Value(ProfileName), All) };
        foreach (var verdict in new[] { Verdict.Qualified, Verdict.NeedsDiscovery, Verdict.NearMiss, Verdict.Disqualified })
        {
            lines.Add(Line(texts.Verdict(verdict), this[verdict]));
        }

        if (Rejected.Deals > 0) lines.Add(texts.Fill(MessageIds.AuditDecidedByOne, AuditText.Share(texts, DecidedByOne)));
        lines.AddRange(Criteria.Select(criterion => criterion.ToText(texts)));
        lines.AddRange(Pairs.Where(pair => pair.IsSame).Select(pair => pair.ToText(texts)));
        return AuditText.Lines(lines);

        string Line(string name, OutcomeCounts counts) =>
            texts.Fill(MessageIds.AuditNamed, name, AuditText.Group(texts, counts, Options));
    }

    /// <summary>The audit in words, in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ToText(ExplanationTexts.English);

    private static ProfileAudit Of<T>(QualificationProfile<T> profile, string?[] refusals, AuditSums sums, AuditOptions options) => new(
        profile.Name, profile.Fingerprint, profile.Rule.Layout, profile.Rule.Layout.DisplayOrder, refusals, sums, options);

    /// <summary>The rules without each criterion that can be left out, and why the others can't.</summary>
    private static LeftOutRule?[] LeftOut<T>(QualificationProfile<T> profile, AuditSums sums, out string?[] refusals)
    {
        var layout = profile.Rule.Layout;
        refusals = new string?[layout.All.Length];
        var leftOut = new LeftOutRule?[layout.All.Length];
        for (var i = 0; i < refusals.Length; i++)
        {
            var without = profile.TryWithout(layout.All[i], out refusals[i]);
            if (sums.Criteria[i].Stopped is not null && without is not null) leftOut[i] = LeftOutRule.Of(without.Rule, layout);
        }

        return leftOut;
    }

    private OutcomeCounts Together(params Verdict[] verdicts)
    {
        var sum = new OutcomeSums(_sums.HasMoney);
        foreach (var verdict in verdicts) sum.Add(_sums.Verdicts[(int)verdict]);
        return sum.ToCounts();
    }
}
