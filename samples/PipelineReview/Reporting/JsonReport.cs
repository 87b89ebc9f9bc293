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
        _json.WriteString("format", "pipeline-review/2");
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
        WriteArray("verdicts", Review.Verdicts, Write);
        WriteArray("nextActions", _review.Profile.NextActions, Write);
        WriteArray("criteria", _review.Audit.Criteria, WriteBlocker);
        WriteIds("neverKnown", _review.NeverKnown);
        WriteArray("questions", _review.Questions, Write);
        WriteDealIds();
        Write(_review.Forecast);
        if (_review.Campaigns is { } campaigns)
        {
            Write(campaigns);
        }

        WriteOpenDeals();
        if (_review.AuditOfClosed is { } audit)
        {
            Write(audit);
        }

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

    private void Write(Verdict verdict)
    {
        OutcomeCounts counts = _review.Audit[verdict];
        _json.WriteString("verdict", Name(verdict));
        _json.WriteNumber("deals", counts.Deals);
        _json.WriteNumber("share", _review.Open.Count == 0 ? 0 : (double)counts.Deals / _review.Open.Count);
        WriteNumber("value", counts.Revenue);
        _json.WriteNumber("withoutValue", counts.WithoutAmount);
    }

    // The actions of verdicts; those of criteria are with the criteria.
    private void Write(NextAction action)
    {
        _json.WriteString("verdict", Name(action.Verdict!.Value));
        _json.WriteString("id", action.Id);
        _json.WriteString("text", action.Text);
    }

    private void WriteBlocker(CriterionAudit audit)
    {
        CriterionInfo criterion = audit.Criterion;
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
        _json.WriteNumber("unmet", audit.Unmet.Deals);
        _json.WriteNumber("unknown", audit.Unknown.Deals);
        WriteNumber("stopped", (decimal?)audit.Stopped?.Deals);
        WriteNumber("aloneEnough", (decimal?)audit.Turned?.Deals);
        WriteNumber("aloneEnoughValue", audit.Turned?.Revenue);
        WriteNumber("stoppedAlone", (decimal?)audit.StoppedAlone?.Deals);
    }

    private void Write(OpenQuestion question)
    {
        _json.WriteString("criterion", question.Criterion.Id);
        _json.WriteString("question", question.Criterion.Question);
        _json.WriteNumber("deals", question.Count);
        _json.WriteNumber("value", question.Value);
        _json.WriteNumber("onlyQuestion", question.OnlyCount);
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
        _json.WriteBoolean("trained", learning.Model is not null);
        WriteTexts("fields", learning.Columns);
        WriteTexts("leftOut", learning.LeftOut);
        WriteNumber("ridge", learning.Model?.Ridge);
        WriteArray("lines", learning.Model?.Terms ?? [], term =>
        {
            _json.WriteString("field", term.Column);
            _json.WriteString("level", term.Level);
            _json.WriteNumber("logOdds", term.LogOdds);
            WriteNumber("standardError", term.StandardError);
            _json.WriteNumber("deals", term.Observed.Trials);
            _json.WriteNumber("won", term.Observed.Successes);
        });
        WriteCheck(learning);
        WriteArray("openDeals", learning.Chances, deal =>
        {
            _json.WriteString("id", deal.Deal.Id);
            _json.WriteNumber("probability", deal.Decision.Score / 100);
            WriteArray("for", WinLearning.Reasons(deal, raising: true), Write);
            WriteArray("against", WinLearning.Reasons(deal, raising: false), Write);
        });
        _json.WriteEndObject();
    }

    private void Write((CriterionResult Column, decimal Points) reason)
    {
        _json.WriteString("field", reason.Column.Id);
        _json.WritePropertyName("value");
        WriteValue(reason.Column.Actual);
        _json.WriteNumber("points", reason.Points);
    }

    private void WriteCheck(WinLearning learning)
    {
        _json.WriteString("signal", Name(learning.Signal));
        if (learning.Check is not { } check)
        {
            _json.WriteNull("check");
            return;
        }

        _json.WriteStartObject("check");
        _json.WriteString("since", Date(check.Since));
        _json.WriteNumber("older", check.Learned.Deals.Trials);
        _json.WriteNumber("olderWon", check.Learned.Deals.Successes);
        _json.WriteNumber("newer", check.Comparison.First.Ranking.Count);
        _json.WriteNumber("newerWon", check.Comparison.First.Ranking.Won);
        WriteNumber("brierOfWinRate", learning.BaseRateBrier);
        Write("learned", check.Comparison.First);
        Write("profile", check.Comparison.Second);
        Write("aucDifference", check.Comparison.AucDifference);
        Write("brierDifference", check.Comparison.BrierDifference);
        Write("logLossDifference", check.Comparison.LogLossDifference);
        _json.WriteEndObject();
    }

    private void Write(string name, MeasureDifference? difference)
    {
        StatisticalInterval? interval = difference?.Interval();
        _json.WriteStartObject(name);
        WriteNumber("value", difference?.Value);
        WriteNumber("low", interval?.Low);
        WriteNumber("high", interval?.High);
        _json.WriteEndObject();
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
        WriteNumber("logLoss", measures.LogLoss());
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
