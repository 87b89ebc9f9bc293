using System;
using Xunit;

namespace Sqo.Qualification.Tests.Forecasting;

public class TooLittleHistoryExceptionTests
{
    [Theory]
    [InlineData(0, 2, "Drift takes at least 2 values; there are 0, so 2 more are needed.")]
    [InlineData(1, 2, "Drift takes at least 2 values; there is 1, so 1 more is needed.")]
    public void Message_AnyLack_SaysWhatIsThereAndWhatIsNeeded(int given, int needed, string message)
    {
        var fault = new TooLittleHistoryException("Drift", "values", given, needed);
        Assert.Equal(message, fault.Message);
        Assert.Equal<string>(["Drift", "values"], [fault.Subject, fault.Unit]);
        Assert.Equal<int>([given, needed], [fault.Given, fault.Needed]);
    }

    [Fact]
    public void Constructor_WhatIsNoLack_IsRefused()
    {
        Assert.Throws<ArgumentNullException>("subject", () => new TooLittleHistoryException(null!, "values", 1, 2));
        Assert.Throws<ArgumentException>("unit", () => new TooLittleHistoryException("Holt", " ", 1, 2));
        Assert.Throws<ArgumentOutOfRangeException>("given", () => new TooLittleHistoryException("Holt", "values", -1, 2));
        Assert.Throws<ArgumentOutOfRangeException>("needed", () => new TooLittleHistoryException("Holt", "values", 2, 2));
    }
}
