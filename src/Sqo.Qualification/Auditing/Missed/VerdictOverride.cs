using System;
using System.Text;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A person's decision against the profile, as plain data. Immutable.</summary>
public sealed class VerdictOverride
{
    private const string Format = "sqo-verdict-override/1";

    /// <summary>Creates an override.</summary>
    /// <param name="id">The id of the deal.</param>
    /// <param name="isQualified">Whether the person takes the deal as an SQO, whatever the profile says, or rejects it.</param>
    /// <param name="reason">The reason.</param>
    /// <param name="author">Who decided.</param>
    /// <param name="from">From when on it is in force.</param>
    /// <param name="until">When it ends; not before <paramref name="from"/>. The default is never.</param>
    /// <exception cref="ArgumentException">
    /// A text is <see langword="null"/> or blank, or <paramref name="until"/> is before <paramref name="from"/>.
    /// </exception>
    public VerdictOverride(string id, bool isQualified, string reason, string author, DateTime from, DateTime? until = null)
    {
        Id = Guard.NotBlank(id);
        IsQualified = isQualified;
        Reason = Guard.NotBlank(reason);
        Author = Guard.NotBlank(author);
        From = from;
        Until = until;
        if (until < from)
        {
            throw new ArgumentException(
                $"The override of \"{id}\" ends at {InvariantText.Of(until.Value)}, before it begins at {InvariantText.Of(from)}.",
                nameof(until));
        }
    }

    /// <summary>The id of the deal.</summary>
    public string Id { get; }

    /// <summary>Whether the person takes the deal as an SQO, or rejects it.</summary>
    public bool IsQualified { get; }

    /// <summary>The reason.</summary>
    public string Reason { get; }

    /// <summary>Who decided.</summary>
    public string Author { get; }

    /// <summary>From when on it is in force.</summary>
    public DateTime From { get; }

    /// <summary>When it ends, itself not included; <see langword="null"/> if never.</summary>
    public DateTime? Until { get; }

    /// <summary>Determines whether it is in force.</summary>
    /// <param name="asOf">The moment, on the clock of the other two.</param>
    /// <returns>Whether it has begun and not ended.</returns>
    public bool IsInForce(DateTime asOf) => asOf >= From && !(asOf >= Until);

    /// <summary>The override as JSON, without line ends: the same bytes on every platform.</summary>
    /// <returns>The JSON, for <see cref="Parse"/>.</returns>
    public string ToJson()
    {
        var json = new StringBuilder("{").Member("format", Format).Member("id", Id).Member("isQualified", IsQualified)
            .Member("reason", Reason).Member("author", Author).Member("from", InvariantText.Of(From));
        if (Until is { } until) json.Member("until", InvariantText.Of(until));
        return json.Append('}').ToString();
    }

    /// <summary>Reads an override from the JSON that <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">The JSON.</param>
    /// <returns>The override.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException">The text is not an override; the message says what is wrong.</exception>
    public static VerdictOverride Parse(string json)
    {
        var root = JsonMembers.Read(json, "the override", Format);
        try
        {
            return new(
                root.Text("id"), root.Flag("isQualified"), root.Text("reason"), root.Text("author"), root.Date("from"),
                root.ContainsKey("until") ? root.Date("until") : null);
        }
        catch (ArgumentException e)
        {
            throw new FormatException($"The override is wrong: {e.Message}", e);
        }
    }

    /// <summary>The decision, in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Id}: {(IsQualified ? "accepted" : "rejected")} by {Author}: {Reason}";
}
