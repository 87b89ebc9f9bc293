using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Learning.NaiveBayes;

public class NaiveBayesModelTests
{
    private static readonly NaiveBayesOptions Small = new(
        minimumWon: 1, minimumLost: 1, segmentMinimumWon: 3, segmentMinimumLost: 3, minimumTagSupport: 3);

    [Fact]
    public void Probability_OneCategory_IsWorkedByHand()
    {
        // 3 won: se, se, no. 2 lost: no, dk. Three values, so 3 is added to each total.
        var model = Train(Of("se", true), Of("se", true), Of("no", true), Of("no", false), Of("dk", false));
        Assert.Equal(0.6, model.Pooled.PriorWon);
        // se: 3/6 against 1/5.
        Assert.Equal(
            0.6 * 3 / 6 / ((0.6 * 3 / 6) + (0.4 * 1 / 5)), model.Probability(new Lead { Country = "se", Email = "x" })!.Value, 1e-14);
        // dk: 1/6 against 2/5.
        var dk = model.Explain(new Lead { Country = "dk", Email = "x" }).Evidence[0];
        Assert.Equal(Math.Log((1.0 / 6) / (2.0 / 5)), dk.LogOdds, 1e-14);
        Assert.Equal((1.0 / 6) / ((1.0 / 6) + (2.0 / 5)), dk.Leaning!.Value, 1e-14);
        Assert.Equal([0L, 1L], [dk.Won, dk.Lost]);
    }

    [Fact]
    public void Explain_AStage_IsReachedOrNot()
    {
        var model = Train(
            Of("se", true), Of("se", true), Of("se", false) with { Stage = "new" }, Of("se", false) with { Stage = "new" },
            Of("se", false) with { Stage = "proposal" });
        var stage = model.Pooled.Find("stage", "proposal")!;
        // Reached by 2 of 2 won and 1 of 3 lost, with one more that did and one more that did not.
        Assert.Equal(3.0 / 4, stage.ShareOfWon!.Value, 1e-15);
        Assert.Equal(2.0 / 5, stage.ShareOfLost!.Value, 1e-15);
        Assert.Equal(1 - (2.0 / 5), stage.Leaning!.Value, 1e-15);
    }

    [Fact]
    public void Probability_RandomLeads_IsTheProductOfShares() => Property.Holds(Deep.Size(25, 150), (random, size) =>
    {
        var leads = Leads(random, size);
        var model = Lead.Count(leads, Small).Train();
        for (var i = 0; i < 20; i++)
        {
            var lead = Lead.Make(random);
            var expected = Math.Min(0.99, Math.Max(0.01, ByShares(leads, lead)));
            Assert.Equal(expected, model.Probability(lead)!.Value, 1e-10);
            Assert.Equal(model.Probability(lead), model.Explain(lead).Probability);
        }
    });

    [Fact]
    public void Explain_RandomLeads_AddsUp() => Property.Holds(Deep.Size(25, 100), (random, size) =>
    {
        var model = Lead.Count(Leads(random, size), Small).Train();
        for (var i = 0; i < 20; i++)
        {
            var prediction = model.Explain(Lead.Make(random));
            var sum = prediction.Table.PriorLogOdds!.Value + prediction.Evidence.Sum(line => line.LogOdds);
            Assert.Equal(sum, prediction.LogOdds!.Value, 1e-12);
            Assert.Equal(Math.Min(0.99, Math.Max(0.01, 1 / (1 + Math.Exp(-sum)))), prediction.Probability!.Value, 1e-12);
            Assert.All(prediction.Evidence, line => Assert.Equal(line.Skipped == NaiveBayesSkip.None, line.Leaning is not null));
            Assert.All(prediction.Evidence.Where(line => line.Skipped != NaiveBayesSkip.None), line => Assert.Equal(0, line.LogOdds));
        }
    });

    [Fact]
    public void Explain_MissingValuesThatComeIn_StayWithinTheRange() => Property.Holds(Deep.Size(25, 100), (random, size) =>
    {
        var model = Lead.Count(Leads(random, size), Small).Train();
        for (var i = 0; i < 20; i++)
        {
            var whole = Lead.Make(random);
            var part = whole with
            {
                Country = null,
                Tags = random.Chance(0.5) ? null : whole.Tags,
                Stage = random.Chance(0.5) ? null : whole.Stage,
            };
            var range = model.Explain(part);
            Assert.InRange(model.Probability(part)!.Value, range.Lowest!.Value, range.Highest!.Value);
            Assert.InRange(model.Probability(whole)!.Value, range.Lowest!.Value - 1e-15, range.Highest!.Value + 1e-15);
        }
    });

    [Fact]
    public void Explain_NothingMissing_HasNoRange()
    {
        var model = Train(Of("se", true), Of("no", false), Of("dk", false));
        var prediction = model.Explain(new Lead { Country = "se", Size = 9, Stage = "new", Tags = [] });
        Assert.Equal(prediction.Probability, prediction.Lowest);
        Assert.Equal(prediction.Probability, prediction.Highest);
        Assert.Equal(NaiveBayesBasis.Evidence, prediction.Basis);
    }

    [Fact]
    public void LowestLogOdds_OfEachKind_IsTheWorstValueAndOfTagsAllThatHurt()
    {
        var model = Train(
            Of("se", true) with { Tags = ["a", "b"] }, Of("se", true) with { Tags = ["a", "b"] },
            Of("se", true) with { Tags = ["a", "b", "c"] },
            Of("no", false) with { Tags = ["c", "d"] }, Of("no", false) with { Tags = ["c", "d"] },
            Of("dk", false) with { Tags = ["c", "d", "e"] });
        var table = model.Pooled;
        Assert.Equal(table.ValuesOf("country").Min(value => value.LogOdds), table.LowestLogOdds("country"));
        Assert.Equal(table.ValuesOf("country").Max(value => value.LogOdds), table.HighestLogOdds("country"));
        Assert.Equal(table.Find("tags", "c")!.LogOdds + table.Find("tags", "d")!.LogOdds, table.LowestLogOdds("tags"), 1e-15);
        Assert.Equal(table.Find("tags", "a")!.LogOdds + table.Find("tags", "b")!.LogOdds, table.HighestLogOdds("tags"), 1e-15);
        Assert.Equal(["a", "b", "c", "d", "e"], table.ValuesOf("tags").Select(value => value.Value));
        Assert.Equal(NaiveBayesSkip.TooLittleSupport, table.Find("tags", "e")!.Skipped);
        Assert.Null(table.Find("tags", "z"));
        Assert.Equal(0, table.LowestLogOdds("size"));
        Assert.Contains(
            "no field \"price\"", Assert.Throws<ArgumentException>("field", () => table.LowestLogOdds("price")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void TableFor_ASegmentWithTooFewDeals_IsThatOfAll()
    {
        Lead[] enough = [.. Enumerable.Range(0, 6).Select(i => Of(i < 3 ? "se" : "no", i % 2 == 0) with { Team = "north" })];
        var model = Train([.. enough, .. enough.Skip(1).Select(lead => lead with { Team = "south" })]);
        Assert.Equal("north", Assert.Single(model.Segments).Segment);
        Assert.Same(model.Pooled, model.TableFor("south"));
        Assert.Equal(3, model.TableFor("north").Won);
        Assert.Equal(5, model.Pooled.Won);
        Assert.Equal("north", model.Explain(new Lead { Team = "north" }).Table.Segment);
        Assert.Null(model.Explain(new Lead { Team = "south" }).Table.Segment);
    }

    [Fact]
    public void Explain_Texts_SayWhatCountedAndWhatDidNot()
    {
        var model = Train(Of("se", true), Of("se", true), Of("no", false), Of("no", false) with { Tags = ["hot"] });
        Assert.Equal(
            [
                "country = se: +1.1 (2 won, 0 lost)", "email = odd: never seen (0 won, 0 lost)", "size: missing",
                "tags = hot: too few deals (0 won, 1 lost)", "stage: missing",
            ],
            model.Explain(new Lead { Country = "se", Email = "odd", Tags = ["hot", "hot"] }).Evidence.Select(line => line.ToString()));
        Assert.Equal(["country"], model.Explain(new Lead { Country = "se", Email = "odd" }).Strongest(3).Select(line => line.Field));
        Assert.Equal(["country", "email"], model.Explain(new Lead { Country = "no" }).Strongest(3).Select(line => line.Field));
        Assert.Single(model.Explain(new Lead { Country = "no" }).Strongest(1));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => model.Explain(new Lead()).Strongest(-1));
    }

    [Fact]
    public void Train_LaterCounts_DontChangeTheModel()
    {
        var counts = Lead.Count([Of("se", true), Of("no", false)], Small);
        var model = counts.Train();
        var before = model.Probability(new Lead { Country = "se" });
        for (var i = 0; i < 10; i++) counts.Add(Of("se", false), false);
        Assert.Equal(before, model.Probability(new Lead { Country = "se" }));
        Assert.NotEqual(before, counts.Train().Probability(new Lead { Country = "se" }));
    }

    [Fact]
    public void Probability_BySeveralThreads_IsThatOfOne()
    {
        var random = new SeededRandom(17);
        var model = Lead.Count(Leads(random, 12), Small).Train();
        var leads = Lead.MakeMany(random, 2_000);
        var expected = leads.Select(model.Probability).ToArray();
        var found = new double?[leads.Length];
        Parallel.For(0, leads.Length, i => found[i] = model.Probability(leads[i]));
        Assert.Equal(expected, found);
    }

#if NET
    [Fact]
    public void Probability_OfTexts_AllocatesNothing()
    {
        var model = Train(Of("se", true), Of("no", false) with { Tags = ["hot"] });
        var lead = new Lead { Country = "se", Email = "odd", Tags = ["hot", "hot", "cold"], Stage = "new", Team = "north" };
        for (var i = 0; i < 100; i++) model.Probability(lead);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++) model.Probability(lead);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
#endif

    private static Lead Of(string country, bool won) => new() { Country = country, Won = won };

    private static NaiveBayesModel<Lead> Train(params Lead[] leads) => Lead.Count(leads, Small).Train();

    private static Lead[] Leads(SeededRandom random, int size) =>
        [.. Lead.MakeMany(random, 10 * size), Of("se", true), Of("no", false)];

    // From the deals themselves, without tables of counts.
    private static double ByShares(Lead[] leads, Lead lead)
    {
        var own = leads.Where(other => other.Team == lead.Team).ToArray();
        var judged = !string.IsNullOrEmpty(lead.Team) && own.Count(other => other.Won) >= 3 && own.Count(other => !other.Won) >= 3
            ? own
            : leads;
        double odds = judged.Count(other => other.Won) / (double)judged.Count(other => !other.Won);
        Weigh(other => [other.Country], 0);
        Weigh(other => [other.Email ?? "False"], 0);
        Weigh(other => [other.Size?.ToString()], 0);
        Weigh(other => other.Tags ?? [], 3);
        if (!string.IsNullOrEmpty(lead.Stage))
        {
            var won = judged.Count(other => other.Won);
            var lost = judged.Where(other => !other.Won && !string.IsNullOrEmpty(other.Stage)).ToList();
            var reached = lost.Count(other => PlaceOf(other) >= PlaceOf(lead));
            // With no deal that reached it the stage was never seen.
            if (won + reached > 0) odds *= ((won + 1) / (won + 2.0)) / ((reached + 1) / (lost.Count + 2.0));
        }

        return odds / (1 + odds);

        static int PlaceOf(Lead lead) => Lead.Stages.Single(stage => stage.Name == lead.Stage).Sequence;

        void Weigh(Func<Lead, IEnumerable<string?>> valuesOf, int support)
        {
            List<string?> Known(Lead other) => [.. valuesOf(other).Where(value => !string.IsNullOrEmpty(value)).Distinct()];
            var kept = judged.SelectMany(Known).GroupBy(value => value).Where(group => group.Count() >= support).Select(group => group.Key)
                .ToList();
            foreach (var value in Known(lead).Where(kept.Contains))
            {
                double Share(bool won)
                {
                    var all = judged.Where(other => other.Won == won).SelectMany(Known).Where(kept.Contains).ToList();
                    return (all.Count(other => other == value) + 1.0) / (all.Count + kept.Count);
                }

                odds *= Share(true) / Share(false);
            }
        }
    }
}
