using System.Collections.Generic;
using System.Linq;
using PipelineReview.Reviewing;
using Sqo.Qualification;

namespace PipelineReview.Reporting;

/// <summary>Describes what the closed deals teach, and first how reliable it is.</summary>
internal sealed class LearningDocument
{
    private const int MostReasons = 3;
    private const int MostBins = 5;
    private const int Decimals = 3;

    private readonly WinLearning _learning;
    private readonly string? _currency;
    private readonly ExplanationTexts _texts;
    private readonly DealCards _cards;
    private readonly List<Block> _blocks = [];

    private LearningDocument(WinLearning learning, string? currency, ExplanationTexts texts, DealCards cards)
    {
        _learning = learning;
        _currency = currency;
        _texts = texts;
        _cards = cards;
    }

    public static IReadOnlyList<Block> Of(WinLearning learning, string? currency, ExplanationTexts texts, DealCards cards)
    {
        var document = new LearningDocument(learning, currency, texts, cards);
        document.WriteHeader();
        if (learning.Model is not null)
        {
            document.WriteChecks();
            document.WriteChances();
        }

        return document._blocks;
    }

    private void WriteHeader()
    {
        Add(new Heading(_texts[Words.Learning]));
        Add(new Note(_learning switch
        {
            { Model: not null } => _texts.Message(Words.Trained, _learning.Won + _learning.Lost, _learning.Won, _learning.Lost),
            { Columns.Count: 0, Won: > 0, Lost: > 0 } => _texts[Words.NoFields],
            _ => _texts.Message(Words.TooFew, _learning.Won, _learning.Lost, _learning.MinimumWon, _learning.MinimumLost),
        }));
        if (_learning.Columns.Count > 0)
        {
            Add(new Note($"{_texts[Words.Fields]}: {string.Join(", ", _learning.Columns.Select(LabelOf))}."));
        }

        if (_learning.LeftOut.Count > 0)
        {
            Add(new Note(_texts.Message(Words.SaysNothing, string.Join(", ", _learning.LeftOut.Select(LabelOf)))));
        }

        if (_learning.Undated > 0)
        {
            Add(new Note(_texts.Message(Words.Undated, _learning.Undated)));
        }
    }

    private void WriteChecks()
    {
        Add(new Heading(_texts[Words.Checks]));
        if (_learning.Check is not { } check)
        {
            Add(new Note(_texts[Words.Signal + Signal.Unclear]));
            return;
        }

        ProbabilityMeasures learned = check.Comparison.First;
        Add(new Note(_texts.Message(
            Words.LearnedFrom, check.Learned.Deals.Trials, check.Since, learned.Ranking.Count, learned.Ranking.Won)));
        Add(new Grid(
            [
                new Column(_texts[Words.ScoredBy]), Number(Words.Auc), Number(Words.Interval), Number(Words.Brier), Number(Words.LogLoss),
            ],
            [
                RowOf(Words.LearnedModel, learned), RowOf(Words.ProfileScore, check.Comparison.Second),
                [_texts[Words.PlainWinRate], Measure(0.5), "-", Measure(_learning.BaseRateBrier), "-"],
            ]));
        string noBetter = _learning.Signal == Signal.Some && learned.Brier >= _learning.BaseRateBrier ? $" {_texts[Words.NoBetter]}" : "";
        Add(new Lead(_texts[Words.Signal + _learning.Signal] + noBetter));
        foreach (string line in check.ToText(_texts).Split('\n').Skip(1))
        {
            Add(new Note(line + "."));
        }

        Add(new Note(_texts[Words.ChecksNote]));
        WriteReliability(learned);
    }

    private string[] RowOf(string name, ProbabilityMeasures measures) =>
    [
        _texts[name], Measure(measures.Ranking.Auc), Interval(measures.Ranking.AucInterval()), Measure(measures.Brier),
        Measure(measures.LogLoss()),
    ];

    private void WriteReliability(ProbabilityMeasures measures)
    {
        Add(new Heading(_texts[Words.Reliability]));
        Add(new Grid(
            [
                new Column(_texts[Words.Probability]), Number(Words.Deals), Number(Words.Predicted), Number(Words.Observed),
                Number(Words.Interval),
            ],
            [
                .. measures.Reliability(MostBins).Bins.Select(bin => (IReadOnlyList<string>)
                [
                    _texts.Message(Words.Between, Share(bin.Lowest), Share(bin.Highest)),
                    _texts.Formats.Number(bin.Count),
                    Share(bin.MeanPredicted),
                    Share(bin.Observed.Value!.Value),
                    bin.Observed.Interval() is { } interval ? _texts.Message(Words.Between, Share(interval.Low), Share(interval.High)) : "-",
                ]),
            ]));
    }

    private void WriteChances()
    {
        _blocks.AddRange(_cards.Of(Words.Chances, _learning.Chances, Words.Probability, Words.Why, deal => new Cell(Share(deal.Decision.Score / 100), deal.Decision.Score), deal =>
        [
            _cards.Detail(CardMood.Good, Words.For, ReasonsOf(deal, raising: true)),
            _cards.Detail(CardMood.Bad, Words.Against, ReasonsOf(deal, raising: false)),
        ]));
        if (_learning.Chances.Count > 0)
        {
            Add(new Note(_texts[Words.ChancesNote]));
        }
    }

    private string[] ReasonsOf(ReviewedDeal deal, bool raising) =>
    [
        .. WinLearning.Reasons(deal, raising).Take(MostReasons).Select(reason =>
            $"{LabelOf(reason.Column.Id)}: {ValueOf(reason.Column)} ({(raising ? "+" : "")}{_texts.Formats.Number(reason.Points, 1, 1)})"),
    ];

    private string LabelOf(string column) => _texts[Words.Field + column];

    private string ValueOf(CriterionResult column) =>
        _texts.Value(column.Actual, column.Id == WinColumns.Amount ? _currency : null);

    private string Interval(StatisticalInterval? interval) =>
        interval is { } known ? _texts.Message(Words.Between, Measure(known.Low), Measure(known.High)) : "-";

    private string Measure(double? value) => value is { } known ? _texts.Formats.Number((decimal)known, Decimals, Decimals) : "-";

    private string Share(double share) => _texts.Formats.Percent(share, 1);

    private Column Number(string heading) => new(_texts[heading], IsNumber: true);

    private void Add(Block block) => _blocks.Add(block);
}
