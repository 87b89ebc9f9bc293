namespace Sqo.Qualification.DependencyInjection.Tests.Infrastructure;

/// <summary>A profile whose constructor takes its own qualifier.</summary>
internal sealed class SelfishProfile(IQualifier<Deal> self) : IProfileConfiguration<Deal>
{
    public string Name => "selfish";

    public void Define(ProfileBuilder<Deal> profile) => profile.Criterion("again").Satisfies(d => self.Decide(d).IsQualified).Required();
}
