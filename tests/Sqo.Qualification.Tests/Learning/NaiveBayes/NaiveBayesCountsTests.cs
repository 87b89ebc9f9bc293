using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Learning.NaiveBayes;

public class NaiveBayesCountsTests
{
    private static readonly Lead[] Two =
    [
        new()
        {
            Team = "north", Country = "se", Stage = "new", Tags = ["hot", "web", "hot", null!, ""], Email = "correct", Size = 2, Won = true
        },
        new() { Country = "no", Stage = "qualified" },
    ];

    [Fact]
    public void Add_TwoLeads_CountsEachKindOfField()
    {
        var counts = Lead.Count(Two, NaiveBayesOptions.Default);
        Assert.Equal(1, counts.Won);
        Assert.Equal(1, counts.Lost);
        Assert.Equal(
            [
                "|country|no: 0 1", "|email|False: 0 1", "|stage|new: 0 1", "|stage|north only: 0 1", "|stage|qualified: 0 1",
                "|stage|south first: 0 1", "north|country|se: 1 0", "north|email|correct: 1 0", "north|size|2: 1 0", "north|tags|hot: 1 0",
                "north|tags|web: 1 0", "north|stage|new: 1 0", "north|stage|north only: 1 0", "north|stage|proposal: 1 0",
                "north|stage|qualified: 1 0", "north|stage|south first: 1 0", "north|stage|won: 1 0",
            ],
            counts.Rows.Select(row => $"{row.Segment}|{row.Field}|{row.Value}: {row.Won} {row.Lost}"));
    }

    [Fact]
    public void ToJson_SmallCase_IsPlainData() => Assert.Equal(
        "{\"format\":\"sqo-naive-bayes/1\",\"rules\":\"standard\",\"fields\":[\"country " +
        "(Category)\"],\"segments\":[{\"segment\":\"\",\"won\":\"1\",\"lost\":\"2\"," +
        "\"fields\":[[{\"value\":\"no\",\"won\":\"0\",\"lost\":\"1\"},{\"value\":\"se\",\"won\":\"1\",\"lost\":\"0\"}]]}]}",
        Small().ToJson());

    [Fact]
    public void ToJson_InAnyOrder_HasTheSameBytesAndReadsBack() => Property.Holds(Deep.Size(25, 100), (random, size) =>
    {
        foreach (var options in new[] { NaiveBayesOptions.Default, NaiveBayesOptions.Odoo })
        {
            var leads = Lead.MakeMany(random, 10 * size);
            var json = Lead.Count(leads, options).ToJson();
            Assert.Equal(json, Lead.Count(leads.OrderBy(_ => random.Next()).ToList(), options).ToJson());
            var back = NaiveBayesCounts<Lead>.Parse(json, Lead.Fields, options);
            Assert.Equal(json, back.ToJson());
            Assert.Equal(leads.Count(lead => lead.Won), back.Won);
        }
    });

    [Fact]
    public void Remove_WhatWasAdded_LeavesWhatAllTheOthersGive() => Property.Holds(Deep.Size(25, 100), (random, size) =>
    {
        var leads = Lead.MakeMany(random, 10 * size);
        var counts = Lead.Count(leads, NaiveBayesOptions.Default);
        var kept = leads.Where((_, i) => i % 3 != 0).ToList();
        foreach (var lead in leads.Where((_, i) => i % 3 == 0)) counts.Remove(lead, lead.Won);
        Assert.Equal(Lead.Count(kept, NaiveBayesOptions.Default).ToJson(), counts.ToJson());
        foreach (var lead in kept) counts.Remove(lead, lead.Won);
        Assert.Equal(new NaiveBayesCounts<Lead>(Lead.Fields).ToJson(), counts.ToJson());
    });

    [Fact]
    public void Remove_WhatWasNeverCounted_IsRefusedAndChangesNothing()
    {
        var counts = Lead.Count(Two, NaiveBayesOptions.Default);
        var before = counts.ToJson();
        var fault = Assert.Throws<InvalidOperationException>(() => counts.Remove(Two[0] with { Size = 3 }, true));
        Assert.Equal(
            "No won deal with \"3\" in the field \"size\" was counted for the segment \"north\", so none can be taken out.", fault.Message);
        Assert.Throws<InvalidOperationException>(() => counts.Remove(Two[0], false));
        Assert.Contains(
            "the segment \"west\"", Assert.Throws<InvalidOperationException>(() => counts.Remove(new Lead { Team = "west" }, true)).Message,
            StringComparison.Ordinal);
        Assert.Equal(before, counts.ToJson());
    }

    [Fact]
    public void Merge_OfParts_IsTheWhole() => Property.Holds(Deep.Size(25, 100), (random, size) =>
    {
        foreach (var options in new[] { NaiveBayesOptions.Default, NaiveBayesOptions.Odoo })
        {
            var leads = Lead.MakeMany(random, 10 * size);
            var cut = random.Below(leads.Length);
            var counts = Lead.Count(leads.Take(cut), options);
            var rest = Lead.Count(leads.Skip(cut), options);
            var before = rest.ToJson();
            counts.Merge(rest);
            Assert.Equal(Lead.Count(leads, options).ToJson(), counts.ToJson());
            Assert.Equal(before, rest.ToJson());
            // What was taken over is not shared.
            counts.Add(leads[0], leads[0].Won);
            Assert.Equal(before, rest.ToJson());
        }
    });

    [Fact]
    public void Merge_OfOtherFieldsOrRules_IsRefused()
    {
        var counts = Lead.Count(Two, NaiveBayesOptions.Default);
        Assert.Contains(
            "Odoo", Assert.Throws<ArgumentException>("other", () => counts.Merge(Lead.Count(Two, NaiveBayesOptions.Odoo))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "country (Category) there", Assert.Throws<ArgumentException>("other", () => counts.Merge(Small())).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("other", () => counts.Merge(null!));
    }

    [Fact]
    public void Merge_OfOtherStages_IsRefused()
    {
        static NaiveBayesCounts<Lead> Staged(params string[] stages) => new(new(f => f.Progress("stage", d => d.Stage, stages)));

        var counts = Staged("new", "proposal");
        counts.Merge(Staged("new", "proposal"));
        var fault = Assert.Throws<ArgumentException>("other", () => counts.Merge(Staged("new", "demo", "proposal")));
        Assert.Contains(
            "The fields are stage (Progress: \"new\", \"proposal\") here and stage (Progress: \"new\", \"demo\", \"proposal\") there; " +
            "they must be the same.",
            fault.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("other", () => counts.Merge(Staged("proposal", "new")));
    }

    [Fact]
    public void Parse_StagesInAnotherOrder_IsRefused()
    {
        static NaiveBayesFields<Lead> Staged(params string[] stages) => new(f => f.Progress("stage", d => d.Stage, stages));

        var json = new NaiveBayesCounts<Lead>(Staged("new", "proposal")).ToJson();
        Assert.Equal(json, NaiveBayesCounts<Lead>.Parse(json, Staged("new", "proposal")).ToJson());
        var fault = Assert.Throws<FormatException>(() => NaiveBayesCounts<Lead>.Parse(json, Staged("proposal", "new")));
        Assert.Contains("stage (Progress: \"proposal\", \"new\")", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Merge_OfSegmentsWithNone_IsRefused()
    {
        static NaiveBayesCounts<Lead> Counts(bool inSegments) =>
            new(new(f => _ = inSegments ? f.Category("stage", d => d.Stage).Segment(d => d.Team) : f.Category("stage", d => d.Stage)));

        var fault = Assert.Throws<ArgumentException>("other", () => Counts(inSegments: false).Merge(Counts(inSegments: true)));
        Assert.Contains("without segments here and by them there", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Merge_WithItself_CountsEachDealTwice()
    {
        var counts = Small();
        counts.Merge(counts);
        Assert.Equal(4, counts.Lost);
        Assert.Equal([2L, 0L], counts.Rows.Select(row => row.Won).OrderByDescending(won => won));
    }

    [Fact]
    public void AddAll_OpenDeals_AreNotCounted()
    {
        var counts = new NaiveBayesCounts<Lead>(Lead.Fields);
        counts.AddAll(Two, lead => lead.Team is null ? null : true);
        Assert.Equal(1, counts.Won);
        Assert.Equal(0, counts.Lost);
    }

    [Fact]
    public void Add_LostInAnUndeclaredStage_IsRefusedAndChangesNothing()
    {
        var counts = new NaiveBayesCounts<Lead>(Lead.Fields);
        var fault = Assert.Throws<ArgumentException>("deal", () => counts.Add(new Lead { Country = "se", Stage = "limbo" }, false));
        Assert.Contains(
            "lost in \"limbo\"; the field \"stage\" has the stages \"south first\", \"new\", " +
            "\"qualified\", \"north only\", \"proposal\", \"won\".",
            fault.Message, StringComparison.Ordinal);
        Assert.Empty(counts.Rows);
    }

    [Fact]
    public void Add_SelectorThatThrows_NamesTheFieldAndChangesNothing()
    {
        var fields = new NaiveBayesFields<Lead>(f =>
            f.Category("country", d => d.Country).Tags("length", d => d.Tags!.Select(tag => tag.Length)));
        var counts = new NaiveBayesCounts<Lead>(fields);
        var fault = Assert.Throws<InvalidOperationException>(() => counts.Add(new Lead { Country = "se" }, true));
        Assert.Contains("\"length\" has thrown ArgumentNullException", fault.Message, StringComparison.Ordinal);
        Assert.NotNull(fault.InnerException);
        Assert.Equal(0, counts.Won);
        Assert.Empty(counts.Rows);
    }

    [Fact]
    public void Train_TooFewDeals_IsRefusedWithTheReason()
    {
        var counts = Small();
        const string Reason = "Naive Bayes takes at least 40 won and 40 lost deals; there are 1 won and 2 lost.";
        var fault = Assert.Throws<TooFewOutcomesException>(counts.Train);
        Assert.Equal(Reason, fault.Message);
        Assert.Equal(2, fault.Lost);
        Assert.False(counts.TryTrain(out var model, out var reason));
        Assert.Null(model);
        Assert.Equal(Reason, reason);
        Assert.True(Small(new NaiveBayesOptions(minimumWon: 1, minimumLost: 2)).TryTrain(out model, out reason));
        Assert.NotNull(model);
        Assert.Null(reason);
    }

    [Theory]
    [MemberData(nameof(BadData))]
    public void Parse_BadData_SaysWhatIsWrong(string json, string reason)
    {
        var fault = Assert.Throws<FormatException>(() => NaiveBayesCounts<Lead>.Parse(json, SmallFields));
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }

    public static IEnumerable<object[]> BadData()
    {
        var good = Small().ToJson();
        object[] Planted(string text, string by, string reason) =>
            good.Contains(text) ? [good.Replace(text, by), reason] : throw new InvalidOperationException($"{text} is not in the data.");

        yield return ["", "the end too early"];
        yield return ["[]", "not an object"];
        yield return ["{}", "no text \"format\""];
        yield return [good + "x", "after the end"];
        yield return Planted("bayes/1", "bayes/2", "\"sqo-naive-bayes/2\"");
        yield return Planted("standard", "odoo", "the options have \"standard\"");
        yield return Planted("country (Category)", "country (Tags)", "the fields are country (Category)");
        yield return Planted("[\"country (Category)\"]", "[]", "the fields are country (Category)");
        yield return Planted("[\"country (Category)\"]", "[5]", "not a text");
        yield return Planted("\"segments\":[", "\"segments\":[5,", "a segment is not an object");
        yield return Planted("\"segment\":\"\",", "", "no text \"segment\"");
        yield return Planted("\"segments\":[", "\"segments\":[{\"segment\":\"\",\"won\":\"1\",\"lost\":\"2\",\"fields\":[[]]},", "twice");
        yield return Planted("\"fields\":[[", "\"fields\":[[],[", "2 lists of counts for 1 fields");
        yield return Planted("\"fields\":[[", "\"fields\":[5],\"x\":[[", "\"country\" are not a list");
        yield return Planted("{\"value\":\"no\"", "7,{\"value\":\"no\"", "a count is not an object");
        yield return Planted("\"value\":\"no\"", "\"value\":\"\"", "empty value");
        yield return Planted("\"value\":\"no\"", "\"value\":\"se\"", "\"se\" twice");
        yield return Planted("\"won\":\"0\",\"lost\":\"1\"", "\"won\":\"0\",\"lost\":\"0\"", "has no deal");
        yield return Planted("\"won\":\"0\",\"lost\":\"1\"", "\"won\":\"0\",\"lost\":\"3\"", "More deals");
        yield return Planted("\"won\":\"0\",\"lost\":\"1\"", "\"won\":\"-1\",\"lost\":\"1\"", "\"-1\"");
        yield return Planted("\"won\":\"0\",\"lost\":\"1\"", "\"won\":\"1e3\",\"lost\":\"1\"", "\"1e3\"");
    }

    [Fact]
    public void Parse_UndeclaredStage_IsRefused()
    {
        var json = Lead.Count(Two, NaiveBayesOptions.Odoo).ToJson().Replace("\"value\":\"proposal\"", "\"value\":\"limbo\"");
        Assert.Contains(
            "no stage \"limbo\"",
            Assert.Throws<FormatException>(() => NaiveBayesCounts<Lead>.Parse(json, Lead.Fields, NaiveBayesOptions.Odoo)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void ToJson_InASwedishCulture_HasTheSameBytes()
    {
        var fields = new NaiveBayesFields<double>(f =>
            f.Category("half", d => d / 2).Category("cents", d => (decimal)d / 100).Category("day", d =>
                new DateTime(2026, 1, 1).AddDays(d)));
        string Json()
        {
            var counts = new NaiveBayesCounts<double>(fields);
            counts.Add(3, true);
            return counts.ToJson();
        }

        var plain = Json();
        Assert.Contains("\"1.5\"", plain, StringComparison.Ordinal);
        Assert.Contains("\"0.03\"", plain, StringComparison.Ordinal);
        Assert.Contains("\"2026-01-04T00:00:00.0000000\"", plain, StringComparison.Ordinal);
        using (new CultureScope("sv-SE")) Assert.Equal(plain, Json());
    }

    [Fact]
    public void Values_OfAnyType_AreComparedAsText()
    {
        var fields = new NaiveBayesFields<object?[]>(f =>
        {
            for (var i = 0; i < 8; i++)
            {
                var place = i;
                f.Category($"{i}", d => d[place]);
            }

            f.Category("number", d => d.Length == 8 ? double.NaN : 0).Category("kind", _ => NaiveBayesFieldKind.Tags)
                .Category("flag", _ => true);
        });
        var counts = new NaiveBayesCounts<object?[]>(fields);
        counts.Add([1.50m, 0.1, 0.5f, 7, null, "", double.NaN, float.NaN], true);
        Assert.Equal(["0=1.5", "1=0.1", "2=0.5", "3=7", "kind=Tags", "flag=true"], counts.Rows.Select(row => $"{row.Field}={row.Value}"));
    }

    [Fact]
    public void Fields_ThatCannotBeRight_AreRefused()
    {
        Assert.Throws<ArgumentNullException>("fields", () => new NaiveBayesFields<Lead>(null!));
        Assert.Throws<ArgumentException>("fields", () => new NaiveBayesFields<Lead>(_ => { }));
        Refused("two fields with the name \"a\"", f => f.Category("a", d => d.Team).Tags("a", d => d.Tags));
        Refused("\"a\" has no stages", f => f.Progress("a", d => d.Stage, new ProgressStage[0]));
        Refused("the stage \"x\" twice", f => f.Progress("a", d => d.Stage, "x", "y", "x"));
        Refused("blank", f => f.Progress("a", d => d.Stage, "x", ""));
        Refused("blank", f => f.Category(" ", d => d.Stage));
        Refused("is empty", f => f.Category("a", d => d.Stage, whenMissing: ""));
        Assert.Throws<ArgumentNullException>("selector", () => new NaiveBayesFields<Lead>(f => f.Tags<string>("a", null!)));
        Assert.Throws<InvalidOperationException>(() => new NaiveBayesFields<Lead>(f => f.Segment(d => d.Team).Segment(d => d.Country)));
        NaiveBayesFieldsBuilder<Lead>? kept = null;
        _ = new NaiveBayesFields<Lead>(f => kept = f.Category("a", d => d.Team));
        Assert.Throws<InvalidOperationException>(() => kept!.Category("b", d => d.Team));

        static void Refused(string reason, Action<NaiveBayesFieldsBuilder<Lead>> fields) =>
            Assert.Contains(
                reason, Assert.ThrowsAny<ArgumentException>(() => new NaiveBayesFields<Lead>(fields)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_OutOfTheirRange_AreRefused()
    {
        // With less or more, shares would come to 0 or to no number, and with them the probability.
        foreach (var smoothing in new[] { 0, -1, double.NaN, double.PositiveInfinity, 1e308, double.Epsilon })
        {
            Assert.Throws<ArgumentOutOfRangeException>("smoothing", () => new NaiveBayesOptions(smoothing));
        }
        Assert.Throws<ArgumentOutOfRangeException>("minimumWon", () => new NaiveBayesOptions(minimumWon: 0));
        Assert.Throws<ArgumentOutOfRangeException>("segmentMinimumLost", () => new NaiveBayesOptions(segmentMinimumLost: 0));
        Assert.Throws<ArgumentOutOfRangeException>("minimumSupport", () => new NaiveBayesOptions(minimumSupport: -1));
        Assert.Throws<ArgumentOutOfRangeException>("minimumTagSupport", () => new NaiveBayesOptions(minimumTagSupport: -1));
        Assert.Throws<ArgumentOutOfRangeException>("lowest", () => new NaiveBayesOptions(lowest: 0.9, highest: 0.1));
    }

    private static NaiveBayesFields<Lead> SmallFields { get; } = new(f => f.Category("country", d => d.Country));

    private static NaiveBayesCounts<Lead> Small(NaiveBayesOptions? options = null)
    {
        var counts = new NaiveBayesCounts<Lead>(SmallFields, options);
        counts.Add(new Lead { Country = "se" }, true);
        counts.Add(new Lead { Country = "no" }, false);
        counts.Add(new Lead(), false);
        return counts;
    }
}
