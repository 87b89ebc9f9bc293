using System;
using System.Collections.Generic;
using System.Threading;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Criteria, a way to score them and a threshold: decides about opportunities and explains why. Immutable, and safe for use by many
/// threads at once.
/// </summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
public sealed class QualificationProfile<T>
{
    private readonly string _name;
    private readonly EvaluationEngine<T> _engine;
    private readonly DecisionRule _rule;
    private readonly ProfileDraft _draft;

    private ProfileIdentity? _identity;
    private IReadOnlyList<CriterionInfo>? _criteria;
    private IReadOnlyList<LintWarning>? _lint;
    private IReadOnlyList<NextAction>? _nextActions;
    private IReadOnlyList<string>? _grades;
    private IReadOnlyList<string>? _qualifyingGrades;

    internal QualificationProfile(string name, ProfileDraft draft, DecisionRule rule)
    {
        _name = name;
        _rule = rule;
        _draft = draft;
        _engine = new EvaluationEngine<T>(name, draft.Handling, rule);
    }

    /// <summary>The name.</summary>
    public string Name => _name;

    /// <summary>The version.</summary>
    /// <value>The default is "1".</value>
    public string Version => _draft.VersionText;

    /// <summary>
    /// The SHA-256 of <see cref="Declaration"/>, in hexadecimal: the same on every platform, and different if any declaration changes.
    /// The id and revision of a criterion represent the code of its selectors and predicates.
    /// </summary>
    public string Fingerprint => Identity.Fingerprint;

    /// <summary>Everything that the profile declares, as a canonical text with one line per criterion.</summary>
    public string Declaration => Identity.Declaration;

    /// <summary>The score that qualifies, from 0 to 100.</summary>
    public double Threshold => _rule.Threshold;

    /// <summary>How many points short a near miss can be; <see langword="null"/> if there are no near misses.</summary>
    public double? NearMissMargin => _rule.Margin;

    /// <summary>
    /// How many points below the threshold the score of a qualified opportunity can fall before it is no longer qualified.
    /// </summary>
    /// <value>The default is 0.</value>
    public double Hysteresis => _rule.Hysteresis;

    /// <summary>The name of the scoring strategy, with the version of its method.</summary>
    /// <value>The default is "weighted-points/2".</value>
    public string Strategy => _rule.Strategy.Name;

    /// <summary>The fewest points that all criteria and groups give together; <see langword="null"/> if there is no minimum.</summary>
    public double? Minimum => _rule.Layout.Total?.Minimum;

    /// <summary>The most points that all criteria and groups give together; <see langword="null"/> if there is no maximum.</summary>
    public double? Maximum => _rule.Layout.Total?.Maximum;

    /// <summary>What happens when code of a criterion throws.</summary>
    public ErrorHandling ErrorHandling => _engine.Handling;

    /// <summary>The criteria in the order of the profile, each before its parts.</summary>
    public IReadOnlyList<CriterionInfo> Criteria =>
        LazyField.Of(ref _criteria) ?? LazyField.Keep(
            ref _criteria, Array.AsReadOnly(Array.ConvertAll(_rule.Layout.DisplayOrder, i => _rule.Layout.All[i])));

    /// <summary>The groups in the order of the profile, each before those inside it.</summary>
    public IReadOnlyList<GroupInfo> Groups => _rule.Layout.Groups;

    /// <summary>What to do next with an opportunity, by verdict; the next action of a criterion is in its own information.</summary>
    public IReadOnlyList<NextAction> NextActions =>
        LazyField.Of(ref _nextActions) ?? LazyField.Keep(ref _nextActions, Array.AsReadOnly(Identity.NextActions));

    /// <summary>Warnings about what looks wrong but could be intended; empty if there are none.</summary>
    public IReadOnlyList<LintWarning> Lint =>
        LazyField.Of(ref _lint) ?? LazyField.Keep(ref _lint, Array.AsReadOnly(ProfileLinter.Run(this, _rule, _engine.Criteria)));

    /// <summary>
    /// The grades that decisions can have, the best first: each letter with all digits. Empty if the strategy gives none.
    /// </summary>
    public IReadOnlyList<string> Grades =>
        LazyField.Of(ref _grades) ?? LazyField.Keep(ref _grades, Array.AsReadOnly(_rule.Grades?.Names ?? []));

    /// <summary>Those of <see cref="Grades"/> that qualify, as <see cref="ProfileBuilder{T}.QualifyGrades"/> names them.</summary>
    /// <value>The default is all grades.</value>
    public IReadOnlyList<string> QualifyingGrades =>
        LazyField.Of(ref _qualifyingGrades) ?? LazyField.Keep(ref _qualifyingGrades, Array.AsReadOnly(_rule.Grades?.QualifyingNames ?? []));

    /// <summary>Gets the score of a dimension from which an opportunity is qualified.</summary>
    /// <param name="dimension">The dimension.</param>
    /// <returns>From 0 to 100; <see langword="null"/> if <see cref="ProfileBuilder{T}.QualifyDimension"/> was not called for it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="dimension"/> is <see langword="null"/>.</exception>
    public double? ThresholdOf(string dimension)
    {
        Guard.NotNull(dimension);
        return dimension == _rule.Grades?.Scales.FitDimension ? _rule.Grades.LeastFit
            : dimension == _rule.Grades?.Scales.EngagementDimension ? _rule.Grades.LeastEngagement
            : null;
    }

    /// <summary>Gets the grade of a decision.</summary>
    /// <param name="decision">A decision of this profile.</param>
    /// <returns>The name, such as "B2"; <see langword="null"/> if the decision has no grade.</returns>
    /// <exception cref="ArgumentException">The decision has a grade that the profile does not give.</exception>
    public string? GradeOf(Decision decision)
    {
        if (decision.GradeIndex is not { } index) return null;
        if (index < Grades.Count) return Grades[index];
        throw new ArgumentException(
            $"The decision has the grade of index {index}; the profile \"{Name}\" has {Grades.Count} grades, from index 0.",
            nameof(decision));
    }

    /// <summary>Gets the criterion with an id.</summary>
    /// <param name="id">The id.</param>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is <see langword="null"/>.</exception>
    /// <exception cref="KeyNotFoundException">The profile has no such criterion; the message lists its criteria.</exception>
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

    /// <summary>Gets the criteria of a set, in ascending order of their indexes.</summary>
    /// <param name="set">A set of a decision of this profile.</param>
    /// <returns>The criteria.</returns>
    /// <exception cref="ArgumentException">The set contains an index that the profile does not have.</exception>
    public IReadOnlyList<CriterionInfo> CriteriaIn(CriterionSet set)
    {
        var criteria = new List<CriterionInfo>(set.Count);
        foreach (var index in set)
        {
            if (index >= _rule.Layout.All.Length)
            {
                throw new ArgumentException(
                    $"The set holds the index {index}; the profile \"{Name}\" has {_rule.Layout.All.Length} criteria, from index 0.",
                        nameof(set));
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
    /// <exception cref="CriterionEvaluationException">Code of a criterion threw, and the profile handles errors by throwing.</exception>
    /// <example><code>
    /// Decision decision = profile.Decide(deal, DateTime.UtcNow);
    /// if (decision.IsQualified) Console.WriteLine($"An SQO with a score of {decision.Score:F0}");
    /// </code></example>
    public Decision Decide(T item, DateTime asOf) => _engine.Decide(item, asOf, _rule);

    /// <summary>
    /// Decides about an opportunity that has a previous decision, without an allocation: with hysteresis, a qualified one stays
    /// qualified until its score is below the threshold by more than that.
    /// </summary>
    /// <param name="item">The opportunity.</param>
    /// <param name="asOf">The moment to judge it at, as for <see cref="Decide(T, DateTime)"/>.</param>
    /// <param name="previous">The previous decision; the default value if there was none.</param>
    /// <inheritdoc cref="Decide(T, DateTime)"/>
    /// <example><code>
    /// Decision today = profile.Decide(deal, asOf, previous: decisions[0]);
    /// Crossing crossing = today.CrossingSince(decisions[0]);
    /// </code></example>
    public Decision Decide(T item, DateTime asOf, Decision previous) => _engine.Decide(item, asOf, _rule.After(previous));

    /// <summary>Decides about an opportunity, and explains why.</summary>
    /// <inheritdoc cref="Decide(T, DateTime)"/>
    /// <returns>The explanation, with the decision that <see cref="Decide(T, DateTime)"/> gives.</returns>
    /// <example><code>
    /// QualificationResult result = profile.Explain(deal, asOf);
    /// Console.WriteLine(result.ToText(ExplanationTexts.English));
    /// foreach (CriterionResult question in result.Questions) Console.WriteLine(question.Id);
    /// </code></example>
    public QualificationResult Explain(T item, DateTime asOf) => Explain(item, asOf, default);

    /// <summary>Decides about an opportunity that has a previous decision, and explains why.</summary>
    /// <inheritdoc cref="Decide(T, DateTime, Decision)"/>
    /// <returns>The explanation, with the decision that <see cref="Decide(T, DateTime, Decision)"/> gives.</returns>
    public QualificationResult Explain(T item, DateTime asOf, Decision previous)
    {
        if (item is null) Guard.ThrowNull(nameof(item));
        var evaluation = Stepwise(explains: true);
        evaluation.Begin(item, asOf, previous.IsQualified);
        return Explain(evaluation);
    }

    /// <summary>Replays a recorded decision from the recorded inputs alone: the result is the same, to the byte.</summary>
    /// <param name="record">The record of a decision of a profile with the same fingerprint.</param>
    /// <returns>The explanation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="record"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// The record is from another profile, its inputs don't fit this one, or it was changed, so that the inputs lead to another
    /// outcome.
    /// </exception>
    /// <example><code>
    /// QualificationResult again = profile.Replay(DecisionRecord.Parse(json));
    /// </code></example>
    public QualificationResult Replay(DecisionRecord record)
    {
        Guard.NotNull(record);
        if (record.Fingerprint != Fingerprint)
        {
            throw new ArgumentException(
                $"The record was made by the profile \"{record.ProfileName}\", " +
                $"version {record.ProfileVersion}, with the fingerprint {record.Fingerprint}; " +
                $"this is \"{Name}\", version {Version}, with {Fingerprint}. A replay needs the profile that decided.",
                nameof(record));
        }

        return new RecordReplay<T>(Identity, _engine, record).Run();
    }

    /// <summary>
    /// Decides about many opportunities: one column at a time, which is faster than one by one and gives the same decisions.
    /// </summary>
    /// <param name="items">The opportunities.</param>
    /// <param name="decisions">
    /// Receives the decisions, by the index of the opportunity; at least as long as <paramref name="items"/>.
    /// </param>
    /// <param name="asOf">The moment to judge them at, as for <see cref="Decide(T, DateTime)"/>.</param>
    /// <param name="degreeOfParallelism">
    /// How many threads may work at once, at least 1; with 1 all work runs on the caller's thread.
    /// </param>
    /// <param name="cancellationToken">Cancels the work: between chunks of 256, and every 32 rows while a criterion is evaluated.</param>
    /// <exception cref="ArgumentNullException">An array is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// An opportunity is <see langword="null"/>, <paramref name="decisions"/> is too short, or <paramref name="asOf"/> is of kind Local.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="degreeOfParallelism"/> is below 1.</exception>
    /// <exception cref="CriterionEvaluationException">
    /// Code of a criterion threw, and the profile handles errors by throwing: the first opportunity for which it did.
    /// </exception>
    /// <exception cref="OperationCanceledException">The work was canceled.</exception>
    public void DecideAll(
        T[] items, Decision[] decisions, DateTime asOf, int degreeOfParallelism = 1, CancellationToken cancellationToken = default) =>
        new BatchRun<T>(_engine, Guard.NotNull(items), Guard.NotNull(decisions), asOf, cancellationToken).Run(degreeOfParallelism);

    /// <inheritdoc cref="DecideAll(T[], Decision[], DateTime, int, CancellationToken)"/>
    public void DecideAll(
        IReadOnlyList<T> items, Decision[] decisions, DateTime asOf, int degreeOfParallelism = 1,
            CancellationToken cancellationToken = default) =>
        new BatchRun<T>(_engine, Guard.NotNull(items), Guard.NotNull(decisions), asOf, cancellationToken).Run(degreeOfParallelism);

    /// <inheritdoc cref="DecideAll(T[], Decision[], DateTime, int, CancellationToken)"/>
    /// <returns>The decisions, by the index of the opportunity.</returns>
    /// <example><code>
    /// Decision[] decisions = profile.DecideAll(deals, asOf);
    /// int qualified = decisions.Count(d => d.IsQualified);
    /// </code></example>
    public Decision[] DecideAll(
        IReadOnlyList<T> items, DateTime asOf, int degreeOfParallelism = 1, CancellationToken cancellationToken = default)
    {
        var decisions = new Decision[Guard.NotNull(items).Count];
        DecideAll(items, decisions, asOf, degreeOfParallelism, cancellationToken);
        return decisions;
    }

    /// <summary>
    /// Decides about many opportunities that have previous decisions, as <see cref="Decide(T, DateTime, Decision)"/> does.
    /// </summary>
    /// <param name="items">The opportunities.</param>
    /// <param name="previous">The previous decisions, by the index of the opportunity; the default value if there was none.</param>
    /// <param name="decisions">
    /// Receives the decisions; another array than <paramref name="previous"/>, at least as long as <paramref name="items"/>.
    /// </param>
    /// <param name="asOf">The moment to judge them at, as for <see cref="Decide(T, DateTime)"/>.</param>
    /// <param name="degreeOfParallelism">
    /// How many threads may work at once, at least 1; with 1 all work runs on the caller's thread.
    /// </param>
    /// <param name="cancellationToken">Cancels the work: between chunks of 256, and every 32 rows while a criterion is evaluated.</param>
    /// <exception cref="ArgumentNullException">A list is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// An opportunity is <see langword="null"/>, <paramref name="previous"/> has another length than <paramref name="items"/>,
    /// <paramref name="decisions"/> is too short or the same as <paramref name="previous"/>, or <paramref name="asOf"/> is of kind Local.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="degreeOfParallelism"/> is below 1.</exception>
    /// <exception cref="CriterionEvaluationException">
    /// Code of a criterion threw, and the profile handles errors by throwing: the first opportunity for which it did.
    /// </exception>
    /// <exception cref="OperationCanceledException">The work was canceled.</exception>
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
            throw new ArgumentException(
                $"There are {items.Count} opportunities and {previous.Count} previous decisions; each must have one.", nameof(previous));
        }

        if (ReferenceEquals(previous, decisions))
        {
            throw new ArgumentException(
                "The array for the decisions is the one that holds the previous decisions; it must be another.", nameof(decisions));
        }

        new BatchRun<T>(_engine, items, Guard.NotNull(decisions), asOf, cancellationToken) { Previous = previous }.Run(degreeOfParallelism);
    }

#if NET
    /// <summary>
    /// Decides about many opportunities: one column at a time, which is faster than one by one and gives the same decisions.
    /// </summary>
    /// <param name="items">The opportunities.</param>
    /// <param name="decisions">
    /// Receives the decisions, by the index of the opportunity; at least as long as <paramref name="items"/>.
    /// </param>
    /// <param name="asOf">The moment to judge them at, as for <see cref="Decide(T, DateTime)"/>.</param>
    /// <param name="cancellationToken">Cancels the work: between chunks of 256, and every 32 rows while a criterion is evaluated.</param>
    /// <exception cref="ArgumentException">
    /// An opportunity is <see langword="null"/>, <paramref name="decisions"/> is too short, or <paramref name="asOf"/> is of kind Local.
    /// </exception>
    /// <exception cref="CriterionEvaluationException">
    /// Code of a criterion threw, and the profile handles errors by throwing: the first opportunity for which it did.
    /// </exception>
    /// <exception cref="OperationCanceledException">The work was canceled.</exception>
    public void DecideAll(ReadOnlySpan<T> items, Span<Decision> decisions, DateTime asOf, CancellationToken cancellationToken = default)
    {
        Guard.NotLocal(asOf);
        BatchRun<T>.CheckLengths(items.Length, decisions.Length);
        var worker = new BatchWorker<T>(_engine, asOf, cancellationToken);
        var chunk = new Decision[ChunkSize.Rows];
        for (var start = 0; start < items.Length; start += ChunkSize.Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var count = Math.Min(ChunkSize.Rows, items.Length - start);
            items.Slice(start, count).CopyTo(worker.Items);
            worker.Ask(worker.Items, 0, count, start);
            worker.Decide(count, chunk, 0, hasPrevious: false);
            chunk.AsSpan(0, count).CopyTo(decisions[start..]);
        }
    }
#endif

    /// <summary>Answers all criteria for many opportunities, to decide about them any number of times.</summary>
    /// <param name="items">The opportunities. The table keeps references to them.</param>
    /// <param name="asOf">The moment to answer at, as for <see cref="Decide(T, DateTime)"/>. The table keeps it.</param>
    /// <param name="degreeOfParallelism">
    /// How many threads may work at once, at least 1; with 1 all work runs on the caller's thread.
    /// </param>
    /// <param name="cancellationToken">Cancels the work: between chunks of 256, and every 32 rows while a criterion is evaluated.</param>
    /// <returns>The answers.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">An opportunity is <see langword="null"/>, or <paramref name="asOf"/> is of kind
    /// Local.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="degreeOfParallelism"/> is below 1.</exception>
    /// <exception cref="CriterionEvaluationException">
    /// Code of a criterion threw, and the profile handles errors by throwing: the first opportunity for which it did.
    /// </exception>
    /// <exception cref="OperationCanceledException">The work was canceled.</exception>
    /// <example><code>
    /// AnswerTable&lt;Deal> table = profile.AnswerAll(deals, asOf);
    /// Decision[] decisions = profile.Decide(table);
    /// </code></example>
    public AnswerTable<T> AnswerAll(
        IReadOnlyList<T> items, DateTime asOf, int degreeOfParallelism = 1, CancellationToken cancellationToken = default) =>
        AnswerTable<T>.Ask(_engine, items, asOf, degreeOfParallelism, cancellationToken);

    /// <summary>
    /// Reuses the answers of a table that another profile made, and asks only what that profile did not ask. An answer is reused if the
    /// question is the same: the same selector delegate or field of a map, the same condition, met-from value, decay date and
    /// half-life. Ids, weights, gates, groups and texts don't matter. Delegates that are not equal count as different, so pass the same
    /// ones to both profiles.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="degreeOfParallelism">
    /// How many threads may work at once, at least 1; with 1 all work runs on the caller's thread.
    /// </param>
    /// <param name="cancellationToken">Cancels the work: between chunks of 256, and every 32 rows while a criterion is evaluated.</param>
    /// <returns>The answers to this profile's criteria, for the same opportunities and moment.</returns>
    /// <remarks>Answers with errors are asked again if this profile handles errors by throwing.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="table"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="degreeOfParallelism"/> is below 1.</exception>
    /// <exception cref="CriterionEvaluationException">
    /// Code of a criterion threw, and the profile handles errors by throwing: the first opportunity for which it did.
    /// </exception>
    /// <exception cref="OperationCanceledException">The work was canceled.</exception>
    public AnswerTable<T> AnswerAll(AnswerTable<T> table, int degreeOfParallelism = 1, CancellationToken cancellationToken = default) =>
        Guard.NotNull(table).For(_engine, degreeOfParallelism, cancellationToken);

    /// <summary>Decides about the opportunities of a table, and asks only what its columns don't answer.</summary>
    /// <param name="table">The table.</param>
    /// <returns>The decisions that <c>DecideAll</c> gives at the moment of the table, by the index of the row.</returns>
    /// <remarks>For what counts as the same question, see <see cref="AnswerAll(AnswerTable{T}, int, CancellationToken)"/>.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="table"/> is <see langword="null"/>.</exception>
    /// <exception cref="CriterionEvaluationException">
    /// Code of a criterion threw, and the profile handles errors by throwing: the first opportunity for which it did.
    /// </exception>
    public Decision[] Decide(AnswerTable<T> table) => AnswerAll(table).Decide();

    /// <summary>Decides about the opportunities of a table, and asks only what its columns don't answer.</summary>
    /// <param name="table">The table.</param>
    /// <param name="decisions">Receives the decisions, by the index of the row; at least as long as <paramref name="table"/>.</param>
    /// <param name="degreeOfParallelism">
    /// How many threads may work at once, at least 1; with 1 all work runs on the caller's thread.
    /// </param>
    /// <param name="cancellationToken">Cancels the work: between chunks of 256, and every 32 rows while a criterion is evaluated.</param>
    /// <inheritdoc cref="AnswerAll(AnswerTable{T}, int, CancellationToken)"/>
    /// <exception cref="ArgumentException"><paramref name="decisions"/> is too short.</exception>
    public void Decide(
        AnswerTable<T> table, Decision[] decisions, int degreeOfParallelism = 1, CancellationToken cancellationToken = default)
    {
        BatchRun<T>.CheckLengths(Guard.NotNull(table).Count, Guard.NotNull(decisions).Length);
        AnswerAll(table, degreeOfParallelism, cancellationToken).Decide(decisions, degreeOfParallelism, cancellationToken);
    }

    /// <summary>Counts the verdicts on the opportunities of a table, and asks only what its columns don't answer.</summary>
    /// <inheritdoc cref="AnswerAll(AnswerTable{T}, int, CancellationToken)"/>
    /// <returns>The counts of the verdicts that <see cref="Decide(AnswerTable{T})"/> gives.</returns>
    public VerdictCounts CountVerdicts(AnswerTable<T> table, int degreeOfParallelism = 1, CancellationToken cancellationToken = default) =>
        AnswerAll(table, degreeOfParallelism, cancellationToken).CountVerdicts(degreeOfParallelism, cancellationToken);

    /// <summary>Creates the profile that is left without a criterion, to see what the criterion does.</summary>
    /// <param name="id">The id of the criterion; a combination goes with all its parts.</param>
    /// <returns>
    /// A profile with the same name and version, and a fingerprint of its own. A group in which no criterion is left goes too, and the
    /// score is scaled to the points that are left.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is <see langword="null"/>.</exception>
    /// <exception cref="KeyNotFoundException">The profile has no such criterion; the message lists its criteria.</exception>
    /// <exception cref="ArgumentException">
    /// The criterion is a part of a combination, others count only when it is met, it has the only weight, or what is left is not a valid
    /// profile; the message says which.
    /// </exception>
    public QualificationProfile<T> Without(string id) =>
        TryWithout(this[id], out var reason) ?? throw new ArgumentException(reason, nameof(id));

    /// <summary>The profile without a criterion, or why there is none.</summary>
    internal QualificationProfile<T>? TryWithout(CriterionInfo criterion, out string? reason)
    {
        reason = _rule.Layout.ReasonToKeep(criterion);
        try
        {
            if (reason is null) return new ProfileBuilder<T>(_draft.Without(criterion.Id)).Build(Name);
        }
        catch (QualificationProfileException error)
        {
            reason = "what is left is not valid. " + error.Faults[0].Message.TrimEnd('.');
        }

        reason = $"The profile \"{Name}\" can't do without \"{criterion.Id}\": {reason}.";
        return null;
    }

    /// <summary>Exports the profile as data, if it is made of built-in operators on the fields of a map.</summary>
    /// <param name="fields">The map whose <see cref="FieldMap{T}.Field"/> gave the selectors.</param>
    /// <returns>
    /// The definition; a profile built from it and the same map has the same fingerprint as this one. Texts in other languages are not
    /// included.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="fields"/> is <see langword="null"/>.</exception>
    /// <exception cref="QualificationProfileException">
    /// Something in it can't be data: code, a custom class, a note, a selector that is not from the map, or more than the limits of data
    /// allow; every such criterion is named.
    /// </exception>
    /// <example><code>
    /// string json = profile.ToDefinition(fields).ToJson();
    /// </code></example>
    public ProfileDefinition ToDefinition(FieldMap<T> fields) =>
        new DefinitionExporter<T>(this, _engine.Criteria, Guard.NotNull(fields), _draft.Used ?? []).Export();

    /// <summary>The name, version and number of criteria.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Name} {Version} ({InvariantText.Count(_rule.Layout.All.Length, "criterion", "criteria")})";

    internal DecisionRule Rule => _rule;

    internal EvaluationEngine<T> Engine => _engine;

    /// <summary>Creates a judgment whose answers come from outside.</summary>
    internal StepwiseEvaluation<T> Stepwise(bool explains) => new(_engine, explains);

    /// <summary>Explains a judgment from the answers that it has.</summary>
    internal QualificationResult Explain(StepwiseEvaluation<T> evaluation) => new(Identity, evaluation.Complete());

    // Made when needed: a decision does without it, so the first one doesn't wait for it.
    private ProfileIdentity Identity => LazyField.Of(ref _identity) ?? LazyField.Keep(ref _identity,
        new ProfileIdentity(_name, _draft.VersionText, WriteDeclaration, _draft.Actions.ToArray()));

    private string WriteDeclaration() => Declarations.Write(this, _engine.Criteria);
}
