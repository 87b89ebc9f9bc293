using System;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Profiles.Verbs;

public class ComparableVerbsTests
{
    [Fact]
    public void EveryComparison_OfInt32_HoldsAtItsBounds() =>
        Check(9, 10, 11, b => b.Criterion("c", x => x.Value), b => b.Criterion("c", x => x.Value));

    [Fact]
    public void EveryComparison_OfInt64_HoldsAtItsBounds() =>
        Check(
            long.MaxValue - 2, long.MaxValue - 1, long.MaxValue, b => b.Criterion("c", x => x.Value), b => b.Criterion("c", x => x.Value));

    [Fact]
    public void EveryComparison_OfSingle_HoldsAtItsBounds() =>
        Check(0.1f, 0.2f, 0.3f, b => b.Criterion("c", x => x.Value), b => b.Criterion("c", x => x.Value));

    [Fact]
    public void EveryComparison_OfDouble_HoldsAtItsBounds() =>
        Check(-1e300, 0, double.PositiveInfinity, b => b.Criterion("c", x => x.Value), b => b.Criterion("c", x => x.Value));

    [Fact]
    public void EveryComparison_OfDecimal_HoldsAtItsBounds() =>
        Check(9_999.99m, 10_000m, 10_000.01m, b => b.Criterion("c", x => x.Value), b => b.Criterion("c", x => x.Value));

    [Fact]
    public void EveryComparison_OfTimeSpan_HoldsAtItsBounds() => Check(
        TimeSpan.FromHours(-1), TimeSpan.FromHours(24), TimeSpan.FromDays(2), b => b.Criterion("c", x => x.Value),
        b => b.Criterion("c", x => x.Value));

    [Fact]
    public void AtLeast_DoubleIsNaN_Unknown()
    {
        Assert.Equal(AnswerState.Unknown, Asking.State(double.NaN, b => b.Criterion("c", x => x.Value).AtLeast(1)));
        Assert.Equal(AnswerState.Unknown, Asking.State<double?>(double.NaN, b => b.Criterion("c", x => x.Value).AtMost(1)));
        Assert.Equal(AnswerState.Unknown, Asking.State(float.NaN, b => b.Criterion("c", x => x.Value).Below(1)));
        Assert.Equal(AnswerState.Unknown, Asking.State<float?>(float.NaN, b => b.Criterion("c", x => x.Value).EqualTo(1)));
    }

    [Fact]
    public void AtLeast_ValueFallsShort_GapIsWhatIsLacking()
    {
        Assert.Equal(2_000m, Asking.Explain(8_000m, b => b.Criterion("c", x => x.Value).AtLeast(10_000m)).Gap);
        Assert.Equal(0m, Asking.Explain(10_000m, b => b.Criterion("c", x => x.Value).AtLeast(10_000m)).Gap);
        Assert.Equal(3L, Asking.Explain(5, b => b.Criterion("c", x => x.Value).AtMost(2)).Gap);
        Assert.Equal(
            TimeSpan.FromHours(3),
            Asking.Explain(
                TimeSpan.FromHours(7), b => b.Criterion("c", x => x.Value).Between(TimeSpan.FromHours(10), TimeSpan.FromHours(12))).Gap);
        Assert.Null(Asking.Explain<decimal?>(null, b => b.Criterion("c", x => x.Value).AtLeast(10_000m)).Gap);
    }

    [Fact]
    public void AtLeast_ValuesAtTheEndsOfTheType_GapIsNullInsteadOfAnOverflow()
    {
        Assert.Null(Asking.Explain(decimal.MinValue, b => b.Criterion("c", x => x.Value).AtLeast(decimal.MaxValue)).Gap);
        Assert.Null(Asking.Explain(long.MinValue, b => b.Criterion("c", x => x.Value).AtLeast(long.MaxValue)).Gap);
        Assert.Null(Asking.Explain(TimeSpan.MinValue, b => b.Criterion("c", x => x.Value).AtLeast(TimeSpan.MaxValue)).Gap);
        Assert.Equal(
            uint.MaxValue,
            Assert.IsType<long>(Asking.Explain(int.MinValue, b => b.Criterion("c", x => x.Value).AtLeast(int.MaxValue)).Gap));
    }

    private static void Check<TValue>(
        TValue below,
        TValue bound,
        TValue above,
        Func<CriteriaBuilder<Box<TValue>>, ComparableVerbs<Box<TValue>, TValue>> select,
        Func<CriteriaBuilder<Box<TValue?>>, ComparableVerbs<Box<TValue?>, TValue>> selectNullable)
        where TValue : struct, IComparable<TValue>
    {
        Both(v => v.AtLeast(bound), v => v.AtLeast(bound), unmet: [below], met: [bound, above]);
        Both(v => v.AtMost(bound), v => v.AtMost(bound), unmet: [above], met: [bound, below]);
        Both(v => v.Above(bound), v => v.Above(bound), unmet: [below, bound], met: [above]);
        Both(v => v.Below(bound), v => v.Below(bound), unmet: [above, bound], met: [below]);
        Both(v => v.EqualTo(bound), v => v.EqualTo(bound), unmet: [below, above], met: [bound]);
        Both(v => v.Between(below, bound), v => v.Between(below, bound), unmet: [above], met: [below, bound]);
        Both(v => v.Between(bound, bound), v => v.Between(bound, bound), unmet: [below, above], met: [bound]);
        Both(v => v.Satisfies(x => x.Equals(bound)), v => v.Satisfies(x => x.Equals(bound)), unmet: [below, above], met: [bound]);

        void Both(
            Func<ComparableVerbs<Box<TValue>, TValue>, CriterionBuilder<Box<TValue>>> ask,
            Func<ComparableVerbs<Box<TValue?>, TValue>, CriterionBuilder<Box<TValue?>>> askNullable,
            TValue[] unmet,
            TValue[] met)
        {
            Assert.Equal(AnswerState.Unknown, Asking.State<TValue?>(null, b => askNullable(selectNullable(b))));
            Assert.All(unmet, value => AssertState(AnswerState.Unmet, value));
            Assert.All(met, value => AssertState(AnswerState.Met, value));

            void AssertState(AnswerState expected, TValue value)
            {
                var result = Asking.Explain(value, b => ask(select(b)));
                Assert.Equal(expected, result.State);
                Assert.Equal(value, result.Actual);
                Assert.Equal(expected, Asking.State<TValue?>(value, b => askNullable(selectNullable(b))));
            }
        }
    }
}
