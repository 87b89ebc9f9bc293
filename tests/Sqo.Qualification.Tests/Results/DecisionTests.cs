using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Results;

public class DecisionTests
{
    [Fact]
    public void Default_IsDisqualifiedWithNothing()
    {
        Decision decision = default;
        Assert.Equal(Verdict.Disqualified, decision.Verdict);
        Assert.False(decision.IsQualified || decision.HasErrors);
        Assert.Equal("Disqualified 0 [0, 0]", decision.ToString());
    }

    [Fact]
    public void Equality_AnyPartDiffers_IsNotEqual()
    {
        var profile = QualificationProfile.Create<Box<double>>("p", p =>
        {
            p.Criterion("a", x => x.Value).Linear(0, 100).Weight(1);
            p.QualifyAt(60);
        });
        var one = profile.Decide(new Box<double>(70), Asking.AsOf);
        var same = profile.Decide(new Box<double>(70), Asking.AsOf);
        var other = profile.Decide(new Box<double>(70.5), Asking.AsOf);
        Assert.True(one == same && one.Equals((object)same) && one.GetHashCode() == same.GetHashCode());
        Assert.True(one != other && !one.Equals(other) && !one.Equals("x"));
        Assert.Equal("Qualified 70.5 [70.5, 70.5]", other.ToString());
    }

#if NET
    [Fact]
    public void Size_OnSixtyFourBits_IsAtMostFortyEightBytes() =>
        Assert.InRange(System.Runtime.CompilerServices.Unsafe.SizeOf<Decision>(), 1, 48);
#endif

    [Fact]
    public void Fields_AreNoReferences() => Assert.All(
        typeof(Decision).GetFields(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic),
        field => Assert.True(field.FieldType.IsPrimitive, field.Name));
}
