using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using System.Xml;
using PipelineReview.Reading;
using PipelineReview.Reviewing;
using Sqo.Qualification;

namespace PipelineReview.Reporting;

/// <summary>
/// The review as JSON, with every row instead of only the first ones. The same input gives the same bytes: nothing depends on
/// the culture, the machine or the time.
/// </summary>
internal sealed partial class JsonReport
{
    private readonly Review _review;
    private readonly Utf8JsonWriter _json;

    private JsonReport(Review review, Utf8JsonWriter json)
    {
        _review = review;
        _json = json;
    }

    /// <summary>The JSON, in UTF-8.</summary>
    public static byte[] Render(Review review)
    {
        using var content = new MemoryStream();
        using (var json = new Utf8JsonWriter(content, new JsonWriterOptions
        {
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            Indented = true,
            NewLine = "\n",
        }))
        {
            new JsonReport(review, json).Write();
        }

        content.WriteByte((byte)'\n');
        return content.ToArray();
    }

    private void Write()
    {
        _json.WriteStartObject();
        _json.WriteString("format", "pipeline-review/1");
        _json.WriteString("deals", _review.DealsFile);
        _json.WriteString("map", _review.MapFile);
        _json.WriteString("asOf", Date(_review.AsOf));
        _json.WriteString("asOfSource", Name(_review.AsOfSource));
        _json.WriteString("currency", _review.Currency);
        if (_review.Owner is { } owner)
        {
            _json.WriteString("owner", owner);
        }

        WriteHeadline();
        Write(_review.Priorities);
        WriteProfile();
        if (_review.Owner is not null)
        {
            WriteDealIds();
            WriteOpenDeals();
            _json.WriteEndObject();
            return;
        }

        WriteCounts();
        WriteArray("verdicts", _review.Verdicts, Write);
        WriteArray("nextActions", _review.Profile.NextActions, Write);
        WriteArray("criteria", _review.Criteria, Write);
        WriteIds("neverKnown", _review.NeverKnown);
        WriteArray("questions", _review.Questions, Write);
        WriteDealIds();
        Write(_review.Forecast);
        if (_review.Campaigns is { } campaigns)
        {
            Write(campaigns);
        }

        WriteOpenDeals();
        if (_review.Learning is { } learning)
        {
            Write(learning);
        }

        WriteArray("rejectedRows", _review.Rejected, Write);
        WriteArray("remarks", _review.Remarks, Write);
        WriteArray("lookupMisses", _review.LookupMisses, Write);
        _json.WriteEndObject();
    }

    private void WriteDealIds()
    {
        WriteDealIds("qualified", _review.Qualified);
        WriteDealIds("nearMisses", _review.NearMisses);
        WriteDealIds("needsDiscovery", _review.ToDiscover);
    }

    private void WriteOpenDeals() => WriteArray("openDeals", _review.Open.Where(_review.Shows), Write);

    private void WriteProfile()
    {
        QualificationProfile<Deal> profile = _review.Profile;
        _json.WriteStartObject("profile");
        _json.WriteString("name", profile.Name);
        _json.WriteString("version", profile.Version);
        _json.WriteString("fingerprint", profile.Fingerprint);
        _json.WriteNumber("threshold", profile.Threshold);
        WriteNumber("nearMissMargin", profile.NearMissMargin);
        _json.WriteEndObject();
    }

    private void WriteCounts()
    {
        RowCounts counts = _review.Counts;
        _json.WriteStartObject("rows");
        _json.WriteNumber("read", counts.Read);
        _json.WriteNumber("rejected", counts.Rejected);
        _json.WriteNumber("notTaken", counts.NotTaken);
        _json.WriteNumber("replaced", counts.Replaced);
        _json.WriteNumber("notYetKnown", counts.NotYetKnown);
        _json.WriteNumber("won", counts.Won);
        _json.WriteNumber("lost", counts.Lost);
        _json.WriteNumber("open", counts.Open);
        _json.WriteEndObject();
    }

    private void Write(VerdictTally tally)
    {
        _json.WriteString("verdict", Name(tally.Verdict));
        _json.WriteNumber("deals", tally.Deals);
        _json.WriteNumber("share", tally.Share);
        _json.WriteNumber("value", tally.Value);
        _json.WriteNumber("withoutValue", tally.WithoutValue);
    }

    // The actions of verdicts; those of criteria are with the criteria.
    private void Write(NextAction action)
    {
        _json.WriteString("verdict", Name(action.Verdict!.Value));
        _json.WriteString("id", action.Id);
        _json.WriteString("text", action.Text);
    }

    private void Write(CriterionTally tally)
    {
        CriterionInfo criterion = tally.Criterion;
        _json.WriteString("id", criterion.Id);
        _json.WriteString("label", criterion.Label);
        _json.WriteString("dimension", criterion.Dimension);
        _json.WriteBoolean("required", criterion.IsRequired);
        _json.WriteNumber("weight", criterion.Weight);
        _json.WriteNumber("effort", criterion.Effort);
        _json.WriteStartObject("asked");
        _json.WriteString("message", criterion.Requirement.MessageId);
        _json.WriteStartArray("arguments");
        foreach (object? argument in criterion.Requirement.Arguments)
        {
            WriteValue(argument);
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteString("question", criterion.Question);
        _json.WriteString("nextAction", criterion.NextAction);
        _json.WriteNumber("unmet", tally.Unmet);
        _json.WriteNumber("unknown", tally.Unknown);
        WriteNumber("onlyUnmetGate", (decimal?)tally.OnlyUnmetGate);
        _json.WriteNumber("aloneEnough", tally.AloneEnough);
        _json.WriteNumber("aloneEnoughValue", tally.AloneEnoughValue);
    }

    private void Write(QuestionTally tally)
    {
        _json.WriteString("criterion", tally.Criterion.Id);
        _json.WriteString("question", tally.Criterion.Question);
        _json.WriteNumber("deals", tally.Deals);
        _json.WriteNumber("value", tally.Value);
        _json.WriteNumber("onlyQuestion", tally.OnlyQuestion);
    }

    private void Write(ReviewedDeal reviewed)
    {
        Deal deal = reviewed.Deal;
        Decision decision = reviewed.Decision;
        _json.WriteString("id", deal.Id);
        if (_review.DealUrl is { } url)
        {
            _json.WriteString("url", DealLink.Of(url, deal.Id));
        }

        _json.WriteNumber("line", deal.Line);
        _json.WriteString("name", deal.Name);
        _json.WriteString("account", deal.Account);
        _json.WriteString("owner", deal.Owner);
        _json.WriteString("product", deal.Product);
        _json.WriteString("stage", deal.Stage);
        WriteNumber("amount", deal.Amount);
        WriteNumber("listPrice", deal.ListPrice);
        WriteNumber("value", deal.Value);
        _json.WriteString("verdict", Name(decision.Verdict));
        _json.WriteNumber("score", decision.Score);
        _json.WriteNumber("lowest", decision.Lowest);
        _json.WriteNumber("highest", decision.Highest);
        _json.WriteNumber("completeness", decision.Completeness);
        WriteIds("unmet", _review.Profile.CriteriaIn(decision.Unmet));
        WriteIds("unknown", _review.Profile.CriteriaIn(decision.Unknown));
        WriteTexts("nextActions", reviewed.Result.NextActions.Select(action => action.Id));
        switch (decision.Verdict)
        {
            case Verdict.Qualified:
                WriteArray("reasons", reviewed.Result.Criteria, WriteReason);
                break;
            case Verdict.NearMiss:
                WriteRemedies(reviewed.Result);
                break;
            case Verdict.NeedsDiscovery:
                WriteIds("questions", Review.QuestionsOf(reviewed));
                break;
        }
    }

    private void WriteReason(CriterionResult criterion)
    {
        _json.WriteString("criterion", criterion.Id);
        _json.WriteString("state", Name(criterion.State));
        _json.WritePropertyName("actual");
        WriteValue(criterion.Actual);
        _json.WriteNumber("points", criterion.Points);
    }

    private void WriteRemedies(QualificationResult result)
    {
        WriteArray("remedies", result.Remedies, remedy =>
        {
            _json.WriteNumber("effort", remedy.Effort);
            WriteArray("steps", remedy.Steps, step =>
            {
                _json.WriteString("criterion", step.Result.Id);
                _json.WriteString("kind", Name(step.Kind));
                _json.WritePropertyName("actual");
                WriteValue(step.Result.Actual);
                _json.WritePropertyName("gap");
                WriteValue(step.Result.Gap);
            });
        });
        _json.WriteBoolean("remediesAreComplete", result.RemediesAreComplete);
    }

    private void Write(WinLearning learning)
    {
        _json.WriteStartObject("learning");
        _json.WriteNumber("won", learning.Won);
        _json.WriteNumber("lost", learning.Lost);
        _json.WriteNumber("undated", learning.Undated);
        _json.WriteNumber("minimumWon", learning.MinimumWon);
        _json.WriteNumber("minimumLost", learning.MinimumLost);
        _json.WriteBoolean("trained", learning.IsTrained);
        WriteTexts("fields", learning.Fields.Select(field => field.Name));
        WriteArray("checks", learning.Checks, Write);
        WriteArray("openDeals", learning.Chances, deal =>
        {
            _json.WriteString("id", deal.Deal.Id);
            _json.WriteNumber("probability", deal.Decision.Score / 100);
            WriteNumber("calibrated", learning.Calibrated(deal));
            WriteArray("for", learning.Reasons(deal, raising: true), reason => Write(reason.Field, reason.Points, deal.Deal));
            WriteArray("against", learning.Reasons(deal, raising: false), reason => Write(reason.Field, reason.Points, deal.Deal));
        });
        _json.WriteEndObject();
    }

    private void Write(WinField field, decimal points, Deal deal)
    {
        _json.WriteString("field", field.Name);
        _json.WriteString("value", field.TextOf(deal));
        _json.WriteNumber("points", points);
    }

    private void Write(WinCheck check)
    {
        _json.WriteString("split", Name(check.Split));
        _json.WriteString("lastOlder", check.LastOlder is { } day ? Date(day) : null);
        _json.WriteNumber("olderWon", check.OlderWon);
        _json.WriteNumber("olderLost", check.OlderLost);
        _json.WriteNumber("newerWon", check.NewerWon);
        _json.WriteNumber("newerLost", check.NewerLost);
        _json.WriteString("signal", Name(check.Signal));
        WriteNumber("brierOfWinRate", check.BaseRateBrier);
        Write("model", check.Model);
        Write("calibrated", check.Calibrated);
    }

    private void Write(string name, ProbabilityMeasures? measures)
    {
        if (measures is null)
        {
            _json.WriteNull(name);
            return;
        }

        StatisticalInterval? interval = measures.Ranking.AucInterval();
        _json.WriteStartObject(name);
        WriteNumber("auc", measures.Ranking.Auc);
        WriteNumber("aucLow", interval?.Low);
        WriteNumber("aucHigh", interval?.High);
        WriteNumber("brier", measures.Brier);
        WriteArray("reliability", measures.Reliability().Bins, bin =>
        {
            _json.WriteNumber("lowest", bin.Lowest);
            _json.WriteNumber("highest", bin.Highest);
            _json.WriteNumber("predicted", bin.MeanPredicted);
            _json.WriteNumber("deals", bin.Count);
            _json.WriteNumber("won", bin.Observed.Successes);
        });
        _json.WriteEndObject();
    }

    private void Write(RejectedRow row)
    {
        _json.WriteString("file", row.File);
        _json.WriteNumber("line", row.Line);
        _json.WriteString("id", row.Id);
        _json.WriteString("reason", Name(row.Reason));
        _json.WriteString("text", row.Text);
    }

    private void Write(DealRemark remark)
    {
        _json.WriteNumber("line", remark.Line);
        _json.WriteString("id", remark.Id);
        _json.WriteString("kind", Name(remark.Kind));
    }

    private void Write(LookupMiss miss)
    {
        _json.WriteString("file", miss.File);
        _json.WriteString("key", miss.Key);
        _json.WriteNumber("deals", miss.Count);
    }

    private void WriteArray<T>(string name, IEnumerable<T> items, Action<T> write)
    {
        _json.WriteStartArray(name);
        foreach (T item in items)
        {
            _json.WriteStartObject();
            write(item);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteIds(string name, IEnumerable<CriterionInfo> criteria) => WriteTexts(name, criteria.Select(criterion => criterion.Id));

    private void WriteDealIds(string name, IEnumerable<ReviewedDeal> deals) =>
        WriteTexts(name, deals.Where(_review.Shows).Select(deal => deal.Deal.Id));

    private void WriteTexts(string name, IEnumerable<string> texts)
    {
        _json.WriteStartArray(name);
        foreach (string text in texts)
        {
            _json.WriteStringValue(text);
        }

        _json.WriteEndArray();
    }

    private void WriteNumber(string name, decimal? value)
    {
        if (value is { } known)
        {
            _json.WriteNumber(name, known);
        }
        else
        {
            _json.WriteNull(name);
        }
    }

    private void WriteNumber(string name, double? value)
    {
        if (value is { } known)
        {
            _json.WriteNumber(name, known);
        }
        else
        {
            _json.WriteNull(name);
        }
    }

    /// <summary>A value of a criterion: dates as in 2026-10-31, durations as in P12D.</summary>
    private void WriteValue(object? value)
    {
        switch (value)
        {
            case null:
                _json.WriteNullValue();
                break;
            case bool flag:
                _json.WriteBooleanValue(flag);
                break;
            case int number:
                _json.WriteNumberValue(number);
                break;
            case long number:
                _json.WriteNumberValue(number);
                break;
            case double number:
                _json.WriteNumberValue(number);
                break;
            case decimal number:
                _json.WriteNumberValue(number);
                break;
            case DateTime day:
                _json.WriteStringValue(Date(day));
                break;
            case TimeSpan duration:
                _json.WriteStringValue(XmlConvert.ToString(duration));
                break;
            case IEnumerable<string> texts:
                _json.WriteStartArray();
                foreach (string text in texts)
                {
                    _json.WriteStringValue(text);
                }

                _json.WriteEndArray();
                break;
            default:
                _json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static string Date(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Name<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
