using System.Linq;
using PipelineReview.Reviewing;
using Xunit;

namespace Sqo.Qualification.Samples.Tests;

/// <summary>The comparison of a model with the default, of the sample PipelineReview.</summary>
public sealed class CloserModelTests
{
    /// <summary>By hand: of the 8 signs of 3, 2 and -1, the sums 4, 6, -4 and -6 are as large as 4.</summary>
    [Fact]
    public void PValueOf_Gains_CountsTheSignsThatGiveAsMuch()
    {
        Assert.Equal(4.0 / 8, CloserModel.PValueOf([3, 2, -1], overlapping: 1));
        Assert.Equal(1, CloserModel.PValueOf([1, -1], overlapping: 1));
        Assert.Equal(2.0 / 256, CloserModel.PValueOf([.. Enumerable.Repeat(0.1, 8)], overlapping: 1));
    }

    [Fact]
    public void PValueOf_ForecastsThatOverlap_ChangeTheirSignTogether() =>
        Assert.Equal(2.0 / 8, CloserModel.PValueOf([.. Enumerable.Repeat(0.1, 8)], overlapping: 3));

    [Theory]
    [InlineData(0.05, true)]
    [InlineData(0.051, false)]
    public void IsClear_AtFivePercent_Changes(double p, bool isClear) =>
        Assert.Equal(isClear, new CloserModel("part", 1, 12, 0.12, 0.19, p).IsClear);
}
