using Xunit;

namespace Sqo.Qualification.DependencyInjection.Tests.Infrastructure;

/// <summary>Listeners hear the whole process: tests with them, and of doing without, run one by one.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class ListenersCollection
{
    public const string Name = "Listeners";
}
