using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using Sqo.Qualification.Internal;
using Xunit;

namespace Sqo.Qualification.Tests.Conventions;

/// <summary>A value that can't be right is not made, and what criteria read is of the types of one table.</summary>
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

    /// <summary>The table of the values that criteria read: a row has all that there is to say of its type.</summary>
    [Fact]
    public void Rows_OfValueKinds_AreWhole()
    {
        Dictionary<Type, object[]> samples = new()
        {
            [typeof(string)] = ["", "a \"b\""],
            [typeof(bool)] = [true, false],
            [typeof(int)] = [int.MinValue, -1, 0, int.MaxValue],
            [typeof(long)] = [long.MinValue, 0L, long.MaxValue],
            [typeof(float)] = [-0.1f, 0f, float.MaxValue],
            [typeof(double)] = [-0.1, 0d, double.Epsilon, double.MaxValue],
            [typeof(decimal)] = [-0.10m, 0m, decimal.MaxValue],
            [typeof(DateTime)] = [new DateTime(2026, 6, 30), new DateTime(2026, 6, 30, 16, 0, 1, DateTimeKind.Utc)],
            [typeof(TimeSpan)] = [TimeSpan.FromDays(-1.5), TimeSpan.Zero, TimeSpan.MaxValue],
            [typeof(Guid)] = [Guid.Empty, new Guid("6f9619ff-8b86-d011-b42d-00c04fc964ff")],
        };
        Assert.Equal(ValueKind.All.Select(kind => kind.Type), samples.Keys);
        Assert.Equal(ValueKind.All.Length, ValueKind.All.Select(kind => kind.Name).Distinct().Count());
        foreach (var kind in ValueKind.All)
        {
            Assert.Same(kind, ValueKind.Of(kind.Type));
            Assert.Same(kind, ValueKind.Named(kind.Name));
            Assert.Equal(kind.Keyword ?? kind.Type.Name, TypeText.Of(kind.Type));
            Assert.Equal(kind.ToData is null, kind.Rule.Length == 0);
            if (kind.OfDouble is { } number) Assert.Equal(kind.Type, number(0, 1)!.GetType());
            foreach (var value in samples[kind.Type])
            {
                Assert.Equal(value, kind.Parse(kind.TextOf(value)));
                Assert.Equal(value, RecordedValue.Read(kind.Name, kind.TextOf(value), null));
                if (kind.ToData is not null) Assert.Equal(value, DataValues.Read(kind.Type, DataValues.Write(value)));
                if (kind.Difference is { } difference) Assert.Equal(kind.Zero, difference(value, value));
                if (kind.IsNumber) Assert.Equal(Convert.ToDouble(value, CultureInfo.InvariantCulture), kind.ToDouble!(value));
            }
        }
    }

    [Fact]
    public void Overloads_OfCriterionAndAdd_TakeTheTypesOfTheTable()
    {
        // What comes in UTC and a day are a DateTime from there on; a level and an enumeration go by their names.
        Type[] others =
        [
            typeof(DateTimeOffset), typeof(EvidenceLevel),
#if NET && !NETSTANDARD_ASSET
            typeof(DateOnly),
#endif
        ];
        var expected = ValueKind.All.Select(kind => kind.Type).Concat(others).OrderBy(type => type.Name, StringComparer.Ordinal).ToArray();
        Assert.Equal(expected, TypesOf(typeof(CriteriaBuilder<Probe>), "Criterion"));
        Assert.Equal(expected, TypesOf(typeof(FieldMapBuilder<Probe>), "Add"));

        static Type[] TypesOf(Type builder, string name) =>
        [
            .. builder.GetMethods().Where(method => method.Name == name && !method.IsGenericMethod)
                .Select(method => method.GetParameters().ElementAtOrDefault(1)?.ParameterType)
                .Where(type => type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(Func<,>))
                .Select(type => Nullable.GetUnderlyingType(type!.GetGenericArguments()[1]) ?? type.GetGenericArguments()[1])
                .Distinct().OrderBy(type => type.Name, StringComparer.Ordinal),
        ];
    }

    private sealed class Probe;

    private static object? Usual(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(double) => 0.5,
        var type when type == typeof(string) => "x",
        var type when type == typeof(DateTime) => new DateTime(2026, 11, 12),
        var type when type.IsValueType => Activator.CreateInstance(type),
        _ => null,
    };
}
