using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The texts of explanations in one language, by their stable ids, with the matching formats. English and Swedish
/// come with the library; <see cref="With"/> adds another language. Immutable.
/// </summary>
public sealed class ExplanationTexts
{
    /// <summary>The prefix that makes the id of a criterion or group the id of the text that replaces its label in this language.</summary>
    public const string LabelPrefix = "label.";

    /// <summary>The prefix that makes the id of a criterion the id of the text that replaces its question in this language.</summary>
    public const string QuestionPrefix = "question.";

    /// <summary>The prefix that makes the name of a dimension the id of the text that replaces it in this language.</summary>
    public const string DimensionPrefix = "dimension.";

    /// <summary>The prefix that makes the id of a next action (that of the criterion if it belongs to one) the id of the text that replaces
    /// it in this language.</summary>
    public const string ActionPrefix = "action.";

    /// <summary>The prefix that makes the id of an attribution model the id of the text that names it in this language.</summary>
    public const string AttributionModelPrefix = "attribution.model.";

    /// <summary>The prefix that makes the id of a note of an attribution model the id of its text, with {0} for the count.</summary>
    public const string AttributionNotePrefix = "attribution.note.";

    /// <summary>
    /// The suffix that makes the id of a text with a count the id of its text for 1, such as "within the next day". It is used if the first
    /// number among the values of the placeholders is 1.
    /// </summary>
    public const string OneSuffix = ".one";

    private const int LongestText = 200;
    private const int DeepestList = 8;

    private readonly Dictionary<string, string> _messages;

    // The language of the texts that these were made from: the library's other texts are in that language.
    private readonly string _origin;

    private ExplanationTexts(string language, string origin, Dictionary<string, string> messages, TextFormats formats)
    {
        Language = language;
        _origin = origin;
        _messages = messages;
        Formats = formats;
    }

    /// <summary>The texts in English.</summary>
    public static ExplanationTexts English { get; } = new("en", "en", EnglishTexts.Messages, TextFormats.English);

    /// <summary>The texts in Swedish.</summary>
    public static ExplanationTexts Swedish { get; } = new("sv", "sv", SwedishTexts.Messages, TextFormats.Swedish);

    /// <summary>The language, as an ISO 639 code.</summary>
    public string Language { get; }

    /// <summary>How numbers, money and dates are written.</summary>
    public TextFormats Formats { get; }

    /// <summary>The ids that have a text.</summary>
    public IReadOnlyCollection<string> Ids => _messages.Keys;

    /// <summary>Gets the text for an id, with its placeholders.</summary>
    /// <param name="messageId">One of <see cref="MessageIds"/>, or a custom one.</param>
    /// <exception cref="ArgumentNullException"><paramref name="messageId"/> is <see langword="null"/>.</exception>
    /// <exception cref="KeyNotFoundException">There is no text for the id.</exception>
    public string this[string messageId] =>
        _messages.TryGetValue(Guard.NotNull(messageId), out var text)
            ? text
            : throw new KeyNotFoundException(
                $"There is no text for the id \"{messageId}\" in the language \"{Language}\"; call With to add one.");

    /// <summary>Gets the texts for a culture.</summary>
    /// <param name="culture">
    /// A Swedish culture gives Swedish, an English or the invariant one English; any other gives English texts with the number formats of
    /// that culture on the platform, and dates as in 2026-11-23.
    /// </param>
    /// <returns>The texts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is <see langword="null"/>.</exception>
    public static ExplanationTexts For(CultureInfo culture) => Guard.NotNull(culture).TwoLetterISOLanguageName switch
    {
        "sv" => Swedish,
        "en" or "iv" => English,
        _ => new ExplanationTexts(English.Language, English._origin, English._messages, TextFormats.From(culture)),
    };

    /// <summary>Creates texts for another language, or with some of the texts replaced.</summary>
    /// <param name="language">The language, as an ISO 639 code.</param>
    /// <param name="messages">Texts by id; the others stay as they are here.</param>
    /// <param name="formats">How numbers, money and dates are written; as here when <see langword="null"/>.</param>
    /// <returns>The new texts; these are not changed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/>, <paramref name="messages"/> or a text is
    /// <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="language"/> is blank; or a text has a placeholder that the id's text here does
    /// not have, or can't be filled in.</exception>
    public ExplanationTexts With(string language, IReadOnlyDictionary<string, string> messages, TextFormats? formats = null)
    {
        Guard.NotBlank(language);
        var merged = new Dictionary<string, string>(_messages);
        foreach (var message in Guard.NotNull(messages))
        {
            CheckPlaceholders(message.Key, message.Value);
            merged[message.Key] = message.Value;
            // The text for 1 would be in the language before.
            if (!messages.ContainsKey(message.Key + OneSuffix)) merged.Remove(message.Key + OneSuffix);
        }

        return new ExplanationTexts(language, _origin, merged, formats ?? Formats);
    }

    /// <summary>Gets a text with its placeholders filled in.</summary>
    /// <param name="messageId">The id of the text.</param>
    /// <param name="arguments">The values of the placeholders.</param>
    /// <returns>The text.</returns>
    /// <exception cref="KeyNotFoundException">There is no text for the id.</exception>
    /// <exception cref="FormatException">The text has more placeholders than there are arguments.</exception>
    public string Message(string messageId, params object?[] arguments) =>
        TextFormats.Fill(
            ForOne(messageId, Guard.NotNull(arguments)) ?? this[messageId], [.. arguments.Select(a => (object)Value(a))]);

    /// <summary>Gets the name of a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="verdict"/> is not a verdict.</exception>
    public string Verdict(Verdict verdict) => this[verdict switch
    {
        Qualification.Verdict.Qualified => MessageIds.VerdictQualified,
        Qualification.Verdict.NearMiss => MessageIds.VerdictNearMiss,
        Qualification.Verdict.NeedsDiscovery => MessageIds.VerdictNeedsDiscovery,
        Qualification.Verdict.Disqualified => MessageIds.VerdictDisqualified,
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, $"The verdict is {(int)verdict}; it must lie from 0 to 3."),
    }];

    /// <summary>Gets the name of a state.</summary>
    /// <param name="state">The state.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="state"/> is not a state.</exception>
    public string State(AnswerState state) => this[state switch
    {
        AnswerState.Met => MessageIds.StateMet,
        AnswerState.Unmet => MessageIds.StateUnmet,
        AnswerState.Unknown => MessageIds.StateUnknown,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, $"The state is {(int)state}; it must lie from 0 to 2."),
    }];

    /// <summary>Gets the text of what a criterion asks for.</summary>
    /// <param name="criterion">The criterion.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="criterion"/> is <see langword="null"/>.</exception>
    public string Requirement(CriterionInfo criterion)
    {
        if (Guard.NotNull(criterion).Parts.Count == 0) return Requirement(criterion.Requirement, criterion.Currency, 0);
        var labels = string.Join(", ", criterion.Parts.Select(Label));
        return criterion.Kind == CriterionKind.AtLeast
            ? TextFormats.Fill(this[criterion.Requirement.MessageId], InvariantText.Of(criterion.Count), labels)
            : TextFormats.Fill(this[criterion.Requirement.MessageId], labels);
    }

    /// <summary>The requirement for one opportunity: as <see cref="Requirement(CriterionInfo)"/>, but for its stage if that
    /// matters.</summary>
    internal string Asked(CriterionResult result) =>
        result.Criterion.Parts.Count == 0 ? Requirement(result.Required, result.Criterion.Currency, 0) : Requirement(result.Criterion);

    /// <summary>Gets the name of a criterion: the text with the id "label." plus the criterion's id, if there is one; otherwise the
    /// declared label.</summary>
    /// <param name="criterion">The criterion.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="criterion"/> is <see langword="null"/>.</exception>
    public string Label(CriterionInfo criterion) =>
        Own(LabelPrefix, Guard.NotNull(criterion).Id) ?? OneLine(Worded(criterion.Settings.LocalizedLabel) ?? criterion.Label);

    /// <summary>Gets the name of a group: the text with the id "label." plus its id, if there is one; else the declared label.</summary>
    /// <param name="group">The group.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="group"/> is <see langword="null"/>.</exception>
    public string Label(GroupInfo group) =>
        Guard.NotNull(group).Id == GroupInfo.TotalId ? this[MessageIds.GroupTotal] : Own(LabelPrefix, group.Id) ?? OneLine(group.Label);

    /// <summary>
    /// Gets the question to ask about a criterion: the text with the id "question." plus the criterion's id, if there is one; otherwise
    /// the declared question, or one made from the label.
    /// </summary>
    /// <param name="criterion">The criterion.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="criterion"/> is <see langword="null"/>.</exception>
    public string Question(CriterionInfo criterion) =>
        Own(QuestionPrefix, Guard.NotNull(criterion).Id) ?? (criterion.Question is { } question
            ? OneLine(Worded(criterion.Settings.LocalizedQuestion) ?? question) : null) ?? Message(
            MessageIds.QuestionDefault, Label(criterion));

    /// <summary>Gets what to do next: the text with the id "action." plus its id, if there is one; else the declared text.</summary>
    /// <param name="action">The action.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="action"/> is <see langword="null"/>.</exception>
    public string Action(NextAction action) =>
        Own(ActionPrefix, Guard.NotNull(action).Id) ?? OneLine(action.TextIn(Language) ?? action.TextIn(_origin) ?? action.Text);

    /// <summary>Gets the text of a criterion's note.</summary>
    /// <param name="note">The note.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="note"/> is <see langword="null"/>.</exception>
    public string Note(CriterionNote note) => Requirement(Guard.NotNull(note).Message, null, 0);

    /// <summary>Gets the name of a dimension: the text with the id "dimension." plus its name, if there is one; otherwise the dimension
    /// itself.</summary>
    /// <param name="dimension">One of <see cref="Dimensions"/>, or a custom name.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentException"><paramref name="dimension"/> is <see langword="null"/> or blank.</exception>
    public string Dimension(string dimension) => Own(DimensionPrefix, Guard.NotBlank(dimension)) ?? OneLine(dimension);

    /// <summary>Gets the name of a line of points.</summary>
    /// <param name="line">The line.</param>
    /// <returns>The text, without the points.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="line"/> is <see langword="null"/>.</exception>
    public string Line(ScoreLine line) => Guard.NotNull(line).Kind switch
    {
        ScoreLineKind.Base => Message(MessageIds.LineBase),
        ScoreLineKind.KeptAtZero => Message(MessageIds.LineKeptAtZero),
        ScoreLineKind.Cap => Message(MessageIds.LineCap, Label(line.Group!), line.Group!.Maximum),
        ScoreLineKind.Floor => Message(MessageIds.LineFloor, Label(line.Group!), line.Group!.Minimum),
        _ => Message(MessageIds.LineCriterion, Label(line.Criterion!)),
    };

    /// <summary>Gets what must happen to a criterion: what its value must be, if known; otherwise what it asks for.</summary>
    /// <param name="step">The step.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="step"/> is <see langword="null"/>.</exception>
    public string Step(RemedyStep step)
    {
        var result = Guard.NotNull(step).Result;
        if (result.Criterion.Settings.Facts?.Condition is ActivityCondition activities
            && activities.ToDo(step.Target, result.Actual as double?, step.Kind != RemedyKind.Avoid) is { } more)
        {
            return Fill(MessageIds.RemedyMeet, Label(result.Criterion), Requirement(more, null, 0));
        }

        if (step.Target is { } target) return Fill(
            MessageIds.RemedyMeet, Label(result.Criterion), Requirement(target, result.Criterion.Currency, 0));
        var id = step.Kind switch
        {
            RemedyKind.Avoid => MessageIds.RemedyAvoid,
            RemedyKind.Renew => MessageIds.RemedyRenew,
            RemedyKind.Lower => MessageIds.RemedyLower,
            _ => MessageIds.RemedyMeet,
        };
        return Fill(id, Label(result.Criterion), Asked(result));
    }

    /// <summary>Gets the text of a value of a criterion.</summary>
    /// <param name="value">The value; <see langword="null"/> if it is missing.</param>
    /// <param name="currency">The ISO 4217 code of its currency, when it is money.</param>
    /// <returns>
    /// The text, on one line; a custom text is cut to 200 characters. A value whose own code throws when it is formatted is shown as the
    /// name of its type.
    /// </returns>
    public string Value(object? value, string? currency = null) => Value(value, currency, 0);

    private string Value(object? value, string? currency, int depth) => value switch
    {
        null => this[MessageIds.ValueMissing],
        bool flag => this[flag ? MessageIds.ValueYes : MessageIds.ValueNo],
        decimal number => currency is null ? Formats.Number(number) : Formats.Money(number, currency),
        _ when ValueKind.Of(value.GetType()) is { IsNumber: true, ToDouble: { } number } => Number(number(value), currency),
        DateTime date => Formats.Date(date),
        TimeSpan duration => Duration(duration),
        EvidenceLevel level => this[level switch
        {
            EvidenceLevel.Claimed => MessageIds.EvidenceClaimed,
            EvidenceLevel.Confirmed => MessageIds.EvidenceConfirmed,
            EvidenceLevel.Documented => MessageIds.EvidenceDocumented,
            _ => MessageIds.EvidenceUnknown,
        }],
        string text => OneLine(text),
        Requirement requirement => Requirement(requirement, currency, depth),
        _ => OwnValue(value, currency, depth),
    };

    /// <summary>A value of a custom type: its code may fail, but the explanation must not.</summary>
    private string OwnValue(object value, string? currency, int depth)
    {
        // A list may contain itself.
        if (depth == DeepestList) return "\u2026";
        try
        {
            return value switch
            {
                IEnumerable values => List(values, currency, depth + 1),
                IFormattable formattable => OneLine(formattable.ToString(null, CultureInfo.InvariantCulture) ?? ""),
                _ => OneLine(value.ToString() ?? ""),
            };
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return OneLine(value.GetType().Name);
        }
    }

    /// <summary>Whether a requirement has a text that needs no more arguments than the requirement has.</summary>
    internal bool Takes(Requirement requirement)
    {
        if (!_messages.TryGetValue(requirement.MessageId, out var text)) return false;
        try
        {
            TextFormats.Fill(text, [.. requirement.Arguments.Select(_ => "")]);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>The name of something that later layers declare: the text with the prefix and its id, if there is one; else its label or
    /// id.</summary>
    internal string Name(string prefix, string id, string? label) => Own(prefix, id) ?? OneLine(label ?? id);

    /// <summary>A text with its placeholders filled in with formatted texts.</summary>
    internal string Fill(string messageId, params string[] finished) => TextFormats.Fill(this[messageId], finished);

    /// <summary>A number of hours.</summary>
    internal string Hours(decimal hours) => Counted(MessageIds.ValueHour, MessageIds.ValueHours, hours);

    /// <summary>The text for a count of 1, if the count is that and there is such a text.</summary>
    internal string? ForOne(string messageId, IReadOnlyList<object?> arguments)
    {
        if (!_messages.TryGetValue(messageId + OneSuffix, out var text)) return null;
        foreach (var argument in arguments)
        {
            if (argument is null || ValueKind.Of(argument.GetType()) is not { IsNumber: true, ToDouble: { } number }) continue;
            return number(argument) == 1 ? text : null;
        }

        return null;
    }

    private static string OneLine(string text)
    {
        var line = new StringBuilder(Math.Min(text.Length, LongestText + 1));
        foreach (var c in text)
        {
            if (line.Length == LongestText)
            {
                // Don't cut a surrogate pair in half.
                if (char.IsHighSurrogate(line[LongestText - 1])) line.Length--;
                line.Append('\u2026');
                break;
            }

            line.Append(char.IsControl(c) || c is '\u2028' or '\u2029' || TurnsDirection(c) ? ' ' : c);
        }

        return line.ToString();
    }

    // Otherwise a text could reverse the direction of the text after it.
    private static bool TurnsDirection(char c) =>
        c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\u061C';

    private string? Worded(LocalizedText? wording) => wording?.In(Language) ?? wording?.In(_origin);

    /// <summary>The text with a prefix and an id; <see langword="null"/> if there is none.</summary>
    internal string? Own(string prefix, string id) => _messages.TryGetValue(prefix + id, out var text) ? OneLine(text) : null;

    /// <summary>A custom requirement may have an id without a text, or fewer arguments than the text needs: then its id and arguments are
    /// shown.</summary>
    private string Requirement(Requirement requirement, string? currency, int depth)
    {
        var arguments = requirement.Arguments.Select(a => Value(a, currency, depth)).ToArray();
        if (_messages.TryGetValue(requirement.MessageId, out var text))
        {
            try
            {
                return TextFormats.Fill(ForOne(requirement.MessageId, requirement.Arguments) ?? text, arguments);
            }
            catch (FormatException)
            {
                // The text needs more arguments than there are.
            }
        }

        return OneLine(requirement.MessageId) + (arguments.Length == 0 ? "" : $" ({string.Join(", ", arguments)})");
    }

    // Half of the digits of an amount of money would be noise; any other number is shown unchanged.
    private string Number(double number, string? currency) =>
        currency is null || Math.Abs(number) >= 1e15 || double.IsNaN(number) ? Formats.Number(number)
            : Formats.Money((decimal)number, currency);

    private string Duration(TimeSpan duration) =>
        Math.Abs(duration.TotalDays) >= 1
            ? Counted(MessageIds.ValueDay, MessageIds.ValueDays, Math.Round((decimal)duration.Ticks / TimeSpan.TicksPerDay, 1))
            : Hours(Math.Round((decimal)duration.Ticks / TimeSpan.TicksPerHour, 1));

    private string Counted(string one, string other, decimal count) => Message(count == 1 ? one : other, count);

    private string List(IEnumerable values, string? currency, int depth)
    {
        var texts = values.Cast<object?>().Select(v => Value(v, currency, depth)).ToList();
        return texts.Count == 0 ? this[MessageIds.ValueEmptyList] : string.Join(", ", texts);
    }

    private void CheckPlaceholders(string id, string text)
    {
        var others = id.EndsWith(OneSuffix, StringComparison.Ordinal) ? id.Substring(0, id.Length - OneSuffix.Length) : id;
        var known = _messages.TryGetValue(others, out var ofOthers) || _messages.TryGetValue(id, out ofOthers) ? ofOthers : null;
        try
        {
            // As many values as the current text has placeholders: one more placeholder fails.
            var count = 0;
            if (known is not null)
            {
                while (known.IndexOf("{" + InvariantText.Of(count) + "}", StringComparison.Ordinal) >= 0 || HasLater(known, count)) count++;
            }
            else
            {
                count = 10;
            }

            TextFormats.Fill(Guard.NotNull(text), [.. Enumerable.Repeat("", count)]);
        }
        catch (FormatException)
        {
            throw new ArgumentException(
                $"The text for the id \"{id}\" is \"{text}\"; its placeholders must be those of the text " +
                $"\"{known}\".",
                "messages");
        }

        static bool HasLater(string known, int from) =>
            Enumerable.Range(from, 10).Any(i => known.IndexOf("{" + InvariantText.Of(i) + "}", StringComparison.Ordinal) >= 0);
    }
}
