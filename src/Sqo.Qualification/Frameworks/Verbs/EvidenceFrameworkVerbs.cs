using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The base of the builders of frameworks on evidence: where answers come from, and the lowest level that is asked for, overall or per
/// stage.
/// </summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
/// <typeparam name="TSelf">The builder itself.</typeparam>
/// <remarks>
/// <para>
/// Each criterion reads an <see cref="EvidenceLevel"/> or a Boolean. A missing value and <see cref="EvidenceLevel.Unknown"/> are
/// unknown; true is <see cref="EvidenceLevel.Confirmed"/>, false is unmet.
/// </para>
/// <para>
/// At a stage, a criterion asks for the level of the last <c>FromStage</c> that names it, at that stage or before; if there is none,
/// for its own level. Before the stage of a <c>NotBefore</c> nothing is asked, and it is met. If the opportunity has no stage, or one
/// that is not listed, the answer is unknown, unless it would be the same at every stage.
/// </para>
/// </remarks>
public abstract class EvidenceFrameworkVerbs<T, TSelf> : FrameworkVerbs<T, TSelf>
    where TSelf : EvidenceFrameworkVerbs<T, TSelf>
{
    private readonly List<StageRule> _rules = [];
    private StageOrder<T>? _stages;
    private EvidenceLevel? _usualLevel;
    private (double Claimed, double Confirmed, double Documented)? _points;
    private Func<T, QualificationAnswers?>? _answers;

    private protected EvidenceFrameworkVerbs(QualificationFramework framework, ProfileBuilder<T> profile)
        : base(framework, profile)
    {
    }

    private protected override EvidenceLevel? UsualLevel => _usualLevel;

    private protected override (double Claimed, double Confirmed, double Documented)? UsualPoints => _points;

    private protected override StageOrder<T>? StagesInUse => _stages;

    /// <summary>Sets the lowest level of evidence for criteria without their own level.</summary>
    /// <param name="level">Claimed, Confirmed or Documented.</param>
    /// <returns>This builder.</returns>
    /// <remarks>The default is that of each criterion: <see cref="FrameworkCriterion.AtLeast"/>.</remarks>
    public TSelf AtLeast(EvidenceLevel level)
    {
        ThrowIfDone();
        _usualLevel = level;
        return Self;
    }

    /// <summary>Gives each criterion points by its level of evidence, instead of all or nothing.</summary>
    /// <param name="claimed">The points for claimed evidence, not negative.</param>
    /// <param name="confirmed">The points for confirmed evidence, not fewer.</param>
    /// <param name="documented">
    /// The points for documented evidence, not fewer, and above 0. The default is <see langword="null"/>: those for confirmed evidence.
    /// </param>
    /// <returns>This builder.</returns>
    /// <value>The default is the same points from the lowest level on that is asked for.</value>
    /// <remarks>
    /// A criterion that reads a Boolean, that has its own lowest level, or for which stages make a difference is still all or nothing; it
    /// gives the points for documented evidence if no weight is set.
    /// </remarks>
    public TSelf Points(double claimed, double confirmed, double? documented = null)
    {
        ThrowIfDone();
        _points = (claimed, confirmed, documented ?? confirmed);
        return Self;
    }

    /// <summary>Reads every criterion without its own selector from recorded answers, by its topic.</summary>
    /// <param name="answers">Reads the answers from the opportunity; missing ones are unknown.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    public TSelf Answers(Func<T, QualificationAnswers?> answers)
    {
        ThrowIfDone();
        _answers = Guard.NotNull(answers);
        return Self;
    }

    /// <summary>Sets the stages of the sales process, so that later ones can ask for more.</summary>
    /// <param name="stage">
    /// Reads the stage that the opportunity is in; a missing or blank one is unknown, as is one that is not listed.
    /// </param>
    /// <param name="inOrder">The names of all stages, the earliest first, ignoring case.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public TSelf Stages(Func<T, string?> stage, params string[] inOrder) =>
        Take(new NamedStages<T>(Guard.NotNull(stage), [.. Guard.NotNull(inOrder).Select(name => name ?? "")]));

    /// <summary>Sets the stages of the sales process as values of an enumeration, so that later ones can ask for more.</summary>
    /// <typeparam name="TStage">The enumeration.</typeparam>
    /// <param name="stage">Reads the stage that the opportunity is in; a missing one is unknown, as is one that is not listed.</param>
    /// <param name="inOrder">All stages, the earliest first.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public TSelf Stages<TStage>(Func<T, TStage?> stage, params TStage[] inOrder)
        where TStage : struct, Enum =>
        Take(new EnumStages<T, TStage>(Guard.NotNull(stage), (TStage[])Guard.NotNull(inOrder).Clone()));

    /// <summary>
    /// From a stage on, asks for a level of evidence for some criteria, or all. A later stage can't ask for less than an earlier one,
    /// or for less than the level before any <c>FromStage</c>.
    /// </summary>
    /// <param name="stage">One of <c>Stages</c>.</param>
    /// <param name="atLeast">Claimed, Confirmed or Documented.</param>
    /// <param name="criteria">Criteria of the framework; none means all.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="criteria"/>, or one of them, is <see langword="null"/>.</exception>
    public TSelf FromStage(string stage, EvidenceLevel atLeast, params FrameworkCriterion[] criteria)
    {
        ThrowIfDone();
        _rules.Add(new StageRule(stage ?? "", atLeast, Checked(criteria)));
        return Self;
    }

    /// <inheritdoc cref="FromStage(string, EvidenceLevel, FrameworkCriterion[])"/>
    /// <typeparam name="TStage">The enumeration of the stages.</typeparam>
    public TSelf FromStage<TStage>(TStage stage, EvidenceLevel atLeast, params FrameworkCriterion[] criteria)
        where TStage : struct, Enum =>
        FromStage(stage.ToString(), atLeast, criteria);

    /// <summary>Does not ask some criteria before a stage: they are met, whatever is known about them.</summary>
    /// <param name="stage">One of <c>Stages</c>.</param>
    /// <param name="criteria">Criteria of the framework; none means all.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="criteria"/>, or one of them, is <see langword="null"/>.</exception>
    public TSelf NotBefore(string stage, params FrameworkCriterion[] criteria)
    {
        ThrowIfDone();
        _rules.Add(new StageRule(stage ?? "", null, Checked(criteria)));
        return Self;
    }

    /// <inheritdoc cref="NotBefore(string, FrameworkCriterion[])"/>
    /// <typeparam name="TStage">The enumeration of the stages.</typeparam>
    public TSelf NotBefore<TStage>(TStage stage, params FrameworkCriterion[] criteria)
        where TStage : struct, Enum =>
        NotBefore(stage.ToString(), criteria);

    private protected override void Prepare(FrameworkEntry<T>?[] entries, bool[] leftOut)
    {
        for (var i = 0; i < entries.Length && _answers is not null; i++)
        {
            if (entries[i] is null && !leftOut[i])
            {
                entries[i] = new FrameworkEntry<T> { Evidence = Reading(Framework.Criteria[i].Topic, _answers) };
            }
        }

        if (_stages is null)
        {
            if (_rules.Count > 0)
            {
                Faults.Add(
                    "stage.order",
                    $"{Framework.Name} asks by stage, but no stages are set; call Stages with a selector and the stages in order.");
            }
            return;
        }

        foreach (var rule in _rules)
        {
            rule.Stage = _stages.IndexOfName(rule.StageName);
            if (rule.Stage < 0)
            {
                Faults.Add(
                    "stage.unlisted",
                    $"{Framework.Name} asks by the stage \"{rule.StageName}\"; it must be one of {string.Join(", ", _stages.Names)}.");
            }
            if (rule.Level is < EvidenceLevel.Claimed or > EvidenceLevel.Documented)
            {
                Faults.Add(
                    "stage.level",
                    $"From the stage \"{rule.StageName}\" on {Framework.Name} asks for {rule.Level}; " +
                    "it must be Claimed, Confirmed or Documented.");
            }

            rule.Criteria = rule.Named.Length == 0 ? null : Array.ConvertAll(rule.Named, IndexOf);
        }

        _rules.RemoveAll(rule => rule.Stage < 0);
        for (var i = 0; i < entries.Length; i++) CheckOrder(i, LeastOf(i, entries[i]));
    }

    private protected override EvidenceLevel[]? LevelsOf(int index, EvidenceLevel least)
    {
        if (_stages is null) return null;
        var levels = new EvidenceLevel[_stages.Names.Length];
        for (var stage = 0; stage < levels.Length; stage++)
        {
            levels[stage] = least;
            var from = -1;
            foreach (var rule in _rules)
            {
                if (!rule.IsAbout(index) || rule.Level is not { } level || rule.Stage > stage || rule.Stage < from) continue;
                levels[stage] = level;
                from = rule.Stage;
            }
        }

        foreach (var rule in _rules)
        {
            for (var stage = 0; stage < rule.Stage && rule.Level is null && rule.IsAbout(index); stage++)
            {
                levels[stage] = EvidenceLevel.Unknown;
            }
        }

        return Array.TrueForAll(levels, level => level == least) ? null : levels;
    }

    private static Func<T, EvidenceLevel?> Reading(string topic, Func<T, QualificationAnswers?> answers)
    {
        var place = QualificationAnswers.PlaceOf(topic);
        return place >= 0 ? item => answers(item)?.At(place) : item => answers(item)?[topic];
    }

    private static FrameworkCriterion[] Checked(FrameworkCriterion[] criteria)
    {
        foreach (var criterion in Guard.NotNull(criteria)) Guard.NotNull(criterion);
        return (FrameworkCriterion[])criteria.Clone();
    }

    private TSelf Take(StageOrder<T> stages)
    {
        ThrowIfDone();
        if (_stages is not null)
        {
            Faults.Add("stage.repeated", $"The stages of {Framework.Name} are set more than once; they must be set once.");
        }
        if (stages.Names.Length == 0)
        {
            Faults.Add("stage.empty", $"The list of stages of {Framework.Name} is empty; it must hold at least one.");
        }
        for (var i = 0; i < stages.Names.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(stages.Names[i]))
            {
                Faults.Add("stage.blank", $"A stage of {Framework.Name} is blank; it must have a visible character.");
            }
            else if (stages.IndexOfName(stages.Names[i]) != i)
            {
                Faults.Add(
                    "stage.duplicate",
                    $"The stages of {Framework.Name} hold \"{stages.Names[i]}\" more than once; each must be listed once, ignoring case.");
            }
        }

        _stages = stages.Names.Length == 0 ? null : stages;
        return Self;
    }

    /// <summary>A later stage that asks for less would let an opportunity qualify by moving on.</summary>
    private void CheckOrder(int index, EvidenceLevel least)
    {
        if (LevelsOf(index, least) is not { } levels) return;
        for (var stage = 1; stage < levels.Length; stage++)
        {
            // A level that can't be asked for is a separate fault.
            if (levels[stage] >= levels[stage - 1] || levels[stage] < EvidenceLevel.Claimed) continue;
            Faults.Add(
                "stage.falls",
                Framework.IdOf(Framework.Criteria[index]),
                $"it asks for {levels[stage]} at the stage \"{_stages!.Names[stage]}\", and for {levels[stage - 1]} at " +
                $"\"{_stages.Names[stage - 1]}\" before it",
                "a later stage must not ask for less; AtLeast and the level of the criterion itself count from the first stage on");
        }
    }

    /// <summary>A row of the table of stages: a level from a stage on; or, without a level, nothing before it.</summary>
    private sealed class StageRule(string stageName, EvidenceLevel? level, FrameworkCriterion[] named)
    {
        public string StageName => stageName;

        public EvidenceLevel? Level => level;

        public FrameworkCriterion[] Named => named;

        public int Stage { get; set; }

        /// <summary>The indexes of the criteria; <see langword="null"/> for all.</summary>
        public int[]? Criteria { get; set; }

        public bool IsAbout(int index) => Criteria is null || Array.IndexOf(Criteria, index) >= 0;
    }
}
