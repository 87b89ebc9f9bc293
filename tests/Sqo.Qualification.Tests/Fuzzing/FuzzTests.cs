using Sqo.Qualification.Tests.Infrastructure;
using Xunit;
using Xunit.Abstractions;

namespace Sqo.Qualification.Tests.Fuzzing;

/// <summary>Throws seeded input at every door of a profile and holds what the library promises of any.</summary>
public class FuzzTests(ITestOutputHelper output)
{
    public static TheoryData<string> Doors => ["builder", "definition", "settings", "overrides", "map"];

    [Theory]
    [MemberData(nameof(Doors))]
    public void Door_AnyInput_KeepsWhatIsPromised(string door) =>
        new FuzzDriver(output, door, (random, size) => new FuzzCase(random, size, door)).Run(Deep.Size(25, 150), Doors.Count);
}
