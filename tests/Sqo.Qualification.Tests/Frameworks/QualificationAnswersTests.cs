using System;
using System.Linq;
using Xunit;
using static Sqo.Qualification.EvidenceLevel;
using Nine = Sqo.Qualification.Frameworks;

namespace Sqo.Qualification.Tests.Frameworks;

public class QualificationAnswersTests
{
    [Fact]
    public void Through_AnswersGivenOnce_AreReadByEachFramework()
    {
        var answers = new QualificationAnswers { Budget = Confirmed, Authority = Claimed, Need = Documented };
        Assert.Equal(Confirmed, answers.Through(Nine.Bant)[Bant.Budget]);
        Assert.Equal(Confirmed, answers.Through(Nine.Champ)[Champ.Money]);
        Assert.Equal(Confirmed, answers.Through(Nine.Faint)[Faint.Funds]);
        Assert.Equal(Claimed, answers.Through(Nine.Meddpicc)[Meddpicc.EconomicBuyer]);
        Assert.Equal(Documented, answers.Through(Nine.Spiced)[Spiced.Pain]);
        var view = answers.Through(Nine.Meddpicc);
        Assert.Same(Nine.Meddpicc, view.Framework);
        Assert.Equal(
            ["Metrics", "Decision Criteria", "Decision Process", "Paper Process", "Champion", "Competition"],
            view.Missing.Select(criterion => criterion.Name));
        Assert.Equal(0.25, view.Coverage);
        Assert.Equal("MEDDPICC: 2 of 8 answered", view.ToString());
        Assert.Equal("Economic Buyer: Claimed", view.Answers[1].ToString());
    }

    [Fact]
    public void Through_EveryTopicAnswered_LeavesNothingToAskInAnyFramework()
    {
        var answers = new QualificationAnswers();
        foreach (var property in typeof(QualificationAnswers).GetProperties().Where(property => property.GetIndexParameters().Length == 0))
        {
            // Each property stands for the topic of its name.
            var topic = (string)typeof(Topics).GetField(property.Name)!.GetRawConstantValue()!;
            answers = answers.With(topic, Confirmed);
            Assert.Equal(Confirmed, property.GetValue(answers));
        }

        Assert.All(Nine.All.Concat(Industries.All), framework => Assert.Equal(1, answers.Through(framework).Coverage));
        Assert.All(Nine.All, framework => Assert.Equal(0, new QualificationAnswers().Through(framework).Coverage));
    }

    [Fact]
    public void Set_EachProperty_IsItsOwnTopic()
    {
        foreach (var property in typeof(QualificationAnswers).GetProperties().Where(property => property.GetIndexParameters().Length == 0))
        {
            var answers = new QualificationAnswers();
            property.SetValue(answers, Documented);
            Assert.Equal(Documented, answers[(string)typeof(Topics).GetField(property.Name)!.GetRawConstantValue()!]);
            Assert.Equal(1, typeof(Topics).GetFields().Count(field => answers[(string)field.GetRawConstantValue()!] == Documented));
        }

        Assert.Equal(typeof(Topics).GetFields().Length, typeof(QualificationAnswers).GetProperties().Length - 1);
    }

    [Fact]
    public void With_AnotherAnswer_LeavesTheFirstAsTheyAre()
    {
        var first = new QualificationAnswers { Budget = Claimed }.With("own", Confirmed);
        var second = first.With(Topics.Budget, Documented).With("own", EvidenceLevel.Unknown);
        Assert.Equal((Claimed, Confirmed), (first.Budget, first["own"]));
        Assert.Equal((Documented, EvidenceLevel.Unknown), (second.Budget, second["own"]));
        Assert.Equal(EvidenceLevel.Unknown, first["never told"]);
    }

    [Fact]
    public void Answers_ThatCanNotBe_AreRefused()
    {
        var answers = new QualificationAnswers();
        Assert.Throws<ArgumentOutOfRangeException>(() => new QualificationAnswers { Need = (EvidenceLevel)4 });
        Assert.Contains(
            "\"need\" is -1", Assert.Throws<ArgumentOutOfRangeException>(() => answers.With(Topics.Need, (EvidenceLevel)(-1))).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => answers.With(" ", Claimed));
        Assert.Throws<ArgumentNullException>(() => answers.With(null!, Claimed));
        Assert.Throws<ArgumentNullException>(() => answers[null!]);
        Assert.Throws<ArgumentNullException>(() => answers.Through(null!));
    }
}
