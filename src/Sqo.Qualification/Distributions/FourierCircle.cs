using System;

namespace Sqo.Qualification;

/// <summary>The circle that the sum of a layer's amounts and of the smaller ones is wrapped around, without gaps between sums.</summary>
internal sealed class FourierCircle
{
    private readonly SumWindow _window;
    private readonly long _first;

    /// <param name="terms">The terms under the nodes of a band.</param>
    /// <param name="layer">The layer.</param>
    public FourierCircle(ConditionalTerms terms, AmountLayer layer)
    {
        int[] deals = [.. layer.Deals, .. layer.SmallerDeals];
        int[] fresh = [.. layer.NewBusiness, .. layer.SmallerNewBusiness];
        _window = SumWindow.Of(terms, deals, fresh);
        Gaps = SumGaps.Find(terms, deals, fresh, ref _window);
        Terms = Gaps?.Closed ?? terms;
        foreach (var deal in deals) Total += (double)Terms.Terms.Amounts[deal] * Terms.Terms.Counts[deal];
        var width = Math.Max(0, _window.End - _window.Start);
        Period = ((1 + (2 * FourierLaw.Margin)) * width) + 4;
        Start = _window.Start - (FourierLaw.Margin * width) - 1.5;
        // The window is empty if all nodes are among the outermost.
        _first = width > 0 ? (long)Math.Floor(_window.Start) : 0;
        for (WholePeriod = GridLaw.Segments; WholePeriod < width + 2;) WholePeriod *= 2;
    }

    private FourierCircle(FourierCircle other)
    {
        _window = other._window;
        _first = other._first;
        (Gaps, Terms, Total, WholePeriod) = (other.Gaps, other.Terms, other.Total, other.WholePeriod);
        (Start, Period) = (_first, WholePeriod);
        IsWhole = true;
    }

    /// <summary>The gaps that are left out; null if there are none.</summary>
    public SumGaps? Gaps { get; }

    /// <summary>The terms, without the gaps.</summary>
    public ConditionalTerms Terms { get; }

    /// <summary>The sum of all deals, without the gaps.</summary>
    public double Total { get; }

    /// <summary>Where the circle starts.</summary>
    public double Start { get; }

    /// <summary>Its length.</summary>
    public double Period { get; }

    /// <summary>Whether the length is a whole number of steps, and the start a whole step.</summary>
    public bool IsWhole { get; }

    /// <summary>
    /// The least power of two of steps that is long enough. Half as many frequencies of a circle of this length give the law exactly.
    /// </summary>
    public long WholePeriod { get; }

    /// <summary>A circle of this length.</summary>
    public FourierCircle Whole() => new(this);

    /// <summary>The maximum probability of sums outside, or out of order without the gaps, from those of each node.</summary>
    public double Outside(double[] shares) => _window.Outside(shares) + (Gaps?.Outside(shares) ?? 0);
}
