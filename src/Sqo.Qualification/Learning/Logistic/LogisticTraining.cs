using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>From the columns of closed deals to the coefficients of a model.</summary>
internal sealed class LogisticTraining
{
    private const double ForChoosing = 1e-7;
    private const double ForGood = 1e-24;

    // Beyond it a probability is 0 or 1 for all that can be seen, which without a ridge means that it has no end.
    private const double Endless = 30;

    // Draws a coefficient to 0 that is to have no part.
    private const double Nothing = 1e30;

    // Rows whose columns are written together, so that they stay in the cache.
    private const int Block = 256;

    // A prior deviation of a coefficient from 0.03 up to 2.
    private static readonly double[] Ridges = [1024, 256, 64, 16, 4, 1, 0.25];

    private readonly ColumnData[] _columns;
    private readonly bool[] _won;
    private readonly DateTime[]? _dates;
    private readonly LogisticOptions _options;
    private readonly LogisticDesign _design;
    private readonly int[] _rows;

    public LogisticTraining(ColumnData[] columns, bool[] won, DateTime[]? dates, LogisticOptions options)
    {
        _columns = columns;
        _won = won;
        _dates = dates;
        _options = options;
        _rows = [.. Enumerable.Range(0, won.Length)];
        var faults = new List<string>();
        foreach (var column in columns) column.Prepare(options, faults);
        if (faults.Count > 0) throw new LogisticFitException([.. faults]);
        var terms = 1;
        foreach (var column in columns.OrderBy(column => !column.IsDense))
        {
            column.Start = terms;
            terms += column.Width;
        }

        _design = new(
            won.Length, 1 + columns.Count(column => column.IsDense),
            [.. columns.Where(column => !column.IsDense).Select(column => column.LevelsOf())], terms);
        for (var i = 0; i < won.Length; i++) _design.Set(i, 0, 1);
        Fill(column => column is { IsDense: true, IsLearned: false });
        Learn(_rows);
        var regression = new RidgeRegression(_design, _won, _rows);
        (Ridge, RidgeChosen, ValidationLogLoss) = options.Ridge is { } ridge ? (ridge, RidgeChoice.Given, null) : Choose(regression);
        Fit(regression);
    }

    public double Ridge { get; }

    public RidgeChoice RidgeChosen { get; }

    public double? ValidationLogLoss { get; }

    public double Intercept { get; private set; }

    public double InterceptError { get; private set; }

    public List<LogisticTerm> Terms { get; } = [];

    public LearnedColumn[] Columns { get; private set; } = [];

    private (double Ridge, RidgeChoice By, double? LogLoss) Choose(RidgeRegression all)
    {
        // The fits to all deals, from which those to most of them are a step away.
        var paths = new double[Ridges.Length][];
        for (var i = 0; i < Ridges.Length; i++)
        {
            all.Fit(Penalty(Ridges[i]), ForChoosing);
            paths[i] = all.Coefficients;
        }

        var losses = new double[Ridges.Length];
        var validated = 0;
        foreach (var (train, validate) in _dates is null ? Folds() : [Latest(_dates)])
        {
            validated += validate.Length;
            Learn(train);
            var regression = new RidgeRegression(_design, _won, train);
            var start = paths[0];
            for (var i = 0; i < Ridges.Length; i++)
            {
                regression.StartFrom(start, all);
                regression.Fit(Penalty(Ridges[i]), ForChoosing);
                losses[i] += regression.LogLoss(validate);
                if (i + 1 == Ridges.Length) break;
                start = new double[start.Length];
                for (var j = 0; j < start.Length; j++) start[j] = regression.Coefficients[j] + paths[i + 1][j] - paths[i][j];
            }
        }

        var best = 0;
        for (var i = 1; i < losses.Length; i++)
        {
            if (losses[i] < losses[best]) best = i;
        }

        Learn(_rows);
        all.StartFrom(paths[best], all);
        return (Ridges[best], _dates is null ? RidgeChoice.ByFolds : RidgeChoice.ByTime, losses[best] / validated);
    }

    /// <summary>The newest fifth validates; deals of one date stay together.</summary>
    private (int[] Train, int[] Validate) Latest(DateTime[] dates)
    {
        var order = _rows.OrderBy(row => dates[row]).ToArray();
        var cut = order.Length - (order.Length / 5);
        while (cut > 0 && cut < order.Length && dates[order[cut]] == dates[order[cut - 1]]) cut--;
        int[] train = [.. order.Take(cut).OrderBy(row => row)], validate = [.. order.Skip(cut).OrderBy(row => row)];
        TooFewOutcomesException.Check(
            "Choosing the ridge on the newest fifth of the deals, from a model of the older ones,", train.Count(row => _won[row]),
            train.Count(row => !_won[row]), 1, 1);
        TooFewOutcomesException.Check(
            "Choosing the ridge on the newest fifth of the deals", validate.Count(row => _won[row]),
            validate.Count(row => !_won[row]), 1, 1);
        return (train, validate);
    }

    /// <summary>Won and lost deals are spread evenly.</summary>
    private IEnumerable<(int[] Train, int[] Validate)> Folds()
    {
        var random = new SeededGenerator(unchecked((ulong)_options.Seed));
        var fold = new int[_won.Length];
        var next = 0;
        foreach (var outcome in new[] { true, false })
        {
            var rows = Array.FindAll(_rows, row => _won[row] == outcome);
            random.Shuffle(rows);
            foreach (var row in rows) fold[row] = next++ % _options.Folds;
        }

        for (var i = 0; i < _options.Folds; i++)
        {
            var validate = Array.FindAll(_rows, row => fold[row] == i);
            if (validate.Length > 0) yield return (Array.FindAll(_rows, row => fold[row] != i), validate);
        }
    }

    private void Learn(int[] rows)
    {
        foreach (var column in _columns) column.Learn(rows);
        Fill(column => column.IsLearned);
    }

    private void Fill(Predicate<ColumnData> which)
    {
        var columns = Array.FindAll(_columns, which);
        for (var i = 0; i < _won.Length; i += Block)
        {
            foreach (var column in columns) column.Fill(_design, i, Math.Min(i + Block, _won.Length));
        }
    }

    private double[] Penalty(double ridge)
    {
        var penalty = new double[_design.Terms];
        for (var i = 1; i < penalty.Length; i++) penalty[i] = ridge;
        foreach (var column in _columns)
        {
            if (column.IsIdle) penalty[column.Start] = Nothing;
        }

        return penalty;
    }

    private void Fit(RidgeRegression regression)
    {
        var penalty = Penalty(Ridge);
        while (true)
        {
            if (!regression.Fit(penalty, ForGood))
            {
                Check(regression.Coefficients, Endless / 2);
                throw new LogisticFitException(
                    $"The column \"{ColumnAt(regression.Dependent)}\" is determined by the columns before it; leave one of them out, or " +
                    "use a ridge.");
            }

            var reversed = Array.FindAll(
                _columns, column => column.MayNotReverse && penalty[column.Start] < Nothing && regression.Coefficients[column.Start] < 0);
            if (reversed.Length == 0) break;
            // Others say more of the same: against its trend it would count in reverse.
            foreach (var column in reversed) penalty[column.Start] = Nothing;
        }

        Check(regression.Coefficients, Endless);
        var coefficients = (double[])regression.Coefficients.Clone();
        var covariance = regression.Covariance(penalty);
        var terms = _design.Terms;
        var errors = new double?[terms];
        for (var i = 0; i < terms; i++)
        {
            if (penalty[i] < Nothing) errors[i] = Math.Sqrt(covariance[(i * terms) + i]);
            else coefficients[i] = 0;
        }

        // The mean deal, whose categories are all unknown.
        var contrast = new double[terms];
        contrast[0] = 1;
        var logOdds = coefficients[0];
        Columns = Array.ConvertAll(_columns, column => column.Finish(coefficients, errors, Terms, ref logOdds, contrast));
        double variance = 0;
        for (var i = 0; i < terms; i++)
        {
            for (var j = 0; j < terms; j++) variance += contrast[i] * contrast[j] * covariance[(i * terms) + j];
        }

        Intercept = logOdds;
        InterceptError = Math.Sqrt(variance);
    }

    private void Check(double[] coefficients, double endless)
    {
        double leastWon = double.PositiveInfinity, greatestLost = double.NegativeInfinity, greatest = 0;
        foreach (var row in _rows)
        {
            var logOdds = _design.LogOdds(row, coefficients);
            greatest = Math.Max(greatest, Math.Abs(logOdds));
            if (_won[row]) leastWon = Math.Min(leastWon, logOdds);
            else greatestLost = Math.Max(greatestLost, logOdds);
        }

        if (greatestLost < leastWon) throw new LogisticFitException(
            "The columns together separate the outcomes: every won deal has better odds than every lost one. There are too many columns " +
            "for so few deals, or one of them is filled in when a deal closes.");
        if (Ridge == 0 && greatest > endless)
        {
            var strongest = 1;
            for (var i = 2; i < coefficients.Length; i++)
            {
                if (Math.Abs(coefficients[i]) > Math.Abs(coefficients[strongest])) strongest = i;
            }

            throw new LogisticFitException(
                $"The columns separate some of the outcomes, \"{ColumnAt(strongest)}\" most of all; without a ridge there are no finite " +
                "coefficients.");
        }
    }

    private string ColumnAt(int term) =>
        Array.Find(_columns, column => term >= column.Start && term < column.Start + column.Width)?.Name ?? "the intercept";
}
