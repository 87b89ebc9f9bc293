using System;

namespace Sqo.Qualification;

/// <summary>Numbers to transform, reused by one law after the other.</summary>
internal sealed class FourierScratch
{
    public double[] Real { get; private set; } = [];

    public double[] Imaginary { get; private set; } = [];

    /// <summary>Makes the first numbers 0.</summary>
    public void Clear(int size)
    {
        if (Real.Length < size)
        {
            (Real, Imaginary) = (new double[size], new double[size]);
            return;
        }

        Array.Clear(Real, 0, size);
        Array.Clear(Imaginary, 0, size);
    }
}
