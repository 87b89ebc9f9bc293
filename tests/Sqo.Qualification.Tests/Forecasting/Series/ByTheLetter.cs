using System.Collections.Generic;
using System.Linq;

namespace Sqo.Qualification.Tests.Forecasting.Series;

/// <summary>The component forms of FPP3 8.1 to 8.3 written out with all their indices: slow, and apart from the library's own.</summary>
internal sealed class ByTheLetter
{
    // Index 0 is before the first value; seasons are a period further on, so that s[t] is at t + m.
    private readonly double[] _l;
    private readonly double[] _b;
    private readonly double[] _s;
    private readonly int _m;
    private readonly int _count;

    /// <param name="y">The values.</param>
    /// <param name="m">The period, or 0 for no seasons.</param>
    /// <param name="alpha">Of the level.</param>
    /// <param name="beta">Beta*, 0 without a trend.</param>
    /// <param name="gamma">Of the seasons.</param>
    /// <param name="level">l_0.</param>
    /// <param name="trend">b_0.</param>
    /// <param name="seasons">s_(1-m) to s_0.</param>
    public ByTheLetter(IReadOnlyList<double> y, int m, double alpha, double beta, double gamma, double level, double trend, params double[] seasons)
    {
        _m = m;
        _count = y.Count;
        _l = new double[_count + 1];
        _b = new double[_count + 1];
        _s = new double[_count + 1 + m];
        _l[0] = level;
        _b[0] = trend;
        for (var i = 0; i < m; i++) _s[i + 1] = seasons[i];
        Fitted = new double[_count];
        for (var t = 1; t <= _count; t++)
        {
            var season = m == 0 ? 0 : _s[t];
            Fitted[t - 1] = _l[t - 1] + _b[t - 1] + season;
            _l[t] = (alpha * (y[t - 1] - season)) + ((1 - alpha) * (_l[t - 1] + _b[t - 1]));
            _b[t] = (beta * (_l[t] - _l[t - 1])) + ((1 - beta) * _b[t - 1]);
            if (m > 0) _s[t + m] = (gamma * (y[t - 1] - _l[t - 1] - _b[t - 1])) + ((1 - gamma) * season);
        }

        SumOfSquares = y.Zip(Fitted, (value, fitted) => (value - fitted) * (value - fitted)).Sum();
    }

    public double[] Fitted { get; }

    public double SumOfSquares { get; }

    public double Level(int t) => _l[t];

    public double Trend(int t) => _b[t];

    /// <summary>l_T + h b_T + s_(T+h-m(k+1)), k the integer part of (h-1)/m.</summary>
    public double Forecast(int h)
    {
        var line = _l[_count] + (h * _b[_count]);
        if (_m == 0) return line;
        var k = (h - 1) / _m;
        return line + _s[_count + h - (_m * (k + 1)) + _m];
    }

    /// <summary>The same from the parameters that a fit names.</summary>
    public static ByTheLetter Of(SeriesFit fit, int m, IReadOnlyList<double>? values = null)
    {
        double Parameter(string name) => fit.Parameters.Where(parameter => parameter.Name == name).Select(parameter => parameter.Value).SingleOrDefault();
        var seasons = Enumerable.Range(1 - m, m).Select(i => Parameter(FormattableSeason(i))).ToArray();
        return new(values ?? fit.Values, m, Parameter("alpha"), Parameter("beta"), Parameter("gamma"), Parameter("l[0]"), Parameter("b[0]"), seasons);
    }

    private static string FormattableSeason(int i) => "s[" + i.ToString(System.Globalization.CultureInfo.InvariantCulture) + "]";
}
