namespace Sqo.Qualification.DependencyInjection.Tests.Infrastructure;

/// <summary>A profile whose constructor takes a service.</summary>
public sealed class ServedProfile(Minimum minimum) : IProfileConfiguration<Deal>
{
    public string Name => "served";

    public void Define(ProfileBuilder<Deal> profile) => profile.Criterion("budget", d => d.Budget).AtLeast(minimum.Amount).Required();
}
