using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// A note of a criterion about an opportunity, in addition to its answer, as a message id with arguments, so that it can be
/// translated. Derive from it to pass on other values. Immutable.
/// </summary>
public class CriterionNote
{
    /// <summary>Creates a note.</summary>
    /// <param name="criterion">The result of the criterion that gives it.</param>
    /// <param name="messageId">The id of its text, one of <see cref="MessageIds"/> or a custom one.</param>
    /// <param name="arguments">The values of the text's placeholders {0}, {1}...</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="messageId"/> is blank.</exception>
    public CriterionNote(CriterionResult criterion, string messageId, params object?[] arguments)
    {
        CriterionId = Guard.NotNull(criterion).Id;
        Message = new Requirement(messageId, arguments);
    }

    /// <summary>Creates a note from a text that is shown unchanged in every language.</summary>
    /// <param name="criterion">The result of the criterion that gives it.</param>
    /// <param name="text">The text; braces have no special meaning.</param>
    /// <returns>The note.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="text"/> is blank.</exception>
    public static CriterionNote Text(CriterionResult criterion, string text) =>
        new(criterion, MessageIds.RequireText, Guard.NotBlank(text));

    /// <summary>The id of the criterion that gives it.</summary>
    public string CriterionId { get; }

    /// <summary>The id of the text.</summary>
    public string MessageId => Message.MessageId;

    /// <summary>The values of the text's placeholders: numbers, dates, texts, lists of these, or requirements.</summary>
    public IReadOnlyList<object?> Arguments => Message.Arguments;

    /// <summary>The text with its arguments.</summary>
    internal Requirement Message { get; }

    /// <summary>The note in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ExplanationTexts.English.Note(this);
}
