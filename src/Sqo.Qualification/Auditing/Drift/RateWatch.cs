using System;
using System.Globalization;
using System.Text;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// A watch over a win rate that can be asked after every deal: without a change it raises an alarm in at most 1 of 20 cases, however
/// often it is asked (Ville 1939). Immutable: each deal gives a new watch. Its state is plain data, see <see cref="ToJson"/>.
/// </summary>
/// <remarks>
/// <para>
/// The evidence is an e-value. Beside a known rate p it is the likelihood of the deals under all rates, each as likely as the others, by
/// that under p: B(1 + won, 1 + lost) / (p^won (1 - p)^lost). Beside the deals of a reference period, whose rate is only estimated, it is
/// the likelihood of both groups, each under all rates, by the greatest that one common rate can give (Wasserman, Ramdas and Balakrishnan
/// 2020).
/// </para>
/// <para>Start a new watch for a new profile: evidence against a change, once collected, delays an alarm.</para>
/// </remarks>
public sealed class RateWatch
{
    private const string Format = "sqo-rate-watch/1";

    private RateWatch(
        double? rate, ObservedRate? reference, double alarmAt, ObservedRate observed = default, double greatest = 0,
        long? alarmedAfter = null)
    {
        Rate = rate;
        Reference = reference;
        AlarmAt = alarmAt;
        Observed = observed;
        LogEvidence = LogEvidenceOf(rate, reference, observed);
        GreatestLogEvidence = Math.Max(greatest, LogEvidence);
        AlarmedAfter = alarmedAfter ?? (LogEvidence >= Logarithm.Of(alarmAt) ? observed.Trials : null);
    }

    /// <summary>The rate that is known; <see langword="null"/> beside a reference.</summary>
    public double? Rate { get; }

    /// <summary>The deals of the reference period; <see langword="null"/> beside a known rate.</summary>
    public ObservedRate? Reference { get; }

    /// <summary>The evidence from which on there is an alarm: the inverse of the share of false alarms.</summary>
    public double AlarmAt { get; }

    /// <summary>The deals seen since.</summary>
    public ObservedRate Observed { get; }

    /// <summary>The evidence of a change, 1 for none; infinity beyond the range of numbers.</summary>
    public double Evidence => Exponential.Exp(LogEvidence);

    /// <summary>The natural logarithm of the evidence.</summary>
    public double LogEvidence { get; }

    /// <summary>The greatest logarithm of the evidence so far, from 0, the start.</summary>
    public double GreatestLogEvidence { get; }

    /// <summary>Whether there has been an alarm, now or after an earlier deal.</summary>
    public bool IsAlarmed => AlarmedAfter is not null;

    /// <summary>After how many deals there was an alarm first; <see langword="null"/> without an alarm.</summary>
    public long? AlarmedAfter { get; }

    /// <summary>Starts a watch beside a rate that is known, such as one that was promised.</summary>
    /// <param name="rate">Above 0 and below 1.</param>
    /// <param name="alarmAt">The evidence from which on there is an alarm, above 1. The default is 20.</param>
    /// <returns>A watch that has seen no deal.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside of its range.</exception>
    public static RateWatch BesideRate(double rate, double alarmAt = 20) => new(Guard.OpenUnit(rate), null, CheckedAlarm(alarmAt));

    /// <summary>Starts a watch beside the deals of a reference period: for a rate that was estimated from them.</summary>
    /// <param name="reference">The won deals out of all closed ones, at least one.</param>
    /// <param name="alarmAt">The evidence from which on there is an alarm, above 1. The default is 20.</param>
    /// <returns>A watch that has seen no deal.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside of its range.</exception>
    /// <example><code>
    /// RateWatch watch = RateWatch.BesideDeals(new ObservedRate(120, 400)).With(won: true);
    /// if (watch.IsAlarmed) Console.WriteLine(watch.ToText(ExplanationTexts.English));
    /// </code></example>
    public static RateWatch BesideDeals(ObservedRate reference, double alarmAt = 20) =>
        reference.Trials > 0
            ? new(null, reference, CheckedAlarm(alarmAt))
            : throw new ArgumentOutOfRangeException(
                nameof(reference), reference, $"The reference is {reference}; it must have at least one deal.");

    /// <summary>Reads a watch from the JSON that <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">The JSON.</param>
    /// <returns>The watch.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException">The text is not a watch; the message says what is wrong.</exception>
    public static RateWatch Parse(string json)
    {
        var root = JsonMembers.Read(json, "the watch", Format);
        var alarmAt = root.Number("alarmAt");
        var isKnown = root.ContainsKey("rate");
        var rate = isKnown ? root.Number("rate") : (double?)null;
        var reference = isKnown ? (ObservedRate?)null : RateIn("referenceWon", "referenceClosed");
        var observed = RateIn("won", "closed");
        var greatest = root.Number("greatestLogEvidence");
        var alarmedAfter = root.ContainsKey("alarmedAfter") ? root.Count("alarmedAfter") : (long?)null;
        var isGood = alarmAt > 1 && (rate is > 0 and < 1 || reference is { Trials: > 0 }) && greatest >= 0
            && (alarmedAfter is null || (alarmedAfter >= 0 && alarmedAfter <= observed.Trials));
        return isGood ? new(rate, reference, alarmAt, observed, greatest, alarmedAfter) : throw new FormatException(
            "The watch must have a rate between 0 and 1 or a reference with a deal, an alarm above 1, a greatest evidence from 0 on, and " +
            "an alarm after at most all of its deals.");

        ObservedRate RateIn(string won, string closed)
        {
            long successes = root.Count(won), trials = root.Count(closed);
            return successes <= trials ? new(successes, trials) : throw new FormatException(
                $"\"{won}\" is {InvariantText.Of(successes)}, above \"{closed}\", {InvariantText.Of(trials)}.");
        }
    }

    /// <summary>Adds a closed deal.</summary>
    /// <param name="won">Whether it was won.</param>
    /// <returns>The watch with it.</returns>
    public RateWatch With(bool won) => new(
        Rate, Reference, AlarmAt, new(Observed.Successes + (won ? 1 : 0), Observed.Trials + 1), GreatestLogEvidence, AlarmedAfter);

    /// <summary>The watch as JSON, without line ends: the same bytes on every platform.</summary>
    /// <returns>The JSON.</returns>
    public string ToJson()
    {
        var json = new StringBuilder("{").Member("format", Format).Member("alarmAt", AlarmAt);
        if (Rate is { } rate) json.Member("rate", rate);
        if (Reference is { } reference) json.Member("referenceWon", reference.Successes).Member("referenceClosed", reference.Trials);
        json.Member("won", Observed.Successes).Member("closed", Observed.Trials).Member("greatestLogEvidence", GreatestLogEvidence);
        if (AlarmedAfter is { } after) json.Member("alarmedAfter", after);
        return json.Append('}').ToString();
    }

    /// <summary>Gets the watch in a sentence, in the language of a culture, or in English if there are no texts for it.</summary>
    /// <param name="culture">The culture.</param>
    /// <returns>The sentence.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is <see langword="null"/>.</exception>
    public string ToText(CultureInfo culture) => ToText(ExplanationTexts.For(culture));

    /// <summary>Gets the watch in a sentence.</summary>
    /// <param name="texts">The texts of a language.</param>
    /// <returns>The sentence.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is <see langword="null"/>.</exception>
    public string ToText(ExplanationTexts texts)
    {
        Guard.NotNull(texts);
        var evidence = LogEvidence < 20 ? texts.Formats.Number((decimal)Evidence, 0, 2) : "> " + texts.Formats.Number(480_000_000m);
        var state = AlarmedAfter is { } after ? texts.Message(MessageIds.WatchAlarmed, after) : texts[MessageIds.WatchQuiet];
        string[] arguments = Reference is { } reference
            ? [texts.Value(Observed.Successes), texts.Value(Observed.Trials), texts.Value(reference.Successes),
                texts.Value(reference.Trials), evidence, texts.Value(AlarmAt), state]
            : [texts.Value(Observed.Successes), texts.Value(Observed.Trials), texts.Formats.Percent(Rate!.Value, 1), evidence,
                texts.Value(AlarmAt), state];
        return texts.Fill(Reference is null ? MessageIds.WatchBesideRate : MessageIds.WatchBesideDeals, arguments);
    }

    /// <summary>The deals and the evidence, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Observed}, evidence {InvariantText.Of(Evidence)}";

    private static double CheckedAlarm(double alarmAt) =>
        alarmAt > 1 && !double.IsInfinity(alarmAt) ? alarmAt : throw new ArgumentOutOfRangeException(
            nameof(alarmAt), alarmAt, $"alarmAt is {InvariantText.Of(alarmAt)}; it must be a finite number above 1.");

    private static double LogEvidenceOf(double? rate, ObservedRate? reference, ObservedRate observed)
    {
        if (observed.Trials == 0) return 0;
        double won = observed.Successes, lost = observed.Trials - won;
        var mixture = Mixture(won, lost);
        if (rate is { } known) return mixture - (won * Logarithm.Of(known)) - (lost * Logarithm.Of(1 - known));
        double before = reference!.Value.Successes, beforeLost = reference.Value.Trials - before;
        return mixture + Mixture(before, beforeLost) - Greatest(won + before, lost + beforeLost);
    }

    /// <summary>ln B(1 + won, 1 + lost): the likelihood under all rates.</summary>
    private static double Mixture(double won, double lost) =>
        GammaFunction.Logarithm(1 + won) + GammaFunction.Logarithm(1 + lost) - GammaFunction.Logarithm(2 + won + lost);

    /// <summary>The greatest likelihood that a common rate can give.</summary>
    private static double Greatest(double won, double lost)
    {
        double sum = 0;
        if (won > 0) sum += won * Logarithm.Of(won / (won + lost));
        if (lost > 0) sum += lost * Logarithm.Of(lost / (won + lost));
        return sum;
    }
}
