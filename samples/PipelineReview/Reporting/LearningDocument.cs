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
        if (learning.IsTrained)
        {
            document.WriteChecks();
            document.WriteReliability(learning.Checks[0]);
            document.WriteChances();
        }

        return document._blocks;
    }

    private void WriteHeader()
    {
        Add(new Heading(_texts[Words.Learning]));
        Add(new Note(_learning switch
        {
            { IsTrained: true } => _texts.Message(Words.Trained, _learning.Won + _learning.Lost, _learning.Won, _learning.Lost),
            { Fields.Count: 0, Won: > 0, Lost: > 0 } => _texts[Words.NoFields],
            _ => _texts.Message(Words.TooFew, _learning.Won, _learning.Lost, _learning.MinimumWon, _learning.MinimumLost),
        }));
        if (_learning.Fields.Count > 0)
        {
            Add(new Note($"{_texts[Words.Fields]}: {string.Join(", ", _learning.Fields.Select(LabelOf))}."));
        }

        if (_learning.Undated > 0)
        {
            Add(new Note(_texts.Message(Words.Undated, _learning.Undated)));
        }
    }

    private void WriteChecks()
    {
        Add(new Heading(_texts[Words.Checks]));
        Add(new Grid(
            [
                new Column(_texts[Words.Split]), Number(Words.TrainedOn), Number(Words.TestedOn), Number(Words.WonShare),
                Number(Words.Auc), Number(Words.Interval), Number(Words.BrierBase), Number(Words.Brier), Number(Words.BrierCalibrated),
            ],
            [.. _learning.Checks.Select(RowOf)]));
        foreach (WinCheck check in _learning.Checks)
        {
            string noBetter = check is { Signal: Signal.Some, BeatsWinRate: false } ? $" {_texts[Words.NoBetter]}" : "";
            Add(new Note($"{_texts[Words.Split + check.Split]}: {_texts[Words.Signal + check.Signal]}{noBetter}"));
        }

        Add(new Note(_texts[Words.ChecksNote]));
    }

    private string[] RowOf(WinCheck check)
    {
        int tested = check.NewerWon + check.NewerLost;
        return
        [
            _texts[Words.Split + check.Split],
            _texts.Formats.Number(check.OlderWon + check.OlderLost),
            _texts.Formats.Number(tested),
            tested == 0 ? "-" : _texts.Formats.Percent((double)check.NewerWon / tested, 1),
            Measure(check.Model?.Ranking.Auc),
            Interval(check.Model?.Ranking.AucInterval()),
            Measure(check.BaseRateBrier),
            Measure(check.Model?.Brier),
            Measure(check.Calibrated?.Brier),
        ];
    }

    private void WriteReliability(WinCheck check)
    {
        foreach ((string heading, ProbabilityMeasures? measures) in new[]
        {
            (Words.Reliability, check.Model), (Words.ReliabilityCalibrated, check.Calibrated),
        })
        {
            if (measures is null)
            {
                continue;
            }

            Add(new Heading(_texts[heading]));
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
    }

    private void WriteChances()
    {
        _blocks.AddRange(_cards.Of(Words.Chances, _learning.Chances, Words.Probability, Words.Why, deal => new Cell(Share(deal.Decision.Score / 100), deal.Decision.Score), deal =>
        [
            _cards.Detail(CardMood.Good, Words.For, ReasonsOf(deal, raising: true)),
            _cards.Detail(CardMood.Bad, Words.Against, ReasonsOf(deal, raising: false)),
            .. _learning.Calibrated(deal) is { } calibrated
                ? [_cards.Detail(CardMood.Open, Words.Calibrated, [Share(calibrated)])]
                : (CardDetail[])[],
        ]));
        if (_learning.Chances.Count > 0)
        {
            Add(new Note(_texts[Words.ChancesNote]));
        }
    }

    private string[] ReasonsOf(ReviewedDeal deal, bool raising) =>
    [
        .. _learning.Reasons(deal, raising).Take(MostReasons).Select(reason =>
            $"{LabelOf(reason.Field)}: {ValueOf(reason.Field, deal)} ({(raising ? "+" : "")}{_texts.Formats.Number(reason.Points, 1, 1)})"),
    ];

    private string LabelOf(WinField field) => _texts[Words.Field + field.Name];

    private string ValueOf(WinField field, ReviewedDeal deal) => field.Value(deal.Deal) switch
    {
        NumberBand { LastCount: { } last } band when last == band.From => _texts.Value(last),
        NumberBand { LastCount: { } last } band => _texts.Message(Words.Between, band.From, last),
        NumberBand { Below: { } below } band => _texts.Message(Words.FromBelow, AmountOf(band.From, field), AmountOf(below, field)),
        NumberBand band => _texts.Message(Words.FromOn, AmountOf(band.From, field)),
        var value => _texts.Value(value),
    };

    private string AmountOf(decimal number, WinField field) => _texts.Value(number, field.IsMoney ? _currency : null);

    private string Interval(StatisticalInterval? interval) =>
        interval is { } known ? _texts.Message(Words.Between, Measure(known.Low), Measure(known.High)) : "-";

    private string Measure(double? value) => value is { } known ? _texts.Formats.Number((decimal)known, Decimals, Decimals) : "-";

    private string Share(double share) => _texts.Formats.Percent(share, 1);

    private Column Number(string heading) => new(_texts[heading], IsNumber: true);

    private void Add(Block block) => _blocks.Add(block);
}
