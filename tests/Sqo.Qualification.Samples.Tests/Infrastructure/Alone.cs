using Xunit;

namespace Sqo.Qualification.Samples.Tests;

/// <summary>Tests that measure this process, and so don't run beside others in it.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone";
}
