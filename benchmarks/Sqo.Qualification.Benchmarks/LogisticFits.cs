using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using Microsoft.ML;
using Microsoft.ML.Data;
using Sqo.Qualification.Benchmarks.Workload;

namespace Sqo.Qualification.Benchmarks;

/// <summary>
/// <see cref="LogisticModel.Fit"/>, from the records to the scorecard with the choice of the ridge, beside one fit of Microsoft.ML with
/// its defaults, from the same records.
/// </summary>
public static class LogisticFits
{
    private const int Deals = 60_000;
    private const int Columns = 60;
    private const int Rounds = 3;

    private static readonly string[] Categories =
    [
        "Supplies Subgroup", "Supplies Group", "Region", "Route To Market", "Client Size By Revenue", "Client Size By Employee Count",
        "Revenue From Client Past Two Years", "Competitor Type", "Deal Size Category",
    ];

    public static void Compare(string? file)
    {
        Console.WriteLine("seconds, the least of the rounds, and as a ratio to Microsoft.ML");
        Made();
        if (file is not null) Real(file);
    }

    private static void Made()
    {
        var random = new SplitMix(5);
        var rows = new Row[Deals];
        for (var i = 0; i < rows.Length; i++)
        {
            var numbers = new float[Columns];
            double odds = -0.5;
            for (var j = 0; j < Columns; j++)
            {
                numbers[j] = random.Below(10_000) / 10_000f;
                odds += (numbers[j] - 0.5) * ((j % 7) - 3) * 0.4;
            }

            rows[i] = new Row { Numbers = numbers, Won = random.Below(1_000_000) / 1e6 < 1 / (1 + Math.Exp(-odds)), Closed = i };
        }

        LogisticColumns<Row> lines = new(), bins = new();
        for (var j = 0; j < Columns; j++)
        {
            var index = j;
            lines = lines.Number("c" + j, row => row.Numbers[index]);
            bins = bins.Bins("c" + j, row => row.Numbers[index]);
        }

        var work = new (string Name, Action Run)[]
        {
            ("Microsoft.ML, L-BFGS", () => MicrosoftMl(rows, 1)),
            ("Microsoft.ML, L-BFGS, its own number of threads", () => MicrosoftMl(rows, null)),
            ("Fit of lines, ridge given", () => LogisticModel.Fit(lines, rows, row => row.Won, options: new(ridge: 1))),
            ("Fit of lines, ridge by time", () => LogisticModel.Fit(lines, rows, row => row.Won, row => Day(row.Closed))),
            ("Fit of lines, ridge by 5 folds", () => LogisticModel.Fit(lines, rows, row => row.Won)),
            ("Fit of bins, ridge given", () => LogisticModel.Fit(bins, rows, row => row.Won, options: new(ridge: 1))),
            ("Fit of bins, ridge by time", () => LogisticModel.Fit(bins, rows, row => row.Won, row => Day(row.Closed))),
            ("Fit of bins, ridge by 5 folds", () => LogisticModel.Fit(bins, rows, row => row.Won)),
        };
        Show($"{Deals:N0} made deals, {Columns} numbers", work);
    }

    private static void Real(string file)
    {
        var lines = File.ReadAllLines(file);
        var names = lines[0].Split(',');
        var picks = Array.ConvertAll(Categories, name => Array.IndexOf(names, name));
        int amount = Array.IndexOf(names, "Opportunity Amount USD"), outcome = Array.IndexOf(names, "Opportunity Result");
        var number = Array.IndexOf(names, "Opportunity Number");
        var rows = lines.Skip(1).Where(line => line.Length > 0).Select(line => line.Split(',')).Select(values => new Row
        {
            Texts = Array.ConvertAll(picks, pick => values[pick]),
            Numbers = [float.Parse(values[amount], CultureInfo.InvariantCulture)],
            Won = values[outcome] == "Won",
            Closed = int.Parse(values[number], CultureInfo.InvariantCulture),
        }).ToList();
        List<Row> train = rows.FindAll(row => row.Closed % 5 != 0), test = rows.FindAll(row => row.Closed % 5 == 0);
        var columns = new LogisticColumns<Row>().Number("amount", row => row.Numbers[0]);
        for (var i = 0; i < Categories.Length; i++)
        {
            var index = i;
            columns = columns.Category(Categories[i], row => row.Texts[index]);
        }

        Show($"{train.Count:N0} real deals, 9 categories and a number", [
            ("Microsoft.ML, L-BFGS", () => MicrosoftMl(train, 1)),
            ("Microsoft.ML, L-BFGS, its own number of threads", () => MicrosoftMl(train, null)),
            ("Fit, ridge given", () => LogisticModel.Fit(columns, train, row => row.Won, options: new(ridge: 1))),
            ("Fit, ridge by 5 folds", () => LogisticModel.Fit(columns, train, row => row.Won))]);
        var fit = LogisticModel.Fit(columns, train, row => row.Won);
        Console.WriteLine($"Fit: {Measures(test, fit.Probability)}, ridge {fit.Ridge}");
        var context = new MLContext(seed: 1);
        var model = Train(context, train, 1);
        var transformed = model.Transform(context.Data.LoadFromEnumerable(test, SchemaOf(test)));
        var scored = context.Data.CreateEnumerable<Prediction>(transformed, false)
            .Select(prediction => (double)prediction.Probability).ToArray();
        var next = 0;
        Console.WriteLine($"Microsoft.ML: {Measures(test, _ => scored[next++])}");
    }

    private static string Measures(List<Row> rows, Func<Row, double> probability)
    {
        var measures = ProbabilityMeasures.Of(rows.Select(row => new ScoredOutcome(probability(row), row.Won)));
        return string.Create(CultureInfo.InvariantCulture, $"AUC {measures.Ranking.Auc:F5}, Brier {measures.Brier:F5}");
    }

    private static DateTime Day(int number) => new DateTime(2020, 1, 1).AddMinutes(number);

    private static void MicrosoftMl(IReadOnlyList<Row> rows, int? threads) => Train(new MLContext(seed: 1), rows, threads);

    private static ITransformer Train(MLContext context, IReadOnlyList<Row> rows, int? threads)
    {
        var texts = rows[0].Texts.Length;
        var data = context.Data.LoadFromEnumerable(rows, SchemaOf(rows));
        var trainer = context.BinaryClassification.Trainers.LbfgsLogisticRegression(
            new Microsoft.ML.Trainers.LbfgsLogisticRegressionBinaryTrainer.Options
            {
                LabelColumnName = nameof(Row.Won),
                FeatureColumnName = "Features",
                NumberOfThreads = threads,
            });
        IEstimator<ITransformer> numbers = context.Transforms.NormalizeMeanVariance("Scaled", nameof(Row.Numbers));
        return texts == 0
            ? numbers.Append(context.Transforms.Concatenate("Features", "Scaled")).AppendCacheCheckpoint(context).Append(trainer).Fit(data)
            : numbers.Append(context.Transforms.Categorical.OneHotEncoding("Levels", nameof(Row.Texts)))
                .Append(context.Transforms.Concatenate("Features", "Scaled", "Levels")).AppendCacheCheckpoint(context).Append(trainer)
                .Fit(data);
    }

    private static SchemaDefinition SchemaOf(IReadOnlyList<Row> rows)
    {
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Numbers)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, rows[0].Numbers.Length);
        schema[nameof(Row.Texts)].ColumnType = new VectorDataViewType(TextDataViewType.Instance, Math.Max(rows[0].Texts.Length, 1));
        return schema;
    }

    private static void Show(string title, (string Name, Action Run)[] work)
    {
        Console.WriteLine(title);
        var least = new double[work.Length];
        Array.Fill(least, double.PositiveInfinity);
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < work.Length; i++)
            {
                GC.Collect();
                var start = Stopwatch.GetTimestamp();
                work[i].Run();
                least[i] = Math.Min(least[i], Stopwatch.GetElapsedTime(start).TotalSeconds);
            }
        }

        for (var i = 0; i < work.Length; i++)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"  {work[i].Name,-50} {least[i],7:F3} {least[i] / least[0],7:F2}"));
        }
    }

    private sealed class Row
    {
        public float[] Numbers { get; set; } = [];

        public string[] Texts { get; set; } = [];

        public bool Won { get; set; }

        public int Closed { get; set; }
    }

    private sealed class Prediction
    {
        public float Probability { get; set; }
    }
}
