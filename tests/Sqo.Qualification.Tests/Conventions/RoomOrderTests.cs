using System;
using System.Linq;
using Xunit;

namespace Sqo.Qualification.Tests.Conventions;

public class RoomOrderTests
{
    [Fact]
    public void Violations_OfTheCore_AreNone()
    {
        Assert.True(CoreSources.All.Count > 50, $"Only {CoreSources.All.Count} files were found.");
        var violations = RoomOrder.Violations(CoreSources.All);
        Assert.True(violations.Count == 0, string.Join("\n", violations));
    }

    [Theory]
    [InlineData("Scoring", "Criteria", true)]
    [InlineData("Criteria", "Scoring", false)]
    [InlineData("Evaluation", "Scoring", true)]
    [InlineData("Scoring", "Evaluation", false)]
    [InlineData("Results", "Evaluation", true)]
    [InlineData("Evaluation", "Results", false)]
    [InlineData("Evaluation", "Profiles", false)]
    [InlineData("Results", "Profiles", false)]
    [InlineData("Internal", "Criteria", false)]
    [InlineData("Criteria", "Internal", true)]
    [InlineData("Statistics", "Internal", true)]
    [InlineData("Statistics", "Criteria", false)]
    [InlineData("Internal", "Statistics", false)]
    [InlineData("Scoring", "Statistics", true)]
    [InlineData("Auditing", "Statistics", true)]
    [InlineData("Frameworks", "Profiles", true)]
    [InlineData("Profiles", "Frameworks", false)]
    [InlineData("Learning", "Profiles", true)]
    [InlineData("Profiles", "Learning", false)]
    [InlineData("Learning", "Frameworks", false)]
    [InlineData("Frameworks", "Learning", false)]
    [InlineData("Scoring", "Learning", false)]
    [InlineData("Forecasting", "Learning", false)]
    [InlineData("Pipeline", "Frameworks", false)]
    [InlineData("Campaigns", "Pipeline", true)]
    [InlineData("Campaigns", "Results", true)]
    [InlineData("Campaigns", "Forecasting", false)]
    [InlineData("Auditing", "Prioritization", false)]
    [InlineData("Forecasting", "Frameworks", false)]
    [InlineData("Pipeline", "Auditing", false)]
    [InlineData("Pipeline", "Forecasting", false)]
    [InlineData("Pipeline", "Scoring", true)]
    [InlineData("Forecasting", "Pipeline", true)]
    [InlineData("Forecasting", "Distributions", true)]
    [InlineData("Distributions", "Forecasting", false)]
    [InlineData("Pipeline", "Distributions", false)]
    [InlineData("Forecasting", "Campaigns", false)]
    public void Violations_OneUse_AreThoseAgainstTheOrder(string user, string used, bool allowed)
    {
        var violations = Plant(user, used, "public class User { public object? Field = new Used(); }");
        Assert.Equal(allowed ? 0 : 1, violations.Count);
        if (!allowed)
        {
            Assert.StartsWith($"{user}/Deeper/User.cs(1): {user} must not use Used of {used}", violations[0], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("public class User : Used;")]
    [InlineData("public class User { public int M() => Used.Number; }")]
    [InlineData("public class User { public string M() => nameof(Used); }")]
    [InlineData("public class User { public bool M(object o) => o is Used; }")]
    [InlineData("public class User { public System.Collections.Generic.List<Used> L = new(); }")]
    [InlineData("public class User { public string M() => 5.Extended(); }")]
    [InlineData("using U = Rooms.Used; public class User { public U? Field; }")]
    [InlineData("using static Rooms.Extensions; public class User { public string M() => Extended(5); }")]
    [InlineData("public class User { public string M() => nameof(Extensions.Extended); }")]
    [InlineData("public class User { public object M(Used.Part part) => part; }")]
    [InlineData("public class User { public string M() => new Whole().PartOfAnotherRoom(); } public partial class Whole;")]
    public void Violations_UseOfAnyKind_IsSeen(string user) => Assert.NotEmpty(Plant("Criteria", "Scoring", user));

    /// <summary>Otherwise something barred could come through a room between, without its name.</summary>
    [Fact]
    public void Rooms_WhatARoomMayUse_MayUseNothingMore() => Assert.All(
        RoomOrder.Rooms, room => Assert.All(room.Value, used => Assert.Subset(room.Value.ToHashSet(), RoomOrder.Rooms[used].ToHashSet())));

    [Fact]
    public void Violations_UseInAComment_IsNone() =>
        Assert.Empty(Plant("Criteria", "Scoring", "/// <summary>As in <see cref=\"Used\"/>.</summary> public class User;"));

    [Fact]
    public void Violations_UnknownFolder_IsNoRoom() => Assert.Contains(
        "\"Attic\" is no room", RoomOrder.Violations([new("Attic/A.cs", "class A;")]).Single(), StringComparison.Ordinal);

    [Fact]
    public void Violations_SourceThatDoesNotCompile_IsNotTakenForGood() =>
        Assert.Throws<InvalidOperationException>(() => Plant("Scoring", "Criteria", "public class User : Missing;"));

    private static System.Collections.Generic.IReadOnlyList<string> Plant(string user, string used, string source)
    {
        var usings = source.StartsWith("using", StringComparison.Ordinal)
            ? source[..(source.IndexOf(';', StringComparison.Ordinal) + 1)]
            : "";
        return RoomOrder.Violations(
        [
            new($"{user}/Deeper/User.cs", usings + "namespace Rooms; " + source[usings.Length..]),
            new($"{used}/Used.cs", """
                namespace Rooms;
                public class Used { public const int Number = 1; public class Part; }
                public partial class Whole { public string PartOfAnotherRoom() => ""; }
                public static class Extensions { public static string Extended(this int i) => ""; }
                """),
        ]);
    }
}
