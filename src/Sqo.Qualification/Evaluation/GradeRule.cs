using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Grades opportunities, and knows which grades, and which scores of a dimension, qualify. Immutable.</summary>
internal sealed class GradeRule
{
    /// <summary>The most grades that a matrix can have: a decision has two bytes for its grade.</summary>
    public const int MostGrades = ushort.MaxValue;

    // As for a threshold: a score that misses by a rounding error has reached it.
    private const double Tolerance = 1e-9;

    private readonly ScoringStrategy _strategy;
    private readonly int _digits;

    // The number of qualifying grades among the first letters and the first digits, to count those of any rectangle in four steps.
    private readonly int[,] _counts;

    /// <param name="strategy">The strategy that grades.</param>
    /// <param name="scales">Its dimensions and bands.</param>
    /// <param name="qualifying">Which grades qualify, by their indexes in the matrix; <see langword="null"/> if all do.</param>
    /// <param name="leastFit">The lowest score of fit that qualifies, if there is one.</param>
    /// <param name="leastEngagement">The lowest score of engagement that qualifies, if there is one.</param>
    public GradeRule(ScoringStrategy strategy, FitEngagementOptions scales, bool[]? qualifying, double? leastFit, double? leastEngagement)
    {
        _strategy = strategy;
        Scales = scales;
        Names = NamesOf(scales);
        Qualifying = qualifying;
        LeastFit = leastFit;
        LeastEngagement = leastEngagement;
        _digits = scales.Digits.Bands.Count;
        _counts = new int[scales.Letters.Bands.Count + 1, _digits + 1];
        for (var letter = 0; letter < scales.Letters.Bands.Count; letter++)
        {
            for (var digit = 0; digit < _digits; digit++)
            {
                var own = qualifying is null || qualifying[(letter * _digits) + digit] ? 1 : 0;
                _counts[letter + 1, digit + 1] = own + _counts[letter, digit + 1] + _counts[letter + 1, digit] - _counts[letter, digit];
            }
        }
    }

    public FitEngagementOptions Scales { get; }

    /// <summary>The grades letter by letter, the best first.</summary>
    public string[] Names { get; }

    /// <summary>Which grades qualify, by their indexes; <see langword="null"/> if all do.</summary>
    public bool[]? Qualifying { get; }

    public double? LeastFit { get; }

    public double? LeastEngagement { get; }

    /// <summary>Whether a verdict depends on grades or dimensions at all.</summary>
    public bool Decides => Qualifying is not null || LeastFit is not null || LeastEngagement is not null;

    /// <summary>The names of the grades that qualify.</summary>
    public string[] QualifyingNames => [.. Names.Where((_, place) => Qualifying is null || Qualifying[place])];

    /// <summary>All that qualifies, for messages.</summary>
    public string Wanted
    {
        get
        {
            var wanted = new List<string>();
            if (Qualifying is not null) wanted.Add($"a grade of \"{string.Join("\", \"", QualifyingNames)}\"");
            if (LeastFit is { } fit) wanted.Add($"a score of at least {InvariantText.Of(fit)} for \"{Scales.FitDimension}\"");
            if (LeastEngagement is { } engagement) wanted.Add(
                $"a score of at least {InvariantText.Of(engagement)} for \"{Scales.EngagementDimension}\"");
            return string.Join(" and ", wanted);
        }
    }

    /// <summary>Whether an opportunity that qualifies still does when a dimension gets better.</summary>
    public bool IsMonotone => FirstSkipped is null;

    /// <summary>A grade that does not qualify although a worse one does, with that one; <see langword="null"/> when there is
    /// none.</summary>
    public (string Skipped, string Qualifying)? FirstSkipped
    {
        get
        {
            for (var place = 0; Qualifying is not null && place < Names.Length; place++)
            {
                if (!Qualifying[place]) continue;
                var (letter, digit) = (place / _digits, place % _digits);
                if (letter > 0 && !Qualifying[place - _digits]) return (Names[place - _digits], Names[place]);
                if (digit > 0 && !Qualifying[place - 1]) return (Names[place - 1], Names[place]);
            }

            return null;
        }
    }

    public static string[] NamesOf(FitEngagementOptions scales)
    {
        var (letters, digits) = (scales.Letters.Bands, scales.Digits.Bands);
        var names = new string[letters.Count * digits.Count];
        for (var place = 0; place < names.Length; place++)
        {
            names[place] = letters[place / digits.Count].Grade + digits[place % digits.Count].Grade;
        }

        return names;
    }

    /// <summary>The score, with what it means for the grade.</summary>
    public ScoreRange Score(AnswerSheet sheet, out GradeOutlook outlook)
    {
        var range = _strategy.ScoreGraded(sheet, out var fit, out var engagement);
        outlook = OutlookOf(in fit, in engagement);
        return range;
    }

    /// <summary>Whether two ranges leave a grade open.</summary>
    public bool IsPossible(int place, in ScoreRange fit, in ScoreRange engagement)
    {
        var (letter, digit) = (place / _digits, place % _digits);
        return letter >= Scales.Letters.IndexAt(fit.RawHighest) && letter <= Scales.Letters.IndexAt(fit.RawLowest)
            && digit >= Scales.Digits.IndexAt(engagement.RawHighest) && digit <= Scales.Digits.IndexAt(engagement.RawLowest);
    }

    /// <summary>Whether the grade qualifies, regardless of the thresholds of the dimensions.</summary>
    public AnswerState StateOf(FitEngagementGrade grade)
    {
        var (best, worst) = (Scales.Letters.IndexAt(grade.Fit.Range.RawHighest), Scales.Letters.IndexAt(grade.Fit.Range.RawLowest));
        var (first, last) = (Scales.Digits.IndexAt(grade.Engagement.Range.RawHighest),
            Scales.Digits.IndexAt(grade.Engagement.Range.RawLowest));
        var count = CountOf(best, worst, first, last);
        return count == 0 ? AnswerState.Unmet : count < (worst - best + 1) * (last - first + 1) ? AnswerState.Unknown : AnswerState.Met;
    }

    private GradeOutlook OutlookOf(in ScoreRange fit, in ScoreRange engagement)
    {
        var grade = (ushort)((Scales.Letters.IndexAt(fit.RawScore) * _digits) + Scales.Digits.IndexAt(engagement.RawScore) + 1);
        if (!Decides) return new GradeOutlook(grade, false, false);
        var (leastFit, leastEngagement) = (LeastFit ?? 0, LeastEngagement ?? 0);
        if (fit.RawHighest < leastFit - Tolerance || engagement.RawHighest < leastEngagement - Tolerance) return new GradeOutlook(
            grade, true, true);
        var isShort = fit.RawLowest < leastFit - Tolerance || engagement.RawLowest < leastEngagement - Tolerance;

        // The part that can qualify starts at the lowest qualifying score of a dimension.
        var (best, worst) = (Scales.Letters.IndexAt(fit.RawHighest), Scales.Letters.IndexAt(Math.Max(fit.RawLowest, leastFit)));
        var (first, last) = (Scales.Digits.IndexAt(engagement.RawHighest),
            Scales.Digits.IndexAt(Math.Max(engagement.RawLowest, leastEngagement)));
        (worst, last) = (Math.Max(best, worst), Math.Max(first, last));
        var count = CountOf(best, worst, first, last);
        return new GradeOutlook(grade, count == 0, isShort || count < (worst - best + 1) * (last - first + 1));
    }

    /// <summary>How many grades of a rectangle qualify.</summary>
    private int CountOf(int best, int worst, int first, int last) =>
        _counts[worst + 1, last + 1] - _counts[best, last + 1] - _counts[worst + 1, first] + _counts[best, first];
}
