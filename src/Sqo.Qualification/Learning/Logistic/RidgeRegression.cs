using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Least negative log-likelihood + half the sum of penalty x coefficient^2, by Newton's method. The matrix of second derivatives is
/// kept from step to step, and from one penalty to the next, as long as the steps shrink quickly with it.
/// </summary>
internal sealed class RidgeRegression(LogisticDesign design, bool[] won, int[] rows)
{
    private const int MostSteps = 200;

    // A step that leaves more than this share of the expected gain wants a new matrix.
    private const double Shrinks = 0.05;

    // The gain in loss that a step must bring to be visible in it.
    private const double Unseen = 1e-13;
    private const double SmallestStep = 1e-9;
    private const double SmallestPivot = 1e-11;

    private readonly double[] _weights = new double[rows.Length];
    private readonly double[] _matrix = new double[design.Terms * design.Terms];
    private readonly double[] _factor = new double[design.Terms * design.Terms];
    private readonly int _rows = rows.Length;
    private double[] _gradient = new double[design.Terms];
    private double[] _spare = new double[design.Terms];
    private bool _hasMatrix;

    /// <summary>The coefficients of the last fit, from which the next one starts.</summary>
    public double[] Coefficients { get; private set; } = new double[design.Terms];

    /// <summary>The term that the terms before it determine, if the last fit failed for that.</summary>
    public int Dependent { get; private set; } = -1;

    /// <summary>Starts from coefficients, and from the second derivatives of a fit to more rows.</summary>
    public void StartFrom(double[] coefficients, RidgeRegression other)
    {
        Coefficients = coefficients;
        if (_hasMatrix) return;
        for (var i = 0; i < _matrix.Length; i++) _matrix[i] = other._matrix[i] * rows.Length / other._rows;
        _hasMatrix = true;
    }

    /// <summary>Fits; the tolerance is that of the gain which the next step would bring, per row.</summary>
    public bool Fit(double[] penalty, double tolerance)
    {
        var loss = Evaluate(Coefficients, _gradient, penalty);
        var isCurrent = false;
        var before = double.PositiveInfinity;
        for (var step = 0; step < MostSteps; step++)
        {
            if (!_hasMatrix) MakeMatrix(out isCurrent);
            if (!Factor(penalty)) return false;
            var move = Solve(_gradient);
            double gain = 0;
            for (var i = 0; i < move.Length; i++) gain += move[i] * _gradient[i];
            if (gain <= tolerance * rows.Length) return true;
            if (!isCurrent && gain > Shrinks * before)
            {
                MakeMatrix(out isCurrent);
                before = double.PositiveInfinity;
                continue;
            }

            // Rounding hides so small a gain: the full step is kept.
            var isUnseen = gain <= Unseen * loss;
            var size = 1.0;
            while (true)
            {
                var next = new double[move.Length];
                for (var i = 0; i < next.Length; i++) next[i] = Coefficients[i] - (size * move[i]);
                var nextLoss = Evaluate(next, _spare, penalty);
                if (isUnseen || nextLoss <= loss - (1e-4 * size * gain) + (Unseen * loss))
                {
                    Coefficients = next;
                    loss = nextLoss;
                    (_gradient, _spare) = (_spare, _gradient);
                    break;
                }

                if (!isCurrent)
                {
                    // The old matrix misled.
                    loss = Evaluate(Coefficients, _gradient, penalty);
                    MakeMatrix(out isCurrent);
                    size = 0;
                    break;
                }

                size /= 2;
                if (size < SmallestStep) return true;
            }

            if (size == 0) continue;
            if (isUnseen && isCurrent) return true;
            before = gain;
            isCurrent = false;
        }

        return true;
    }

    /// <summary>The variances and covariances of the coefficients: the inverse of the second derivatives with the penalty.</summary>
    public double[] Covariance(double[] penalty)
    {
        Evaluate(Coefficients, _gradient, penalty);
        MakeMatrix(out _);
        if (!Factor(penalty)) throw new InvalidOperationException("The second derivatives have no inverse.");
        var terms = design.Terms;
        var inverse = new double[terms * terms];
        var unit = new double[terms];
        for (var i = 0; i < terms; i++)
        {
            Array.Clear(unit, 0, terms);
            unit[i] = 1;
            Solve(unit).CopyTo(inverse, i * terms);
        }

        return inverse;
    }

    /// <summary>The sum of -ln of the probability of the outcome of other rows.</summary>
    public double LogLoss(int[] others)
    {
        double sum = 0;
        foreach (var row in others)
        {
            var logOdds = design.LogOdds(row, Coefficients);
            sum += Logistic.SoftPlus(won[row] ? -logOdds : logOdds);
        }

        return sum;
    }

    private double Evaluate(double[] coefficients, double[] gradient, double[] penalty)
    {
        Array.Clear(gradient, 0, gradient.Length);
        double loss = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i];
            var logOdds = design.LogOdds(row, coefficients);
            var e = Exponential.Exp(-Math.Abs(logOdds));
            var probability = logOdds >= 0 ? 1 / (1 + e) : e / (1 + e);
            var against = won[row] ? -logOdds : logOdds;
            loss += Math.Max(against, 0) + Logarithm.Of(1 + e);
            _weights[i] = e / ((1 + e) * (1 + e));
            // The difference of a won deal would cancel near 1.
            design.AddTo(gradient, row, !won[row] ? probability : logOdds >= 0 ? -e / (1 + e) : -1 / (1 + e));
        }

        for (var i = 0; i < gradient.Length; i++)
        {
            loss += penalty[i] * coefficients[i] * coefficients[i] / 2;
            gradient[i] += penalty[i] * coefficients[i];
        }

        return loss;
    }

    private void MakeMatrix(out bool isCurrent)
    {
        Array.Clear(_matrix, 0, _matrix.Length);
        design.AddProducts(_matrix, rows, _weights);
        _hasMatrix = isCurrent = true;
    }

    /// <summary>Cholesky.</summary>
    private bool Factor(double[] penalty)
    {
        var terms = design.Terms;
        for (var i = 0; i < terms; i++)
        {
            var row = i * terms;
            for (var j = 0; j <= i; j++)
            {
                var other = j * terms;
                var sum = _matrix[row + j] + (i == j ? penalty[i] : 0);
                var whole = sum;
                for (var k = 0; k < j; k++) sum -= _factor[row + k] * _factor[other + k];
                if (i != j)
                {
                    _factor[row + j] = sum / _factor[other + j];
                }
                else
                {
                    if (!(sum > SmallestPivot * whole))
                    {
                        Dependent = i;
                        return false;
                    }

                    _factor[row + j] = Math.Sqrt(sum);
                }
            }
        }

        return true;
    }

    private double[] Solve(double[] right)
    {
        var terms = design.Terms;
        var x = (double[])right.Clone();
        for (var i = 0; i < terms; i++)
        {
            var sum = x[i];
            for (var k = 0; k < i; k++) sum -= _factor[(i * terms) + k] * x[k];
            x[i] = sum / _factor[(i * terms) + i];
        }

        for (var i = terms - 1; i >= 0; i--)
        {
            var sum = x[i];
            for (var k = i + 1; k < terms; k++) sum -= _factor[(k * terms) + i] * x[k];
            x[i] = sum / _factor[(i * terms) + i];
        }

        return x;
    }
}
