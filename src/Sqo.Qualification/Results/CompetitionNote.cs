using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>How contested a deal is, with what that rests on. Immutable.</summary>
public sealed class CompetitionNote
{
    private CompetitionNote(CompetitionLevel level, int? alternatives, bool doNothingCounts, bool? hasIncumbent, string? incumbent)
    {
        Level = level;
        Alternatives = alternatives;
        DoNothingCounts = doNothingCounts;
        HasIncumbent = hasIncumbent;
        Incumbent = incumbent;
    }

    /// <summary>How contested it is.</summary>
    public CompetitionLevel Level { get; }

    /// <summary>How many alternatives to us the customer has.</summary>
    /// <value><see langword="null"/> when that is unknown, or the profile does not ask.</value>
    public int? Alternatives { get; }

    /// <summary>Whether doing nothing is one of the <see cref="Alternatives"/>.</summary>
    public bool DoNothingCounts { get; }

    /// <summary>Whether another supplier is in place.</summary>
    /// <value><see langword="null"/> when that is unknown, or the profile does not ask.</value>
    public bool? HasIncumbent { get; }

    /// <summary>The supplier in place, by name.</summary>
    /// <value><see langword="null"/> when there is none but us, or the name is not known.</value>
    public string? Incumbent { get; }

    /// <summary>The note on what the criteria of a result say; <see langword="null"/> when none is about the competition.</summary>
    internal static CompetitionNote? Of(IEnumerable<CriterionResult> criteria)
    {
        CriterionResult? competitors = null;
        CriterionResult? incumbent = null;
        foreach (var criterion in criteria)
        {
            if (criterion.Criterion.Settings.Competition is not { } facts) continue;
            if (facts.CountOf is null) incumbent = criterion;
            else competitors = criterion;
        }

        if (competitors is null && incumbent is null) return null;
        var asked = competitors?.Criterion.Settings.Competition;
        int? alternatives = competitors?.Actual is { } actual ? asked!.CountOf!(actual) : null;
        var doNothing = asked?.DoNothingCounts ?? false;
        var held = incumbent?.State switch
        {
            AnswerState.Met => false,
            AnswerState.Unmet => true,
            _ => (bool?)null,
        };
        CompetitionLevel level;
        if (competitors?.State == AnswerState.Unmet) level = CompetitionLevel.Crowded;
        else if (held == true || alternatives > (doNothing ? 1 : 0)) level = CompetitionLevel.Contested;
        else if (alternatives is null || (incumbent is not null && held is null)) level = CompetitionLevel.Unknown;
        else level = CompetitionLevel.Uncontested;
        return new CompetitionNote(level, alternatives, doNothing, held, held == true ? incumbent!.Actual as string : null);
    }
}
