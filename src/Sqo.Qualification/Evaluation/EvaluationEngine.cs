using System;
using System.Runtime.CompilerServices;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The one path from an opportunity to a decision, for deciding, batches, explaining, stepwise asking, replay, answer tables and remedies:
/// ask the conditions and the dates of decay, settle the answers, decide. Errors are handled here and nowhere else. Immutable.
/// </summary>
internal sealed class EvaluationEngine<T>
{
    private readonly string _profileName;

    // The conditions that a decision runs through, with the data needed of each in one place.
    private readonly Condition[] _conditions;

    // Whether every answer is final as its condition gives it: no combination, no decay, no prerequisite.
    private readonly bool _isPlain;

    // The sum that is computed while the conditions are asked, if nothing looks at single answers after that; otherwise null.
    private readonly PlainSum? _sum;

    // Made when needed: without combinations, decay and prerequisites, a decision needs the conditions alone.
    private ProfileCriterion<T>[]? _criteria;
    private ProfileCriterion<T>[]? _decaying;
    private ProfileCriterion<T>[]? _dependentConditions;
    private ProfileCriterion<T>[]? _dependentDecaying;

    public EvaluationEngine(string profileName, ErrorHandling handling, DecisionRule rule)
    {
        _profileName = profileName;
        Handling = handling;
        Rule = rule;
        _isPlain = rule.Layout.AnswersAreFinal;
        if (_isPlain && handling == ErrorHandling.Throw && (rule.Margin is null || !rule.LooksAtAnswers)) _sum = rule.Sum;
        _conditions = _isPlain ? ConditionsOf(rule.Layout.Declarations) : Asked();
    }

    public DecisionRule Rule { get; }

    public ErrorHandling Handling { get; }

    /// <summary>The criteria by their indexes.</summary>
    public ProfileCriterion<T>[] Criteria => LazyField.Of(ref _criteria)
        ?? LazyField.Keep(ref _criteria, Array.ConvertAll(Rule.Layout.All, info => new ProfileCriterion<T>(info)));

    private ProfileCriterion<T>[] Decaying =>
        LazyField.Of(ref _decaying) ?? LazyField.Keep(ref _decaying, Among(Criteria, ofDates: true, areDependent: false));

    // The same for criteria with prerequisites, which are asked if these are not unmet.
    private ProfileCriterion<T>[] DependentConditions => LazyField.Of(ref _dependentConditions)
        ?? LazyField.Keep(ref _dependentConditions, Among(Criteria, ofDates: false, areDependent: true));

    private ProfileCriterion<T>[] DependentDecaying => LazyField.Of(ref _dependentDecaying)
        ?? LazyField.Keep(ref _dependentDecaying, Among(Criteria, ofDates: true, areDependent: true));

    /// <summary>Whether a criterion counts, and is asked, only if another one is not unmet.</summary>
    public static bool IsDependent(ProfileCriterion<T> criterion) => criterion.Info.RootPrerequisite is not null;

    /// <summary>Decides about one opportunity, without an allocation.</summary>
    public Decision Decide(T item, DateTime asOf, DecisionRule rule)
    {
        if (item is null) Guard.ThrowNull(nameof(item));
        var context = new EvaluationContext(asOf);
        return _sum is { } total ? DecideBySum(item, in context, rule, total) : DecideBySheet(item, in context, rule);
    }

    /// <summary>Sums the points while the conditions are asked, without a sheet. An error is always thrown here.</summary>
    private Decision DecideBySum(T item, in EvaluationContext context, DecisionRule rule, PlainSum total)
    {
        var asked = 0;
        ulong unmet = 0;
        ulong unknown = 0;
        double sum = 0;
        double lowest = 0;
        double highest = 0;
        var conditions = _conditions;
        try
        {
            for (; asked < conditions.Length; asked++)
            {
                ref readonly var condition = ref conditions[asked];
                var value = condition.Criterion.Evaluate(item, in context).Raw;
                if (double.IsNaN(value))
                {
                    unknown |= 1UL << condition.Index;
                    lowest += condition.Least;
                    highest += condition.Greatest;
                    continue;
                }

                unmet |= (value < condition.MetFrom ? 1UL : 0) << condition.Index;
                var points = condition.Weight * value;
                sum += points;
                lowest += points;
                highest += points;
            }
        }
        catch (Exception error) when (CriterionErrors.IsOfCriterion(error))
        {
            throw ErrorAt(asked, error);
        }

        var score = PlainSum.Scaled(sum, total.Start, total.Span);
        var range = unknown == 0
            ? new ScoreRange(score, score, score, areInOrder: true)
            : RangeOf(score, lowest, highest, total);
        return new Decision(
            rule.VerdictOf(in range, unmet, unknown, null), in range, unmet, unknown, rule.Layout.CompletenessOf(unmet, unknown), false);
    }

    // Separate, as are other rare cases, so that a first decision doesn't compile them.
    private static ScoreRange RangeOf(double score, double lowest, double highest, PlainSum total) => new(
        score, PlainSum.Scaled(lowest, total.Start, total.Span), PlainSum.Scaled(highest, total.Start, total.Span), areInOrder: true);

    private CriterionEvaluationException ErrorAt(int asked, Exception error) => ErrorOf(_conditions[asked].Index, null, error);

    private Decision DecideBySheet(T item, in EvaluationContext context, DecisionRule rule)
    {
        var sheet = AnswerSheet.Rent();
        var unmet = Ask(item, in context, sheet);
        if (!_isPlain || sheet.Failed != 0) unmet = Settle(item, in context, sheet);
        var unknown = sheet.Unknown;
        if (rule.Grades is not null)
        {
            var decision = rule.Decide(sheet, unmet, unknown, sheet.Failed);
            AnswerSheet.Return(sheet);
            return decision;
        }

        var range = rule.Strategy.Score(sheet);
        var verdict = rule.VerdictOf(in range, unmet, unknown, sheet);
        AnswerSheet.Return(sheet);
        // Created last, directly in its place: copying 48 bytes that were just written takes longer than writing them.
        return new Decision(verdict, in range, unmet, unknown, rule.Layout.CompletenessOf(unmet, unknown), sheet.Failed != 0);
    }

    /// <summary>Asks all criteria, and keeps what each answer is based on if it is to be explained.</summary>
    public void Ask(T item, Evaluation evaluation, int? row)
    {
        var context = new EvaluationContext(evaluation.AsOf);
        foreach (var criterion in Criteria)
        {
            if (criterion.Criterion is not null && !IsDependent(criterion)) AskCondition(criterion, item, in context, evaluation, row);
        }

        foreach (var criterion in Decaying) AskDate(criterion, item, in context, evaluation, row);
        evaluation.Settle();
        if (DependentConditions.Length == 0) return;
        foreach (var criterion in DependentConditions)
        {
            if (evaluation.IsInForce(criterion.Info) != false) AskCondition(criterion, item, in context, evaluation, row);
            else evaluation.Take(
                criterion.Info.Index, new CriterionReading(Answer.Unknown), criterion.Criterion!.CanReplay, isLeftOut: true);
        }

        foreach (var criterion in DependentDecaying)
        {
            if (evaluation.IsInForce(criterion.Info) != false) AskDate(criterion, item, in context, evaluation, row);
            else evaluation.TakeDate(criterion.Info.Index, null, double.NaN);
        }

        evaluation.Settle();
    }

    private void AskCondition(ProfileCriterion<T> criterion, T item, in EvaluationContext context, Evaluation evaluation, int? row)
    {
        var index = criterion.Info.Index;
        var condition = criterion.Criterion!;
        var explains = evaluation.Inputs is not null;
        var reading = ReadingOf(criterion, item, in context, row, explains, out var error);
        evaluation.AddError(index, error);
        evaluation.Take(index, in reading, explains && condition.CanReplay, explains && condition.IsAnsweredFromOutside);
    }

    private void AskDate(ProfileCriterion<T> criterion, T item, in EvaluationContext context, Evaluation evaluation, int? row)
    {
        var index = criterion.Info.Index;
        var date = DateOf(criterion, item, row, out var error);
        evaluation.AddError(index, error);
        evaluation.TakeDate(index, date, criterion.DecayAt(date, in context));
    }

    /// <summary>Throws, unless an error counts as an unknown answer in the profile.</summary>
    /// <exception cref="CriterionEvaluationException">The profile handles errors by throwing.</exception>
    public void Accept(int index, int? row, Exception error)
    {
        if (Handling == ErrorHandling.Throw) throw ErrorOf(index, row, error);
    }

    public CriterionEvaluationException ErrorOf(int index, int? row, Exception error) =>
        new(_profileName, Rule.Layout.All[index].Id, row, error);

    /// <summary>The answer of a condition, with the value it is based on if wanted; unknown after an error.</summary>
    public CriterionReading ReadingOf(
        ProfileCriterion<T> criterion, T item, in EvaluationContext context, int? row, bool explains, out Exception? error)
    {
        error = null;
        try
        {
            return explains ? criterion.Criterion!.Read(item, in context)
                : new CriterionReading(criterion.Criterion!.Evaluate(item, in context));
        }
        catch (Exception thrown) when (CriterionErrors.IsOfCriterion(thrown))
        {
            Accept(criterion.Info.Index, row, thrown);
            error = thrown;
            return new CriterionReading(Answer.Unknown);
        }
    }

    /// <summary>The date by which points decay; none after an error.</summary>
    public DateTime? DateOf(ProfileCriterion<T> criterion, T item, int? row, out Exception? error)
    {
        error = null;
        try
        {
            return criterion.DecayDate(item);
        }
        catch (Exception thrown) when (CriterionErrors.IsOfCriterion(thrown))
        {
            Accept(criterion.Info.Index, row, thrown);
            error = thrown;
            return null;
        }
    }

    /// <summary>Asks criteria that may have errors again, in the order of a single decision.</summary>
    /// <param name="criteria">The criteria to ask; the sheet has the answers of the others.</param>
    /// <param name="item">The opportunity.</param>
    /// <param name="context">The moment it is judged at.</param>
    /// <param name="row">Its index in the batch.</param>
    /// <param name="sheet">Receives the answers.</param>
    /// <exception cref="CriterionEvaluationException">The profile handles errors by throwing, and there is one.</exception>
    public void AskAgain(ulong criteria, T item, in EvaluationContext context, int row, AnswerSheet sheet)
    {
        AskAgain(criteria, item, in context, row, sheet, isDependent: false);
        if (DependentConditions.Length == 0) return;
        Rule.Settler.Combine(sheet);
        AskAgain(criteria, item, in context, row, sheet, isDependent: true);
    }

    private void AskAgain(ulong criteria, T item, in EvaluationContext context, int row, AnswerSheet sheet, bool isDependent)
    {
        foreach (var criterion in Criteria)
        {
            if (criterion.Criterion is not null && IsAsked(criterion)) sheet.Answers[criterion.Info.Index] = ReadingOf(
                criterion, item, in context, row, false, out _).Answer;
        }

        foreach (var criterion in Criteria)
        {
            if (criterion.Decays && IsAsked(criterion)) sheet.Decays[criterion.Info.Index] = criterion.DecayAt(
                DateOf(criterion, item, row, out _), in context);
        }

        bool IsAsked(ProfileCriterion<T> criterion) =>
            (criteria & (1UL << criterion.Info.Index)) != 0 && IsDependent(criterion) == isDependent
                && !AnswerSettler.IsLeftOut(sheet, criterion.Info);
    }

    /// <summary>
    /// Asks the conditions; returns the unmet criteria, and leaves the unknown ones and those with an error on the sheet. Separate from its
    /// caller and from the loop itself: next to a handler, locals live in memory instead of registers.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Ask(T item, in EvaluationContext context, AnswerSheet sheet)
    {
        try
        {
            sheet.Failed = 0;
            return AskConditions(item, in context, sheet);
        }
        catch (Exception error) when (CriterionErrors.IsOfCriterion(error))
        {
            return AskAfterError(item, in context, sheet, error);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong AskConditions(T item, in EvaluationContext context, AnswerSheet sheet)
    {
        ulong unmet = 0;
        ulong unknown = 0;
        var conditions = _conditions;
        for (var i = 0; i < conditions.Length; i++)
        {
            sheet.Asked = i;
            ref readonly var condition = ref conditions[i];
            var answer = condition.Criterion.Evaluate(item, in context);
            sheet.Answers[condition.Index] = answer;
            // As the layout does it, while the answer is available.
            unmet |= (answer.Raw < condition.MetFrom ? 1UL : 0) << condition.Index;
            unknown |= (double.IsNaN(answer.Raw) ? 1UL : 0) << condition.Index;
        }

        sheet.Unknown = unknown;
        return unmet;
    }

    /// <summary>Continues after the condition that had an error, each one separately. The unmet and unknown criteria are found after the
    /// answers are settled.</summary>
    private ulong AskAfterError(T item, in EvaluationContext context, AnswerSheet sheet, Exception first)
    {
        var at = sheet.Asked;
        var index = _conditions[at].Index;
        Accept(index, null, first);
        sheet.Failed = 1UL << index;
        sheet.Answers[index] = Answer.Unknown;
        for (var i = at + 1; i < _conditions.Length; i++)
        {
            index = _conditions[i].Index;
            sheet.Answers[index] = ReadingOf(Criteria[index], item, in context, null, explains: false, out var error).Answer;
            if (error is not null) sheet.Failed |= 1UL << index;
        }

        return 0;
    }

    /// <summary>Asks the dates of decay, and makes the answers of the conditions final; returns the unmet criteria, and leaves the rest on
    /// the sheet.</summary>
    private ulong Settle(T item, in EvaluationContext context, AnswerSheet sheet)
    {
        foreach (var criterion in Decaying)
        {
            var index = criterion.Info.Index;
            sheet.Decays[index] = criterion.DecayAt(DateOf(criterion, item, null, out var error), in context);
            if (error is not null) sheet.Failed |= 1UL << index;
        }

        if (DependentConditions.Length > 0) AskDependents(item, in context, sheet);
        Rule.Settler.Settle(sheet);
        Rule.Layout.MasksOf(sheet.Answers, out var unmet, out sheet.Unknown);
        return unmet;
    }

    /// <summary>Asks the criteria with prerequisites, after these are answered; if one is unmet, its criteria are not asked.</summary>
    private void AskDependents(T item, in EvaluationContext context, AnswerSheet sheet)
    {
        Rule.Settler.Combine(sheet);
        foreach (var criterion in DependentConditions)
        {
            var index = criterion.Info.Index;
            sheet.Answers[index] = Answer.Unknown;
            if (AnswerSettler.IsLeftOut(sheet, criterion.Info)) continue;
            sheet.Answers[index] = ReadingOf(criterion, item, in context, null, explains: false, out var error).Answer;
            if (error is not null) sheet.Failed |= 1UL << index;
        }

        foreach (var criterion in DependentDecaying)
        {
            var index = criterion.Info.Index;
            sheet.Decays[index] = 1;
            if (AnswerSettler.IsLeftOut(sheet, criterion.Info)) continue;
            sheet.Decays[index] = criterion.DecayAt(DateOf(criterion, item, null, out var error), in context);
            if (error is not null) sheet.Failed |= 1UL << index;
        }
    }

    private Condition[] ConditionsOf(CriterionDeclaration[] declarations)
    {
        var conditions = new Condition[declarations.Length];
        for (var i = 0; i < conditions.Length; i++) conditions[i] = new Condition(declarations[i], i, _sum);
        return conditions;
    }

    private Condition[] Asked() => Array.ConvertAll(
        Among(Criteria, ofDates: false, areDependent: false),
        criterion => new Condition(criterion.Info.Settings, criterion.Info.Index, null));

    private static ProfileCriterion<T>[] Among(ProfileCriterion<T>[] criteria, bool ofDates, bool areDependent) => Array.FindAll(
        criteria,
        criterion => (ofDates ? criterion.Decays : criterion.Criterion is not null)
            && IsDependent(criterion) == areDependent);

    private readonly struct Condition
    {
        public readonly Criterion<T> Criterion;
        public readonly double MetFrom;
        public readonly int Index;

        // For a plain sum: the weight, and the most that an unknown answer may take away or add.
        public readonly double Weight;
        public readonly double Least;
        public readonly double Greatest;

        public Condition(CriterionDeclaration settings, int index, PlainSum? sum)
        {
            Criterion = (Criterion<T>)(settings.Checked ?? settings.Facts)!;
            MetFrom = settings.MetFrom;
            Index = index;
            Weight = sum is null ? 0 : settings.Weight;
            var highest = Weight * settings.HighestValue;
            Least = highest < 0 ? highest : 0;
            Greatest = highest < 0 ? 0 : highest;
        }
    }
}
