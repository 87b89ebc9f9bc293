using System;
using System.Collections.Generic;
using System.Threading;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Criteria, a way to score them and a threshold: judges opportunities and says why. Immutable, and safe for use by many threads
/// at once.
/// </summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
public sealed class QualificationProfile<T>
{
    private readonly ProfileIdentity _identity;
    private readonly DecisionRule _rule;
    private readonly FaultHandling _handling;
    private readonly CompiledCriterion<T>[] _compiled;

    // The tests alone, beside their indexes: what a decision runs through.
    private readonly Criterion<T>[] _tests;
    private readonly int[] _indexes;
    private readonly double[] _metFrom;
    private readonly CompiledCriterion<T>[] _decaying;

    // How many tests stand before those that are asked under a condition.
    private readonly int _unconditional;

    // Whether every answer is final once its test has given it: no combination, no decay.
    private readonly bool _isPlain;

    private IReadOnlyList<CriterionInfo>? _criteria;
    private IReadOnlyList<ProfileLint>? _lint;
    private IReadOnlyList<NextAction>? _nextActions;

    internal QualificationProfile(
        string name, string version, FaultHandling handling, DecisionRule rule, GroupInfo? total, CompiledCriterion<T>[] compiled, NextAction[] nextActions)
    {
        _rule = rule;
        Minimum = total?.Minimum;
        Maximum = total?.Maximum;
        _handling = handling;
        _compiled = compiled;
        _identity = new ProfileIdentity(name, version, () => Declarations.Write(this, _compiled), nextActions);
        var tests = 0;
        var decaying = 0;
        foreach (var criterion in compiled)
        {
            if (criterion.Criterion is not null) tests++;
            if (criterion.DecayDate is not null) decaying++;
        }

        _tests = new Criterion<T>[tests];
        _indexes = new int[tests];
        _metFrom = new double[tests];
        _decaying = decaying == 0 ? [] : new CompiledCriterion<T>[decaying];
        var ordered = rule.Layout.Conditions.Length == 0 ? compiled : UnconditionalFirst(compiled);
        _unconditional = Array.FindAll(ordered, c => c.Criterion is not null && c.Info.RootCondition is null).Length;
        foreach (var criterion in ordered)
        {
            if (criterion.DecayDate is not null) _decaying[_decaying.Length - decaying--] = criterion;
            if (criterion.Criterion is null) continue;
            _tests[_tests.Length - tests] = criterion.Criterion;
            _metFrom[_tests.Length - tests] = criterion.Info.Settings.MetFrom;
            _indexes[_tests.Length - tests--] = criterion.Info.Index;
        }

        _isPlain = _tests.Length == compiled.Length && _decaying.Length == 0 && rule.Layout.Conditions.Length == 0;
    }

    /// <summary>The name.</summary>
    public string Name => _identity.Name;

    /// <summary>The version.</summary>
    /// <value>"1" unless told.</value>
    public string Version => _identity.Version;

    /// <summary>
    /// The SHA-256 of <see cref="Declaration"/>, in hexadecimal: the same on every platform, and another one when anything
    /// declared changes. Code in selectors and predicates stands behind its criterion's id and revision.
    /// </summary>
    public string Fingerprint => _identity.Fingerprint;

    /// <summary>All that the profile declares, in a canonical text, one line a criterion.</summary>
    public string Declaration => _identity.Declaration;

    /// <summary>The score that qualifies, from 0 to 100.</summary>
    public double Threshold => _rule.Threshold;

    /// <summary>How many points short a near miss may be; <see langword="null"/> when there are no near misses.</summary>
    public double? NearMissMargin => _rule.Margin;

    /// <summary>How many points below the threshold the score of a qualified opportunity may fall before it is that no more.</summary>
    /// <value>0 unless told.</value>
    public double Hysteresis => _rule.Hysteresis;

    /// <summary>The name of the strategy that makes the score, with the version of its way.</summary>
    /// <value>The default is "weighted-points/2".</value>
    public string Strategy => _rule.Strategy.Name;

    /// <summary>The least points that all criteria and groups together give; <see langword="null"/> when there is no minimum.</summary>
    public double? Minimum { get; }

    /// <summary>The most points that all criteria and groups together give; <see langword="null"/> when there is no maximum.</summary>
    public double? Maximum { get; }

    /// <summary>What happens when code of a criterion throws.</summary>
    public FaultHandling FaultHandling => _handling;

    /// <summary>The criteria in the order of the profile, each before its parts.</summary>
    public IReadOnlyList<CriterionInfo> Criteria => _criteria ??= Array.AsReadOnly(Array.ConvertAll(_rule.Layout.DisplayOrder, i => _rule.Layout.All[i]));

    /// <summary>The groups in the order of the profile, each before those inside it.</summary>
    public IReadOnlyList<GroupInfo> Groups => _rule.Layout.Groups;

    /// <summary>What to do next with an opportunity, verdict by verdict; what a criterion says is to be done stands with it.</summary>
    public IReadOnlyList<NextAction> NextActions => _nextActions ??= Array.AsReadOnly(_identity.NextActions);

    /// <summary>What looks wrong but could be meant; empty when nothing does.</summary>
    public IReadOnlyList<ProfileLint> Lint => _lint ??= Array.AsReadOnly(ProfileLinter.Run(this, _rule, _compiled));

    /// <summary>The criterion of an id.</summary>
    /// <param name="id">The id.</param>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is <see langword="null"/>.</exception>
    /// <exception cref="KeyNotFoundException">The profile has no such criterion; the message lists those that it has.</exception>
    public CriterionInfo this[string id]
    {
        get
        {
            Guard.NotNull(id);
            foreach (var criterion in _rule.Layout.All)
            {
                if (criterion.Id == id) return criterion;
            }

            throw new KeyNotFoundException(
                $"The profile \"{Name}\" has no criterion \"{id}\"; it has \"{string.Join("\", \"", Criteria)}\".");
        }
    }

    /// <summary>The criteria of a set, in ascending order of their indexes.</summary>
    /// <param name="set">A set of a decision of this profile.</param>
    /// <returns>The criteria.</returns>
    /// <exception cref="ArgumentException">The set holds an index that the profile has not.</exception>
    public IReadOnlyList<CriterionInfo> CriteriaIn(CriterionSet set)
    {
        var criteria = new List<CriterionInfo>(set.Count);
        foreach (var index in set)
        {
            if (index >= _rule.Layout.All.Length)
            {
                throw new ArgumentException(
                    $"The set holds the index {index}; the profile \"{Name}\" has {_rule.Layout.All.Length} criteria, from index 0.", nameof(set));
            }

            criteria.Add(_rule.Layout.All[index]);
        }

        return criteria.AsReadOnly();
    }

    /// <summary>Decides about an opportunity, without an allocation.</summary>
    /// <param name="item">The opportunity.</param>
    /// <param name="asOf">The moment to judge it at: in UTC or of an unspecified kind, on the clock of the opportunity's dates.</param>
    /// <returns>The decision.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="item"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="asOf"/> is of kind Local, which depends on the machine.</exception>
    /// <exception cref="CriterionEvaluationException">Code of a criterion has thrown, and the profile handles faults by throwing.</exception>
    public Decision Decide(T item, DateTime asOf) => Decide(item, asOf, _rule);

    /// <summary>
    /// Decides about an opportunity that was decided about before, without an allocation: with hysteresis, one that was qualified
    /// stays so until its score is below the threshold by more than that.
    /// </summary>
    /// <param name="item">The opportunity.</param>
    /// <param name="asOf">The moment to judge it at, as for <see cref="Decide(T, DateTime)"/>.</param>
    /// <param name="previous">The decision of before; the default value when there was none.</param>
    /// <inheritdoc cref="Decide(T, DateTime)"/>
    public Decision Decide(T item, DateTime asOf, Decision previous) => Decide(item, asOf, _rule.After(previous));

    private Decision Decide(T item, DateTime asOf, DecisionRule rule)
    {
        CheckItem(item);
        Guard.NotLocal(asOf);
        var context = new EvaluationContext(asOf);
        var sheet = AnswerSheet.Rent();
        var faulted = Answer(item, in context, sheet, out var unmet, out var unknown);
        var decision = rule.Decide(sheet, unmet, unknown, faulted);
        AnswerSheet.Return(sheet);
        return decision;
    }

    /// <summary>Decides about an opportunity, and says why.</summary>
    /// <inheritdoc cref="Decide(T, DateTime)"/>
    /// <returns>The explanation, with the decision that <see cref="Decide(T, DateTime)"/> gives.</returns>
    public QualificationResult Explain(T item, DateTime asOf) => Explain(item, asOf, default);

    /// <summary>Decides about an opportunity that was decided about before, and says why.</summary>
    /// <inheritdoc cref="Decide(T, DateTime, Decision)"/>
    /// <returns>The explanation, with the decision that <see cref="Decide(T, DateTime, Decision)"/> gives.</returns>
    public QualificationResult Explain(T item, DateTime asOf, Decision previous)
    {
        CheckItem(item);
        Guard.NotLocal(asOf);
        var context = new EvaluationContext(asOf);
        return new Explainer<T>(_identity, _rule, _handling, _compiled).Explain(item, in context, previous.IsQualified);
    }

    /// <summary>
    /// Comes to a recorded decision again, from the recorded inputs alone: the same result, to the byte.
    /// </summary>
    /// <param name="record">The record of a decision of a profile with the same fingerprint.</param>
    /// <returns>The explanation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="record"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The record is of another profile, its inputs don't fit this one, or it was changed: they lead to another outcome.</exception>
    public QualificationResult Replay(DecisionRecord record)
    {
        Guard.NotNull(record);
        if (record.Fingerprint != Fingerprint)
        {
            throw new ArgumentException(
                $"The record was made by the profile \"{record.ProfileName}\", version {record.ProfileVersion}, with the fingerprint {record.Fingerprint}; " +
                $"this is \"{Name}\", version {Version}, with {Fingerprint}. A replay needs the profile that decided.",
                nameof(record));
        }

        return new Explainer<T>(_identity, _rule, _handling, _compiled).Replay(record);
    }

    /// <summary>Decides about many opportunities: a column at a time, which is faster than one by one and gives the same.</summary>
    /// <param name="items">The opportunities.</param>
    /// <param name="decisions">Takes the decisions, by the index of the opportunity; at least as long as <paramref name="items"/>.</param>
    /// <param name="asOf">The moment to judge them at, as for <see cref="Decide(T, DateTime)"/>.</param>
    /// <param name="degreeOfParallelism">How many threads may work at once, at least 1; with 1 all is done on the caller's.</param>
    /// <param name="cancellationToken">Stops the work between chunks of 256.</param>
    /// <exception cref="ArgumentNullException">An array is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// An opportunity is <see langword="null"/>, <paramref name="decisions"/> is too short, or <paramref name="asOf"/> is of kind Local.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="degreeOfParallelism"/> is below 1.</exception>
    /// <exception cref="CriterionEvaluationException">
    /// Code of a criterion has thrown, and the profile handles faults by throwing: the first opportunity where one did.
    /// </exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public void DecideAll(T[] items, Decision[] decisions, DateTime asOf, int degreeOfParallelism = 1, CancellationToken cancellationToken = default) =>
        new BatchRun<T>(this, Guard.NotNull(items), Guard.NotNull(decisions), asOf, cancellationToken).Run(degreeOfParallelism);

    /// <inheritdoc cref="DecideAll(T[], Decision[], DateTime, int, CancellationToken)"/>
    public void DecideAll(
        IReadOnlyList<T> items, Decision[] decisions, DateTime asOf, int degreeOfParallelism = 1, CancellationToken cancellationToken = default) =>
        new BatchRun<T>(this, Guard.NotNull(items), Guard.NotNull(decisions), asOf, cancellationToken).Run(degreeOfParallelism);

    /// <inheritdoc cref="DecideAll(T[], Decision[], DateTime, int, CancellationToken)"/>
    /// <returns>The decisions, by the index of the opportunity.</returns>
    public Decision[] DecideAll(IReadOnlyList<T> items, DateTime asOf, int degreeOfParallelism = 1, CancellationToken cancellationToken = default)
    {
        var decisions = new Decision[Guard.NotNull(items).Count];
        DecideAll(items, decisions, asOf, degreeOfParallelism, cancellationToken);
        return decisions;
    }

    /// <summary>Decides about many opportunities that were decided about before, as <see cref="Decide(T, DateTime, Decision)"/> does.</summary>
    /// <param name="items">The opportunities.</param>
    /// <param name="previous">The decisions of before, by the index of the opportunity; the default value where there was none.</param>
    /// <param name="decisions">Takes the decisions; another array than <paramref name="previous"/>, at least as long as <paramref name="items"/>.</param>
    /// <param name="asOf">The moment to judge them at, as for <see cref="Decide(T, DateTime)"/>.</param>
    /// <param name="degreeOfParallelism">How many threads may work at once, at least 1; with 1 all is done on the caller's.</param>
    /// <param name="cancellationToken">Stops the work between chunks of 256.</param>
    /// <exception cref="ArgumentNullException">A list is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// An opportunity is <see langword="null"/>, <paramref name="previous"/> has another length than <paramref name="items"/>,
    /// <paramref name="decisions"/> is too short or the same as <paramref name="previous"/>, or <paramref name="asOf"/> is of kind Local.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="degreeOfParallelism"/> is below 1.</exception>
    /// <exception cref="CriterionEvaluationException">
    /// Code of a criterion has thrown, and the profile handles faults by throwing: the first opportunity where one did.
    /// </exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public void DecideAll(
        IReadOnlyList<T> items,
        IReadOnlyList<Decision> previous,
        Decision[] decisions,
        DateTime asOf,
        int degreeOfParallelism = 1,
        CancellationToken cancellationToken = default)
    {
        Guard.NotNull(items);
        if (Guard.NotNull(previous).Count != items.Count)
        {
            throw new ArgumentException($"There are {items.Count} opportunities and {previous.Count} previous decisions; each must have one.", nameof(previous));
        }

        if (ReferenceEquals(previous, decisions))
        {
            throw new ArgumentException("The array for the decisions is the one that holds the previous decisions; it must be another.", nameof(decisions));
        }

        DecideAll(items, decisions, asOf, degreeOfParallelism, cancellationToken);
        if (Hysteresis == 0) return;

        // Only what was qualified and is no longer is judged by another threshold.
        for (var i = 0; i < items.Count; i++)
        {
            if (previous[i].IsQualified && !decisions[i].IsQualified) decisions[i] = Decide(items[i], asOf, previous[i]);
        }
    }

#if NET
    /// <summary>Decides about many opportunities: a column at a time, which is faster than one by one and gives the same.</summary>
    /// <param name="items">The opportunities.</param>
    /// <param name="decisions">Takes the decisions, by the index of the opportunity; at least as long as <paramref name="items"/>.</param>
    /// <param name="asOf">The moment to judge them at, as for <see cref="Decide(T, DateTime)"/>.</param>
    /// <param name="cancellationToken">Stops the work between chunks of 256.</param>
    /// <exception cref="ArgumentException">
    /// An opportunity is <see langword="null"/>, <paramref name="decisions"/> is too short, or <paramref name="asOf"/> is of kind Local.
    /// </exception>
    /// <exception cref="CriterionEvaluationException">
    /// Code of a criterion has thrown, and the profile handles faults by throwing: the first opportunity where one did.
    /// </exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public void DecideAll(ReadOnlySpan<T> items, Span<Decision> decisions, DateTime asOf, CancellationToken cancellationToken = default)
    {
        Guard.NotLocal(asOf);
        BatchRun<T>.CheckLengths(items.Length, decisions.Length);
        var worker = new BatchWorker<T>(this, asOf);
        var chunk = new Decision[Batch.ChunkRows];
        for (var start = 0; start < items.Length; start += Batch.ChunkRows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var count = Math.Min(Batch.ChunkRows, items.Length - start);
            items.Slice(start, count).CopyTo(worker.Items);
            worker.Decide(worker.Items, 0, count, start, chunk, 0);
            chunk.AsSpan(0, count).CopyTo(decisions[start..]);
        }
    }
#endif

    /// <summary>Tells the profile as data, for a profile that is made of built-in operators on the fields of a map.</summary>
    /// <param name="fields">The map whose <see cref="FieldMap{T}.Field"/> gave the selectors.</param>
    /// <returns>The definition; the profile made of it and the same map has the fingerprint of this one. Words in further languages are not in it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="fields"/> is <see langword="null"/>.</exception>
    /// <exception cref="QualificationProfileException">Something in it can't be data: code, a class of one's own, a selector that is not of the map; every such criterion is named.</exception>
    public ProfileDefinition ToDefinition(FieldMap<T> fields) => new DefinitionExporter<T>(this, _compiled, Guard.NotNull(fields)).Export();

    /// <summary>The name, version and number of criteria.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Name} {Version} ({_rule.Layout.All.Length} criteria)";

    internal DecisionRule Rule => _rule;

    /// <summary>A judgment to which answers come from outside.</summary>
    internal StepwiseEvaluation<T> Stepwise(bool explains) => new(_identity, _rule, _handling, _compiled, explains);

    internal Criterion<T>[] Tests => _tests;

    internal int[] Indexes => _indexes;

    /// <summary>How many of the tests always count; the others wait for their conditions.</summary>
    internal int Unconditional => _unconditional;

    internal CompiledCriterion<T>[] Decaying => _decaying;

    /// <summary>The exception for a fault of a criterion.</summary>
    internal CriterionEvaluationException FaultOf(int index, int? row, Exception cause) =>
        new(Name, _rule.Layout.All[index].Id, row, cause);

    /// <summary>Fills in the answers, and says by masks which of them are unmet, unknown, and unknown for a fault.</summary>
    internal ulong Answer(T item, in EvaluationContext context, AnswerSheet sheet, out ulong unmet, out ulong unknown, int? row = null)
    {
        var at = 0;
        ulong faulted = 0;
        try
        {
            Test(item, in context, sheet, ref at, out unmet, out unknown);
            if (_isPlain) return 0;
        }
        catch (Exception fault) when (Faults.IsOfCriterion(fault))
        {
            if (_handling == FaultHandling.Throw) throw FaultOf(_indexes[at], row, fault);
            faulted = AnswerOneByOne(item, in context, sheet);
        }

        foreach (var step in _rule.Layout.Logic) step.Run(sheet.Answers);
        foreach (var criterion in _decaying)
        {
            if (criterion.Info.RootCondition is null) faulted |= Decay(criterion, item, in context, sheet, row);
        }

        if (_rule.Layout.Conditions.Length > 0) faulted |= AnswerConditional(item, in context, sheet, row);
        _rule.Layout.MasksOf(sheet.Answers, out unmet, out unknown);
        return faulted;
    }

    /// <summary>The tests alone, one after the other, with <paramref name="at"/> telling how far they have come.</summary>
    private void Test(T item, in EvaluationContext context, AnswerSheet sheet, ref int at, out ulong unmet, out ulong unknown)
    {
        ulong unmetBits = 0;
        ulong unknownBits = 0;
        var tests = _tests;
        var indexes = _indexes;
        var metFrom = _metFrom;
        var answers = sheet.Answers;
        for (var i = 0; i < _unconditional; i++)
        {
            at = i;
            var answer = tests[i].Evaluate(item, in context);
            answers[indexes[i]] = answer;
            // As the layout does it, while the answer is at hand.
            unmetBits |= (answer.Raw < metFrom[i] ? 1UL : 0) << i;
            unknownBits |= (double.IsNaN(answer.Raw) ? 1UL : 0) << i;
        }

        unmet = unmetBits;
        unknown = unknownBits;
    }

    /// <summary>After a fault: each criterion for itself.</summary>
    private ulong AnswerOneByOne(T item, in EvaluationContext context, AnswerSheet sheet)
    {
        ulong faulted = 0;
        for (var i = 0; i < _unconditional; i++)
        {
            try
            {
                sheet.Answers[_indexes[i]] = _tests[i].Evaluate(item, in context);
            }
            catch (Exception fault) when (Faults.IsOfCriterion(fault))
            {
                sheet.Answers[_indexes[i]] = Qualification.Answer.Unknown;
                faulted |= 1UL << _indexes[i];
            }
        }

        return faulted;
    }

    /// <summary>What counts under conditions, once these are answered; where one is unmet, nothing is asked.</summary>
    private ulong AnswerConditional(T item, in EvaluationContext context, AnswerSheet sheet, int? row)
    {
        ulong faulted = 0;
        for (var i = _unconditional; i < _tests.Length; i++)
        {
            var index = _indexes[i];
            sheet.Answers[index] = Qualification.Answer.Unknown;
            if (sheet.IsInForce(_rule.Layout.All[index]) == false) continue;
            try
            {
                sheet.Answers[index] = _tests[i].Evaluate(item, in context);
            }
            catch (Exception fault) when (Faults.IsOfCriterion(fault))
            {
                if (_handling == FaultHandling.Throw) throw FaultOf(index, row, fault);
                faulted |= 1UL << index;
            }
        }

        foreach (var step in _rule.Layout.ConditionalLogic) step.Run(sheet.Answers);
        foreach (var criterion in _decaying)
        {
            if (criterion.Info.RootCondition is null || sheet.IsInForce(criterion.Info) == false) continue;
            faulted |= Decay(criterion, item, in context, sheet, row);
        }

        return faulted;
    }

    private static CompiledCriterion<T>[] UnconditionalFirst(CompiledCriterion<T>[] compiled)
    {
        var ordered = new List<CompiledCriterion<T>>(compiled.Length);
        foreach (var criterion in compiled) if (criterion.Info.RootCondition is null) ordered.Add(criterion);
        foreach (var criterion in compiled) if (criterion.Info.RootCondition is not null) ordered.Add(criterion);
        return [.. ordered];
    }

    private ulong Decay(CompiledCriterion<T> criterion, T item, in EvaluationContext context, AnswerSheet sheet, int? row)
    {
        var index = criterion.Info.Index;
        try
        {
            sheet.Decays[index] = Decays.Apply(ref sheet.Answers[index], criterion.DecayDate!(item), criterion.Info, in context);
            return 0;
        }
        catch (Exception fault) when (Faults.IsOfCriterion(fault))
        {
            if (_handling == FaultHandling.Throw) throw FaultOf(index, row, fault);
            sheet.Decays[index] = Decays.Apply(ref sheet.Answers[index], null, criterion.Info, in context);
            return 1UL << index;
        }
    }

    private static void CheckItem(T item)
    {
        if (item is null) throw new ArgumentNullException(nameof(item));
    }
}
