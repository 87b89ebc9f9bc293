using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

internal static class HalfLife
{
    public static void Check(FaultList faults, string id, double days)
    {
        if (!(days > 0) || double.IsInfinity(days))
        {
            faults.Add("half-life.range", id, $"the half-life is {InvariantText.Of(days)} days", "it must be a finite number above 0");
        }
    }
}
