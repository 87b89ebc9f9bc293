using System.Linq;
using Xunit;

namespace Sqo.Qualification.Tests.Distributions;

public class GridLawTests
{
    // Of 10, 4, 3, 2, 1 and 0 are lost with probabilities of 0.1, 0.2, 0.3, 0.3 and 0.1.
    private static readonly GridLaw OfLost =
        new(-0.5, 1, [0, 0.1, 0.4, 0.7, 0.9, 1], 0.001, [.. Enumerable.Range(0, 128).Select(i => i / 1_000.0)], lostOf: 10);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(5, 0)]
    [InlineData(6, 0.1)]
    [InlineData(7, 0.3)]
    [InlineData(9, 0.9)]
    [InlineData(10, 1)]
    [InlineData(12, 1)]
    public void Cumulative_OfWhatIsLost_IsThatOfTheRest(long won, double cumulative) =>
        Assert.Equal(cumulative, OfLost.Cumulative(won), 12);

    [Theory]
    [InlineData(2, 0)]
    [InlineData(3, 0.1)]
    [InlineData(4, 0.3)]
    [InlineData(6, 0.9)]
    [InlineData(7, 1)]
    public void Cumulative_OfWhatIsLostBesideAWhale_IsThatOfTheRest(long won, double cumulative)
    {
        var law = new GridLaw(-0.5, 1, [0, 0.1, 0.4, 0.7, 0.9, 1], 0.001, new double[128], won: 3, lostOf: 10);
        Assert.Equal(cumulative, law.Cumulative(won), 12);
    }

    [Fact]
    public void Below_OfWhatIsLost_IsThatOfTheRest()
    {
        Assert.Equal(0, OfLost.Below(5), 12);
        Assert.InRange(OfLost.Below(0), 0, 0);
        // On average, 8.1 are won.
        Assert.InRange(OfLost.Below(10), 1.7, 2.1);
        Assert.Equal(3, OfLost.Below(13) - OfLost.Below(10), 12);
    }

    [Fact]
    public void StartOf_OfWhatIsLost_RisesWithWhatIsWon()
    {
        Assert.Equal(5.5, OfLost.StartOf(0), 12);
        Assert.Equal(10.5, OfLost.StartOf(GridLaw.Segments), 12);
        Assert.Equal(0.127, OfLost.Errors[0], 12);
        Assert.Equal(0, OfLost.Errors[127], 12);
        Assert.InRange(OfLost.Most, 10, 13);
    }
}
