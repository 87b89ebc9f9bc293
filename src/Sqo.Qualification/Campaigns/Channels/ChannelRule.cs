using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A rule that gives a visit its channel if all of its conditions are met: plain data. Immutable.</summary>
public sealed class ChannelRule
{
    private readonly ChannelCondition[] _conditions;

    /// <summary>Creates a rule.</summary>
    /// <param name="channel">The channel; not blank. Several rules may give the same one.</param>
    /// <param name="conditions">The conditions, at least one; all must be met.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The channel is blank, there is no condition, or one is <see langword="null"/>.</exception>
    public ChannelRule(string channel, params ChannelCondition[] conditions)
    {
        Channel = Guard.NotBlank(channel);
        _conditions = (ChannelCondition[])Guard.NotNull(conditions).Clone();
        if (_conditions.Length == 0) throw new ArgumentException(
            $"The rule of \"{Excerpt.Of(channel)}\" has no condition; it must have at least one.", nameof(conditions));
        if (Array.IndexOf(_conditions, null) >= 0) throw new ArgumentException(
            $"A condition of the rule of \"{Excerpt.Of(channel)}\" is null.", nameof(conditions));
    }

    /// <summary>The channel.</summary>
    public string Channel { get; }

    /// <summary>The conditions, all of which must be met.</summary>
    public IReadOnlyList<ChannelCondition> Conditions => Array.AsReadOnly(_conditions);

    internal bool Fits(VisitSource visit) => Array.TrueForAll(_conditions, condition => condition.IsMetBy(visit));
}
