using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Bins of a number by weight of evidence: many fine bins with equal counts, of which neighbors are joined until each is large enough,
/// the trend holds, and the win rates of neighbors differ (ChiMerge, Kerber 1992, at 5 %).
/// </summary>
internal sealed class EvidenceBins
{
    public const int MostFine = 20;

    /// <summary>The fine bin of a missing number.</summary>
    public const byte Missing = byte.MaxValue;

    private const double LeastShare = 0.05;
    private const int MostSorted = 10_000;

    // Chance alone exceeds it in 5 of 100 cases.
    private static readonly double Differs = ChiSquare.Quantile(0.05, 1);

    private EvidenceBins(List<Part> parts, Part missing, int fine)
    {
        Parts = parts;
        long won = missing.Won, lost = missing.Lost;
        foreach (var part in parts)
        {
            won += part.Won;
            lost += part.Lost;
        }

        Evidence = parts.ConvertAll(part => part.Evidence(won, lost));
        MissingEvidence = missing.Count > 0 ? missing.Evidence(won, lost) : 0;
        double sum = missing.Count * MissingEvidence;
        PartOfFine = new int[fine];
        for (var i = 0; i < parts.Count; i++)
        {
            sum += parts[i].Count * Evidence[i];
            for (var j = parts[i].First; j <= parts[i].Last; j++) PartOfFine[j] = i;
        }

        Mean = won + lost > 0 ? sum / (won + lost) : 0;
        IsEmpty = parts.Count + (missing.Count > 0 ? 1 : 0) < 2;
    }

    public List<Part> Parts { get; }

    public List<double> Evidence { get; }

    public double MissingEvidence { get; }

    /// <summary>The mean evidence of a deal, which an unknown number has.</summary>
    public double Mean { get; }

    public int[] PartOfFine { get; }

    /// <summary>Whether there is one bin alone, which tells nothing.</summary>
    public bool IsEmpty { get; }

    /// <summary>The sum of (share of won - share of lost) x weight of evidence.</summary>
    private double Information
    {
        get
        {
            double won = 0, lost = 0, sum = 0;
            foreach (var part in Parts)
            {
                won += part.Won;
                lost += part.Lost;
            }

            for (var i = 0; i < Parts.Count; i++) sum += ((Parts[i].Won / won) - (Parts[i].Lost / lost)) * Evidence[i];
            return sum;
        }
    }

    public static EvidenceBins Learn(int[] won, int[] lost, int missingWon, int missingLost, BinTrend trend, int most, int minimum)
    {
        var missing = new Part(missingWon, missingLost, 0, 0);
        if (trend != BinTrend.Monotone) return new(Join(won, lost, trend, most, minimum), missing, won.Length);
        var rising = new EvidenceBins(Join(won, lost, BinTrend.Rising, most, minimum), missing, won.Length);
        var falling = new EvidenceBins(Join(won, lost, BinTrend.Falling, most, minimum), missing, won.Length);
        return falling.Information > rising.Information ? falling : rising;
    }

    /// <summary>
    /// The numbers from which the fine bins start, without the first: at most 19, with counts as equal as equal numbers allow; of many
    /// deals, those of 10,000 that are spread evenly over them.
    /// </summary>
    public static double[] FineBins(double[] numbers)
    {
        var known = Array.FindAll(numbers, number => !double.IsNaN(number));
        if (known.Length > MostSorted)
        {
            var all = known;
            known = new double[MostSorted];
            for (var i = 0; i < MostSorted; i++) known[i] = all[(int)((long)i * all.Length / MostSorted)];
        }

        Array.Sort(known);
        var starts = new List<double>();
        for (var i = 1; i < MostFine && known.Length > 0; i++)
        {
            var start = known[(int)((long)i * known.Length / MostFine)];
            if (start > (starts.Count > 0 ? starts[starts.Count - 1] : known[0])) starts.Add(start);
        }

        // Two numbers of which one is rare.
        if (starts.Count == 0 && known.Length > 0 && known[known.Length - 1] > known[0]) starts.Add(known[known.Length - 1]);
        return [.. starts];
    }

    private static List<Part> Join(int[] won, int[] lost, BinTrend trend, int most, int minimum)
    {
        var parts = new List<Part>();
        long all = 0;
        for (var i = 0; i < won.Length; i++)
        {
            parts.Add(new(won[i], lost[i], i, i));
            all += won[i] + lost[i];
        }

        var least = Math.Max(minimum, Math.Ceiling(LeastShare * all));
        for (var small = Small(); small >= 0 && parts.Count > 1; small = Small()) JoinAt(NearerOf(small));
        if (trend != BinTrend.Any)
        {
            for (var i = 0; i + 1 < parts.Count;)
            {
                var step = parts[i + 1].RateAgainst(parts[i]);
                if (trend == BinTrend.Rising ? step >= 0 : step <= 0)
                {
                    i++;
                    continue;
                }

                JoinAt(i);
                if (i > 0) i--;
            }
        }

        while (parts.Count > 1)
        {
            var nearest = 0;
            for (var i = 1; i + 1 < parts.Count; i++)
            {
                if (parts[i].Distance(parts[i + 1]) < parts[nearest].Distance(parts[nearest + 1])) nearest = i;
            }

            if (parts.Count <= most && parts[nearest].Distance(parts[nearest + 1]) >= Differs) break;
            JoinAt(nearest);
        }

        return parts;

        int Small() => parts.FindIndex(part => part.Count < least || part.Won == 0 || part.Lost == 0);

        int NearerOf(int index)
        {
            if (index == 0) return 0;
            if (index == parts.Count - 1) return index - 1;
            return parts[index].Distance(parts[index + 1]) < parts[index - 1].Distance(parts[index]) ? index : index - 1;
        }

        void JoinAt(int index)
        {
            parts[index] = new(
                parts[index].Won + parts[index + 1].Won, parts[index].Lost + parts[index + 1].Lost, parts[index].First,
                parts[index + 1].Last);
            parts.RemoveAt(index + 1);
        }
    }

    /// <summary>The closed deals of neighboring fine bins.</summary>
    internal readonly struct Part(long won, long lost, int first, int last)
    {
        public readonly long Won = won;
        public readonly long Lost = lost;
        public readonly int First = first;
        public readonly int Last = last;

        public long Count => Won + Lost;

        /// <summary>ln(share of won / share of lost), half a deal instead of none.</summary>
        public double Evidence(long allWon, long allLost) =>
            Logarithm.Of(Math.Max(Won, 0.5) / Math.Max(allWon, 0.5) / (Math.Max(Lost, 0.5) / Math.Max(allLost, 0.5)));

        /// <summary>The sign of the difference of the rates, without rounding.</summary>
        public int RateAgainst(Part other) => (Won * (decimal)other.Count).CompareTo(other.Won * (decimal)Count);

        /// <summary>Pearson's chi-square of the two rates.</summary>
        public double Distance(Part other)
        {
            double won = Won + other.Won, lost = Lost + other.Lost;
            var cross = ((double)Won * other.Lost) - ((double)Lost * other.Won);
            return won == 0 || lost == 0 || Count == 0 || other.Count == 0
                ? 0
                : (won + lost) * cross * cross / (won * lost * Count * other.Count);
        }
    }
}
