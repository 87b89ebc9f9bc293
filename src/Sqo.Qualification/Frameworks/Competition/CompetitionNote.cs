using System;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>How contested a deal is, and why. Immutable.</summary>
public sealed class CompetitionNote : CriterionNote
{
    private CompetitionNote(
        CriterionResult criterion, CompetitionLevel level, int? alternatives, bool doNothingCounts, bool? hasIncumbent, string? incumbent)
        : base(
            criterion,
            MessageIds.ResultCompetition,
            new Requirement(MessageIdOf(level)),
            new Requirement(
                doNothingCounts ? MessageIds.CompetitionWithDoNothing : MessageIds.CompetitionAlternatives,
                alternatives is { } number ? InvariantText.Of(number) : new Requirement(MessageIds.StateUnknown)),
            new Requirement(MessageIds.CompetitionIncumbent, Named(hasIncumbent, incumbent)))
    {
        Level = level;
        Alternatives = alternatives;
        DoNothingCounts = doNothingCounts;
        HasIncumbent = hasIncumbent;
        Incumbent = incumbent;
    }

    /// <summary>How contested it is.</summary>
    public CompetitionLevel Level { get; }

    /// <summary>The number of alternatives to us that the customer has.</summary>
    /// <value><see langword="null"/> if it is unknown, or the profile does not ask.</value>
    public int? Alternatives { get; }

    /// <summary>Whether doing nothing is one of the <see cref="Alternatives"/>.</summary>
    public bool DoNothingCounts { get; }

    /// <summary>Whether another supplier is in place.</summary>
    /// <value><see langword="null"/> if it is unknown, or the profile does not ask.</value>
    public bool? HasIncumbent { get; }

    /// <summary>The supplier in place, by name.</summary>
    /// <value><see langword="null"/> if there is none other than us, or the name is unknown.</value>
    public string? Incumbent { get; }

    /// <summary>Gets the note on the competition from the notes of a result.</summary>
    /// <param name="result">The result.</param>
    /// <returns>The note; <see langword="null"/> if the profile asks neither for competitors nor for the incumbent.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="result"/> is <see langword="null"/>.</exception>
    public static CompetitionNote? Of(QualificationResult result) => Guard.NotNull(result).Notes.OfType<CompetitionNote>().FirstOrDefault();

    /// <summary>Makes the note from the competitors and the incumbent; the profile asks for at least one of the two.</summary>
    /// <param name="competitors">The answer about the competitors.</param>
    /// <param name="countOf">Gets the number of alternatives from the value of that criterion.</param>
    /// <param name="doNothingCounts">Whether that number includes doing nothing.</param>
    /// <param name="incumbent">The answer about the incumbent.</param>
    internal static CompetitionNote Of(
        CriterionResult? competitors, Func<object, int>? countOf, bool doNothingCounts, CriterionResult? incumbent)
    {
        int? alternatives = competitors?.Actual is { } actual ? countOf!(actual) : null;
        var held = incumbent?.State switch
        {
            AnswerState.Met => false,
            AnswerState.Unmet => true,
            _ => (bool?)null,
        };
        CompetitionLevel level;
        if (competitors?.State == AnswerState.Unmet) level = CompetitionLevel.Crowded;
        else if (held == true || alternatives > (doNothingCounts ? 1 : 0)) level = CompetitionLevel.Contested;
        else if (alternatives is null || (incumbent is not null && held is null)) level = CompetitionLevel.Unknown;
        else level = CompetitionLevel.Uncontested;
        return new CompetitionNote(
            competitors ?? incumbent!, level, alternatives, doNothingCounts, held, held == true ? incumbent!.Actual as string : null);
    }

    private static string MessageIdOf(CompetitionLevel level) => level switch
    {
        CompetitionLevel.Uncontested => MessageIds.CompetitionUncontested,
        CompetitionLevel.Contested => MessageIds.CompetitionContested,
        CompetitionLevel.Crowded => MessageIds.CompetitionCrowded,
        _ => MessageIds.CompetitionUnknown,
    };

    private static object Named(bool? hasIncumbent, string? incumbent) => hasIncumbent switch
    {
        null => new Requirement(MessageIds.StateUnknown),
        false => new Requirement(MessageIds.CompetitionNoIncumbent),
        true => incumbent ?? (object)new Requirement(MessageIds.CompetitionIncumbentUnnamed),
    };
}
