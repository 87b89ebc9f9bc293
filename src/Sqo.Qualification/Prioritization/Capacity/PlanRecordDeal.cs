using System;
using System.Collections.Generic;
using System.Text;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A deal of a <see cref="PlanRecord"/>. Immutable.</summary>
public sealed class PlanRecordDeal
{
    internal PlanRecordDeal(string id, string owner, TimeSpan time, decimal? value, double? probability, MustDo? mustDo)
    {
        Id = id;
        Owner = owner;
        Time = time;
        Value = value;
        Probability = probability;
        MustDo = mustDo;
    }

    /// <summary>The id of the deal.</summary>
    public string Id { get; }

    /// <summary>Who was to work on it.</summary>
    public string Owner { get; }

    /// <summary>The time planned for it.</summary>
    public TimeSpan Time { get; }

    /// <summary>The value if won; <see langword="null"/> if it was unknown.</summary>
    public decimal? Value { get; }

    /// <summary>The probability of a win with that time; <see langword="null"/> if it was unknown.</summary>
    public double? Probability { get; }

    /// <summary>Probability x value; <see langword="null"/> if one was unknown.</summary>
    public double? ExpectedValue => Value is { } value && Probability is { } probability ? (double)value * probability : null;

    /// <summary>Why it had to be done; <see langword="null"/> if it was selected for what it brings.</summary>
    public MustDo? MustDo { get; }

    /// <summary>The id, the owner and the time, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Id}: {Owner}, {InvariantText.Of(Time)}";

    internal void Write(StringBuilder json)
    {
        json.Member("id", Id).Member("owner", Owner).Member("minutes", Time.Ticks / TimeSpan.TicksPerMinute);
        if (Value is { } value) json.Member("value", InvariantText.Of(value));
        if (Probability is { } probability) json.Member("probability", probability);
        if (MustDo is { } mustDo) json.Member("mustDo", mustDo.ToString());
        json.Append('}');
    }

    internal static PlanRecordDeal Read(Dictionary<string, object?> members)
    {
        decimal? value = null;
        if (members.ContainsKey("value"))
        {
            var text = members.Text("value");
            value = InvariantText.TryDecimal(text, out var amount) && amount >= 0
                ? amount
                : throw new FormatException($"The member \"value\" is \"{Excerpt.Of(text)}\"; it must be an amount, 0 or above.");
        }

        double? probability = members.ContainsKey("probability") ? members.Number("probability") : null;
        if (probability is < 0 or > 1)
        {
            throw new FormatException(
                $"The member \"probability\" is \"{InvariantText.Of(probability.Value)}\"; it must lie from 0 to 1.");
        }

        MustDo? mustDo = null;
        if (members.ContainsKey("mustDo"))
        {
            var text = members.Text("mustDo");
            mustDo = Enum.TryParse<MustDo>(text, out var reason) && reason.ToString() == text
                ? reason
                : throw new FormatException(
                    $"The member \"mustDo\" is \"{Excerpt.Of(text)}\"; "
                    + $"it must be one of {string.Join(", ", Enum.GetNames(typeof(MustDo)))}.");
        }

        return new(
            members.Text("id"), members.Text("owner"), TimeSpan.FromMinutes(members.Count("minutes")), value, probability, mustDo);
    }
}
