namespace Sqo.Qualification;

/// <summary>What the grades that the answers leave open mean for a verdict. The default value is that of a profile without
/// grades.</summary>
/// <param name="Grade">The grade of the score, as its place in the matrix and 1; 0 where there is none.</param>
/// <param name="IsRuledOut">Whether no grade that is still possible qualifies.</param>
/// <param name="IsOpen">Whether a grade that is still possible does not qualify.</param>
internal readonly record struct GradeOutlook(ushort Grade, bool IsRuledOut, bool IsOpen)
{
    /// <summary>The verdict of gates and score, as far as the grade bears it out.</summary>
    public Verdict Limit(Verdict verdict) =>
        IsRuledOut ? Verdict.Disqualified : IsOpen && verdict == Verdict.Qualified ? Verdict.NeedsDiscovery : verdict;
}
