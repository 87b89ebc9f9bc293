using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Profiles;

public class ProfileMessageTests
{
    [Fact]
    public void Message_ProfileWithManyFaults_IsAsReviewed()
    {
        var exception = Assert.Throws<QualificationProfileException>(() => QualificationProfile.Create<Probe>("broken", p =>
        {
            p.Criterion("budget", x => x.Amounts[0]).Between(20m, 10m).Weight(double.NaN);
            p.Criterion("budget", x => x.Numbers[0]).Linear(5, 5).MetFrom(0);
            p.Criterion("", x => x.Flags[0]).IsTrue();
            p.Criterion("unfinished", x => x.Texts[0]);
            p.AtLeast(3, "need", g => g.Criterion("pain", x => x.Flags[1]).IsTrue().Required());
            p.Group("empty", _ => { }).Cap(1).Floor(2);
            p.QualifyAt(101).NearMissWithin(-0.5);
        }));
        Snapshot.Match(exception.Message, "ProfileMessage_Faults");
    }

    [Fact]
    public void Message_ProfileWithLint_IsAsReviewed()
    {
        var profile = QualificationProfile.Create<Probe>("odd", p =>
        {
            p.Criterion("rich", x => x.Numbers[0]).AtLeast(100).Required().Weight(1);
            p.Criterion("poor", x => x.Numbers[0]).Below(50).Required();
            p.Criterion("shown", x => x.Flags[0]).IsTrue();
            p.Group("small", g => g.Criterion("swallowed", x => x.Flags[1]).IsTrue().Weight(30)).Cap(10);
            p.Group("wide", g => g.Criterion("free", x => x.Flags[2]).IsTrue().Weight(30)).Cap(50);
            p.Group("deep", g => g.Criterion("risk", x => x.Flags[3]).IsTrue().Weight(-30)).Floor(-50);
            p.QualifyAt(99.5);
        });
        Snapshot.Match(string.Join("\n", profile.Lint.Select(lint => lint.Code + ": " + lint.Message)), "ProfileMessage_Lint");
    }
}
