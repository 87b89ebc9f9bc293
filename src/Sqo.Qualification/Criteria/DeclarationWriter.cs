using System;
using System.Collections.Generic;
using System.Text;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Writes what a profile declares, as a canonical text that is the same on every target. The profile's fingerprint is
/// the SHA-256 of that text.
/// </summary>
public sealed class DeclarationWriter
{
    private readonly StringBuilder _text = new();

    internal DeclarationWriter()
    {
    }

    /// <summary>Adds a text.</summary>
    /// <param name="name">The name of the value.</param>
    /// <param name="value">The value; <see langword="null"/> is written as such.</param>
    /// <returns>This writer.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is <see langword="null"/>, blank, or would not read
    /// back as one word.</exception>
    public DeclarationWriter Add(string name, string? value) => Raw(name, value is null ? "null" : Quote(value));

    /// <summary>Adds a floating-point number.</summary>
    /// <inheritdoc cref="Add(string, string)"/>
    public DeclarationWriter Add(string name, double value) => Raw(name, InvariantText.Of(value));

    /// <summary>Adds a decimal number; trailing zeros don't count.</summary>
    /// <inheritdoc cref="Add(string, string)"/>
    public DeclarationWriter Add(string name, decimal value) => Raw(name, InvariantText.Of(value));

    /// <summary>Adds a whole number.</summary>
    /// <inheritdoc cref="Add(string, string)"/>
    public DeclarationWriter Add(string name, long value) => Raw(name, InvariantText.Of(value));

    /// <summary>Adds a Boolean.</summary>
    /// <inheritdoc cref="Add(string, string)"/>
    public DeclarationWriter Add(string name, bool value) => Raw(name, InvariantText.Of(value));

    /// <summary>Adds a moment.</summary>
    /// <inheritdoc cref="Add(string, string)"/>
    public DeclarationWriter Add(string name, DateTime value) => Raw(name, InvariantText.Of(value));

    /// <summary>Adds a length of time.</summary>
    /// <inheritdoc cref="Add(string, string)"/>
    public DeclarationWriter Add(string name, TimeSpan value) => Raw(name, InvariantText.Of(value));

    /// <summary>Adds a list of texts, in their order.</summary>
    /// <param name="name">The name of the list.</param>
    /// <param name="values">The texts.</param>
    /// <returns>This writer.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public DeclarationWriter Add(string name, IEnumerable<string> values)
    {
        var list = new StringBuilder("[");
        foreach (var value in Guard.NotNull(values))
        {
            if (list.Length > 1) list.Append(',');
            list.Append(Quote(value));
        }

        return Raw(name, list.Append(']').ToString());
    }

    /// <summary>Starts a new line with its kind.</summary>
    internal DeclarationWriter Line(string kind)
    {
        if (_text.Length > 0) _text.Append('\n');
        _text.Append(kind);
        return this;
    }

    /// <summary>Adds data: a built-in condition or curve declares its data.</summary>
    internal DeclarationWriter Add(string name, DataNode data) => Raw(name, DataJson.WriteCompact(data));

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private DeclarationWriter Raw(string name, string value)
    {
        foreach (var c in Guard.NotBlank(name))
        {
            if (c is ' ' or '=' or '"' || char.IsControl(c))
            {
                throw new ArgumentException(
                    $"The name is \"{name}\"; it must have no space, quotation mark, equals sign or control character.", nameof(name));
            }
        }

        _text.Append(' ').Append(name).Append('=').Append(value);
        return this;
    }

    // As in JSON, so that lone surrogates, which UTF-8 encodes alike, stay distinct.
    private static string Quote(string value) => new StringBuilder().AppendText(value).ToString();
}
