using System;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Profiles.Verbs;

public class DateVerbsTests
{
    // The moment is 2026-11-23 09:30.
    [Theory]
    [InlineData("2026-11-22T23:59:59", AnswerState.Unmet)]
    [InlineData("2026-11-23T00:00:00", AnswerState.Met)]
    [InlineData("2026-11-23T09:00:00", AnswerState.Met)]
    [InlineData("2026-12-03T23:59:59", AnswerState.Met)]
    [InlineData("2026-12-04T00:00:00", AnswerState.Unmet)]
    [InlineData(null, AnswerState.Unknown)]
    public void WithinNext_TenDays_CountsWholeDaysFromToday(string? date, AnswerState expected) =>
        Check(date, expected, v => v.WithinNext(10), v => v.WithinNext(10));

    [Theory]
    [InlineData("2026-11-12T23:59:59", AnswerState.Unmet)]
    [InlineData("2026-11-13T00:00:00", AnswerState.Met)]
    [InlineData("2026-11-23T09:30:00", AnswerState.Met)]
    [InlineData("2026-11-23T09:30:01", AnswerState.Unknown)]
    [InlineData("2027-01-01T00:00:00", AnswerState.Unknown)]
    [InlineData(null, AnswerState.Unknown)]
    public void WithinLast_TenDays_CountsWholeDaysAndTheFutureIsUnknown(string? date, AnswerState expected) =>
        Check(date, expected, v => v.WithinLast(10), v => v.WithinLast(10));

    [Theory]
    [InlineData("2026-01-01T11:59:59", AnswerState.Met)]
    [InlineData("2026-01-01T12:00:00", AnswerState.Unmet)]
    [InlineData(null, AnswerState.Unknown)]
    public void Before_AnyDate_MetBelow(string? date, AnswerState expected) =>
        Check(date, expected, v => v.Before(new DateTime(2026, 1, 1, 12, 0, 0)), v => v.Before(new DateTime(2026, 1, 1, 12, 0, 0)));

    [Theory]
    [InlineData("2026-01-01T12:00:01", AnswerState.Met)]
    [InlineData("2026-01-01T12:00:00", AnswerState.Unmet)]
    [InlineData(null, AnswerState.Unknown)]
    public void After_AnyDate_MetAbove(string? date, AnswerState expected) =>
        Check(date, expected, v => v.After(new DateTime(2026, 1, 1, 12, 0, 0)), v => v.After(new DateTime(2026, 1, 1, 12, 0, 0)));

    [Theory]
    [InlineData("2026-11-23T09:30:00", 1.0)]
    [InlineData("2026-11-09T09:30:00", 0.5)]
    [InlineData("2026-10-26T09:30:00", 0.25)]
    [InlineData("2026-11-02T09:30:00", 0.35355339059327379)]
    [InlineData("2026-11-23T09:30:01", null)]
    [InlineData(null, null)]
    public void HalfLife_FourteenDays_HalvesEachTime(string? date, double? expected)
    {
        var value = Asking.Answer(Parse(date), b => b.Criterion("c", x => x.Value).HalfLife(days: 14)).Value;
        Assert.Equal(expected is null, value is null);
        if (expected is { } known) Assert.Equal(known, value!.Value, 1e-15);
    }

    [Fact]
    public void HalfLife_DateOfLongAgo_ComesToNothing() =>
        Assert.Equal(0, Asking.Answer(DateTime.MinValue, b => b.Criterion("c", x => x.Value).HalfLife(days: 1)).Value);

    [Fact]
    public void WithinNext_Offset_IsTakenInUtc()
    {
        // Still November 22 in UTC.
        var early = new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.FromHours(2));
        var late = new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.FromHours(-2));
        Assert.Equal(AnswerState.Unmet, Asking.State(early, b => b.Criterion("c", x => x.Value).WithinNext(5)));
        Assert.Equal(AnswerState.Met, Asking.State(late, b => b.Criterion("c", x => x.Value).WithinNext(5)));
        Assert.Equal(AnswerState.Met, Asking.State<DateTimeOffset?>(late, b => b.Criterion("c", x => x.Value).WithinNext(5)));
        Assert.Equal(AnswerState.Unknown, Asking.State<DateTimeOffset?>(null, b => b.Criterion("c", x => x.Value).WithinNext(5)));
    }

    [Theory]
    [InlineData("2026-11-18T23:00:00", 5)]
    [InlineData("2026-11-23T12:00:00", 0)]
    [InlineData("2026-12-05T01:00:00", 2)]
    public void WithinNext_DateOutside_GapIsInWholeDays(string date, int days) => Assert.Equal(
        TimeSpan.FromDays(days), Asking.Explain(Parse(date), b => b.Criterion("c", x => x.Value).WithinNext(10)).Gap);

    [Fact]
    public void WithinLast_DateOutside_GapIsInWholeDays() => Assert.Equal(
        TimeSpan.FromDays(3), Asking.Explain(Parse("2026-11-10T18:00:00"), b => b.Criterion("c", x => x.Value).WithinLast(10)).Gap);

    [Fact]
    public void WithinNext_LongestWindowAtTheEndsOfTime_DoesNotOverflow()
    {
        Assert.Equal(AnswerState.Unmet, Asking.State(DateTime.MaxValue, b => b.Criterion("c", x => x.Value).WithinNext(36_525)));
        Assert.Equal(AnswerState.Unmet, Asking.State(DateTime.MinValue, b => b.Criterion("c", x => x.Value).WithinLast(36_525)));
    }

    private static DateTime? Parse(string? date) =>
        date is null ? null : DateTime.ParseExact(date, "s", System.Globalization.CultureInfo.InvariantCulture);

    private static void Check(
        string? text,
        AnswerState expected,
        Func<DateVerbs<Box<DateTime?>>, CriterionBuilder<Box<DateTime?>>> askNullable,
        Func<DateVerbs<Box<DateTime>>, CriterionBuilder<Box<DateTime>>> ask)
    {
        var date = Parse(text);
        Assert.Equal(expected, Asking.State(date, b => askNullable(b.Criterion("c", x => x.Value))));
        if (date is not { } known) return;
        foreach (var kind in new[] { DateTimeKind.Unspecified, DateTimeKind.Utc, DateTimeKind.Local })
        {
            Assert.Equal(expected, Asking.State(DateTime.SpecifyKind(known, kind), b => ask(b.Criterion("c", x => x.Value))));
        }
    }
}
