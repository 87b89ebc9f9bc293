using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Profiles;

public class ActivitiesTests
{
    private static readonly DateTime AsOf = new(2026, 11, 25, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Score_ExampleOfTheDocs_IsWorkedByHand()
    {
        // Webinars: 10 today, 5 after a half-life, 2.5 after two: 17.5. Unsubscribed three times: -60, kept at -40.
        var profile = Example();
        var lead = new Lead(
        [
            Act("webinar", 0), Act("Webinar", 30), Act("WEBINAR", 60), Act("unsubscribe", 1), Act("unsubscribe", 400),
            Act("unsubscribe", 2),
        ]);
        Assert.Equal([17.5, -40d], ContributionsOf(profile.Explain(lead, AsOf)));

        // Five today would be 50: the cap is 40.
        lead = new Lead([.. Enumerable.Repeat(Act("webinar", 0), 5), Act("unsubscribe", 1)]);
        Assert.Equal([40d, -20d], ContributionsOf(profile.Explain(lead, AsOf)));
        Assert.Equal(50, profile.Decide(lead, AsOf).Score);
    }

    [Fact]
    public void Caps_PerMonthAndWeek_LimitEachPeriod()
    {
        var profile = Scored(a =>
        {
            a.On("visit", 1).CapPerMonth(3).Cap(100);
            a.On("click", 1).CapPerWeek(2).Cap(100);
        });

        // November 25 is a Wednesday. Five visits in November give 3, one in October 1; clicks: three since Monday give 2, two on
        // Sunday and Saturday before it 2.
        CustomerActivity[] list =
        [
            Act("visit", 0), Act("visit", 1), Act("click", 0), Act("click", 1), Act("click", 2), Act("visit", 2), Act("visit", 3),
            Act("visit", 24), Act("visit", 25), Act("click", 3), Act("click", 4),
        ];
        foreach (var order in new[] { list, [.. Enumerable.Reverse(list)], [.. list.OrderBy(each => each.At!.Value.Day)] })
        {
            Assert.Equal([4d, 4d], ContributionsOf(profile.Explain(new Lead(order), AsOf)));
        }
    }

    [Fact]
    public void CapPerMonth_WithAHalfLife_CountsEachActivityForTheSameShare()
    {
        // 10 visits 30 days ago, 20 a day before that: in one month, of which 15 of 30 points count, each by half; then the decay.
        var profile = Scored(a => a.On("visit", 1).HalfLife(30).CapPerMonth(15).Cap(20));
        var at = new DateTime(2026, 10, 26, 12, 0, 0, DateTimeKind.Utc);
        var visits = Enumerable.Range(0, 30).Select(i => new CustomerActivity("visit", i < 10 ? at : at.AddDays(-1)));
        var lead = new Lead([.. visits]);
        var expected = 0.5 * ((10 * Math.Pow(2, -1)) + (20 * Math.Pow(2, -31 / 30d)));
        Assert.Equal(expected, ContributionsOf(profile.Explain(lead, at.AddDays(30)))[0], 12);
    }

    [Fact]
    public void Activities_AfterAsOf_DoNotCount()
    {
        var profile = Scored(a => a.On("visit", 1).Cap(10));
        var lead = new Lead([new("visit", AsOf), new("visit", AsOf.AddTicks(1)), new("visit", DateTime.MaxValue)]);
        Assert.Equal(1, ContributionsOf(profile.Explain(lead, AsOf))[0]);
        // A kind is not converted: all times are on the clock of asOf.
        lead = new Lead([new("visit", new DateTime(AsOf.Ticks, DateTimeKind.Local)), new("visit", new DateTime(AsOf.Ticks))]);
        Assert.Equal(2, ContributionsOf(profile.Explain(lead, AsOf))[0]);
    }

    [Fact]
    public void Answer_OfMissingData_IsUnknown()
    {
        var profile = Scored(a =>
        {
            a.On("visit", 1).Cap(10);
            a.On("order", 0.5).TimesValue().Cap(30);
            a.OnOther(2).Cap(8);
            a.WithinLast("recent", 30, "visit");
            a.NotWithinLast("calm", 30, "complaint");
        });
        Assert.All(profile.Explain(new Lead(null), AsOf).Criteria, criterion => Assert.Equal(AnswerState.Unknown, criterion.State));

        // An empty list is known, and so is one of null entries.
        foreach (var list in new CustomerActivity[][] { [], [null!, null!] })
        {
            Assert.Equal(
                [AnswerState.Unmet, AnswerState.Unmet, AnswerState.Unmet, AnswerState.Unmet, AnswerState.Met],
                profile.Explain(new Lead(list), AsOf).Criteria.Select(criterion => criterion.State));
        }

        // A visit at an unknown time leaves what depends on visits open; an order without a value, what depends on orders.
        var result = profile.Explain(new Lead([new("visit", null), new("order", AsOf)]), AsOf);
        Assert.Equal(
            [AnswerState.Unknown, AnswerState.Unknown, AnswerState.Unmet, AnswerState.Unknown, AnswerState.Met],
            result.Criteria.Select(criterion => criterion.State));

        // A known visit of late decides, whatever the other one was.
        result = profile.Explain(new Lead([new("visit", null), new("visit", AsOf)]), AsOf);
        Assert.Equal(AnswerState.Met, result["recent"].State);

        // An activity of no type counts as another.
        result = profile.Explain(new Lead([new(null, AsOf), new("", AsOf), new("order", AsOf, 7)]), AsOf);
        Assert.Equal([0, 3.5, 4], ContributionsOf(result).Take(3));
    }

    [Fact]
    public void Answer_WithActivitiesAtUnknownTimes_IsKnownIfTheseCantChangeIt()
    {
        var profile = Scored(a =>
        {
            a.On("visit", 1).HalfLife(30).Cap(2);
            a.On("order", 0.5).TimesValue().CapPerWeek(4).Cap(7);
            a.On("complaint", -5).CapPerMonth(5).Floor(-10);
            a.On("mail", 2);
        }, cap: 20);
        CustomerActivity[] enough =
        [
            new("visit", null), Act("visit", 0), Act("visit", 1), Act("visit", 2), Act("order", 0, 8), new("order", null, 3),
            Act("order", 9, 99), Act("complaint", 1), Act("complaint", 40), new("complaint", null), new("call", null),
        ];
        var result = profile.Explain(new Lead(enough), AsOf);
        Assert.Equal([2, 7, -10, 0], ContributionsOf(result));
        Assert.All(result.Criteria, each => Assert.True(each.Answer.IsKnown));
        Assert.Equal(result.Decision, profile.Decide(new Lead(enough), AsOf));

        // One less of each leaves it open, and the text says what is missing.
        result = profile.Explain(
            new Lead([.. enough.Where(each => each.At is null || each.At > AsOf.AddHours(-1)), new("order", null), new("mail", null)]),
            AsOf);
        Assert.All(result.Criteria, each => Assert.False(each.Answer.IsKnown));
        using var scope = new CultureScope("en-US");
        Snapshot.Match(
            result.ToText(ExplanationTexts.English) + "\n\n" + result.ToText(ExplanationTexts.Swedish), "Activities_Gaps");
        var record = result.ToRecord().ToJson();
        Assert.Contains("\"gap\":\"1 0\"", record, StringComparison.Ordinal);
        var replayed = profile.Replay(DecisionRecord.Parse(record));
        Assert.Equal(result.ToText(ExplanationTexts.English), replayed.ToText(ExplanationTexts.English));

        // What gives no points whenever it was changes nothing; nor does an unknown value in a week that is full.
        result = profile.Explain(new Lead([new("order", null, 0), Act("order", 0, 8), Act("order", 1)]), AsOf);
        Assert.Equal(4, result.Criteria[1].Contribution);
        Assert.True(result.Criteria[1].Answer.IsKnown);
        Assert.False(profile.Explain(new Lead([Act("order", 0, 7), Act("order", 1)]), AsOf).Criteria[1].Answer.IsKnown);
    }

    [Fact]
    public void Answer_WithActivitiesAtUnknownTimes_AgreesWithAllTimes() => Property.Holds(Deep.Size(80, 3_000), (random, size) =>
    {
        var halfLife = random.Pick(20.0, 45);
        var cap = random.Pick(3, 5.5);
        var byWeek = random.Chance(0.5);
        var hasValues = random.Chance(0.4);
        // Within reach of every choice.
        var most = random.Between(1, 4);
        var profile = Scored(a =>
        {
            var line = a.On("visit", 1).Cap(most);
            if (random.Chance(0.7)) line.HalfLife(halfLife);
            if (random.Chance(0.2)) return;
            if (byWeek) line.CapPerWeek(cap);
            else line.CapPerMonth(cap);
            if (hasValues) line.TimesValue();
        });
        var known = new List<CustomerActivity>();
        for (var i = random.Below(12); i > 0; i--)
        {
            known.Add(new("visit", AsOf.AddHours(-random.Below(1_500)), random.Between(0, 4)));
        }

        var missing = random.Chance(0.3) && hasValues ? new CustomerActivity("visit", AsOf.AddHours(-random.Below(1_500)))
            : new CustomerActivity("visit", null, random.Between(0, 4));
        var answer = profile.Explain(new Lead([.. known, missing]), AsOf).Criteria[0].Answer;
        DateTime?[] times = missing.At is { } at ? [at] : [.. Enumerable.Range(-1, 140).Select(day => (DateTime?)AsOf.AddHours(-12 * day))];
        double?[] values = missing.Value is { } value ? [value] : [0, 0.25, 1, 2, 3, 5, 9, 1e9];
        // The extremes are at the start of a period, too.
        times = missing.At is null ? [.. times, .. Enumerable.Range(0, 70).Select(day => (DateTime?)AsOf.Date.AddDays(-day))] : times;
        var possible = times.SelectMany(time => values.Select(each =>
            profile.Explain(new Lead([.. known, new("visit", time, each)]), AsOf).Criteria[0].Answer.Value!.Value)).Distinct().ToList();
        if (answer.IsKnown) Assert.All(possible, each => Assert.Equal(answer.Value!.Value, each));
        else if (possible.Max() - possible.Min() < 1e-9) Assert.True(missing.At is not null, "It is known.");
    });

    [Fact]
    public void Points_OfAListInAnyOrder_HaveTheSameBits() => Property.Holds(Deep.Size(60, 1_000), (random, size) =>
    {
        var profile = Scored(
            a =>
            {
                a.On("visit", 0.1).HalfLife(random.Pick(7.7, 31)).CapPerMonth(1.3).Cap(1.3);
                a.On("order", 0.3).TimesValue().HalfLife(33);
                a.On("mail", 0.1).CapPerWeek(0.7);
                a.On("call", 0.7).TimesValue();
            },
            cap: 1_000);
        var list = new List<CustomerActivity>();
        for (var i = random.Below(4 + size); i > 0; i--)
        {
            var at = AsOf.AddHours(-random.Below(random.Pick(40, 9_000)));
            list.Add(new(random.Pick("visit", "order", "mail", "call"), at, random.Between(0, 40) / 7.0));
        }

        var expected = profile.Decide(new Lead(list), AsOf);
        for (var i = 0; i < 4; i++)
        {
            var keys = list.Select(_ => random.Below(1_000)).ToArray();
            var shuffled = list.Select((each, at) => (each, at)).OrderBy(pair => keys[pair.at]).Select(pair => pair.each).ToList();
            if (i == 1) shuffled = [.. shuffled.OrderBy(each => each.At)];
            if (i == 2) shuffled = [.. shuffled.OrderByDescending(each => each.At)];
            Assert.Equal(expected, profile.Decide(new Lead(shuffled), AsOf));
        }
    });

    [Fact]
    public void Caps_OfALongListInNoOrder_ReadEachEntryAFewTimes()
    {
        var reads = 0;
        var random = new SeededRandom(1);
        CustomerActivity[] list = [.. Enumerable.Range(0, 1_000).Select(_ => Act("visit", random.Below(5 * 365)))];
        var profile = QualificationProfile.Create<Lead>("x", p =>
        {
            p.Activities("e", d => d.Events, each => each.Type, Read, a => a.On("visit", 1).CapPerMonth(3).Cap(500));
            p.QualifyAt(50);
        });
        profile.Decide(new Lead(list), AsOf);
        Assert.InRange(reads, 1_000, 2_100);

        DateTime? Read(CustomerActivity each)
        {
            reads++;
            return each.At;
        }
    }

    [Fact]
    public void TimesValue_NegativeOrInfinite_IsAnError()
    {
        var profile = Scored(a => a.On("order", 1).TimesValue().Cap(10));
        foreach (var value in new[] { -1, double.PositiveInfinity, double.NegativeInfinity })
        {
            var error = Assert.Throws<CriterionEvaluationException>(
                () => profile.Decide(new Lead([new("order", AsOf, value)]), AsOf));
            Assert.Contains("value of an activity", error.InnerException!.Message);
        }

        Assert.False(profile.Explain(new Lead([new("order", AsOf, double.NaN)]), AsOf).Criteria[0].Answer.IsKnown);
        var vast = new CustomerActivity("order", AsOf, double.MaxValue);
        Assert.Equal(10, ContributionsOf(profile.Explain(new Lead([vast, vast]), AsOf))[0]);
    }

    [Fact]
    public void Ids_OfLines_AreOfNoOtherLine()
    {
        var fields = new FieldMap<Lead>(f => f.AddActivities("events", d => d.Events));
        var profile = QualificationProfile.Create<Lead>("x", p =>
        {
            p.Activities("e", fields.Activities("events"), a =>
            {
                a.On("other", 1);
                a.On(["a", "b"], 2);
                a.On("a+b", 4);
                a.On("\"x\"", 8);
                a.On(["c\\\n", "\u202e"], 16);
                a.On("d\"e", 32);
                a.OnOther(64);
            }).Cap(1_000);
            p.QualifyAt(50);
        });
        Assert.Equal(
            ["e.\"other\"", "e.a+b", "e.\"a+b\"", "e.\"\\\"x\\\"\"", "e.\"c\\\\\\u000A\"+\"\\u202E\"", "e.d\"e", "e.other"],
            profile.Criteria.Select(each => each.Id));
        var lead = new Lead([Act("OTHER", 1), Act("b", 1), Act("A+B", 1), Act("d\"e", 1), Act("c\\\n", 1), Act("none", 1)]);
        Assert.Equal([1, 2, 4, 0, 16, 32, 64], ContributionsOf(profile.Explain(lead, AsOf)));

        // The same in data, where the ids are given.
        var json = profile.ToDefinition(fields).ToJson();
        var read = QualificationProfile.Create(ProfileDefinition.Parse(json), fields);
        Assert.Equal(profile.Fingerprint, read.Fingerprint);
        Assert.Equal(profile.Decide(lead, AsOf), read.Decide(lead, AsOf));
        Assert.True(profile.Explain(lead, AsOf).ToRecord().ToJson() == read.Explain(lead, AsOf).ToRecord().ToJson());
    }

    [Theory]
    [InlineData("sv-SE")]
    [InlineData("tr-TR")]
    public void Types_OfAnyCulture_AreComparedOrdinallyIgnoringCase(string culture)
    {
        using var scope = new CultureScope(culture);
        var profile = Scored(a =>
        {
            a.On("VISIT", 1).Cap(10);
            a.On("Möte\nmed \ud83d\ude00", 2).Cap(10);
            a.OnOther(4).Cap(40);
        });
        var lead = new Lead([Act("visit", 0), Act("vısıt", 0), Act("MÖTE\nMED \ud83d\ude00", 0), Act("visit ", 0)]);
        var result = profile.Explain(lead, AsOf);
        Assert.Equal([1d, 2, 8], ContributionsOf(result));
        Assert.DoesNotContain('\n', ExplanationTexts.English.Requirement(result.Criteria[1].Criterion));
    }

    [Fact]
    public void WithinLast_CalendarDays_IncludeTheLastOne()
    {
        var profile = QualificationProfile.Create<Lead>("gates", p => p.Activities("engagement", d => d.Events, a =>
        {
            a.WithinLast("recent", 10).Required();
            a.NotWithinLast("no-complaint", 0, "complaint", "refund").Required();
        }));
        Assert.Equal(Verdict.Qualified, VerdictOf(Act("x", 10)));
        Assert.Equal(Verdict.Qualified, VerdictOf(new CustomerActivity("x", AsOf.Date.AddDays(-10))));
        Assert.Equal(Verdict.Disqualified, VerdictOf(new CustomerActivity("x", AsOf.Date.AddDays(-10).AddTicks(-1))));
        Assert.Equal(Verdict.Disqualified, VerdictOf(Act("Complaint", 0)));
        Assert.Equal(Verdict.Qualified, VerdictOf(Act("complaint", 1)));
        var result = profile.Explain(new Lead([Act("refund", 0), Act("complaint", 0)]), AsOf);
        Assert.Equal(2d, result["no-complaint"].Actual);

        Verdict VerdictOf(params CustomerActivity[] list) => profile.Decide(new Lead(list), AsOf).Verdict;
    }

    [Fact]
    public void Points_OfAnyLists_AreThoseOfANaiveReference() => Property.Holds(Deep.Size(60, 2_000), (random, size) =>
    {
        string[] types = ["visit", "Click", "order", "complaint"];
        var halfLife = random.Pick(7.5, 30, 365);
        var byWeek = random.Chance(0.5);
        var cap = random.Between(1, 20);
        var all = Scored(
            a =>
            {
                var visits = a.On(["visit", "click"], 1.5).HalfLife(halfLife);
                (byWeek ? visits.CapPerWeek(cap) : visits.CapPerMonth(cap)).Cap(cap);
                a.On("complaint", -4).CapPerMonth(cap).Floor(-11);
                a.On("order", 0.25).TimesValue();
                a.OnOther(-1).HalfLife(halfLife).Floor(-9);
            },
            cap: 60,
            floor: -15);
        var list = new List<CustomerActivity>();
        for (var i = random.Below(size); i > 0; i--)
        {
            list.Add(new CustomerActivity(
                random.Pick(random.Pick(types), random.Pick(types).ToUpperInvariant(), "other", null!),
                AsOf.AddHours(-random.Between(-200, 5_000)), random.Between(0, 40)));
        }

        if (random.Chance(0.5)) list.Sort((x, y) => x.At!.Value.CompareTo(y.At!.Value));
        if (random.Chance(0.3)) list.Reverse();
        var expected = new[]
        {
            Math.Min(cap, Naive(list, ["visit", "click"], 1.5, halfLife, cap, byWeek)),
            Math.Max(-11, Naive(list, ["complaint"], -4, null, cap, false)),
            Math.Min(60 + 20, Naive(list, ["order"], 0.25, null, null, false)),
            Math.Max(-9, Naive(list, ["other", null], -1, halfLife, null, false)),
        };
        var result = all.Explain(new Lead(list), AsOf);
        var given = ContributionsOf(result);
        for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], given[i], 9);
        var total = Math.Max(-15, Math.Min(60, expected.Sum()));
        Assert.Equal(100 * (total + 15) / 75, result.Decision.Score, 9);
        Assert.Equal(result.Decision, all.Decide(new Lead(list), AsOf));
        Assert.All(all.DecideAll([new Lead(list), new Lead(list.AsReadOnly())], AsOf), each => Assert.Equal(result.Decision, each));
        Assert.Equal(result.Decision, all.Decide(new Lead(list.Where(each => true)), AsOf));
    });

    [Fact]
    public void Range_OfAnUnknownList_IsThatOfExtremeLists()
    {
        var profile = QualificationProfile.Create<Lead>("x", p =>
        {
            p.Activities("engagement", d => d.Events, a =>
            {
                a.On("visit", 1).HalfLife(30).CapPerMonth(10).Cap(19.5);
                a.On("order", 5).CapPerWeek(5);
                a.On("click", 2);
                a.On("complaint", -20).Floor(-40);
                a.NotWithinLast("calm", 30, "complaint").Weight(3);
            }).Cap(100);
            p.Criterion("base", d => d.Base).IsTrue().Weight(50);
            p.Floor(-1_000).QualifyAt(50);
        });
        var unknown = profile.Decide(new Lead(null) { Base = true }, AsOf);
        var best = new List<CustomerActivity>();
        var worst = new List<CustomerActivity>();
        for (var day = 0; day < 2_000; day++)
        {
            best.Add(Act("order", day));
            best.Add(Act("click", day));
            for (var i = 0; i < 20; i++) best.Add(new CustomerActivity("visit", AsOf.AddTicks(-1).AddDays(-day)));
            worst.Add(Act("complaint", day));
        }

        Assert.Equal(unknown.Highest, profile.Decide(new Lead(best) { Base = true }, AsOf).Score);
        Assert.Equal(unknown.Lowest, profile.Decide(new Lead(worst) { Base = true }, AsOf).Score);
        // Of an empty list, all is known: it is calm.
        var none = profile.Decide(new Lead([]) { Base = true }, AsOf);
        Assert.Equal(none.Lowest, none.Highest);
    }

    [Fact]
    public void LimitOfTheGroup_TakesThePlaceOfThatOfALine()
    {
        // 500 visits less two complaints are capped at 100, as if visits had no limit at all.
        var all = Scored(
            a =>
            {
                a.On("visit", 1);
                a.On("complaint", -20).Floor(-40);
            },
            cap: 100);
        Lead Lead(int visits) => new([.. Enumerable.Repeat(Act("visit", 1), visits), Act("complaint", 1), Act("complaint", 2)]);
        Assert.Equal(100, all.Decide(Lead(500), AsOf).Score);
        Assert.Equal(100, all.Decide(Lead(140), AsOf).Score);
        Assert.Equal(99, all.Decide(Lead(139), AsOf).Score);
    }

    [Fact]
    public void Faults_OfLines_AreAllReported()
    {
        var exception = Assert.Throws<QualificationProfileException>(() => QualificationProfile.Create<Lead>("x", p =>
        {
            p.Activities("a", d => d.Events, a =>
            {
                a.On("zero", 0);
                a.On("nan", double.NaN).Cap(1);
                a.On("no-floor", -20);
                a.On("no-cap", 20);
                a.On("cap-of-penalty", -20).Cap(40);
                a.On("floor-of-points", 20).Floor(-40);
                a.On("infinite", 20).Cap(double.PositiveInfinity);
                a.On("half", 20).Cap(1).HalfLife(0);
                a.On("period", 20).Cap(1).CapPerMonth(-3);
                a.On("periods", 20).Cap(1).CapPerMonth(3).CapPerWeek(3);
                a.On("reach", 20).Cap(20).HalfLife(30).CapPerMonth(10);
                a.On("weighted", 20).Cap(1).Weight(5);
                a.On([], 20).Cap(1);
                a.On(["b", "B", ""], 20).Cap(1);
                a.On(["c"], 20).Cap(1);
                a.On(["C", "d"], 20).Cap(1);
                a.NotWithinLast("days", -1);
            });
            p.Activities("both", d => d.Events, a =>
            {
                a.On("up", 1);
                a.On("down", -1);
            }).Cap(10).Floor(-10);
            p.Activities("none", d => d.Events, a => { });
            p.QualifyAt(50);
        }));
        Snapshot.Match(exception.Message, "Activities_Faults");
    }

    [Fact]
    public void Explanation_OfLines_SaysWhatEachGave()
    {
        var profile = QualificationProfile.Create<Lead>("engaged", p =>
        {
            p.Activities("engagement", d => d.Events, a =>
            {
                a.On("webinar", 10).HalfLife(30).Cap(40).Label("Webinars");
                a.On(["visit", "click"], 0.5).CapPerMonth(5).CapPerMonth(4);
                a.On("order", 0.1).TimesValue().CapPerWeek(20).Cap(30);
                a.On("unsubscribe", -20).CapPerMonth(20).Floor(-40);
                a.OnOther(1).Cap(5);
                a.NotWithinLast("silent", days: 14).Weight(-15);
                a.WithinLast("demo", 90, "demo").Required();
            }).Cap(100).Label("Engagement");
            p.QualifyAt(40);
        });
        var lead = new Lead(
        [
            Act("webinar", 15), Act("webinar", 45), Act("visit", 1), Act("visit", 70), Act("order", 3, 250), Act("unsubscribe", 9),
            Act("unsubscribe", 10), Act("demo", 20), Act("call", 5),
        ]);
        using var scope = new CultureScope("en-US");
        Snapshot.Match(
            string.Join("\n\n", new[] { lead, new Lead(null), new Lead([]) }.SelectMany(each => new[]
            {
                profile.Explain(each, AsOf).ToText(ExplanationTexts.English),
                profile.Explain(each, AsOf).ToText(ExplanationTexts.Swedish),
            })),
            "Activities_Explanation");
    }

    [Fact]
    public void Result_Recorded_ReplaysWithoutTheList()
    {
        var profile = Example();
        var result = profile.Explain(new Lead([Act("webinar", 3), Act("unsubscribe", 20)]), AsOf);
        var record = result.ToRecord();
        var again = profile.Replay(record);
        Assert.Equal(result.Decision, again.Decision);
        Assert.Equal(result["engagement.webinar"].Actual, again["engagement.webinar"].Actual);
    }

    [Fact]
    public void Remedies_OfLines_NamePointsAndNeverUndo()
    {
        var profile = Example();
        var remedies = profile.Explain(new Lead([Act("webinar", 0), Act("unsubscribe", 0)]), AsOf).Remedies;
        var steps = remedies.SelectMany(remedy => remedy.Steps).ToList();
        Assert.DoesNotContain(steps, step => step.Result.Criterion.Id == "engagement.unsubscribe");
    }

    [Fact]
    public void Remedies_OfLines_SayWhatToDoNext()
    {
        var profile = Scored(
            a =>
            {
                a.On("meeting", 5).HalfLife(30);
                a.On("complaint", -1).Floor(-2);
                a.WithinLast("demo", 30, "demo").Required();
                a.NotWithinLast("silent", 14).Weight(-10);
            },
            cap: 40);
        // 5 + 2.5 points of 20.
        Assert.Equal(
            ["meeting: 3 more (meeting)", "demo: 1 more (demo)"],
            Steps(profile, Act("meeting", 0), Act("meeting", 30), Act("mail", 1)));
        Assert.Equal(["meeting: 1 more (meeting)"], Steps(profile, Enumerable.Repeat(Act("meeting", 0), 3).Append(Act("demo", 0))));
        profile = Scored(a =>
        {
            a.On("mail", 1).Cap(9);
            a.NotWithinLast("silent", 14).Weight(-10);
        }, floor: -10);
        Assert.Contains("silent: 1 more (any activity)", Steps(profile));
        // Not known how many there are.
        profile = Scored(a => a.On("meeting", 5), cap: 40);
        Assert.Contains("meeting: at least 20 points (meeting)", Steps(profile, Act("meeting", 0), new("meeting", null)));
        profile = Scored(a => a.On("order", 0.1).TimesValue().Cap(10));
        Assert.Equal(["order: 12.5 more in value (order)"], Steps(profile, Act("order", 0, 37.5)));
        profile = Scored(a => a.On("visit", 1).CapPerWeek(2).Cap(2));
        Assert.Equal(["visit: at least 1 point (visit)"], Steps(profile));

        static string[] Steps(QualificationProfile<Lead> profile, params IEnumerable<CustomerActivity> list) =>
            [.. profile.Explain(new Lead([.. list]), AsOf).Remedies[0].Steps.Select(
                step => ExplanationTexts.English.Step(step).Replace("engagement.", ""))];
    }

    [Fact]
    public void Data_OfLines_IsTheSameProfile()
    {
        var fields = new FieldMap<Lead>(f => f.AddActivities("events", d => d.Events));
        var code = QualificationProfile.Create<Lead>("x", p =>
        {
            p.Activities("engagement", fields.Activities("events"), a =>
            {
                a.On("webinar", 10).HalfLife(30).Label("Webinars");
                a.On(["a\"b", "c"], 1).CapPerWeek(3).Cap(9).MetFrom(0.5);
                a.On("unsubscribe", -20).Floor(-40);
                a.OnOther(0.5).TimesValue().Cap(2);
                a.NotWithinLast("calm", 30, "complaint").Required();
            }).Cap(100);
            p.QualifyAt(50);
        });
        var json = code.ToDefinition(fields).ToJson();
        Snapshot.Match(json, "Activities_Data");
        var read = QualificationProfile.Create(ProfileDefinition.Parse(json), fields);
        Assert.Equal(code.Fingerprint, read.Fingerprint);
        var lead = new Lead([Act("webinar", 3), Act("unsubscribe", 20), Act("c", 2), Act("z", 1, 3)]);
        Assert.Equal(code.Decide(lead, AsOf), read.Decide(lead, AsOf));

        // The cap of the group is the limit of the line, so it changes with it.
        var tuned = QualificationProfile.Create(
            ProfileDefinition.Parse(json.Replace("\"cap\": 100", "\"cap\": 50")), fields);
        Assert.Equal(90, tuned.Criteria[0].Weight);
        Assert.Equal(140, read.Criteria[0].Weight);
        Assert.Throws<InvalidOperationException>(() => new FieldMap<Lead>(f => f.Add("base", d => d.Base)).Activities("base"));
    }

    [Fact]
    public void Data_WithFaults_NamesTheirPlaces()
    {
        var fields = new FieldMap<Lead>(f => f.AddActivities("events", d => d.Events).Add("base", d => d.Base));
        var exception = Assert.Throws<QualificationProfileException>(() => QualificationProfile.Create(
            ProfileDefinition.Parse(
                """
                {"name": "x", "qualifyAt": 50, "criteria": [
                  {"id": "a", "field": "events", "activity": {"types": ["x"], "points": -20}},
                  {"id": "b", "field": "events", "activity": {"types": ["x"], "except": ["y"], "points": 20, "cap": 5}},
                  {"id": "c", "field": "events", "activity": {"types": ["z"], "points": 20, "cap": 5}, "weight": 3},
                  {"id": "d", "field": "base", "activity": {"points": 20, "cap": 5}},
                  {"id": "e", "field": "events", "isTrue": true}]}
                """),
            fields));
        Snapshot.Match(exception.Message, "Activities_DataFaults");
    }

    [Theory]
    [InlineData("\"types\": [\"visit\"]", "\"except\": [\"demo\"]", "\"visit\"")]
    [InlineData("\"except\": [\"demo\"]", "\"types\": [\"demo\", \"VISIT\"]", "\"VISIT\"")]
    [InlineData("\"types\": [\"visit\"]", "\"timesValue\": true", "\"visit\"")]
    [InlineData("\"except\": [\"demo\"]", "\"except\": [\"visit\"]", "types without a line of their own")]
    [InlineData("\"types\": [\"visit\"]", "\"except\": [\"visit\"]", null)]
    public void Data_LinesThatCountTheSameType_AreRefused(string first, string second, string? shared)
    {
        var fields = new FieldMap<Lead>(f => f.AddActivities("events", d => d.Events));
        var data =
            """
            {"name": "x", "qualifyAt": 50, "criteria": [
              {"id": "a", "field": "events", "activity": {FIRST, "points": 5, "cap": 5}},
              {"id": "b", "field": "events", "activity": {SECOND, "points": 5, "cap": 5}}]}
            """.Replace("FIRST", first).Replace("SECOND", second);
        if (shared is null)
        {
            Assert.Equal(2, QualificationProfile.Create(ProfileDefinition.Parse(data), fields).Criteria.Count);
            return;
        }

        var exception = Assert.Throws<QualificationProfileException>(
            () => QualificationProfile.Create(ProfileDefinition.Parse(data), fields));
        Assert.Equal("activity.twice", Assert.Single(exception.Faults).Code);
        Assert.Contains($"gives points for {shared} too", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cap_OfTheGroupBeyondReach_SaysWhatTheLineNeeds()
    {
        var exception = Assert.Throws<QualificationProfileException>(() => QualificationProfile.Create<Lead>("x", p =>
        {
            p.Activities("e", d => d.Events, a =>
            {
                a.On("visit", 1).HalfLife(30).CapPerWeek(5);
                a.On("unsubscribe", -20).Floor(-40);
            }).Cap(60);
            p.QualifyAt(50);
        }));
        Assert.Contains(
            "\"e.visit\": it has no cap, and its group leaves 100 points to it, but 5 points a week with a half-life of 30 days give " +
            "33.48 at most; it must have a cap within reach, which is at most 33.48.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_OfALine_ReplaceItsNumbers()
    {
        var profile = QualificationProfile.Create(
            new Configured(), [new("Criteria:engagement.webinar:Activity:Cap", "80"), new("Groups:engagement:Cap", "90")]);
        Assert.Equal(80, profile.Criteria[0].Weight);
        var lead = new Lead([.. Enumerable.Repeat(Act("webinar", 0), 8)]);
        Assert.Equal(80, ContributionsOf(profile.Explain(lead, AsOf))[0]);
    }

    [Fact]
    public void CustomEvents_OfAnyType_AreReadBySelectors()
    {
        var profile = QualificationProfile.Create<Shop>("x", p =>
        {
            p.Activities(
                "orders", s => s.Orders, o => o.Kind, o => o.On, o => (double)o.Amount, a => a.On("order", 0.1).TimesValue().Cap(10));
            p.Activities("visits", s => s.Orders, o => o.Kind, o => o.On, a => a.On("visit", 1).Cap(10));
            p.QualifyAt(50);
        });
        var shop = new Shop([new("order", AsOf, 42m), new("visit", AsOf, 0)]);
        Assert.Equal([4.2, 1], ContributionsOf(profile.Explain(shop, AsOf)), (x, y) => Math.Abs(x - y) < 1e-12);
    }

    [Fact]
    public void Dimension_OfLines_MakesThemEngagement()
    {
        var profile = QualificationProfile.Create<Lead>("x", p =>
        {
            p.Criterion("base", d => d.Base).IsTrue().Weight(10).Dimension(Dimensions.Fit);
            p.Activities("engagement", d => d.Events, a =>
            {
                a.On("visit", 1).Dimension(Dimensions.Engagement);
                a.On("complaint", -5).Floor(-10).Dimension(Dimensions.Engagement);
            }).Cap(20);
            p.ScoreByFitAndEngagement().QualifyAt(50);
        });
        var visits = Enumerable.Repeat(Act("visit", 1), 15);
        var lead = new Lead([.. visits, Act("complaint", 0), Act("complaint", 0)]) { Base = true };
        Assert.Equal(62.5, profile.Decide(lead, AsOf).Score, 9);
    }

    [Fact]
    public void Touchpoints_OfOpportunitiesAndLeads_AreActivities()
    {
        Touchpoint[] touches = [new(AsOf, "web", type: "visit", value: 3), new(AsOf.AddDays(-1), "mail", type: "reply")];
        var deal = Opportunity.Create(draft =>
        {
            draft.Id = "1";
            draft.Created = AsOf.AddDays(-9);
            draft.Touchpoints = touches;
        });
        var lead = Qualification.Lead.Create(draft => { draft.Id = "1"; draft.Touchpoints = touches; });
        var ofDeals = QualificationProfile.Create<Opportunity>("x", p =>
        {
            p.Activities("touches", o => o.Touchpoints, a => { a.On("visit", 2).TimesValue().Cap(10); a.On("reply", 5).Cap(10); });
            p.QualifyAt(50);
        });
        var ofLeads = QualificationProfile.Create<Qualification.Lead>("x", p =>
        {
            p.Activities("touches", l => l.Touchpoints, a => { a.On("visit", 2).TimesValue().Cap(10); a.On("reply", 5).Cap(10); });
            p.QualifyAt(50);
        });
        Assert.Equal(55, ofDeals.Decide(deal, AsOf).Score);
        Assert.Equal(55, ofLeads.Decide(lead, AsOf).Score);
        Assert.Same(deal.Touchpoints, deal.Touchpoints);
        var fields = new FieldMap<Opportunity>(f => f.AddActivities("touches", o => o.Touchpoints));
        var data = QualificationProfile.Create(
            ProfileDefinition.Parse(
                """
                {"name": "x", "qualifyAt": 50, "criteria": [
                  {"id": "visit", "field": "touches", "activity": {"types": ["visit"], "points": 2, "cap": 10, "timesValue": true}},
                  {"id": "reply", "field": "touches", "activity": {"types": ["reply"], "points": 5, "cap": 10}}]}
                """),
            fields);
        Assert.Equal(55, data.Decide(deal, AsOf).Score);
    }

    [Fact]
    public void Table_OfAnotherProfile_ReusesOnlyTheSameQuestion()
    {
        Func<Lead, IEnumerable<CustomerActivity>?> events = d => d.Events;
        Lead[] leads = [new([Act("visit", 1), Act("visit", 2)])];
        var table = Of(5, each => each.Type).AnswerAll(leads, AsOf);
        Assert.Equal(40, Of(5, each => each.Type).Decide(table)[0].Score);
        Assert.Equal(50, Of(4, each => each.Type).Decide(table)[0].Score);
        Assert.Equal(0, Of(5, each => "none").Decide(table)[0].Score);

        QualificationProfile<Lead> Of(double cap, Func<CustomerActivity, string?> type)
        {
            return QualificationProfile.Create<Lead>("x", p =>
            {
                p.Activities("e", events, type, Time, a => a.On("visit", 1).Cap(cap));
                p.QualifyAt(50);
            });
        }
    }

    [OptimizedFact]
    public void Decide_OfLists_AllocatesNothing()
    {
#if NET
        var profile = Example();
        var byMonth = Scored(a => a.On("visit", 1).HalfLife(9).CapPerMonth(1).Cap(1));
        var lead = new Lead([Act("webinar", 3), Act("visit", 3), Act("visit", 70), Act("visit", 20), Act("unsubscribe", 20)]);
        var arrays = new Lead(new[] { Act("webinar", 3), Act("visit", 70), Act("visit", 3), Act("visit", 80), new("visit", null) });
        var least = long.MaxValue;
        for (var i = 0; i < 300; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            profile.Decide(lead, AsOf);
            profile.Decide(arrays, AsOf);
            byMonth.Decide(lead, AsOf);
            byMonth.Decide(arrays, AsOf);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
#endif
    }

    private static readonly Func<CustomerActivity, DateTime?> Time = each => each.At;

    private static CustomerActivity Act(string type, int daysAgo, double? value = null) => new(type, AsOf.AddDays(-daysAgo), value);

    private static double[] ContributionsOf(QualificationResult result) => [.. result.Criteria.Select(each => each.Contribution)];

    private static QualificationProfile<Lead> Example() => QualificationProfile.Create<Lead>("engaged", p =>
    {
        p.Activities("engagement", d => d.Events, a =>
        {
            a.On("webinar", 10).HalfLife(30).Cap(40);
            a.On("unsubscribe", -20).Floor(-40);
        }).Cap(100);
        p.QualifyAt(50);
    });

    private static QualificationProfile<Lead> Scored(Action<ActivitiesBuilder<Lead>> lines, double? cap = null, double? floor = null) =>
        QualificationProfile.Create<Lead>("x", p =>
        {
            var group = p.Activities("engagement", d => d.Events, lines);
            if (cap is { } most) group.Cap(most);
            if (floor is { } least) group.Floor(least);
            if (floor is { } start) p.Floor(start);
            p.QualifyAt(50);
        });

    private static double Naive(
        IEnumerable<CustomerActivity> list, string?[] types, double points, double? halfLife, double? cap, bool byWeek)
    {
        double sum = 0;
        var counted = list.Where(each => types.Any(type => string.Equals(type, each.Type, StringComparison.OrdinalIgnoreCase))
            && each.At <= AsOf);
        foreach (var period in counted.GroupBy(each => PeriodOf(each.At!.Value)))
        {
            var raw = period.Sum(each => Math.Abs(points) * Times(each));
            var share = cap is { } most && raw > most ? most / raw : 1;
            sum += share * period.Sum(each =>
                Math.Abs(points) * Times(each) * (halfLife is { } days ? Math.Pow(2, -(AsOf - each.At!.Value).TotalDays / days) : 1));
        }

        return points < 0 ? -sum : sum;

        double Times(CustomerActivity each) => types[0] == "order" ? each.Value!.Value : 1;

        string PeriodOf(DateTime at) => byWeek
            ? at.Date.AddDays(-(((int)at.DayOfWeek + 6) % 7)).ToString("d", CultureInfo.InvariantCulture)
            : $"{at.Year}-{at.Month}";
    }

    private sealed class Lead(IEnumerable<CustomerActivity>? events)
    {
        public IEnumerable<CustomerActivity>? Events { get; } = events;

        public bool? Base { get; set; }
    }

    private sealed class Shop(List<Order> orders)
    {
        public List<Order> Orders { get; } = orders;
    }

    private readonly struct Order(string kind, DateTime on, decimal amount)
    {
        public string Kind { get; } = kind;

        public DateTime On { get; } = on;

        public decimal Amount { get; } = amount;
    }

    private sealed class Configured : IProfileConfiguration<Lead>
    {
        public string Name => "x";

        public void Define(ProfileBuilder<Lead> profile)
        {
            profile.Activities("engagement", d => d.Events, a =>
            {
                a.On("webinar", 10).Cap(40);
                a.On("visit", 1);
            }).Cap(100);
            profile.QualifyAt(50);
        }
    }
}
