using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PipelineReview.Profiles;
using PipelineReview.Reading;
using PipelineReview.Reviewing;
using Sqo.Qualification;

namespace PipelineReview.Reporting;

/// <summary>Converts a review to a document for any renderer.</summary>
internal sealed class ReviewDocument
{
    /// <summary>As many deals of a list as there are.</summary>
    public const int AllDeals = int.MaxValue;

    private const int MostDeals = 10;
    private const int MostWays = 3;
    private const int MostRejected = 20;
    private const int MostLines = 12;
    private const int FingerprintDigits = 12;

    private readonly Review _review;
    private readonly ExplanationTexts _texts;
    private readonly DealCards _cards;
    private readonly DealTexts _deals;
    private readonly List<Block> _blocks = [];

    private ReviewDocument(Review review, ExplanationTexts texts, int most)
    {
        _review = review;
        _texts = texts;
        _cards = new DealCards(review, texts, most);
        _deals = _cards.Texts;
    }

    /// <summary>The document in the language of the texts.</summary>
    /// <param name="review">The review.</param>
    /// <param name="culture">The requested culture, which may have another language.</param>
    /// <param name="texts">The texts, made by <see cref="ReviewTexts"/>.</param>
    /// <param name="isComplete">Whether the lists have all deals; the default is the first ones.</param>
    public static IReadOnlyList<Block> Of(Review review, CultureInfo culture, ExplanationTexts texts, bool isComplete = false)
    {
        int most = isComplete ? AllDeals : MostDeals;
        var document = new ReviewDocument(review, texts, most);
        document.WriteHeader(culture);
        document._blocks.AddRange(PlanDocument.Of(review, texts, document._deals, most));
        document._blocks.AddRange(new RiskDocument(review, texts, document._cards, most).Blocks());
        document.WriteBest();
        document.WriteNearMisses();
        document.WriteToDiscover();
        if (review.Owner is not null)
        {
            return document._blocks;
        }

        document._blocks.AddRange(ForecastDocument.StaleOf(review, texts, document._deals, most));
        document.WriteForecast();
        document.WriteVerdicts();
        document.WriteNextActions();
        document.WriteQuestions();
        document.WriteBlockers();
        document.WriteCampaigns();
        document.WriteAudit();
        document.WriteLearning();
        document.WriteRejected();
        document.WriteOddities();
        return document._blocks;
    }

    private void WriteHeader(CultureInfo culture)
    {
        QualificationProfile<Deal> profile = _review.Profile;
        Add(new Heading(_review.Owner is { } owner ? _texts.Message(Words.OwnerTitle, Printable.Clip(owner)) : _texts[Words.Title]));
        _blocks.AddRange(new HeadlineDocument(_review, _texts, _deals).Blocks());
        if (culture.TwoLetterISOLanguageName != _texts.Language)
        {
            Add(new Note(_texts.Message(Words.OtherLanguage, culture.Name)));
        }

        string asOf = _review.AsOfSource switch
        {
            AsOfSource.Option => Words.AsOfOption,
            AsOfSource.Map => Words.AsOfMap,
            AsOfSource.LatestSnapshot => Words.AsOfLatestSnapshot,
            _ => Words.AsOfLatestDate,
        };
        Add(new Note($"{_texts[Words.DealsFile]}: {Printable.Clip(_review.DealsFile)}"));
        Add(new Note($"{_texts[Words.AsOf]}: {_texts.Message(asOf, _review.AsOf)}"));
        Add(new Note($"{_texts[Words.Profile]}: {_texts.Message(
            Words.ProfileValue, profile.Name, profile.Version, profile.Fingerprint[..FingerprintDigits], profile.Threshold)}"));
        int listPrices = _review.Open.Count(deal => _review.Shows(deal) && deal.Deal is { Amount: null, ListPrice: not null });
        if (listPrices > 0)
        {
            Add(new Note(_cards.MarksListPrices ? _texts.Message(Words.SomeListPrices, listPrices) : _texts[Words.ListPrices]));
        }

        if (_review.Owner is not null)
        {
            return;
        }

        RowCounts counts = _review.Counts;
        (string Word, int Rows)[] rows =
        [
            (Words.Read, counts.Read), (Words.Rejected, counts.Rejected), (Words.NotTaken, counts.NotTaken),
            (Words.Replaced, counts.Replaced), (Words.NotYetKnown, counts.NotYetKnown), (Words.Won, counts.Won), (Words.Lost, counts.Lost),
            (Words.Open, counts.Open),
        ];
        rows = [.. rows.Where(row => row.Rows > 0 || row.Word is not (Words.NotTaken or Words.Replaced))];
        Add(new Note($"{string.Join("; ", rows.Select(row => $"{_texts[row.Word]}: {Count(row.Rows)}"))}."));
        if (_review.NeverKnown.Count > 0)
        {
            Add(new Note(_texts.Message(Words.NeverKnown, string.Join(", ", _review.NeverKnown.Select(_texts.Label)))));
        }
    }

    private void WriteVerdicts()
    {
        ProfileAudit audit = _review.Audit;
        Add(new Heading(_texts[Words.Verdicts]));
        Add(new Grid(
            [Text(Words.Verdict), Number(Words.Deals), Number(Words.Share), Number(Words.Value)],
            [
                .. Review.Verdicts.Select(verdict => (verdict, audit[verdict])).Select(row => (IReadOnlyList<string>)
                [
                    _texts.Verdict(row.verdict), Count(row.Item2.Deals), Share(row.Item2.Deals), _deals.Value(row.Item2.Revenue),
                ]),
                [
                    _texts[Words.Total],
                    Count(_review.Open.Count),
                    Share(_review.Open.Count),
                    _deals.Value(audit.All.Revenue),
                ],
            ]));
        if (audit.All.WithoutAmount is > 0 and long without)
        {
            Add(new Note(_texts.Message(Words.WithoutValue, without)));
        }
    }

    private void WriteNextActions()
    {
        IReadOnlyList<string>[] rows =
        [
            .. Review.Verdicts.SelectMany(verdict => _review.Profile.NextActions
                .Where(action => action.Verdict == verdict)
                .Select((action, i) => (IReadOnlyList<string>)[i == 0 ? _texts.Verdict(verdict) : "", _texts.Action(action)])),
        ];
        if (rows.Length > 0)
        {
            Add(new Heading(_texts[Words.NextActions]));
            Add(new Grid([Text(Words.Verdict), Text(Words.Next)], rows));
        }
    }

    private void WriteForecast() => _blocks.AddRange(ForecastDocument.Of(_review.Forecast, _texts, _deals));

    private void WriteCampaigns()
    {
        if (_review.Campaigns is { } campaigns)
        {
            _blocks.AddRange(new CampaignDocument(campaigns, _texts, _deals).Blocks());
        }
    }

    private void WriteBest()
    {
        WriteCards(
            Words.Best, _review.Qualified, Words.ExpectedValue, Words.Why, deal => _deals.ValueCell(ChanceOf(deal).ExpectedValue), deal =>
        [
            _deals.ChanceDetail(ChanceOf(deal)),
            _cards.Detail(CardMood.Open, Words.Score, [ScoreOf(deal).Text]),
            _cards.Detail(CardMood.Good, Words.For, _deals.For(deal.Result)),
            _cards.Detail(CardMood.Bad, Words.Against, _deals.Against(deal.Result)),
            .. _cards.DetailIfAny(CardMood.Open, Words.NotKnown, _deals.NotKnown(deal.Result)),
        ]);
    }

    private void WriteNearMisses()
    {
        WriteCards(Words.NearMisses, _review.NearMisses, Words.Score, Words.ItWouldTake, ScoreOf, deal =>
        {
            string[] ways = [.. WaysOf(deal.Result).Select(_deals.Remedy)];
            return
            [
                new CardDetail(
                    CardMood.Open,
                    _texts[Words.ItWouldTake],
                    ways.Length == 0 ? [_texts[MessageIds.RemedyNone]] : [ways[0], .. ways.Skip(1).Select(way => _texts.Message(Words.Or, way))]),
                .. _cards.DetailIfAny(CardMood.Open, Words.Next, _deals.Next(deal.Result)),
            ];
        });
    }

    /// <summary>The cheapest ways; if selling can't achieve any of them, only one.</summary>
    private static IEnumerable<Remedy> WaysOf(QualificationResult result)
    {
        Remedy[] withinReach = [.. result.Remedies.Where(remedy => remedy.Effort < DealProfiles.OutOfReach).Take(MostWays)];
        return withinReach.Length > 0 ? withinReach : result.Remedies.Take(1);
    }

    private void WriteQuestions()
    {
        if (_review.Questions.Count == 0)
        {
            return;
        }

        Add(new Heading(_texts[MessageIds.ResultQuestions]));
        Add(new Grid(
            [Text(Words.Question), Number(Words.Deals), Number(Words.Value), Number(Words.OnlyQuestion)],
            [
                .. _review.Questions.Select(open => (IReadOnlyList<string>)
                [
                    _texts.Question(open.Criterion), Count(open.Count), _deals.Value(open.Value), Count(open.OnlyCount),
                ]),
            ]));
        Add(new Note(_texts[Words.QuestionsNote]));
    }

    private void WriteToDiscover()
    {
        WriteCards(Words.Discovery, _review.ToDiscover, Words.Score, Words.ToAsk, ScoreOf, deal =>
        [
            new CardDetail(CardMood.Open, _texts[Words.ToAsk], [.. Review.QuestionsOf(deal).Select(_texts.Question)]),
            .. _cards.DetailIfAny(CardMood.Open, Words.Next, _deals.Next(deal.Result)),
        ]);
    }

    private void WriteBlockers()
    {
        Add(new Heading(_texts[Words.Blockers]));
        Add(new Grid(
            [
                Text(Words.Criterion), Number(Words.Weight), Number(Words.Unmet), Number(Words.Unknown),
                Number(Words.Stopped), Number(Words.AloneEnough), Number(Words.AloneEnoughValue),
            ],
            [
                .. _review.Audit.Criteria.Select(audit => (IReadOnlyList<string>)
                [
                    $"{_texts.Label(audit.Criterion)}: {_texts.Requirement(audit.Criterion)}",
                    audit.Criterion.IsRequired ? _texts[Words.Gate] : _texts.Formats.Number(audit.Criterion.Weight),
                    Count(audit.Unmet.Deals),
                    Count(audit.Unknown.Deals),
                    audit.Stopped is { } stopped ? Count(stopped.Deals) : "",
                    audit.Turned is { } turned ? Count(turned.Deals) : "",
                    _deals.Value(audit.Turned?.Revenue),
                ]),
            ]));
        Add(new Note(_texts[Words.BlockersNote]));
    }

    private void WriteRejected()
    {
        IReadOnlyList<RejectedRow> rejected = _review.Rejected;
        Add(new Heading(_texts[Words.RejectedRows]));
        if (rejected.Count == 0)
        {
            Add(new Note(_texts[Words.None]));
            return;
        }

        Add(new Grid(
            [Text(Words.File), Text(Words.Reason), Number(Words.Rows)],
            [
                .. rejected.GroupBy(row => (row.File, row.Reason)).OrderByDescending(rows => rows.Count()).Select(rows => (IReadOnlyList<string>)
                    [Printable.Clip(rows.Key.File), _texts[Words.RejectReason + rows.Key.Reason], Count(rows.Count())]),
            ]));
        if (rejected.Count > MostRejected)
        {
            Add(new Note(_texts.Message(Words.FirstOf, MostRejected, rejected.Count)));
        }

        Add(new Grid(
            [Text(Words.File), Number(Words.Line), Text(Words.Id), Text(Words.Fault)],
            [
                .. rejected.Take(MostRejected).Select(row => (IReadOnlyList<string>)
                    [Printable.Clip(row.File), Plain(row.Line), Clip(row.Id), row.Text]),
            ]));
    }

    private void WriteOddities()
    {
        if (_review.LookupMisses.Count == 0 && _review.Remarks.Count == 0)
        {
            return;
        }

        Add(new Heading(_texts[Words.Kept]));
        Add(new Grid(
            [Text(Words.What), Number(Words.Rows), Text(Words.Lines)],
            [
                .. _review.Remarks.GroupBy(remark => remark.Kind).OrderBy(remarks => remarks.Key).Select(remarks => (IReadOnlyList<string>)
                    [_texts[Words.RemarkKind + remarks.Key], Count(remarks.Count()), Lines([.. remarks.Select(remark => remark.Line)])]),
                .. _review.LookupMisses.Select(miss => (IReadOnlyList<string>)[Miss(miss), Count(miss.Count), ""]),
            ]));
    }

    private void WriteLearning()
    {
        if (_review.Learning is { } learning)
        {
            _blocks.AddRange(LearningDocument.Of(learning, _review.Currency, _texts, _cards));
        }
    }

    private void WriteAudit()
    {
        if (_review.AuditOfClosed is { } audit)
        {
            _blocks.AddRange(new AuditDocument(audit, _texts, _deals).Blocks());
        }
    }

    private void WriteCards(
        string heading, IReadOnlyList<ReviewedDeal> deals, string figure, string details, Func<ReviewedDeal, Cell> figureOf,
        Func<ReviewedDeal, CardDetail[]> detailsOf) => _blocks.AddRange(_cards.Of(heading, deals, figure, details, figureOf, detailsOf));

    private Cell ScoreOf(ReviewedDeal deal) => new(_texts.Formats.Number(deal.Result.DisplayScore, 1, 1), deal.Decision.Score);

    private DealChance ChanceOf(ReviewedDeal deal) => _review.Priorities.Chances[deal.Deal.Id];

    private string Miss(LookupMiss miss) => miss.Key is null
        ? _texts.Message(Words.LookupNoKey, Printable.Clip(miss.File))
        : _texts.Message(Words.LookupNoRow, Printable.Clip(miss.File), Printable.Quote(miss.Key));

    private string Lines(int[] lines) =>
        string.Join(", ", lines.Take(MostLines).Select(Plain)) + (lines.Length > MostLines ? ", ..." : "");

    private static string Clip(string? text) => text is null ? "" : Printable.Clip(text);

    private string Share(long deals) => _texts.Formats.Percent(_review.Open.Count == 0 ? 0 : (double)deals / _review.Open.Count, 1);

    private string Count(long count) => _texts.Formats.Number(count);

    // A line number is a name: no separators.
    private static string Plain(int line) => line.ToString(CultureInfo.InvariantCulture);

    private Column Text(string heading) => new(_texts[heading]);

    private Column Number(string heading) => new(_texts[heading], IsNumber: true);

    private void Add(Block block) => _blocks.Add(block);
}
