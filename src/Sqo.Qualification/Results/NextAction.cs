using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>What to do next with an opportunity: for its verdict, or for a criterion that is unmet or unknown. Immutable.</summary>
public sealed class NextAction
{
    private readonly LocalizedText? _wording;

    /// <summary>Creates the next action for a verdict.</summary>
    /// <param name="id">
    /// The id, unique among the next actions of a profile. In another language, the text with the id "action." plus this id replaces it.
    /// </param>
    /// <param name="verdict">The verdict that it is for.</param>
    /// <param name="text">What to do, for display.</param>
    /// <exception cref="ArgumentException"><paramref name="id"/> or <paramref name="text"/> is <see langword="null"/> or blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="verdict"/> is not a verdict.</exception>
    public NextAction(string id, Verdict verdict, string text)
        : this(Guard.NotBlank(id), Guard.NotBlank(text), Checked(verdict), null, null)
    {
    }

    internal NextAction(CriterionInfo criterion)
        : this(criterion.Id, criterion.NextAction!, null, criterion, criterion.Settings.LocalizedAction)
    {
    }

    private NextAction(string id, string text, Verdict? verdict, CriterionInfo? criterion, LocalizedText? wording)
    {
        Id = id;
        Text = text;
        Verdict = verdict;
        Criterion = criterion;
        _wording = wording;
    }

    /// <summary>The id: that of the criterion, for an action that belongs to one.</summary>
    public string Id { get; }

    /// <summary>What to do, in the words of the profile.</summary>
    public string Text { get; }

    /// <summary>The verdict that it is for.</summary>
    /// <value><see langword="null"/> when it is for a criterion.</value>
    public Verdict? Verdict { get; }

    /// <summary>The criterion that it is for, which is unmet or unknown.</summary>
    /// <value><see langword="null"/> when it is for a verdict.</value>
    public CriterionInfo? Criterion { get; }

    /// <summary>Creates the same action with a text in one more language.</summary>
    /// <param name="language">The language, as an ISO 639 code.</param>
    /// <param name="text">What to do, in that language.</param>
    /// <returns>The new action; this one is not changed.</returns>
    /// <remarks>The texts in other languages are not part of a profile's fingerprint.</remarks>
    /// <exception cref="ArgumentException">An argument is <see langword="null"/> or blank.</exception>
    public NextAction In(string language, string text) =>
        new(Id, Text, Verdict, Criterion, LocalizedText.With(_wording, Guard.NotBlank(language), Guard.NotBlank(text)));

    /// <summary>What to do, in the words of the profile.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Text;

    internal string? TextIn(string language) => _wording?.In(language);

    private static Verdict Checked(Verdict verdict) =>
        verdict is >= Qualification.Verdict.Disqualified and <= Qualification.Verdict.Qualified
        ? verdict
        : throw new ArgumentOutOfRangeException(nameof(verdict), verdict, $"The verdict is {(int)verdict}; it must lie from 0 to 3.");
}
