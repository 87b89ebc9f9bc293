using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Learning.NaiveBayes;

/// <summary>The numbers in the names are those of the points of Odoo's rules, as docs/learning.md gives them.</summary>
public class OdooParityTests
{
    [Fact]
    public void Probability_RandomLeads_IsOdoosToTwoDecimals() => Property.Holds(Deep.Size(40, 150), (random, size) =>
    {
        // Few leads leave gaps of every kind; many let tags through.
        var leads = Lead.MakeMany(random, random.Pick(0, 1, 5, 30 * size, 120 * size));
        var model = Lead.Count(leads, NaiveBayesOptions.Odoo).Train();
        var odoo = OdooByTheText.Rebuilt(leads);
        for (var i = 0; i < 30; i++) AssertEqual(odoo, model, Lead.Make(random));
    });

    [Fact]
    public void Remove_RandomLeads_LeavesOdoosTable() => Property.Holds(Deep.Size(30, 150), (random, size) =>
    {
        var counts = new NaiveBayesCounts<Lead>(Lead.Fields, NaiveBayesOptions.Odoo);
        var odoo = new OdooByTheText();
        var known = new List<Lead>();
        for (var i = 0; i < 20 * size; i++)
        {
            // Now and then a lead that was never counted is taken out.
            var step = random.Chance(0.65) ? 1 : -1;
            var lead = step > 0 || known.Count == 0 || random.Chance(0.1) ? Lead.Make(random) : random.Pick(known);
            if (step > 0)
            {
                known.Add(lead);
                counts.Add(lead, lead.Won);
            }
            else
            {
                known.Remove(lead);
                counts.Remove(lead, lead.Won);
            }

            odoo.Step(lead, step);
        }

        AssertEqual(odoo, counts);
        var model = counts.Train();
        for (var i = 0; i < 20; i++) AssertEqual(odoo, model, Lead.Make(random));
    });

    [Fact]
    public void Rows_RebuiltOrLeadByLead_DifferInEmptiedRowsOnly() => Property.Holds(Deep.Size(30, 100), (random, size) =>
    {
        var leads = Lead.MakeMany(random, 20 * size);
        var counts = Lead.Count(leads, NaiveBayesOptions.Odoo);
        var removed = leads.Where((_, i) => i % 3 == 0).ToList();
        foreach (var lead in removed) counts.Remove(lead, lead.Won);
        var rebuilt = Lead.Count(leads.Where((_, i) => i % 3 != 0), NaiveBayesOptions.Odoo);
        Assert.Equal(rebuilt.Rows.Select(Text), counts.Rows.Where(row => row.Won + row.Lost > 0).Select(Text));

        static string Text(NaiveBayesCount row) => $"{row.Segment}|{row.Field}|{row.Value}: {row.Won}, {row.Lost}";
    });

    [Fact]
    public void Probability_TwoCountries_IsTheProductOfTheRatios_Points13_15_16_18()
    {
        // Won: 3 se; lost: 1 se, 2 no, in "new". Rows hold 0.1 more.
        var model = Train(Won("se"), Won("se"), Won("se"), Lost("se"), Lost("no"), Lost("no"));
        // Prior: new 3.1 and 3.1. se 3.1 of 3.2 and 1.1 of 3.2; e-mail 3.1/3.1 twice; stage 3.1/3.1 twice.
        var prediction = model.Explain(new Lead { Country = "se", Stage = "new" });
        Assert.Equal(Math.Round((3.1 / 3.2) / ((3.1 / 3.2) + (1.1 / 3.2)), 4), prediction.Probability);
        Assert.Equal(0.7381, prediction.Probability);
        var se = prediction.Evidence[0];
        Assert.Equal(("country", "se"), (se.Field, se.Value));
        Assert.Equal((3, 1), ((int)se.Won, (int)se.Lost));
        Assert.Equal(3.1 / 3.2, se.ShareOfWon!.Value, 1e-15);
        Assert.Equal(1.1 / 3.2, se.ShareOfLost!.Value, 1e-15);
        Assert.Equal(0.5, model.Pooled.PriorWon);
    }

    [Fact]
    public void Explain_AStage_ReachedByFewLost_Point19AndPoint16()
    {
        var model = Train(Won("se"), Won("se"), Lost("se"), Lost("se"), Lost("se"), Lost("se") with { Stage = "proposal" });
        var prediction = model.Explain(new Lead { Stage = "proposal" });
        var stage = prediction.Evidence.Single(line => line.Field == "stage");
        // Two won reached it and one of four lost; the divisor is the count of "new", 2.1 and 4.1.
        Assert.Equal(2.1 / 2.1, stage.ShareOfWon!.Value, 1e-15);
        Assert.Equal(1.1 / 4.1, stage.ShareOfLost!.Value, 1e-15);
        Assert.Equal(1 - (1.1 / 4.1), stage.Leaning!.Value, 1e-15);
        var country = model.Explain(new Lead { Stage = "new", Country = "se" }).Evidence[0];
        Assert.Equal(country.ShareOfWon!.Value / (country.ShareOfWon!.Value + country.ShareOfLost!.Value), country.Leaning!.Value, 1e-15);
        // 2.1 / (2.1 + 1.1) is 0.65625, half a hundredth of a percent: the doubles, multiplied in order, come out at it,
        // and it goes to the even one.
        Assert.Equal(0.6562, prediction.Probability);
    }

    [Fact]
    public void Probability_StageThatSaysAll_IsFixed_Point14()
    {
        var empty = Train();
        foreach (var model in new[] { empty, Train(Won("se"), Lost("no")) })
        {
            Assert.Equal(0, model.Probability(new Lead { Country = "se" }));
            Assert.Equal(1, model.Probability(new Lead { Stage = "won" }));
            Assert.Equal(NaiveBayesBasis.NoStage, model.Explain(new Lead()).Basis);
            Assert.Equal(1, model.Explain(new Lead()).Highest);
            Assert.Equal(NaiveBayesBasis.WonStage, model.Explain(new Lead { Stage = "won" }).Basis);
        }

        Assert.Null(empty.Probability(new Lead { Stage = "new" }));
        var prediction = empty.Explain(new Lead { Stage = "new" });
        Assert.Equal(NaiveBayesBasis.NoPrior, prediction.Basis);
        Assert.Null(prediction.LogOdds);
        Assert.Null(prediction.Lowest);
    }

    [Fact]
    public void Probability_TeamWithoutTheFirstStage_IsNotComputed_Point13()
    {
        // The team's one lead was lost before the first shared stage.
        var model = Train(Won("se"), Lost("se"), Lost("se") with { Team = "south", Stage = "south first" });
        Assert.Null(model.Probability(new Lead { Team = "south", Stage = "new" }));
        Assert.NotNull(model.Probability(new Lead { Stage = "new" }));
    }

    [Fact]
    public void Probability_Teams_HaveTheirOwnCountsOrThoseOfAll_Points2_10_12()
    {
        Lead[] leads = [
            Won("se") with { Team = "north" }, Lost("no") with { Team = "north" }, Lost("se"), Lost("se") with { Team = "south" }];
        var model = Train(leads);
        // In the team 1.1 of 1.2 won and 0.1 of 1.2 lost have "se".
        Assert.Equal(1.1 / 1.2, model.TableFor("north").Find("country", "se")!.ShareOfWon!.Value, 1e-15);
        // Over all, three rows of "se" and one of "no", each with its own 0.1.
        var pooled = model.Pooled.Find("country", "se")!;
        Assert.Equal(1.3 / 1.4, pooled.ShareOfWon!.Value, 1e-15);
        Assert.Equal(2.3 / 3.4, pooled.ShareOfLost!.Value, 1e-15);
        Assert.Same(model.Pooled, model.TableFor(null));
        Assert.Same(model.Pooled, model.TableFor("unheard of"));
        Assert.Equal(["north", "south"], model.Segments.Select(table => table.Segment));
    }

    [Fact]
    public void Evidence_TagRow_CountsFromFiftyLeadsOfATeamOn_Point11()
    {
        // 49 leads and twice 0.1 are below 50; 50 leads are not. Two teams of 49 pooled are still ignored.
        Assert.Equal(NaiveBayesSkip.TooLittleSupport, Tagged(49, 0).Skipped);
        Assert.Equal(NaiveBayesSkip.None, Tagged(50, 0).Skipped);
        Assert.Equal(NaiveBayesSkip.TooLittleSupport, Tagged(49, 49).Skipped);
        Assert.Equal(98, Tagged(49, 49).Won);
        Assert.Equal(50, Tagged(50, 49).Won);

        static NaiveBayesEvidence Tagged(int north, int south) => Train([
            Lost("se"),
            .. Enumerable.Repeat(Won("se") with { Team = "north", Tags = ["hot"] }, north),
            .. Enumerable.Repeat(Won("se") with { Team = "south", Tags = ["hot"] }, south),
        ]).Explain(new Lead { Stage = "new", Tags = ["hot"] }).Evidence.Single(line => line.Field == "tags");
    }

    [Fact]
    public void Explain_EmptyAndUnseenValues_AreSkipped_Points4_17()
    {
        var model = Train(Won("se"), Lost("no"));
        var lines = model.Explain(new Lead { Stage = "new", Country = "zz", Tags = [] }).Evidence;
        Assert.Equal(
            [
                "country = zz: never seen (0 won, 0 lost)", "email = False: 0 (1 won, 1 lost)", "size: missing",
                "stage = new: 0 (1 won, 1 lost)"],
            lines.Select(line => line.ToString()));
    }

    [Fact]
    public void Probability_OfSureThings_IsKeptFromOneHundredthOfAPercent_Point18()
    {
        var leads = Enumerable.Range(0, 4_000)
            .Select(i => i < 2_000 ? Won("se") with { Size = 1 } : Lost("no") with { Size = 2 })
            .ToArray();
        var model = Train(leads);
        Assert.Equal(0.9999, model.Probability(new Lead { Stage = "new", Country = "se", Size = 1 }));
        Assert.Equal(0.0001, model.Probability(new Lead { Stage = "new", Country = "no", Size = 2 }));
    }

    [Fact]
    public void Remove_LastLeadOfARow_LeavesItsTenth_Points8_9()
    {
        var counts = new NaiveBayesCounts<Lead>(Lead.Fields, NaiveBayesOptions.Odoo);
        counts.Add(Won("se"), true);
        counts.Remove(Won("se"), true);
        Assert.All(counts.Rows, row => Assert.Equal(0, row.Won));
        Assert.Contains(counts.Rows, row => row.Value == "se");
        // Each row is (0.1, 0.1), so the prior is a half.
        Assert.Equal(0.5, counts.Train().Probability(new Lead { Stage = "new" }));
        // Below 0 it stays at 0.1, and a row made by taking out still gets its count.
        counts.Remove(Won("se"), true);
        counts.Remove(Won("dk"), true);
        Assert.Equal(["dk: 1", "se: 0"], counts.Rows.Where(row => row.Field == "country").Select(row => $"{row.Value}: {row.Won}"));
    }

    [Fact]
    public void Constructor_WithoutOneStage_IsRefused()
    {
        var fields = new NaiveBayesFields<Lead>(f => f.Category("country", d => d.Country));
        Assert.Contains(
            "0 progress fields",
            Assert.Throws<ArgumentException>("fields", () => new NaiveBayesCounts<Lead>(fields, NaiveBayesOptions.Odoo)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Probability_OfManyTags_HasNoUnderflow()
    {
        string[] tags = [.. Enumerable.Range(0, 400).Select(i => $"tag {i}")];
        var lost = Lost("se") with { Tags = tags };
        var model = Train(
            [.. Enumerable.Repeat(lost, 60), .. Enumerable.Repeat(Won("se") with { Tags = tags }, 60), Won("se"), Lost("no")]);
        Assert.InRange(model.Probability(lost)!.Value, 0.45, 0.55);
    }

    private static Lead Won(string country) => new() { Country = country, Stage = "won", Won = true };

    private static Lead Lost(string country) => new() { Country = country, Stage = "new" };

    private static NaiveBayesModel<Lead> Train(params Lead[] leads) => Lead.Count(leads, NaiveBayesOptions.Odoo).Train();

    private static void AssertEqual(OdooByTheText odoo, NaiveBayesModel<Lead> model, Lead lead)
    {
        var expected = odoo.Percentage(lead);
        var actual = model.Probability(lead);
        var prediction = model.Explain(lead);
        Assert.Equal(actual, prediction.Probability);
        Assert.Equal(expected is null, actual is null);
        if (expected is null) return;
        // Two decimals, rounded. On half a hundredth the last bit of a sum decides, whichever way it was added up.
        var hundredths = 10_000 * actual!.Value;
        Assert.Equal(Math.Round(hundredths), hundredths, 1e-9);
        Assert.InRange(Math.Abs(hundredths - (100 * expected.Value)), 0, 0.5 + 1e-9);
        Assert.InRange(actual.Value, prediction.Lowest!.Value, prediction.Highest!.Value);
    }

    private static void AssertEqual(OdooByTheText odoo, NaiveBayesCounts<Lead> counts)
    {
        var rows = counts.Rows;
        Assert.Equal(
            odoo.Rows.Keys, rows.Select(row => $"{row.Segment}|{row.Field}|{row.Value}").OrderBy(key => key, StringComparer.Ordinal));
        foreach (var row in rows)
        {
            var expected = odoo.Rows[$"{row.Segment}|{row.Field}|{row.Value}"];
            Assert.Equal(expected[0], row.Won + 0.1, 1e-9);
            Assert.Equal(expected[1], row.Lost + 0.1, 1e-9);
        }
    }
}
