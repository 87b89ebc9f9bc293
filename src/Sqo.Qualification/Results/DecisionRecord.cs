using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// A decision with everything that it is based on, to keep for an audit and to replay without the original object: the inputs, the
/// profile's name, version and fingerprint, the moment, and the outcome. Immutable.
/// </summary>
/// <remarks>
/// The record holds the values that were read from the opportunity; protect it as you protect those. Its JSON is the same bytes on
/// every platform, and includes the SHA-256 of the rest, so that a changed record is rejected. That guards against accidents,
/// not against forgery: somebody who changes a record on purpose can compute a new SHA-256. Sign records that are used as evidence,
/// or restrict access to them.
/// </remarks>
public sealed class DecisionRecord
{
    private const string Format = "sqo-decision/2";
    private const string Previously = "qualified";
    private const string Seal = "sha256";

    private DecisionRecord(
        string profileName, string profileVersion, string fingerprint, DateTime asOf, RecordedInput[] inputs, bool wasQualified,
        Outcome outcome)
    {
        ProfileName = profileName;
        ProfileVersion = profileVersion;
        Fingerprint = fingerprint;
        AsOf = asOf;
        Inputs = Array.AsReadOnly(inputs);
        WasQualified = wasQualified;
        Verdict = outcome.Verdict;
        Score = outcome.Score;
        Lowest = outcome.Lowest;
        Highest = outcome.Highest;
    }

    /// <summary>The name of the profile that decided.</summary>
    public string ProfileName { get; }

    /// <summary>Its version.</summary>
    public string ProfileVersion { get; }

    /// <summary>Its fingerprint: the SHA-256 of all that it declares, in hexadecimal.</summary>
    public string Fingerprint { get; }

    /// <summary>The moment the opportunity was judged at.</summary>
    public DateTime AsOf { get; }

    /// <summary>The inputs of the criteria, by index.</summary>
    public IReadOnlyList<RecordedInput> Inputs { get; }

    /// <summary>Whether the previous decision was "qualified", which matters if the profile has hysteresis.</summary>
    public bool WasQualified { get; }

    /// <summary>The verdict.</summary>
    public Verdict Verdict { get; }

    /// <summary>The score, from 0 to 100.</summary>
    public double Score { get; }

    /// <summary>The lowest score that the unknown answers leave open.</summary>
    public double Lowest { get; }

    /// <summary>The highest score that the unknown answers leave open.</summary>
    public double Highest { get; }

    /// <summary>Reads a record from the JSON that <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">The JSON.</param>
    /// <returns>The record.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException">The text is not such a record, or was changed; the message says what is wrong and
    /// where.</exception>
    /// <remarks>White space between tokens and the order of members are ignored; any other difference from the written text is
    /// an error.</remarks>
    public static DecisionRecord Parse(string json)
    {
        var root = Json.Read(Guard.NotNull(json)) as Dictionary<string,
            object?> ?? throw new FormatException("The record is not a JSON object.");
        var format = Text(root, "format");
        if (format != Format) throw new FormatException(
            $"The record's format is \"{format}\"; this version of the library reads \"{Format}\".");
        if (!Enum.TryParse<Verdict>(Text(root, "verdict"), out var verdict) || verdict.ToString() != Text(root, "verdict"))
        {
            throw new FormatException(
                $"The record's verdict is \"{Text(root, "verdict")}\"; " +
                $"it must be one of {string.Join(", ", Enum.GetNames(typeof(Verdict)))}.");
        }

        var inputs = root.TryGetValue("inputs", out var list) ? list as List<object?> : null;
        if (inputs is null) throw new FormatException("The record has no list \"inputs\".");
        var record = new DecisionRecord(
            Text(root, "profile"),
            Text(root, "version"),
            Text(root, "fingerprint"),
            Date(root, "asOf"),
            [.. inputs.Select(InputOf)],
            WasQualifiedIn(root),
            new Outcome(verdict, Number(root, "score"), Number(root, "lowest"), Number(root, "highest")));
        record.CheckUnchanged(root);
        return record;
    }

    /// <summary>Writes the record as JSON, without line breaks: the same bytes on every platform.</summary>
    /// <returns>The JSON.</returns>
    public string ToJson()
    {
        var text = CanonicalText();
        var json = new StringBuilder(text, 0, text.Length - 1, text.Length + 80);
        Member(json, Seal, Sha256.Hex(text));
        return json.Append('}').ToString();
    }

    /// <summary>The JSON without the SHA-256, which is computed from it.</summary>
    private string CanonicalText()
    {
        var json = new StringBuilder();
        json.Append('{');
        Member(json, "format", Format);
        Member(json, "profile", ProfileName);
        Member(json, "version", ProfileVersion);
        Member(json, "fingerprint", Fingerprint);
        Member(json, "asOf", InvariantText.Of(AsOf));
        Member(json, "previously", WasQualified ? Previously : null);
        Member(json, "verdict", Verdict.ToString());
        Member(json, "score", InvariantText.Of(Score));
        Member(json, "lowest", InvariantText.Of(Lowest));
        Member(json, "highest", InvariantText.Of(Highest));
        json.Append(",\"inputs\":[");
        for (var i = 0; i < Inputs.Count; i++)
        {
            var input = Inputs[i];
            json.Append(i == 0 ? "{" : ",{");
            Member(json, "id", input.CriterionId);
            Member(json, "type", input.Type);
            Member(json, "value", input.Text);
            if (input.Texts is { } texts)
            {
                json.Append(",\"values\":[");
                for (var j = 0; j < texts.Count; j++)
                {
                    json.Append(j == 0 ? "" : ",");
                    if (texts[j] is { } text) json.AppendText(text);
                    else json.Append("null");
                }

                json.Append(']');
            }

            Member(json, "answer", input.Answer?.ToString());
            Member(json, "gapType", input.GapType);
            Member(json, "gap", input.GapText);
            Member(json, "decayDate", input.DecayDate is { } date ? InvariantText.Of(date) : null);
            Member(json, "error", input.Error);
            json.Append('}');
        }

        return json.Append("]}").ToString();
    }

    private void CheckUnchanged(Dictionary<string, object?> root)
    {
        var seal = Text(root, Seal);
        var text = CanonicalText();
        root.Remove(Seal);
        // Parts that the text does not include, such as an extra member, would not change its SHA-256.
        if (Json.AreEqual(root, Json.Read(text)) && Sha256.Hex(text) == seal) return;
        throw new FormatException(
            $"The record is not as it was written: its \"{Seal}\" is \"{seal}\", which is not the SHA-256 of the rest.");
    }

    /// <summary>The record as JSON.</summary>
    /// <returns>The JSON.</returns>
    public override string ToString() => ToJson();

    internal static DecisionRecord Of(QualificationResult result)
    {
        var byIndex = result.Criteria.OrderBy(c => c.Criterion.Index)
            .Where(c => c.Criterion.Kind == CriterionKind.Condition || c.Criterion.DecayHalfLifeDays is not null);
        var decision = result.Decision;
        return new DecisionRecord(
            result.ProfileName,
            result.ProfileVersion,
            result.Fingerprint,
            result.AsOf,
            [.. byIndex.Select(InputOf)],
            result.WasQualified,
            new Outcome(decision.Verdict, decision.Score, decision.Lowest, decision.Highest));
    }

    private static RecordedInput InputOf(CriterionResult result)
    {
        var input = result.Input;
        var (type, value) = input.Actual is { } actual ? RecordedValue.Write(actual) : default;
        var ownGap = !input.IsReplayable && input.Gap is not null;
        var (gapType, gap) = ownGap ? RecordedValue.Write(input.Gap!)
            : ActivityGaps.RecordOf(input.Required) is { } missing ? (ActivityGaps.RecordedType, (object)missing) : default;
        return new RecordedInput(result.Id)
        {
            Type = type,
            Text = value as string,
            Texts = value is string?[] texts ? Array.AsReadOnly(texts) : null,
            // A rule that threw or was not asked has no answer; one whose decay date threw has one. A combination follows from its parts.
            Answer = result.Criterion.Kind != CriterionKind.Condition || input.IsReplayable || input.IsLeftOut
                || (input.Error is not null && !input.RawAnswer.IsKnown) ? null : input.RawAnswer,
            GapType = gapType,
            GapText = gap as string,
            DecayDate = input.DecayDate is { } date ? ValueKind.WithoutZone(date) : null,
            Error = input.Error,
        };
    }

    private static RecordedInput InputOf(object? item)
    {
        var members = item as Dictionary<string,
            object?> ?? throw new FormatException("An entry of the record's \"inputs\" is not an object.");
        return new RecordedInput(Text(members, "id"))
        {
            Type = OptionalText(members, "type"),
            Text = OptionalText(members, "value"),
            Texts = members.TryGetValue("values", out var values)
                ? [.. (values as List<object?> ?? throw new FormatException("The member \"values\" is not a list.")).Select(v =>
                    v is null or string ? (string?)v
                        : throw new FormatException("The member \"values\" holds something that is not a text."))]
                : null,
            Answer = OptionalText(members, "answer") is { } answer ? AnswerOf(answer) : null,
            GapType = OptionalText(members, "gapType"),
            GapText = OptionalText(members, "gap"),
            DecayDate = members.ContainsKey("decayDate") ? Date(members, "decayDate") : null,
            Error = OptionalText(members, "error"),
        };
    }

    private static bool WasQualifiedIn(Dictionary<string, object?> root)
    {
        var previously = OptionalText(root, "previously");
        if (previously is null or Previously) return previously is not null;
        throw new FormatException($"The member \"previously\" is \"{previously}\"; it must be \"{Previously}\", or be left out.");
    }

    private static Answer AnswerOf(string text)
    {
        if (text == Qualification.Answer.Unknown.ToString()) return Qualification.Answer.Unknown;
        if (InvariantText.TryDouble(text, out var value) && value is >= 0 and <= 1) return new Answer(value);
        throw new FormatException($"The record's answer is \"{text}\"; it must be \"unknown\" or a number from 0 to 1.");
    }

    private static void Member(StringBuilder json, string name, string? value)
    {
        if (value is null) return;
        if (json[json.Length - 1] != '{') json.Append(',');
        json.AppendText(name).Append(':').AppendText(value);
    }

    private static string? OptionalText(Dictionary<string, object?> members, string name) =>
        members.TryGetValue(name, out var value)
            ? value as string ?? throw new FormatException($"The member \"{name}\" is not a text.")
            : null;

    private static string Text(Dictionary<string, object?> members, string name) =>
        OptionalText(members, name) ?? throw new FormatException($"The record has no member \"{name}\".");

    private static double Number(Dictionary<string, object?> members, string name) =>
        InvariantText.TryDouble(Text(members, name), out var value)
            ? value
            : throw new FormatException($"The member \"{name}\" is \"{Text(members, name)}\"; it must be a number.");

    private static DateTime Date(Dictionary<string, object?> members, string name) =>
        InvariantText.TryDate(Text(members, name), out var value) && value.Kind != DateTimeKind.Local
            ? value
            : throw new FormatException(
                $"The member \"{name}\" is \"{Text(members, name)}\"; " +
                "it must be a date in round-trip form, in UTC or without a time zone.");

    private readonly record struct Outcome(Verdict Verdict, double Score, double Lowest, double Highest);
}
