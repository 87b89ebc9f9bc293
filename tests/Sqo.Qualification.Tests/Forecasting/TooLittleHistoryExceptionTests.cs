using System;
using Xunit;

namespace Sqo.Qualification.Tests.Forecasting;

public class TooLittleHistoryExceptionTests
{
    [Theory]
    [InlineData(0, 2, "The model \"drift\" needs at least 2 whole months; there are 0, so 2 more are needed.")]
    [InlineData(1, 2, "The model \"drift\" needs at least 2 whole months; there is 1, so 1 more is needed.")]
    public void Message_AnyLack_SaysWhatIsThereAndWhatIsNeeded(int given, int needed, string message)
    {
        var fault = new TooLittleHistoryException("drift", HistoryUnits.WholeMonths, given, needed);
        Assert.Equal(message, fault.Message);
        Assert.Equal<string>(["drift", "whole-months"], [fault.Model, fault.Unit]);
        Assert.Equal<int>([given, needed], [fault.Given, fault.Needed]);
    }

    [Fact]
    public void Constructor_WhatIsNoLack_IsRefused()
    {
        Assert.Throws<ArgumentNullException>("model", () => new TooLittleHistoryException(null!, "values", 1, 2));
        Assert.Throws<ArgumentException>("unit", () => new TooLittleHistoryException("holt", " ", 1, 2));
        Assert.Throws<ArgumentOutOfRangeException>("given", () => new TooLittleHistoryException("holt", "values", -1, 2));
        Assert.Throws<ArgumentOutOfRangeException>("needed", () => new TooLittleHistoryException("holt", "values", 2, 2));
    }
}
