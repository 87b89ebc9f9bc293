using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The number of activities whose time is missing, and of those whose value is, where it is needed.</summary>
internal readonly struct ActivityGaps(int undated, int unvalued)
{
    /// <summary>The type of a gap in a record that says what is missing, as two numbers.</summary>
    public const string RecordedType = "missing-activities";

    public bool IsNone => undated == 0 && unvalued == 0;

    /// <summary>What a requirement says is missing, as a record keeps it; <see langword="null"/> if it says nothing of that kind.</summary>
    public static string? RecordOf(Requirement? requirement)
    {
        if (requirement?.MessageId != MessageIds.RequireActivityGaps) return null;
        long times = 0, values = 0;
        foreach (var each in (IEnumerable<object?>)requirement.Arguments[1]!)
        {
            var missing = (Requirement)each!;
            if (missing.MessageId == MessageIds.RequireActivityTimes) times = (int)missing.Arguments[0]!;
            else values = (int)missing.Arguments[0]!;
        }

        return $"{InvariantText.Of(times)} {InvariantText.Of(values)}";
    }

    /// <exception cref="FormatException">The text is not one that a record keeps.</exception>
    public static ActivityGaps Recorded(string? text)
    {
        var parts = (text ?? "").Split(' ');
        return parts.Length == 2 && Number(parts[0]) is { } times && Number(parts[1]) is { } values && times + (long)values > 0
            ? new(times, values)
            : throw new FormatException($"The missing activities are \"{text}\"; they must be two numbers, such as \"1 0\".");

        static int? Number(string part) =>
            InvariantText.TryLong(part, out var number) && number is >= 0 and <= int.MaxValue ? (int)number : null;
    }

    public ActivityGaps PlusUndated() => new(undated + 1, unvalued);

    public ActivityGaps PlusUnvalued() => new(undated, unvalued + 1);

    /// <summary>What is asked, with what is missing; <see langword="null"/> if nothing is.</summary>
    public Requirement? AddedTo(Requirement requirement)
    {
        var missing = new List<object>();
        if (undated > 0) missing.Add(new Requirement(MessageIds.RequireActivityTimes, undated));
        if (unvalued > 0) missing.Add(new Requirement(MessageIds.RequireActivityValues, unvalued));
        return missing.Count == 0 ? null : new Requirement(MessageIds.RequireActivityGaps, requirement, missing.ToArray());
    }
}
