using Sqo.Qualification;

namespace AotServices;

/// <summary>A profile in code, created by the container.</summary>
internal sealed class QuickProfile : IProfileConfiguration<Deal>
{
    public string Name => "quick";

    public void Define(ProfileBuilder<Deal> p)
    {
        p.Criterion("budget", d => d.Budget).AtLeast(5_000m).Required();
        p.Criterion("demo", d => d.HadDemo).IsTrue().Required();
    }
}
