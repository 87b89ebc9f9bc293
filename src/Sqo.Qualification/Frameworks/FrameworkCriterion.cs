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
    /// <param name="id">The id, unique in its framework; in a profile it follows the id of the framework, as in "bant.budget".</param>
    /// <param name="name">The name, as people know it.</param>
    /// <param name="topic">The topic: one of <see cref="Topics"/>, or a custom name.</param>
    /// <param name="dimension">What it is about, one of <see cref="Dimensions"/> or a custom name.</param>
    /// <param name="question">
    /// What to ask when it is unknown; if <see langword="null"/>, explanations make a question from the name.
    /// </param>
    /// <param name="nextAction">What to do next while it is unmet or unknown.</param>
    /// <param name="effort">The effort to meet it: a finite number, not negative. The default is 1.</param>
    /// <param name="atLeast">
    /// The lowest level of evidence that meets it, if the profile sets no other: Claimed, Confirmed or Documented. The default is
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

    /// <summary>The topic: the key of an answer in <see cref="QualificationAnswers"/>.</summary>
    public string Topic { get; }

    /// <summary>What it is about, one of <see cref="Dimensions"/> or a custom name.</summary>
    /// <value>The default is <see langword="null"/>.</value>
    public string? Dimension { get; }

    /// <summary>What to ask when it is unknown.</summary>
    /// <value>The default is <see langword="null"/>: explanations then make a question from the name.</value>
    public string? Question { get; }

    /// <summary>What to do next while it is unmet or unknown.</summary>
    /// <value>The default is <see langword="null"/>.</value>
    public string? NextAction { get; }

    /// <summary>The effort to meet it.</summary>
    /// <value>Not negative. The default is 1.</value>
    public double Effort { get; }

    /// <summary>The lowest level of evidence that meets it, if the profile sets no other.</summary>
    /// <value>Claimed, Confirmed or Documented. The default is <see cref="EvidenceLevel.Confirmed"/>.</value>
    public EvidenceLevel AtLeast { get; }

    /// <summary>Returns the same criterion with texts in one more language.</summary>
    /// <param name="language">The language, as an ISO 639 code.</param>
    /// <param name="name">The name in that language.</param>
    /// <param name="question">The question in that language; unchanged if <see langword="null"/>.</param>
    /// <param name="nextAction">What to do next, in that language; unchanged if <see langword="null"/>.</param>
    /// <returns>The new criterion; this one is not changed.</returns>
    /// <remarks>The texts in other languages are not part of a profile's fingerprint.</remarks>
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

    /// <summary>Applies what all profiles share to a criterion of a profile; settings made later replace it.</summary>
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
