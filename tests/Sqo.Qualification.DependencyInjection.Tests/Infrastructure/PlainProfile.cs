namespace Sqo.Qualification.DependencyInjection.Tests.Infrastructure;

/// <summary>A profile that takes nothing.</summary>
public sealed class PlainProfile : IProfileConfiguration<Deal>
{
    public string Name => "plain";

    public void Define(ProfileBuilder<Deal> profile) => Deal.Startup(profile);
}
