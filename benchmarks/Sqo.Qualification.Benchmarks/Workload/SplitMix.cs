namespace Sqo.Qualification.Benchmarks.Workload;

/// <summary>SplitMix64, for data that is the same everywhere.</summary>
internal sealed class SplitMix(ulong state)
{
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>From 0 to below 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double share) => Share() < share;

    public string Pick(string[] values) => values[Below(values.Length)];

    private ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
