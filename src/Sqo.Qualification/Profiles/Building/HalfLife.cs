using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

internal static class HalfLife
{
    public static void Check(FaultList faults, string id, double days)
    {
        if (!(days > 0 && days <= double.MaxValue)) AddOutOfRange(faults, id, days);
    }

    private static void AddOutOfRange(FaultList faults, string id, double days) =>
        faults.Add("half-life.range", id, $"the half-life is {InvariantText.Of(days)} days", "it must be a finite number above 0");
}
