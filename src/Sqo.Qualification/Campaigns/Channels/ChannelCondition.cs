using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A condition of a channel rule: plain data. Immutable.</summary>
public sealed class ChannelCondition
{
    private readonly string[] _values;

    /// <summary>Creates a condition.</summary>
    /// <param name="field">One of <see cref="VisitFields"/>, ignoring case.</param>
    /// <param name="condition">What is asked of it.</param>
    /// <param name="values">
    /// The values, each not blank; at least one, or none for <see cref="ChannelOperator.Present"/> and
    /// <see cref="ChannelOperator.Absent"/>.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no such field, a value is blank, or there are too few or too many.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="condition"/> is not a defined operator.</exception>
    public ChannelCondition(string field, ChannelOperator condition, params string[] values)
    {
        VisitFields.Check(field, nameof(field));
        Field = field;
        Operator = Guard.Defined(condition);
        _values = (string[])Guard.NotNull(values).Clone();
        var takesValues = condition is not (ChannelOperator.Present or ChannelOperator.Absent);
        if (takesValues != _values.Length > 0)
        {
            var rule = takesValues ? "at least one" : "none";
            throw new ArgumentException(
                $"{condition} of \"{field}\" has {InvariantText.Of((long)_values.Length)} values; it must have {rule}.", nameof(values));
        }

        if (Array.Exists(_values, string.IsNullOrWhiteSpace)) throw new ArgumentException(
            $"A value of {condition} of \"{field}\" is blank; it must contain a visible character.", nameof(values));
    }

    /// <summary>The field.</summary>
    public string Field { get; }

    /// <summary>What is asked of it.</summary>
    public ChannelOperator Operator { get; }

    /// <summary>The values.</summary>
    public IReadOnlyList<string> Values => Array.AsReadOnly(_values);

    internal bool IsMetBy(VisitSource visit)
    {
        if (visit[Field] is not { } actual) return Operator == ChannelOperator.Absent;
        return Operator switch
        {
            ChannelOperator.Present => true,
            ChannelOperator.Absent => false,
            ChannelOperator.NoneOf => !Array.Exists(_values, value => AreEqual(value, actual)),
            ChannelOperator.Contains => Array.Exists(_values, value => actual.IndexOf(value, StringComparison.OrdinalIgnoreCase) >= 0),
            ChannelOperator.StartsWith => Array.Exists(_values, value => actual.StartsWith(value, StringComparison.OrdinalIgnoreCase)),
            ChannelOperator.Host => Array.Exists(_values, value => IsHost(actual, value)),
            ChannelOperator.HostPart => Array.Exists(actual.Split('.'), part => Array.Exists(_values, value => AreEqual(value, part))),
            ChannelOperator.EndsWith => Array.Exists(_values, value => actual.EndsWith(value, StringComparison.OrdinalIgnoreCase)),
            _ => Array.Exists(_values, value => AreEqual(value, actual)),
        };
    }

    private static bool IsHost(string actual, string host) =>
        AreEqual(actual, host)
        || (actual.Length > host.Length && actual[actual.Length - host.Length - 1] == '.'
            && actual.EndsWith(host, StringComparison.OrdinalIgnoreCase));

    private static bool AreEqual(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
