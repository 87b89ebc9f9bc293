using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Xunit;

namespace Sqo.Qualification.Tests.Conventions;

/// <summary>What is public can't be changed, whatever it is cast to.</summary>
public class ImmutabilityTests
{
    private static readonly Assembly Core = typeof(Decision).Assembly;

    /// <summary>What a callback fills in.</summary>
    private static readonly string[] MayBeFilled = ["LeadDraft", "OpportunityDraft"];

    /// <summary>Lists that nothing built here fills, each of which is looked at by itself.</summary>
    private static readonly string[] Unfilled =
        ["ModelForecast.Fallbacks", "RecordedInput.Texts", "ResponseClock.Unclear", "RevenueForecast.Fallbacks"];

    [Fact]
    public void PublicLists_OfBuiltObjects_CanNotBeChanged()
    {
        var walk = new ObjectWalk(Core);
        foreach (var (name, root) in BuiltObjects.All()) walk.From(name, root);
        Assert.True(walk.Changeable.Count == 0, string.Join("\n", walk.Changeable));

        // Each list of each public type was there, with something in it.
        var declared = from type in Core.GetExportedTypes()
                       where !MayBeFilled.Contains(type.Name)
                       from member in ObjectWalk.MembersOf(type)
                       where ObjectWalk.IsList(member.Type) && member.Member.DeclaringType == type && !(type.IsAbstract && type.IsSealed)
                       select ObjectWalk.NameOf(member.Member);
        var missed = string.Join(", ", declared.Where(name => !walk.Lists.Contains(name) && !Unfilled.Contains(name)));
        Assert.True(missed.Length == 0, "Lists that nothing was seen in: " + missed);
    }

    [Fact]
    public void Changeable_ArraysAndListsBehindInterfaces_AreFound()
    {
        var walk = new ObjectWalk(typeof(ImmutabilityTests).Assembly);
        walk.From("leak", new Leak());
        Assert.Equal(
            ["leak.Array: Int32[]", "leak.Inner[].Numbers: List`1", "leak.List: List`1", "leak.Made: Int32[]", "leak.Map: Dictionary`2",
                "leak.Value: Object[]"],
            walk.Changeable);
        Assert.Contains("Leak.Wrapped", walk.Lists);
        Assert.DoesNotContain("Leak.Empty", walk.Lists);
    }

    private sealed class Leak
    {
        public IReadOnlyList<int> Array { get; } = new[] { 1 };

        public IReadOnlyList<int> List { get; } = new List<int>();

        public IReadOnlyDictionary<string, int> Map { get; } = new Dictionary<string, int> { ["a"] = 1 };

        public IReadOnlyList<Nested> Inner { get; } = [new()];

        public object Value { get; } = new object[] { 1 };

        public IReadOnlyList<int> Wrapped { get; } = [1, 2];

        public IReadOnlyList<int> Empty { get; } = [];

        public IEnumerable<int> Made() => new[] { 1 };
    }

    private sealed class Nested
    {
        public IReadOnlyList<int> Numbers { get; } = new List<int> { 1 };
    }
}
