namespace Sqo.Qualification;

/// <summary>Fixed shares for the first and the last touch, and the rest in equal parts to those between them.</summary>
internal sealed class PositionModel(double first, double last) : PathAttributionModel("position-based")
{
    internal override bool AddsUp => true;

    protected override bool Share(AttributionPath path, double[] shares)
    {
        var n = shares.Length;
        if (n == 1)
        {
            shares[0] = 1;
        }
        else if (n == 2)
        {
            shares[0] = first + last == 0 ? 0.5 : first / (first + last);
            shares[1] = 1 - shares[0];
        }
        else
        {
            shares[0] = first;
            var between = (1 - first - last) / (n - 2);
            for (var i = 1; i < n - 1; i++) shares[i] = between;
            shares[n - 1] = last;
        }

        return true;
    }
}
