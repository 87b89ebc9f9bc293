using System;
using System.Collections.Generic;
using System.Globalization;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>When one SQO must be answered, and where its answer stands. Immutable.</summary>
public sealed class ResponseDue
{
    private readonly ResponseTarget[] _undecided;

    internal ResponseDue(
        Opportunity opportunity, EventTime start, Touchpoint? answer, ResponseTarget target, ResponseTarget[] undecided, DateTime due,
        ResponseState state, TimeSpan elapsed, TimeSpan left)
    {
        Opportunity = opportunity;
        Start = start;
        Answer = answer;
        Target = target;
        _undecided = undecided;
        Due = due;
        State = state;
        Elapsed = elapsed;
        Left = left;
    }

    /// <summary>The deal.</summary>
    public Opportunity Opportunity { get; }

    /// <summary>The id of the deal.</summary>
    public string Id => Opportunity.Id;

    /// <summary>When the clock started.</summary>
    public EventTime Start { get; }

    /// <summary>The first contact by sales since then; <see langword="null"/> if there is none yet.</summary>
    public Touchpoint? Answer { get; }

    /// <summary>The target that applies.</summary>
    public ResponseTarget Target { get; }

    /// <summary>
    /// The targets of which it is unknown whether they apply, such as a source's if the source is unknown: with one of them, the answer
    /// would be due at another time.
    /// </summary>
    public IReadOnlyList<ResponseTarget> Undecided => Array.AsReadOnly(_undecided);

    /// <summary>
    /// The moment by which it must be answered: in the time zone of the calendar if one is given, otherwise as the start. If only the day
    /// of the start is known, the end of the last day on which an answer is in time.
    /// </summary>
    public DateTime Due { get; }

    /// <summary>Where the answer stands.</summary>
    public ResponseState State { get; }

    /// <summary>The time to the answer, or the time waited so far; working time if a calendar is given.</summary>
    public TimeSpan Elapsed { get; }

    /// <summary>
    /// The time from now until it is due, below 0 if it is overdue: for an answer that is missing. 0 for all others. Working time if a
    /// calendar is given: 0 also when it was due since the office closed.
    /// </summary>
    public TimeSpan Left { get; }

    /// <summary>By how long the answer is overdue; 0 if it is not.</summary>
    public TimeSpan OverdueBy => Left < TimeSpan.Zero ? Left.Negate() : TimeSpan.Zero;

    /// <summary>Gets a line with the state, when it is due and by which target.</summary>
    /// <param name="culture">The culture, see <see cref="ExplanationTexts.For"/>.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is <see langword="null"/>.</exception>
    public string ToText(CultureInfo culture) => ToText(ExplanationTexts.For(culture));

    /// <summary>Gets a line with the state, when it is due and by which target.</summary>
    /// <param name="texts">The texts.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is <see langword="null"/>.</exception>
    public string ToText(ExplanationTexts texts) => ResponseText.Line(Guard.NotNull(texts), this);

    /// <summary>The id and the line, in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Id}: {ToText(ExplanationTexts.English)}";
}
