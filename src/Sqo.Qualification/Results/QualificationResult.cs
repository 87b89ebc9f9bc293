using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The full explanation of a decision: every criterion with its value, its points and its gap; the score line by line;
/// the questions to ask; and what it would take to qualify. Immutable and thread-safe; expensive parts are computed
/// on first use.
/// </summary>
public sealed class QualificationResult
{
    private readonly ProfileIdentity _identity;
    private readonly Evaluation _evaluation;
    private readonly DecisionRule _rule;
    private readonly CriterionResult[] _byIndex;
    private IReadOnlyList<ScoreLine>? _lines;
    private FitEngagementGrade? _grade;
    private IReadOnlyList<CriterionResult>? _criteria;
    private IReadOnlyList<CriterionResult>? _questions;
    private IReadOnlyList<CriterionResult>? _missing;
    private IReadOnlyList<NextAction>? _nextActions;
    private IReadOnlyList<CriterionNote>? _notes;
    private RemedySearchResult? _remedies;

    internal QualificationResult(ProfileIdentity identity, Evaluation evaluation)
    {
        _identity = identity;
        _evaluation = evaluation;
        _rule = evaluation.Rule;
        AsOf = evaluation.AsOf;
        WasQualified = evaluation.WasQualified;
        Decision = evaluation.Decide();
        var criteria = _rule.Layout.All;
        _byIndex = new CriterionResult[criteria.Length];
        for (var i = 0; i < criteria.Length; i++)
        {
            _byIndex[i] = new CriterionResult(
                this, criteria[i], evaluation.AnswerOf(i), evaluation.DecayOf(i), evaluation.IsInForce(criteria[i]),
                in evaluation.Inputs![i]);
        }
    }

    /// <summary>The name of the profile that decided.</summary>
    public string ProfileName => _identity.Name;

    /// <summary>The version of the profile that decided.</summary>
    public string ProfileVersion => _identity.Version;

    /// <summary>The fingerprint of the profile that decided: the SHA-256 of all that it declares, in hexadecimal.</summary>
    public string Fingerprint => _identity.Fingerprint;

    /// <summary>The moment the opportunity was judged at.</summary>
    public DateTime AsOf { get; }

    /// <summary>The same decision as <c>Decide</c> returns.</summary>
    public Decision Decision { get; }

    /// <summary>The verdict.</summary>
    public Verdict Verdict => Decision.Verdict;

    /// <summary>Whether the opportunity is an SQO.</summary>
    public bool IsQualified => Decision.IsQualified;

    /// <summary>Whether the previous decision, if one was passed, was <see cref="Verdict.Qualified"/>.</summary>
    public bool WasQualified { get; }

    /// <summary>Whether the opportunity has become an SQO with this decision, or stopped being one.</summary>
    public Crossing Crossing => Decision.CrossingAfter(WasQualified);

    /// <summary>The grade, if the scoring strategy gives one; <see langword="null"/> otherwise.</summary>
    public FitEngagementGrade? Grade =>
        LazyField.Of(ref _grade) ?? LazyField.Keep(ref _grade, _rule.Strategy.GradeOf(_evaluation.Answers()));

    /// <summary>Whether grade and dimensions qualify; unknown while that depends on unknown answers.</summary>
    /// <value><see cref="AnswerState.Met"/> if the profile has neither <c>QualifyGrades</c> nor <c>QualifyDimension</c>.</value>
    public AnswerState GradeState
    {
        get
        {
            var outlook = Outlook;
            return outlook.IsRuledOut ? AnswerState.Unmet : outlook.IsOpen ? AnswerState.Unknown : AnswerState.Met;
        }
    }

    /// <summary>
    /// The score for display, from 0 to 100 in hundredths: cut and never rounded up, so that a score shown as the threshold has reached it.
    /// The lines add up to it exactly. The exact score is in <see cref="Decision"/>.
    /// </summary>
    public decimal DisplayScore => Hundredths.Cut(Decision.Score) / 100m;

    /// <summary>The score for display if every unknown answer takes its worst value, cut to hundredths.</summary>
    public decimal DisplayLowest => Hundredths.Cut(Decision.Lowest) / 100m;

    /// <summary>The score for display if every unknown answer takes its best value, cut to hundredths.</summary>
    public decimal DisplayHighest => Hundredths.Cut(Decision.Highest) / 100m;

    /// <summary>The share of the weight whose answers are known, from 0 to 1.</summary>
    public double Completeness => Decision.Completeness;

    /// <summary>The score that qualifies, from 0 to 100, minus the hysteresis for an opportunity that was qualified before.</summary>
    public double Threshold => _rule.Threshold;

    /// <summary>The points that the score is below the threshold; 0 when the threshold is reached.</summary>
    public decimal GapToThreshold => _rule.IsReached(Decision.Score) ? 0 : Math.Max(0, (decimal)Threshold - DisplayScore);

    /// <summary>The criteria in the order of the profile, each before its parts.</summary>
    public IReadOnlyList<CriterionResult> Criteria =>
        LazyField.Of(ref _criteria) ?? LazyField.Keep(
            ref _criteria, Array.AsReadOnly(Array.ConvertAll(_rule.Layout.DisplayOrder, i => _byIndex[i])));

    /// <summary>The score line by line. The points of the lines add up exactly to <see cref="DisplayScore"/>.</summary>
    public IReadOnlyList<ScoreLine> Lines => LazyField.Of(ref _lines) ?? LazyField.Keep(ref _lines, MakeLines());

    /// <summary>
    /// The criteria whose answers are unknown and could still matter, gates first, then by weight: the questions to ask. After the
    /// lowest possible score has reached the threshold, only gates matter.
    /// </summary>
    /// <value>Empty when the verdict does not depend on an unknown answer.</value>
    public IReadOnlyList<CriterionResult> Questions => LazyField.Of(ref _questions) ?? LazyField.Keep(ref _questions, FindQuestions());

    /// <summary>
    /// Every criterion whose answer is unknown, whatever the verdict, in the order of the profile; <see cref="ExplanationTexts.Question"/>
    /// gives the question for each. Combinations are not included, but their parts are.
    /// </summary>
    /// <remarks><see cref="Questions"/> has those that could still change the verdict.</remarks>
    public IReadOnlyList<CriterionResult> Missing =>
        LazyField.Of(ref _missing) ?? LazyField.Keep(
            ref _missing,
            [.. Criteria.Where(c => c.IsInForce != false)
            .Where(c =>
            c.IsUndated
                || (c.State == AnswerState.Unknown && (c.Criterion.Kind == CriterionKind.Condition || c.Input.RawAnswer.IsKnown)))]);

    /// <summary>
    /// What to do next: first the actions of the profile for the verdict, then those of criteria that are unmet or unknown, in the
    /// order of the profile.
    /// </summary>
    /// <remarks>
    /// A criterion with negative points that is not a gate is in the way when it is met, and a part of a combination only while that
    /// part could help the combination.
    /// </remarks>
    /// <value>Empty when the profile has no actions for it.</value>
    public IReadOnlyList<NextAction> NextActions => LazyField.Of(ref _nextActions) ?? LazyField.Keep(ref _nextActions, FindNextActions());

    /// <summary>The notes of criteria, in addition to their answers, in the order of the profile.</summary>
    /// <value>Empty when no criterion gives a note.</value>
    /// <exception cref="CriterionEvaluationException">The code that gives a note threw.</exception>
    public IReadOnlyList<CriterionNote> Notes => LazyField.Of(ref _notes) ?? LazyField.Keep(ref _notes, FindNotes());

    /// <summary>
    /// What it would take to qualify: the smallest sets of criteria to turn, the cheapest first, by the criteria's efforts.
    /// </summary>
    /// <value>
    /// At most eight; empty when the opportunity is qualified, or when nothing would qualify it.
    /// </value>
    public IReadOnlyList<Remedy> Remedies => RemediesFound.Remedies;

    /// <summary>Each criterion that would qualify the opportunity if it alone were turned, in the order of the indexes.</summary>
    /// <value>Empty when the opportunity is qualified, or when no single criterion is enough.</value>
    public IReadOnlyList<RemedyStep> SingleStepRemedies => RemediesFound.SingleStepRemedies;

    /// <summary>Whether <see cref="Remedies"/> holds all remedies. If there are very many, only the first are listed.</summary>
    public bool RemediesAreComplete => RemediesFound.AreComplete;

    /// <summary>Gets the result of a criterion.</summary>
    /// <param name="id">The id of the criterion.</param>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is <see langword="null"/>.</exception>
    /// <exception cref="KeyNotFoundException">The profile has no such criterion; the message lists its criteria.</exception>
    public CriterionResult this[string id]
    {
        get
        {
            Guard.NotNull(id);
            foreach (var result in _byIndex)
            {
                if (result.Id == id) return result;
            }

            throw new KeyNotFoundException(
                $"The profile \"{ProfileName}\" has no criterion \"{id}\"; " +
                $"it has {string.Join(", ", Criteria.Select(c => $"\"{c.Id}\""))}.");
        }
    }

    internal ProfileIdentity Identity => _identity;

    internal GradeRule? Grades => _rule.Grades;

    private GradeOutlook Outlook
    {
        get
        {
            _rule.Score(_evaluation.Answers(), out var outlook);
            return outlook;
        }
    }

    private RemedySearchResult RemediesFound => LazyField.Of(ref _remedies) ?? LazyField.Keep(ref _remedies, FindRemedies());

    /// <summary>Writes the explanation as text, in the language and the formats of a culture.</summary>
    /// <param name="culture">As for <see cref="ExplanationTexts.For"/>: English and Swedish come with the library.</param>
    /// <returns>Lines separated by "\n".</returns>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is <see langword="null"/>.</exception>
    public string ToText(CultureInfo culture) => ToText(ExplanationTexts.For(culture));

    /// <summary>Writes the explanation as text.</summary>
    /// <param name="texts">The language and its formats.</param>
    /// <returns>Lines separated by "\n".</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is <see langword="null"/>.</exception>
    public string ToText(ExplanationTexts texts) => new ResultWriter(Guard.NotNull(texts)).Write(this);

    /// <summary>Creates plain data for a user interface, with every text in it.</summary>
    /// <param name="texts">The language and its formats.</param>
    /// <returns>The model, which a serializer can write as it is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is <see langword="null"/>.</exception>
    /// <example><code>
    /// ResultModel model = result.ToModel(ExplanationTexts.Swedish);
    /// Console.WriteLine(model.VerdictText);
    /// </code></example>
    public ResultModel ToModel(ExplanationTexts texts) => new(this, Guard.NotNull(texts));

    /// <summary>Compares this result with an earlier result of the same opportunity.</summary>
    /// <param name="earlier">The earlier result, of a profile of the same name.</param>
    /// <returns>The changes, in points.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="earlier"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The results are of profiles with different names.</exception>
    /// <example><code>
    /// foreach (CriterionChange change in result.CompareWith(earlier).Changes) Console.WriteLine($"{change.Label}: {change.Points}");
    /// </code></example>
    public ResultComparison CompareWith(QualificationResult earlier) => new(Guard.NotNull(earlier), this);

    /// <summary>Creates a record of the decision with everything that it is based on, to keep and to replay.</summary>
    /// <returns>The record.</returns>
    /// <example><code>
    /// string json = result.ToRecord().ToJson();
    /// </code></example>
    public DecisionRecord ToRecord() => DecisionRecord.Of(this);

    /// <summary>The verdict and the score, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{ProfileName}: {Decision}";

    internal decimal PointsOf(CriterionInfo criterion) =>
        Lines.Where(line => line.Criterion == criterion).Select(line => line.Points).FirstOrDefault();

    private CriterionResult RootOf(CriterionResult result)
    {
        while (result.Criterion.Parent is { } parent) result = _byIndex[parent.Index];
        return result;
    }

    private IReadOnlyList<ScoreLine> MakeLines()
    {
        var exact = (_rule.Strategy.Explain(_evaluation.Answers()) ?? throw Misexplained(
            "gives null for an explanation; it must give lines")).ToList();
        CheckLines(exact);
        // The base is shown the same for every opportunity: only the other lines share the rounding differences.
        var start = exact.Count > 1 && exact[0].Kind == ScoreLineKind.Base ? 1 : 0;
        var basis = start == 1 ? Hundredths.Cut(exact[0].ExactPoints) : 0;
        var units = Hundredths.Share([.. exact.Skip(start).Select(line => line.ExactPoints)], Hundredths.Cut(Decision.Score) - basis);
        return [.. exact.Select((line, i) => line.Showing((i < start ? basis : units[i - start]) / 100m))];
    }

    /// <summary>Checks the lines: a custom strategy may have errors, but an explanation must not.</summary>
    private void CheckLines(List<ScoreLine> lines)
    {
        double sum = 0;
        ulong seen = 0;
        var kept = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i] ?? throw Misexplained($"has null at index {i} of its lines; each must be a line");
            sum += line.ExactPoints;
            if (line.Kind == ScoreLineKind.KeptAtZero && kept++ > 0)
            {
                throw Misexplained("keeps the score at 0 twice; there must be at most one such line");
            }

            if (line.Kind == ScoreLineKind.Base && i > 0) throw Misexplained(
                $"has a base at index {i} of its lines; it must be the first line");
            if (line.Group is { } group && group.Id != GroupInfo.TotalId && Array.IndexOf(_rule.Layout.AllGroups, group) < 0)
            {
                throw Misexplained($"has a line for the group \"{group.Id}\"; it must be one of its layout");
            }

            if (line.Criterion is not { } criterion) continue;
            if (criterion.Index >= _byIndex.Length || _byIndex[criterion.Index].Criterion != criterion)
            {
                throw Misexplained($"has a line for the criterion \"{criterion.Id}\"; it must be one of its layout");
            }

            var bit = 1UL << criterion.Index;
            if ((seen & bit) != 0) throw Misexplained(
                $"has two lines for the criterion \"{criterion.Id}\"; there must be at most one");
            seen |= bit;
        }

        if (Math.Abs(sum - Decision.Score) <= 1e-6) return;
        throw Misexplained(
            $"explains {InvariantText.Of(sum)} points of a score of {InvariantText.Of(Decision.Score)}; " +
            "its lines must add up to the score");
    }

    private InvalidOperationException Misexplained(string what) => new($"The scoring strategy \"{_rule.Strategy.Name}\" {what}.");

    private RemedySearchResult FindRemedies()
    {
        var search = new RemedySearch(_evaluation);
        var remedies = Array.ConvertAll(search.Run(), set => new Remedy(Array.ConvertAll(set, StepOf)));
        return new RemedySearchResult(
            Array.AsReadOnly(remedies), Array.AsReadOnly(Array.ConvertAll(search.SingleStepRemedies(), StepOf)), search.IsComplete);
    }

    private RemedyStep StepOf(RemedyCandidate candidate) => new(_byIndex[candidate.Criterion.Index], candidate.Kind, candidate.Shown);

    private IReadOnlyList<CriterionResult> FindQuestions()
    {
        if (Verdict != Verdict.NeedsDiscovery) return [];
        var gatesOnly = _rule.IsReached(Decision.Lowest) && !Outlook.IsOpen;
        return
        [
            .. Criteria.Where(c => c.IsInForce != false)
                .Where(c =>
                    c.IsUndated || (IsOpenToTheRoot(c) && c.Criterion.Parts.All(part => _byIndex[part.Index].State != AnswerState.Unknown)))
                .Select(c => (Result: c, Root: RootOf(c).Criterion))
                .Where(c => (c.Root.IsRequired && !c.Result.IsUndated) || (_rule.Layout.StakeOf(c.Root) != 0 && !gatesOnly))
                .OrderByDescending(c => c.Root.IsRequired)
                .ThenByDescending(c => _rule.Layout.StakeOf(c.Root))
                .Select(c => c.Result),
        ];
    }

    private IReadOnlyList<NextAction> FindNextActions() =>
    [
        .. _identity.NextActions.Where(action => action.Verdict == Verdict),
        .. Criteria.Where(c => c.Criterion.NextAction is not null && c.IsInForce != false && Lacks(c, out _))
            .Select(c => new NextAction(c.Criterion)),
    ];

    private IReadOnlyList<CriterionNote> FindNotes()
    {
        var notes = new List<CriterionNote>();
        foreach (var criterion in Criteria)
        {
            if (criterion.Criterion.Settings.Note is not { } note) continue;
            var source = (Func<QualificationResult, CriterionResult, CriterionNote?>)note;
            try
            {
                if (source(this, criterion) is { } found) notes.Add(found);
            }
            catch (Exception e) when (CriterionErrors.IsOfCriterion(e))
            {
                throw new CriterionEvaluationException(ProfileName, criterion.Id, null, e);
            }
        }

        return notes.AsReadOnly();
    }

    /// <summary>Whether it is in the way, alone or as a part; and the state in which it would not be.</summary>
    private bool Lacks(CriterionResult result, out AnswerState wanted)
    {
        var criterion = result.Criterion;
        if (criterion.Parent is not { } parent)
        {
            wanted = criterion.Weight < 0 && !criterion.IsRequired ? AnswerState.Unmet : AnswerState.Met;
            return result.State != wanted;
        }

        var parentLacks = Lacks(_byIndex[parent.Index], out wanted);
        if (parent.Kind == CriterionKind.NoneOf) wanted = wanted == AnswerState.Met ? AnswerState.Unmet : AnswerState.Met;
        return parentLacks && result.State != wanted;
    }

    /// <summary>Whether it is unknown, and so is every criterion that it is a part of.</summary>
    private bool IsOpenToTheRoot(CriterionResult result)
    {
        while (result.State == AnswerState.Unknown)
        {
            if (result.Criterion.Parent is not { } parent) return true;
            result = _byIndex[parent.Index];
        }

        return false;
    }

    private sealed record RemedySearchResult(
        IReadOnlyList<Remedy> Remedies, IReadOnlyList<RemedyStep> SingleStepRemedies, bool AreComplete);
}
