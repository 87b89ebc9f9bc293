using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Pipeline;

public class OpportunityTests
{
    private static readonly DateTime Day = new(2017, 5, 4);

    /// <summary>Every code of a fault of a record, with a record that has it.</summary>
    private static readonly Dictionary<string, Action<OpportunityDraft>> Faulty = new(StringComparer.Ordinal)
    {
        ["id.blank"] = o => o.Id = " ",
        ["id.duplicate"] = o => o.Id = "first",
        ["amount.negative"] = o => o.Amount = -0.01m,
        ["closed-amount.negative"] = o => (o.Outcome, o.Closed, o.ClosedAmount) = (OpportunityOutcome.Won, Day, -1),
        ["closed-amount.open"] = o => o.ClosedAmount = 5,
        ["probability.range"] = o => o.Probability = double.NaN,
        ["category.undefined"] = o => o.Category = (ForecastCategory)6,
        ["category.not-won"] = o => o.Category = ForecastCategory.Closed,
        ["outcome.undefined"] = o => o.Outcome = (OpportunityOutcome)3,
        ["closed.open"] = o => o.Closed = Day,
        ["closed.missing"] = o => o.Outcome = OpportunityOutcome.Lost,
        ["closed.before-created"] = o => (o.Outcome, o.Created, o.Closed) = (OpportunityOutcome.Lost, Day, Day.AddDays(-1)),
        ["date.local"] = o => o.Created = new DateTime(2017, 1, 1, 0, 0, 0, DateTimeKind.Local),
        ["date.unset"] = o => o.ExpectedClose = default(DateTime),
        ["date.missing"] = o => o.Touchpoints = [new Touchpoint(null, "mail")],
        ["touchpoint.null"] = o => o.Touchpoints = [null!],
        ["stage-change.null"] = o => o.StageChanges = [null!],
        ["stage-change.blank"] = o => o.StageChanges = [new StageChange(Day, "")],
        ["amount.part"] = o => (o.Amount, o.RecurringAmount) = (5, 6),
        ["amount.sum"] = o => (o.Amount, o.RecurringAmount, o.OneOffAmount) = (5, 2, 2),
        ["closed.differs"] = o =>
            (o.Outcome, o.Closed, o.Funnel[FunnelStage.Closed]) = (OpportunityOutcome.Won, Day, EventTime.OnDay(Day.AddDays(1))),
        ["contact.null"] = o => o.Contacts = [null!],
        ["contact.blank"] = o => o.Contacts = [new Contact(" ")],
        ["contact.duplicate"] = o => o.Contacts = [new Contact("c"), new Contact("c")],
        ["funnel.undefined"] = o => o.Funnel[(FunnelStage)6] = EventTime.OnDay(Day),
        ["funnel.order"] = o =>
            (o.Funnel[FunnelStage.SalesQualified], o.Funnel[FunnelStage.SalesAccepted]) =
                (EventTime.OnDay(Day), EventTime.OnDay(Day.AddDays(1))),
        ["touchpoint.side"] = o => o.Touchpoints = [new Touchpoint(Day, "mail", side: (TouchSide)2)],
        ["field.blank"] = o => o.Fields[" "] = "x",
    };

    public static IEnumerable<object[]> Codes => Faulty.Keys.Select(code => new object[] { code });

    /// <summary>Of records and of snapshots.</summary>
    public static IEnumerable<string> KnownCodes => Faulty.Keys.Concat(
        [
            "record.null", "date.implausible", "future.created", "future.closed", "future.funnel", "future.touchpoint",
            "future.stage-change"]);

    [Fact]
    public void From_FullRecord_TakesEveryField()
    {
        var deal = Opportunity.Create(o =>
        {
            o.Id = "A";
            o.Name = "n";
            o.Account = "acc";
            o.Owner = "own";
            o.Product = "prod";
            o.Amount = 10.5m;
            o.Currency = "EUR";
            o.Stage = "done";
            o.Category = ForecastCategory.Closed;
            o.Probability = 1;
            o.Created = new DateTime(2017, 5, 1, 23, 59, 59, DateTimeKind.Utc);
            o.ExpectedClose = Day;
            o.Closed = Day.AddHours(3);
            o.Outcome = OpportunityOutcome.Won;
            o.ClosedAmount = 9;
            o.Campaign = "c";
            o.Competitors = ["x", "", null, "y"];
            o.Touchpoints = [new(Day, "b", id: "2"), new(Day, "a", "camp", "1"), new(Day.AddHours(-1), " ")];
            o.StageChanges = [new(Day, "done"), new(Day.AddDays(-2), "new")];
            o.Fields["region"] = "East";
            o.Fields["Region"] = " ";
        });
        Assert.Equal(
            "A n acc own prod EUR done c",
            $"{deal.Id} {deal.Name} {deal.Account} {deal.Owner} {deal.Product} {deal.Currency} {deal.Stage} {deal.Campaign}");
        Assert.Equal((10.5m, 9m, 9m), (deal.Amount, deal.ClosedAmount, deal.Value));
        Assert.Equal(
            (ForecastCategory.Closed, 1.0, OpportunityOutcome.Won, false), (deal.Category, deal.Probability, deal.Outcome, deal.IsOpen));
        Assert.Equal((new DateTime(2017, 5, 1), Day, Day), (deal.Created, deal.ExpectedClose, deal.Closed));
        Assert.Equal(["x", "y"], deal.Competitors);
        Assert.Equal([null, "a", "b"], deal.Touchpoints.Select(touchpoint => touchpoint.Channel));
        Assert.Equal("camp", deal.Touchpoints[1].Campaign);
        Assert.Equal(["new", "done"], deal.StageChanges.Select(change => change.Stage));
        Assert.Equal(2, deal.Fields.Count);
        Assert.Equal("East", deal.Fields["region"]);
        Assert.True(deal.Fields.TryGetValue("Region", out var blank));
        Assert.Null(blank);
        Assert.False(deal.Fields.ContainsKey("REGION"));
        Assert.Throws<KeyNotFoundException>(() => deal.Fields["REGION"]);
        Assert.Equal(["region", "Region"], deal.Fields.Select(field => field.Key));
        Assert.Equal("A", deal.ToString());
    }

    [Fact]
    public void From_EmptyRecord_IsUnknownThroughout()
    {
        var deal = Opportunity.Create(o => (o.Id, o.Name, o.Currency) = ("A", "", " \t"));
        Assert.True(deal is
        {
            Name: null, Account: null, Owner: null, Product: null, Amount: null, Currency: null, Stage: null, Category: null,
            Probability: null, Created: null, ExpectedClose: null, Closed: null, ClosedAmount: null, Value: null, Campaign: null,
            Competitors: null, IsOpen: true,
        });
        Assert.Empty(deal.Touchpoints);
        Assert.Empty(deal.StageChanges);
        Assert.Empty(deal.Fields);
    }

    [Fact]
    public void Stage_NotGiven_IsTheLastChange() =>
        Assert.Equal(
            "late", Opportunity.Create(o => (o.Id, o.StageChanges) = ("A", [new(Day, "late"), new(Day.AddDays(-1), "early")])).Stage);

    [Fact]
    public void Value_OfALostDeal_IsItsEstimate()
    {
        var lost = Opportunity.Create(o =>
            (o.Id, o.Amount, o.ClosedAmount, o.Outcome, o.Closed) = ("A", 100, 0, OpportunityOutcome.Lost, Day));
        Assert.Equal(100m, lost.Value);
        var won = Opportunity.Create(o => (o.Id, o.Amount, o.Outcome, o.Closed) = ("A", 100, OpportunityOutcome.Won, Day));
        Assert.Equal(100m, won.Value);
    }

    [Fact]
    public void From_Drafts_DoNotLeakIntoTheNext()
    {
        var deals = Opportunity.From(Enumerable.Range(0, 3), (i, o) =>
        {
            o.Id = "D" + i;
            if (i != 0) return;
            o.Amount = 5;
            o.Owner = "Ann";
            o.Competitors = ["x"];
            o.Fields["a"] = "b";
            o.Touchpoints = [new(Day, "mail")];
            (o.Outcome, o.Closed, o.Category, o.Probability) = (OpportunityOutcome.Won, Day, ForecastCategory.Closed, 1);
        });
        Assert.True(
            deals[1] is { Amount: null, Owner: null, Competitors: null, Closed: null, Category: null, Probability: null, IsOpen: true });
        Assert.Empty(deals[1].Fields);
        Assert.Empty(deals[1].Touchpoints);
        Assert.Equal("b", deals[0].Fields["a"]);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void From_FaultyRecord_IsRefusedByCode(string code)
    {
        Action<OpportunityDraft>[] records = [o => o.Id = "first", o => { o.Id = "second"; Faulty[code](o); }];
        var exception = Assert.Throws<RecordException>(() => Opportunity.From(records, (fill, o) => fill(o)));
        var fault = Assert.Single(exception.Faults);
        Assert.Equal(code, fault.Code);
        Assert.Equal(1, fault.Position);
        Assert.Contains(fault.Message, exception.Message, StringComparison.Ordinal);
        Assert.StartsWith("Record 1 (from 0)", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sv-SE")]
    [InlineData("tr-TR")]
    [InlineData("th-TH")]
    public void Message_InAnyCulture_IsTheSame(string culture)
    {
        using (new CultureScope(culture))
        {
            var read = Opportunity.Validate(
                new Action<OpportunityDraft>[]
                {
                    o => (o.Id, o.Amount, o.Probability) = ("I-1", -1234.50m, 45.5),
                    o => (o.Id, o.Outcome, o.Created, o.Closed) = ("I-2", OpportunityOutcome.Won, Day, Day.AddDays(-1)),
                },
                (fill, o) => fill(o));
            Assert.Equal(
                [
                    "Record 0 (from 0), \"I-1\": Amount is -1234.5; an amount is 0 or above.",
                    "Record 0 (from 0), \"I-1\": Probability is 45.5; a probability lies from 0 to 1, so 45 % is 0.45.",
                    "Record 1 (from 0), \"I-2\": Closed is 2017-05-03; it must not be before Created, 2017-05-04.",
                ],
                read.Faults.Select(fault => fault.ToString()));
            Assert.Equal("0 of 2 records, 3 faults", read.ToString());
        }
    }

    [Fact]
    public void Validate_GoodAndBad_LosesNone()
    {
        var read = Opportunity.Validate(["a", "", "b", "a", null], (id, o) => o.Id = id);
        Assert.Equal(["a", "b"], read.Records.Select(deal => deal.Id));
        Assert.Equal([(1, "id.blank"), (3, "id.duplicate"), (4, "record.null")], read.Faults.Select(fault => (fault.Position, fault.Code)));
        Assert.Equal((5, 3, false), (read.Count, read.Rejected, read.IsValid));
        Assert.Contains("record 0 has the same", read.Faults[1].Message, StringComparison.Ordinal);
        Assert.Equal("Record 4 (from 0): The record is missing; a missing record can't be read.", read.Faults[2].Message);
    }

    [Fact]
    public void Validate_TwoRecordsOfOneId_KeepsTheGoodOne()
    {
        var read = Opportunity.Validate([-1m, 5, 6], (amount, o) => (o.Id, o.Amount) = ("a", amount));
        Assert.Equal(5, Assert.Single(read.Records).Amount);
        Assert.Equal([(0, "amount.negative"), (2, "id.duplicate")], read.Faults.Select(fault => (fault.Position, fault.Code)));
        Assert.Contains("record 1 has the same", read.Faults[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_AnyRecords_AreEachGoodOrAtFault() => Property.Holds(300, (random, size) =>
    {
        var records = Enumerable.Range(0, size * 2)
            .Select(_ => random.Chance(0.4) ? Faulty[random.Pick(Faulty.Keys.ToArray())] : null)
            .ToList();
        var read = Opportunity.Validate(records.Select((fill, i) => (fill, i)), (record, o) =>
        {
            o.Id = record.i == 0 ? "first" : "D" + record.i;
            record.fill?.Invoke(o);
        });
        Assert.Equal(records.Count, read.Records.Count + read.Faults.Select(fault => fault.Position).Distinct().Count());
        Assert.All(read.Records, deal => Assert.Equal(deal.Id == "first", deal.Id != "D" + deal.Id.TrimStart('D')));
        Assert.Equal(
            read.Faults.Select(fault => fault.Position), read.Faults.Select(fault => fault.Position).OrderBy(position => position));
    });

    [Fact]
    public void From_ManyFaults_ShowsTenAndListsAll()
    {
        var exception = Assert.Throws<RecordException>(() => Opportunity.From(new string?[1_000], (_, o) => o.Amount = -1));
        Assert.Equal(1_000, exception.Faults.Count);
        Assert.StartsWith(
            "1000 of 1000 records can't be opportunities, for 1000 reasons:\n- Record 0", exception.Message, StringComparison.Ordinal);
        Assert.EndsWith("\n- and 990 more", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void From_CallersCodeThrows_NamesTheRecord()
    {
        var thrown = Assert.Throws<InvalidOperationException>(() =>
            Opportunity.From(["a", "b"], (id, o) => o.Amount = id == "b" ? throw new FormatException("no number") : 1));
        var lazy = Assert.Throws<InvalidOperationException>(() =>
            Opportunity.From(["a", "b"], (id, o) => (o.Id, o.Touchpoints) = (id, id == "b" ? Broken() : null)));
        Assert.Contains("at record 1 (from 0): no number", lazy.Message, StringComparison.Ordinal);
        Assert.IsType<FormatException>(thrown.InnerException);

        static IEnumerable<Touchpoint> Broken() =>
            Enumerable.Range(0, 1).Select<int, Touchpoint>(_ => throw new FormatException("no number"));
    }

    [Fact]
    public void Fault_OfHostileText_IsShortAndOnOneLine()
    {
        var id = new string('x', 1_000) + "\n\u2028";
        var fault = Opportunity.Validate([id, id], (text, o) => o.Id = text).Faults.Single();
        Assert.True(fault.Message.Length < 300, fault.Message);
        Assert.Equal(id, fault.Id);
        Assert.DoesNotContain(Opportunity.Validate(["a\nb", "a\nb"], (text, o) => o.Id = text).Faults, f => f.Message.Contains('\n'));
    }

    [Fact]
    public void Fields_ManyAndDiffering_AreFound()
    {
        var deals = Opportunity.From(Enumerable.Range(0, 4), (i, o) =>
        {
            o.Id = "D" + i;
            for (var f = 0; f < (i + 1) * 20; f++) o.Fields["f" + f] = i + "." + f;
        });
        foreach (var (deal, i) in deals.Select((deal, i) => (deal, i)))
        {
            Assert.Equal((i + 1) * 20, deal.Fields.Count);
            Assert.All(deal.Fields, field => Assert.Equal($"{i}.{field.Key.Substring(1)}", deal.Fields[field.Key]));
            Assert.False(deal.Fields.ContainsKey("f" + ((i + 1) * 20)));
        }
    }

    [Fact]
    public void From_NullArguments_AreRefused()
    {
        Assert.Throws<ArgumentNullException>("records", () => Opportunity.From<string>(null!, (_, _) => { }));
        Assert.Throws<ArgumentNullException>("fill", () => Opportunity.From<string>([], null!));
        Assert.Throws<ArgumentNullException>("fill", () => Opportunity.Create(null!));
        Assert.Empty(Opportunity.From<string>([], (_, _) => { }));
    }

    [OptimizedFact]
    public void From_AMillionRecords_HoldsNoMoreThanTheirOwnFields()
    {
#if NET
        var ids = Enumerable.Range(0, 100_000).Select(i => "D" + i).ToArray();
        // Other tests share the heap: one measurement of some has the least of theirs in it.
        var measured = Enumerable.Range(0, 10).Select(_ =>
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var deals = Opportunity.From(ids, (id, o) => (o.Id, o.Amount, o.Created) = (id, 5, Day));
            var after = GC.GetTotalMemory(forceFullCollection: true);
            GC.KeepAlive(deals);
            return (after - before) / (double)ids.Length;
        });
        Assert.Contains(measured, held => held is >= 64 and <= 200);
#endif
    }

    [Fact]
    public void Create_AmountInParts_IsTheirSumAndEachTheRestOfTheOther()
    {
        Assert.Equal((12m, 10m, 2m), Amounts(o => (o.RecurringAmount, o.OneOffAmount) = (10, 2)));
        Assert.Equal((12m, 10m, 2m), Amounts(o => (o.Amount, o.RecurringAmount) = (12, 10)));
        Assert.Equal((12m, 10m, 2m), Amounts(o => (o.Amount, o.OneOffAmount) = (12, 2)));
        Assert.Equal((null, 10m, null), Amounts(o => o.RecurringAmount = 10));
        Assert.Equal((12m, null, null), Amounts(o => o.Amount = 12));
        Assert.Equal(
            "amount.sum",
            Assert.Single(
                Opportunity.Validate([0], (_, o) => (o.Id, o.RecurringAmount, o.OneOffAmount) = ("A", decimal.MaxValue, 1)).Faults).Code);
        Assert.Equal("amount.negative", Assert.Single(Opportunity.Validate([0], (_, o) => (o.Id, o.OneOffAmount) = ("A", -1)).Faults).Code);

        static (decimal?, decimal?, decimal?) Amounts(Action<OpportunityDraft> fill)
        {
            var deal = Opportunity.Create(o =>
            {
                o.Id = "A";
                fill(o);
            });
            return (deal.Amount, deal.RecurringAmount, deal.OneOffAmount);
        }
    }

    [Fact]
    public void Create_LeadFunnelContactsAndTouches_AreTakenAndWhatIsNotGivenIsUnknown()
    {
        var deal = Opportunity.Create(o =>
        {
            (o.Id, o.LeadId) = ("A", "L-1");
            o.Funnel[FunnelStage.SalesQualified] = EventTime.OnDay(Day.AddHours(5));
            o.Funnel[FunnelStage.QualifiedOpportunity] = EventTime.At(Day.AddHours(3));
            o.Funnel[FunnelStage.Lead] = null;
            o.Contacts = [new("c1", "Ann", "champion"), new("c2")];
            o.Touchpoints = [
                new(Day, "phone", type: "call", value: 2.5m, side: TouchSide.Sales, contact: "c1", role: "champion", isDayOnly: true)];
        });
        Assert.Equal("L-1", deal.LeadId);
        Assert.Equal("2017-05-04", deal.Funnel[FunnelStage.SalesQualified].ToString());
        Assert.Equal("2017-05-04T03:00:00", deal.Funnel[FunnelStage.QualifiedOpportunity].ToString());
        Assert.Null(deal.Funnel[FunnelStage.Lead]);
        Assert.Null(deal.Funnel[FunnelStage.Closed]);
        Assert.Equal(["c1 (champion)", "c2"], deal.Contacts!.Select(contact => contact.ToString()));
        var touch = deal.Touchpoints[0];
        Assert.Equal(
            ("call", 2.5m, TouchSide.Sales, "c1", "champion", true),
            (touch.Type, touch.Value, touch.Side, touch.Contact, touch.Role, touch.IsDayOnly));

        var bare = Opportunity.Create(o => (o.Id, o.Touchpoints) = ("B", [new(Day, "phone")]));
        Assert.Null(bare.LeadId);
        Assert.Null(bare.Contacts);
        Assert.All(Enumerable.Range(0, 6), stage => Assert.Null(bare.Funnel[(FunnelStage)stage]));
        touch = bare.Touchpoints[0];
        Assert.Equal(
            (null, null, null, null, null, false), (touch.Type, touch.Value, touch.Side, touch.Contact, touch.Role, touch.IsDayOnly));
        Assert.Throws<ArgumentOutOfRangeException>("stage", () => bare.Funnel[(FunnelStage)6]);
    }

    [Fact]
    public void Reconstruct_FunnelTimesOfLaterDays_AreNotKnownYet()
    {
        var deal = Opportunity.Create(o =>
        {
            (o.Id, o.Created, o.Closed, o.Outcome, o.LeadId) = ("A", Day, Day.AddDays(9), OpportunityOutcome.Won, "L-1");
            o.Funnel[FunnelStage.Lead] = EventTime.OnDay(Day);
            o.Funnel[FunnelStage.QualifiedOpportunity] = EventTime.At(Day.AddDays(3).AddHours(23));
            o.Funnel[FunnelStage.Closed] = EventTime.At(Day.AddDays(9).AddHours(8));
        });
        var history = PipelineHistory.Reconstruct([deal], Day.AddDays(20));
        Assert.Equal([0], Known(2));
        Assert.Equal([0, 4], Known(3));
        Assert.Equal([0, 4], Known(8));
        Assert.Equal([0, 4, 5], Known(9));
        Assert.Equal("L-1", history.AsOf(Day).Opportunities[0].LeadId);
        Assert.Equal(
            ["future.closed", "future.funnel", "future.funnel"],
            Assert.Throws<RecordException>(() => new PipelineSnapshot(Day.AddDays(2), [deal])).Faults.Select(fault => fault.Code));

        IEnumerable<int> Known(int days)
        {
            var funnel = history.AsOf(Day.AddDays(days)).Opportunities[0].Funnel;
            return Enumerable.Range(0, 6).Where(stage => funnel[(FunnelStage)stage] is not null);
        }
    }
}
