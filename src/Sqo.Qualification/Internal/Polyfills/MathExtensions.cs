#if !NET
using System;

namespace Sqo.Qualification.Internal;

/// <summary>Members that <see cref="Math"/> lacks on the old targets.</summary>
internal static class MathExtensions
{
    extension(Math)
    {
        public static double Clamp(double value, double min, double max) => value < min ? min : value > max ? max : value;
    }
}
#endif
