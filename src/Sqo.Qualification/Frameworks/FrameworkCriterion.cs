using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>One criterion of a framework: its name, the topic it reads, and how it is shown. Immutable.</summary>
public sealed class FrameworkCriterion
{
    private LocalizedText? _name;
    private LocalizedText? _question;
    private LocalizedText? _nextAction;

    /// <summary>Creates a criterion.</summary>
    /// <param name="id">The id, unique in its framework; in a profile it is preceded by the framework's, as in "bant.budget".</param>
    /// <param name="name">The name, as people know it.</param>
    /// <param name="topic">The topic: one of <see cref="Topics"/>, or a name of one's own.</param>
    /// <param name="dimension">What it is about, one of <see cref="Dimensions"/> or a custom name.</param>
    /// <param name="question">What to ask when it is unknown; explanations make a question from the name when it is
    /// <see langword="null"/>.</param>
    /// <param name="nextAction">What to do next while it is unmet or unknown.</param>
    /// <param name="effort">What it costs to turn it: a finite number, not negative. The default is 1.</param>
    /// <param name="atLeast">
    /// The least level of evidence that meets it, where the profile sets no other: Claimed, Confirmed or Documented. The default is
    /// <see cref="EvidenceLevel.Confirmed"/>.
    /// </param>
    /// <exception cref="ArgumentException"><paramref name="id"/>, <paramref name="name"/> or <paramref name="topic"/> is
    /// <see langword="null"/> or blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="effort"/> is negative or not finite, or <paramref name="atLeast"/> is not one of the three levels.
    /// </exception>
    public FrameworkCriterion(
        string id,
        string name,
        string topic,
        string? dimension = null,
        string? question = null,
        string? nextAction = null,
        double effort = 1,
        EvidenceLevel atLeast = EvidenceLevel.Confirmed)
    {
        Id = Guard.NotBlank(id);
        Name = Guard.NotBlank(name);
        Topic = Guard.NotBlank(topic);
        Dimension = dimension;
        Question = question;
        NextAction = nextAction;
        Effort = Guard.NotNegative(effort);
        AtLeast = atLeast is >= EvidenceLevel.Claimed and <= EvidenceLevel.Documented
            ? atLeast
            : throw new ArgumentOutOfRangeException(
                nameof(atLeast), atLeast, $"The least level of evidence is {atLeast}; it must be Claimed, Confirmed or Documented.");
    }

    /// <summary>The id, unique in its framework.</summary>
    public string Id { get; }

    /// <summary>The name, as people know it: the label in a profile.</summary>
    public string Name { get; }

    /// <summary>The topic: what an answer is kept under in <see cref="QualificationAnswers"/>.</summary>
    public string Topic { get; }

    /// <summary>What it is about, one of <see cref="Dimensions"/> or a name of one's own.</summary>
    /// <value><see langword="null"/> unless set.</value>
    public string? Dimension { get; }

    /// <summary>What to ask when it is unknown.</summary>
    /// <value><see langword="null"/> unless set: explanations then make a question from the name.</value>
    public string? Question { get; }

    /// <summary>What to do next while it is unmet or unknown.</summary>
    /// <value><see langword="null"/> unless set.</value>
    public string? NextAction { get; }

    /// <summary>What it costs to turn it.</summary>
    /// <value>1 unless set; not negative.</value>
    public double Effort { get; }

    /// <summary>The least level of evidence that meets it, where the profile sets no other.</summary>
    /// <value>Claimed, Confirmed or Documented. The default is <see cref="EvidenceLevel.Confirmed"/>.</value>
    public EvidenceLevel AtLeast { get; }

    /// <summary>The same criterion, worded in one more language.</summary>
    /// <param name="language">The language, as an ISO 639 code.</param>
    /// <param name="name">The name in that language.</param>
    /// <param name="question">The question in that language; as it is when <see langword="null"/>.</param>
    /// <param name="nextAction">What to do next, in that language; as it is when <see langword="null"/>.</param>
    /// <returns>The new criterion; this one is not changed.</returns>
    /// <remarks>The words in further languages are not part of a profile's fingerprint.</remarks>
    /// <exception cref="ArgumentException"><paramref name="language"/> or <paramref name="name"/> is <see langword="null"/> or
    /// blank.</exception>
    public FrameworkCriterion In(string language, string name, string? question = null, string? nextAction = null)
    {
        Guard.NotBlank(language);
        return new FrameworkCriterion(Id, Name, Topic, Dimension, Question, NextAction, Effort, AtLeast)
        {
            _name = LocalizedText.With(_name, language, Guard.NotBlank(name)),
            _question = question is null ? _question : LocalizedText.With(_question, language, question),
            _nextAction = nextAction is null ? _nextAction : LocalizedText.With(_nextAction, language, nextAction),
        };
    }

    /// <summary>The name.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Name;

    /// <summary>Gives a criterion of a profile what all profiles share of it; what the user tells later goes before.</summary>
    internal void Describe<T>(CriterionBuilder<T> criterion)
    {
        criterion.Label(Name).Effort(Effort);
        if (Dimension is not null) criterion.Dimension(Dimension);
        if (Question is not null) criterion.Ask(Question);
        if (NextAction is not null) criterion.NextAction(NextAction);
        var settings = criterion.Settings;
        settings.LocalizedLabel = _name;
        settings.LocalizedQuestion = _question;
        settings.LocalizedAction = _nextAction;
    }
}
