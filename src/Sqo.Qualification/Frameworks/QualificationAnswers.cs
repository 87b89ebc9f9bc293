using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// What discovery has found out about one deal, by topic: answers that are recorded once and can be read through any framework.
/// Immutable.
/// </summary>
/// <remarks>
/// A topic without an answer is <see cref="EvidenceLevel.Unknown"/>. <see cref="Topics"/> lists which criteria read which topic.
/// </remarks>
/// <example><code>
/// QualificationAnswers answers = new QualificationAnswers().With(Topics.Budget, EvidenceLevel.Confirmed);
/// p.UseBant(b => b.Answers(d => d.Answers)).QualifyAt(60);
/// </code></example>
public sealed class QualificationAnswers
{
    private static readonly string[] Known =
    [
        Topics.Budget, Topics.Authority, Topics.Need, Topics.Timing, Topics.Priority, Topics.CriticalEvent, Topics.Interest,
        Topics.Situation, Topics.Goals, Topics.Plans, Topics.Value, Topics.Consequences, Topics.DecisionCriteria, Topics.DecisionProcess,
        Topics.PaperProcess, Topics.Champion, Topics.Competition, Topics.Market,
    ];

    private readonly EvidenceLevel[] _levels = new EvidenceLevel[Known.Length];

    // Custom topics; null if there are none.
    private Dictionary<string, EvidenceLevel>? _others;

    /// <summary>Whether there is money for it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value set is not an evidence level.</exception>
    public EvidenceLevel Budget
    {
        get => this[Topics.Budget];
        init => Set(Topics.Budget, value);
    }

    /// <summary>Whether the person who decides about the money is involved.</summary>
    /// <inheritdoc cref="Budget"/>
    public EvidenceLevel Authority
    {
        get => this[Topics.Authority];
        init => Set(Topics.Authority, value);
    }

    /// <summary>The problem that the customer wants solved, and the pain that it causes.</summary>
    /// <inheritdoc cref="Budget"/>
    public EvidenceLevel Need
    {
        get => this[Topics.Need];
        init => Set(Topics.Need, value);
    }

    /// <summary>When the customer plans to have it.</summary>
    /// <inheritdoc cref="Budget"/>
    public EvidenceLevel Timing
    {
        get => this[Topics.Timing];
        init => Set(Topics.Timing, value);
    }

    /// <summary>How urgent it is compared with everything else that the customer wants done.</summary>
    /// <inheritdoc cref="Budget"/>
    public EvidenceLevel Priority
    {
        get => this[Topics.Priority];
        init => Set(Topics.Priority, value);
    }

    /// <summary>The date that can't be moved, and what happens if it passes.</summary>
    /// <inheritdoc cref="Budget"/>
    public EvidenceLevel CriticalEvent
    {
        get => this[Topics.CriticalEvent];
        init => Set(Topics.CriticalEvent, value);
    }

    /// <summary>How keen the customer is.</summary>
    /// <inheritdoc cref="Budget"/>
    public EvidenceLevel Interest
    {
        get => this[Topics.Interest];
        init => Set(Topics.Interest, value);
    }

    /// <summary>How the customer works today.</summary>
    /// <inheritdoc cref="Budget"/>
    public EvidenceLevel Situation
    {
        get => this[Topics.Situation];
        init => Set(Topics.Situation, value);
    }

    /// <summary>What the customer wants to achieve.</summary>
    /// <inheritdoc cref="Budget"/>
    public EvidenceLevel Goals
    {
        get => this[Topics.Goals];
        init => Set(Topics.Goals, value);
    }

    /// <summary>How the customer plans to get there.</summary>
    /// <inheritdoc cref="Budget"/>
    public EvidenceLevel Plans
    {
        get => this[Topics.Plans];
        init => Set(Topics.Plans, value);
    }

    /// <summary>What solving the problem is worth to the customer, in figures.</summary>
    /// <inheritdoc cref="Budget"/>
    public EvidenceLevel Value
    {
        get => this[Topics.Value];
        init => Set(Topics.Value, value);
    }

    /// <summary>What happens if the customer leaves things as they are.</summary>
    /// <inheritdoc cref="Budget"/>
    public EvidenceLevel Consequences
    {
        get => this[Topics.Consequences];
        init => Set(Topics.Consequences, value);
    }

    /// <summary>What the customer compares solutions by.</summary>
    /// <inheritdoc cref="Budget"/>
    public EvidenceLevel DecisionCriteria
    {
        get => this[Topics.DecisionCriteria];
        init => Set(Topics.DecisionCriteria, value);
    }

    /// <summary>The steps and people involved in the customer's decision.</summary>
    /// <inheritdoc cref="Budget"/>
    public EvidenceLevel DecisionProcess
    {
        get => this[Topics.DecisionProcess];
        init => Set(Topics.DecisionProcess, value);
    }

    /// <summary>What legal, security and purchasing ask for between the decision and the signature.</summary>
    /// <inheritdoc cref="Budget"/>
    public EvidenceLevel PaperProcess
    {
        get => this[Topics.PaperProcess];
        init => Set(Topics.PaperProcess, value);
    }

    /// <summary>Who promotes us inside the customer, with influence and something to gain.</summary>
    /// <inheritdoc cref="Budget"/>
    public EvidenceLevel Champion
    {
        get => this[Topics.Champion];
        init => Set(Topics.Champion, value);
    }

    /// <summary>Which other suppliers and solutions the customer could choose.</summary>
    /// <inheritdoc cref="Budget"/>
    public EvidenceLevel Competition
    {
        get => this[Topics.Competition];
        init => Set(Topics.Competition, value);
    }

    /// <summary>Whether the customer is in the seller's target market.</summary>
    /// <inheritdoc cref="Budget"/>
    public EvidenceLevel Market
    {
        get => this[Topics.Market];
        init => Set(Topics.Market, value);
    }

    /// <summary>Gets the evidence on a topic.</summary>
    /// <param name="topic">One of <see cref="Topics"/>, or a custom name.</param>
    /// <value><see cref="EvidenceLevel.Unknown"/> if there is no answer.</value>
    /// <exception cref="ArgumentNullException"><paramref name="topic"/> is <see langword="null"/>.</exception>
    public EvidenceLevel this[string topic]
    {
        get
        {
            var index = Array.IndexOf(Known, Guard.NotNull(topic));
            if (index >= 0) return _levels[index];
            return _others is not null && _others.TryGetValue(topic, out var level) ? level : EvidenceLevel.Unknown;
        }
    }

    /// <summary>Returns the same answers, with the answer on one topic added or replaced.</summary>
    /// <param name="topic">One of <see cref="Topics"/>, or a custom name.</param>
    /// <param name="level">The evidence; <see cref="EvidenceLevel.Unknown"/> removes the answer.</param>
    /// <returns>The new answers; these are not changed.</returns>
    /// <exception cref="ArgumentException"><paramref name="topic"/> is <see langword="null"/> or blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is not an evidence level.</exception>
    public QualificationAnswers With(string topic, EvidenceLevel level)
    {
        var answers = new QualificationAnswers();
        Array.Copy(_levels, answers._levels, _levels.Length);
        if (_others is not null) answers._others = new(_others, StringComparer.Ordinal);
        answers.Set(Guard.NotBlank(topic), level);
        return answers;
    }

    /// <summary>Gets the answers in the terms of a framework.</summary>
    /// <param name="framework">One of <see cref="Frameworks"/> or <see cref="Industries"/>, or a custom one.</param>
    /// <returns>The level of each of its criteria, and which ones are still to ask.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="framework"/> is <see langword="null"/>.</exception>
    public FrameworkView Through(QualificationFramework framework) => new(Guard.NotNull(framework), this);

    /// <summary>The index of a topic, to read it without a search; -1 for a custom one.</summary>
    internal static int PlaceOf(string topic) => Array.IndexOf(Known, topic);

    internal EvidenceLevel At(int place) => _levels[place];

    private void Set(string topic, EvidenceLevel level)
    {
        if (level is < EvidenceLevel.Unknown or > EvidenceLevel.Documented)
        {
            throw new ArgumentOutOfRangeException(
                nameof(level), level, $"The evidence on \"{topic}\" is {(int)level}; it must lie from 0, unknown, to 3, documented.");
        }

        var index = PlaceOf(topic);
        if (index >= 0) _levels[index] = level;
        else (_others ??= new(StringComparer.Ordinal))[topic] = level;
    }
}
