using System;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Statistics;

public class BenjaminiHochbergTests
{
    [Fact]
    public void Adjust_WorkedCase_IsThatOfTheDefinitions()
    {
        Assert.Equal([0.04, 0.04, 0.04, 0.5], BenjaminiHochberg.Adjust([0.01, 0.02, 0.03, 0.5]).Select(p => Math.Round(p, 12)));
        Assert.Equal([0.5, 0.04, 0.04, 0.04], BenjaminiHochberg.Adjust([0.5, 0.03, 0.01, 0.02]).Select(p => Math.Round(p, 12)));
    }

    // The paper's example: of its 15 tests, four are findings at 5 %, where Bonferroni's correction has three.
    [Fact]
    public void Adjust_ExampleOfThePaper_HasFourFindings()
    {
        double[] p = [
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.000];
        Assert.Equal(4, BenjaminiHochberg.Adjust(p).Count(adjusted => adjusted <= 0.05));
    }

    [Fact]
    public void Adjust_AtAnyRate_FindsWhatTheStepUpProcedureFinds() => Property.Holds(200, (random, size) =>
    {
        var p = Enumerable.Range(0, size * 2)
            .Select(_ => random.Chance(0.2) ? 0.01 : random.Chance(0.5) ? random.Share() * 0.1 : random.Share()).ToArray();
        var adjusted = BenjaminiHochberg.Adjust(p);
        foreach (var rate in new[] { 0.01, 0.05, 0.2 })
        {
            // The greatest k with p_(k) <= k / m x rate; all up to it are findings.
            var sorted = p.OrderBy(value => value).ToArray();
            var k = sorted.Length;
            while (k > 0 && sorted[k - 1] > k * rate / p.Length + 1e-15) k--;
            var last = k == 0 ? -1 : sorted[k - 1];
            Assert.Equal(p.Select(value => value <= last), adjusted.Select(value => value <= rate + 1e-15));
        }
    });

    [Fact]
    public void Adjust_ValuesThatCannotBe_AreRefusedByPlace()
    {
        Assert.Empty(BenjaminiHochberg.Adjust([]));
        Assert.Throws<ArgumentNullException>("pValues", () => BenjaminiHochberg.Adjust(null!));
        Assert.Throws<ArgumentOutOfRangeException>("pValues[1]", () => BenjaminiHochberg.Adjust([0.5, 1.5]));
        Assert.Throws<ArgumentOutOfRangeException>("pValues[0]", () => BenjaminiHochberg.Adjust([double.NaN]));
    }
}
