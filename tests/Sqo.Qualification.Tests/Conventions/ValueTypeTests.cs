using System;
using System.Linq;
using System.Reflection;
using Xunit;

namespace Sqo.Qualification.Tests.Conventions;

/// <summary>A value that can't be right is not made.</summary>
public class ValueTypeTests
{
    /// <summary>What a list or a profile is made of: what takes it refuses it, and says at which place it stands. Tested where that
    /// is.</summary>
    private static readonly string[] CheckedWhereTaken = ["CurvePoint", "GradeBand", "ScoreBin", "ScoredOutcome", "TextBin"];

    [Fact]
    public void Constructors_OfValueTypes_RefuseNaN()
    {
        var checkedHere = 0;
        foreach (var type in typeof(Decision).Assembly.GetExportedTypes()
            .Where(type => type.IsValueType && !type.IsEnum && !CheckedWhereTaken.Contains(type.Name)))
        {
            foreach (var constructor in type.GetConstructors())
            {
                var parameters = constructor.GetParameters();
                for (var i = 0; i < parameters.Length; i++)
                {
                    if (parameters[i].ParameterType != typeof(double)) continue;
                    checkedHere++;
                    var at = i;
                    var arguments = parameters.Select((parameter, place) => place == at ? double.NaN : Usual(parameter)).ToArray();
                    var thrown = Assert.Throws<TargetInvocationException>(() => constructor.Invoke(arguments));
                    Assert.IsAssignableFrom<ArgumentException>(thrown.InnerException);
                }
            }

            // What a constructor checks can't be set afterwards.
            Assert.DoesNotContain(
                type.GetProperties(), property => property.PropertyType == typeof(double) && property.SetMethod is { IsPublic: true });
        }

        Assert.True(checkedHere > 8, $"Only {checkedHere} numbers were tried.");
    }

    [Fact]
    public void Constructors_OfIntervals_RefuseWhatIsNone()
    {
        Assert.Throws<ArgumentOutOfRangeException>("low", () => new StatisticalInterval(5, 1, 0.9));
        Assert.Throws<ArgumentOutOfRangeException>("high", () => new StatisticalInterval(5, double.PositiveInfinity, 0.9));
        Assert.Throws<ArgumentOutOfRangeException>("level", () => new StatisticalInterval(1, 5, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("level", () => new StatisticalInterval(1, 5, 1));
        Assert.Throws<ArgumentOutOfRangeException>("low", () => new StatisticalInterval(5, 1, 0.9));
        Assert.Throws<ArgumentOutOfRangeException>("value", () => new SeriesParameter("alpha", double.NegativeInfinity, true));
        Assert.Throws<ArgumentException>("name", () => new SeriesParameter(" ", 1, true));
        Assert.Equal(
            (1.0, 5.0, 0.9),
            (new StatisticalInterval(1, 5, 0.9).Low, new StatisticalInterval(1, 5, 0.9).High, new StatisticalInterval(1, 5, 0.9).Level));
    }

    private static object? Usual(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(double) => 0.5,
        var type when type == typeof(string) => "x",
        var type when type == typeof(DateTime) => new DateTime(2026, 11, 12),
        var type when type.IsValueType => Activator.CreateInstance(type),
        _ => null,
    };
}
