using System;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Pipeline;

public class RevenueScheduleTests
{
    private static readonly DateTime Closed = new(2017, 1, 31);

    [Fact]
    public void Due_WorkedExamples_AddUpToTheAmount()
    {
        Assert.Equal("100 on 2017-01-31", Text(RevenueSchedule.Upfront));
        Assert.Equal("33.34 on 2017-01-31, 33.33 on 2017-02-28, 33.33 on 2017-03-31", Text(RevenueSchedule.Recurring(3)));
        Assert.Equal("50 on 2017-01-31, 50 on 2017-07-31", Text(RevenueSchedule.Recurring(2, everyMonths: 6)));
        Assert.Equal("50 on 2017-03-01, 50 on 2017-04-01", Text(RevenueSchedule.Recurring(2, start: new(2017, 3, 1))));
        Assert.Equal("50 on 2017-01-31, 50 on 2017-02-28", Text(RevenueSchedule.Recurring(2, start: new(2016, 3, 1))));
        Assert.Equal("50 on 2017-02-01, 50 on 2017-05-01",
            Text(RevenueSchedule.Installments(new DateTime(2017, 5, 1), new DateTime(2017, 2, 1))));
        // What was due before it closed is due then.
        Assert.Equal("66.67 on 2017-01-31, 33.33 on 2017-02-01",
            Text(RevenueSchedule.Installments(new DateTime(2016, 5, 1), new DateTime(2017, 2, 1), new DateTime(2016, 7, 1))));
        Assert.Equal("20 on 2017-02-01, 80 on 2017-03-01",
            Text(RevenueSchedule.Installments([new Installment(new(2017, 2, 1), 1), new Installment(new(2017, 3, 1), 4)])));
        Assert.Equal("0.335 on 2017-01-31, 0.334 on 2017-02-28, 0.334 on 2017-03-31", Text(RevenueSchedule.Recurring(3), 1.003m));
        Assert.Equal("0.01 on 2017-01-31, 0 on 2017-02-28", Text(RevenueSchedule.Recurring(2), 0.0100m));

        static string Text(RevenueSchedule schedule, decimal amount = 100) => string.Join(", ", schedule.Due(amount, Closed));
    }

    [Fact]
    public void Due_AnyAmount_LosesNothing()
    {
        var random = new SeededRandom(9);
        for (var round = 0; round < 2_000; round++)
        {
            var amount = round switch
            {
                0 => 0,
                1 => decimal.MaxValue,
                2 => 79_228_162_514_264_337_593_543_950.335m,
                3 => 0.0000000000000000000000000001m,
                _ => (decimal)random.Next() / random.Pick(1, 10, 100, 1_000, 10_000_000_000),
            };
            var weights = Enumerable.Range(0, random.Between(1, 20)).Select(_ => (decimal)random.Next() / random.Pick(1, 1_000_000_000_000))
                .Where(weight => weight > 0).ToList();
            var due = RevenueSchedule.Installments(weights.Select((weight, i) => new Installment(Closed.AddDays(i + 1), weight)))
                .Due(amount, Closed);
            Assert.Equal(amount, due.Sum(each => each.Amount));
            Assert.All(due, each => Assert.True(each.Amount >= 0));
            if (amount > 1e24m || amount < 1) continue;
            for (var i = 0; i < due.Count; i++) Assert.InRange(due[i].Amount - (amount * (weights[i] / weights.Sum())), -0.02m, 0.02m);
        }
    }

    [Fact]
    public void Create_WhatCannotBe_IsNamed()
    {
        Assert.Throws<ArgumentOutOfRangeException>("payments", () => RevenueSchedule.Recurring(0));
        Assert.Throws<ArgumentOutOfRangeException>("payments", () => RevenueSchedule.Recurring(1_201));
        Assert.Throws<ArgumentOutOfRangeException>("everyMonths", () => RevenueSchedule.Recurring(2, 0));
        Assert.Contains("take 1210 months", Assert.Throws<ArgumentOutOfRangeException>("payments", () => RevenueSchedule.Recurring(122, 10))
            .Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("installments", () => RevenueSchedule.Installments(Array.Empty<DateTime>()));
        Assert.Throws<ArgumentException>("installments", () => RevenueSchedule.Installments([default(Installment)]));
        Assert.Throws<ArgumentOutOfRangeException>("weight", () => new Installment(Closed, 0));
        Assert.Throws<ArgumentOutOfRangeException>("amount", () => RevenueSchedule.Upfront.Due(-1, Closed));
        Assert.Throws<ArgumentOutOfRangeException>("closed", () => RevenueSchedule.Recurring(13).Due(1, new DateTime(9999, 1, 1)));
        Assert.Equal(12, RevenueSchedule.Recurring(12).Due(1, new DateTime(9999, 1, 1)).Count);
        Assert.Throws<ArgumentOutOfRangeException>("probability", () => new Renewal(Closed, 1.5));
        Assert.Throws<ArgumentOutOfRangeException>("amount", () => new Renewal(Closed, 0.5, -1));
        Assert.Throws<ArgumentException>("renewals", () => new DealSchedule(renewals: [new(Closed, 0.5), new(Closed, 0.6)]));
        Assert.Throws<ArgumentException>("renewals", () => new DealSchedule(renewals: [null!]));
        Assert.Throws<ArgumentOutOfRangeException>("recurringShare", () => new DealSchedule(recurringShare: 1.1m));
    }
}
