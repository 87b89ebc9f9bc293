namespace Sqo.Qualification;

/// <summary>What the grades that the answers leave open mean for a verdict. The default value is that of a profile without
/// grades.</summary>
/// <param name="Grade">The grade of the score, as its index in the matrix plus 1; 0 if there is none.</param>
/// <param name="IsRuledOut">Whether no possible grade qualifies.</param>
/// <param name="IsOpen">Whether some possible grade does not qualify.</param>
internal readonly record struct GradeOutlook(ushort Grade, bool IsRuledOut, bool IsOpen)
{
    /// <summary>The verdict of gates and score, limited by the grade.</summary>
    public Verdict Limit(Verdict verdict) =>
        IsRuledOut ? Verdict.Disqualified : IsOpen && verdict == Verdict.Qualified ? Verdict.NeedsDiscovery : verdict;
}
