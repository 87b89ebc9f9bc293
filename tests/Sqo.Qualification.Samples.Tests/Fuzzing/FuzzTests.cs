using Sqo.Qualification.Tests.Fuzzing;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;
using Xunit.Abstractions;

namespace Sqo.Qualification.Samples.Tests.Fuzzing;

/// <summary>Throws seeded deals and maps at the sample PipelineReview, and holds what it promises of any.</summary>
[Collection(Alone.Name)]
public sealed class FuzzTests(ITestOutputHelper output)
{
    public static TheoryData<string> Doors => ["deals", "deals map"];

    [Theory]
    [MemberData(nameof(Doors))]
    public void Door_AnyInput_KeepsWhatIsPromised(string door)
    {
        using var folder = new TemporaryFolder();
        new FuzzDriver(output, door, (random, size) => new FuzzReview(random, size, door, folder))
            .Run(Deep.Size(5, 40), Doors.Count);
    }
}
