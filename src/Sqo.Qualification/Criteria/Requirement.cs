using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// What a criterion asks for, as a message id with arguments, so that it can be translated.
/// </summary>
public sealed class Requirement
{
    private readonly IReadOnlyList<object?> _arguments;

    /// <summary>Creates a requirement.</summary>
    /// <param name="messageId">The id of its text, one of <see cref="MessageIds"/> or a custom one.</param>
    /// <param name="arguments">The values of the text's placeholders {0}, {1}...</param>
    /// <exception cref="System.ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="System.ArgumentException"><paramref name="messageId"/> is blank.</exception>
    public Requirement(string messageId, params object?[] arguments)
    {
        MessageId = Guard.NotBlank(messageId);
        _arguments = Array.AsReadOnly(Array.ConvertAll(Guard.NotNull(arguments), FrozenList.Of));
    }

    /// <summary>Creates a requirement from a text that is shown unchanged in every language.</summary>
    /// <param name="text">The text; braces have no special meaning.</param>
    /// <returns>The requirement.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="text"/> is blank.</exception>
    public static Requirement Text(string text) => new(MessageIds.RequireText, Guard.NotBlank(text));

    /// <summary>The id of the text.</summary>
    public string MessageId { get; }

    /// <summary>The values of the text's placeholders: numbers, dates, texts, lists of these, or other requirements.</summary>
    public IReadOnlyList<object?> Arguments => _arguments;
}
