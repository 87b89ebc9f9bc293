using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;
using Nine = Sqo.Qualification.Frameworks;

namespace Sqo.Qualification.Tests.Frameworks;

public class FrameworkFaultTests
{
    /// <summary>For each code of a fault: what causes it, the id that it must name, and the words that the message must show.</summary>
    private static readonly Dictionary<string, Cause> Causes = new()
    {
        ["framework.incomplete"] = new(p => p.UseBant(b => b.Budget(d => d.Budget).Need(d => d.Need)), null, "BANT", "Authority, Timeline"),
        ["framework.empty"] = new(p => p.UseAnum(b => b.LeaveOut(Anum.Authority, Anum.Need, Anum.Urgency, Anum.Money)), null, "ANUM"),
        ["framework.repeated"] = new(p => p.UseBant(b => Filled(b).Budget(d => d.HasBudget)), "bant.budget", "more than once"),
        ["framework.left-out"] = new(p => p.UseBant(b => Filled(b).LeaveOut(Bant.Need)), "bant.need", "left out"),
        ["framework.criterion"] = new(
            p => p.UseBant(b => Filled(b).LeaveOut(Meddic.Champion)), null, "\"Champion\"", "Budget, Authority, Need, Timeline"),
        ["evidence.level"] = new(p => p.UseBant(b => Filled(b).AtLeast((EvidenceLevel)4)), null, "4"),
        ["stage.order"] = new(p => p.UseBant(b => Filled(b).FromStage("Proposal", EvidenceLevel.Documented)), null, "Stages"),
        ["stage.unlisted"] = new(
            p => p.UseBant(b => Staged(b).NotBefore("Propsal", Bant.Budget)), null, "\"Propsal\"", "Discovery, Proposal"),
        ["stage.level"] = new(p => p.UseBant(b => Staged(b).FromStage("Proposal", EvidenceLevel.Unknown, Bant.Budget)), null, "Unknown"),
        ["stage.falls"] = new(
            p => p.UseBant(
                b => Staged(b).FromStage("Proposal", EvidenceLevel.Claimed, Bant.Budget)
                .FromStage("Discovery", EvidenceLevel.Documented, Bant.Budget)),
            "bant.budget",
            "Claimed",
            "\"Proposal\""),
        ["stage.repeated"] = new(p => p.UseBant(b => Staged(b).Stages(d => d.StageValue, SalesStage.Discovery)), null, "more than once"),
        ["stage.empty"] = new(p => p.UseBant(b => Filled(b).Stages(d => d.Stage)), null, "empty"),
        ["stage.blank"] = new(p => p.UseBant(b => Filled(b).Stages(d => d.Stage, "Discovery", " ")), null, "blank"),
        ["stage.duplicate"] = new(p => p.UseBant(b => Filled(b).Stages(d => d.Stage, "Discovery", "DISCOVERY")), null, "DISCOVERY"),
        ["competition.empty"] = new(p => p.UseCompetition(_ => { }), null, "Competitors"),
        ["competition.repeated"] = new(
            p => p.UseCompetition(c => c.Incumbent(d => d.Incumbent).Incumbent(d => d.Wish)), "competition.incumbent", "more than once"),
        ["competitors.range"] = new(
            p => p.UseCompetition(c => c.Competitors(d => d.CompetitorCount, atMost: -1)), "competition.competitors", "-1"),
        ["incumbent.blank"] = new(p => p.UseCompetition(c => c.Incumbent(d => d.Incumbent, "Acme", " ")), "competition.incumbent", "blank"),
        ["differentiators.count"] = new(
            p => p.UseCompetition(c => c.Differentiators(d => d.AnsweredCount, of: 0)), "competition.differentiators", "0"),
    };

    public static TheoryData<string> Codes
    {
        get
        {
            var codes = new TheoryData<string>();
            foreach (var code in Causes.Keys) codes.Add(code);
            return codes;
        }
    }

    internal static IEnumerable<string> KnownCodes => Causes.Keys;

    [Theory]
    [MemberData(nameof(Codes))]
    public void Create_OneFault_IsReportedWithIdAndValue(string code)
    {
        var cause = Causes[code];
        var faults = Fail(cause.Define).Faults;
        Assert.All(faults, fault => Assert.Equal(code, fault.Code));
        if (code != "evidence.level") Assert.Single(faults);
        var first = faults[0];
        if (cause.Id is not null) Assert.Equal(cause.Id, first.Id);
        Assert.All(cause.Words, word => Assert.Contains(word, first.Message, StringComparison.Ordinal));
        Assert.EndsWith(".", first.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_FaultsOfSeveralFrameworks_AreReportedAtOnce()
    {
        var faults = Fail(p =>
        {
            p.UseBant(b => b.Budget(d => d.Budget)).UseFaint(_ => { }).UseStartup(s => s.Interest(d => d.Score));
            p.UseCompetition(_ => { }).QualifyAt(101);
        }).Faults;
        Assert.Equal(
            ["framework.incomplete", "framework.incomplete", "framework.incomplete", "competition.empty", "threshold.range"],
            faults.Select(fault => fault.Code));
        Assert.Contains(
            "Start-up is incomplete: nothing is set for Budget, Target Market.", faults[2].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_OneFrameworkTwice_HasDuplicateIds() => Assert.All(
        Fail(p => p.UseBant(b => Filled(b)).UseBant(b => Filled(b)).QualifyAt(50)).Faults, fault =>
            Assert.Equal("id.duplicate", fault.Code));

    [Fact]
    public void Create_MoreCriteriaThanAProfileTakes_IsAFault() => Assert.Contains(
        "69",
        Assert.Single(Fail(p =>
        {
            foreach (var framework in Nine.All.Concat(Industries.All)) p.UseFramework(framework, d => d.Answers);
            for (var i = 0; i < 8; i++) p.Criterion("more-" + i, d => d.Wish).IsTrue();
            p.QualifyAt(50);
        }).Faults).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Verbs_NullArguments_AreArgumentFaults()
    {
        Throws(p => p.UseBant(null!));
        Throws(p => p.UseCompetition(null!));
        Throws(p => p.UseFramework(null!, d => d.Answers));
        Throws(p => p.UseFramework(Nine.Bant, (Func<Pursuit, QualificationAnswers?>)null!));
        Throws(p => p.UseFramework(Nine.Bant, (Action<FrameworkBuilder<Pursuit>>)null!));
        Throws(p => ((ProfileBuilder<Pursuit>)null!).UseBant(_ => { }));
        Throws(p => p.UseBant(b => b.Budget((Func<Pursuit, EvidenceLevel?>)null!)));
        Throws(p => p.UseBant(b => b.Budget((Func<Pursuit, bool?>)null!)));
        Throws(p => p.UseBant(b => b.LeaveOut(null!)));
        Throws(p => p.UseBant(b => b.LeaveOut(Bant.Need, null!)));
        Throws(p => p.UseFramework(Nine.Bant, f => f.Criterion(null!, d => d.Budget)));
        Throws(p => p.UseBant(b => b.Stages(null!, "a")));
        Throws(p => p.UseBant(b => b.Stages(d => d.Stage, null!)));
        Throws(p => p.UseBant(b => b.FromStage("a", EvidenceLevel.Claimed, null!)));
        Throws(p => p.UseBant(b => b.NotBefore("a", Bant.Need, null!)));
        Throws(p => p.UseStartup(s => s.Budget((Func<Pursuit, decimal?>)null!)));
        Throws(p => p.UseStartup(s => s.Market(d => d.Industry, (string[])null!)));
        Throws(p => p.UseCompetition(c => c.Competitors((Func<Pursuit, int?>)null!)));
        Throws(p => p.UseCompetition(c => c.Incumbent(d => d.Incumbent, (string[])null!)));
        Throws(p => p.UseCompetition(c => c.Differentiators(d => d.Answered, (string[])null!)));

        static void Throws(Action<ProfileBuilder<Pursuit>> define) =>
            Assert.Throws<ArgumentNullException>(() => QualificationProfile.Create("faulty", define));
    }

    [Fact]
    public void Builders_UsedAfterTheirCall_AreRefused()
    {
        BantBuilder<Pursuit>? bant = null;
        CompetitionBuilder<Pursuit>? competition = null;
        QualificationProfile.Create<Pursuit>("kept", p =>
        {
            p.UseBant(b => bant = Filled(b));
            p.UseCompetition(c => competition = c.Incumbent(d => d.Incumbent));
            Assert.Throws<InvalidOperationException>(() => bant!.LeaveOut(Bant.Need));
            Assert.Throws<InvalidOperationException>(() => competition!.DoNothingCounts());
            p.QualifyAt(50);
        });
        Assert.Throws<InvalidOperationException>(() => bant!.AtLeast(EvidenceLevel.Claimed));
        Assert.Throws<InvalidOperationException>(() => competition!.Competitors(d => d.CompetitorCount));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void FromStage_LessThanTheUsualLevelBefore_Falls(bool ofItsOwn)
    {
        void Define(ProfileBuilder<Pursuit> p, string from) => p.UseBant(b =>
        {
            if (ofItsOwn) b.Timeline(d => d.Timing).Budget(d => d.Budget, atLeast: EvidenceLevel.Documented).Authority(d => d.Authority)
                .Need(d => d.Need);
            else Filled(b).AtLeast(EvidenceLevel.Documented);
            b.Stages(d => d.Stage, "Discovery", "Proposal").FromStage(from, EvidenceLevel.Claimed, Bant.Budget);
        });
        var fault = Assert.Single(Fail(p => Define(p, "Proposal")).Faults);
        Assert.Equal(("stage.falls", "bant.budget"), (fault.Code, fault.Id));
        // From the first stage on, the other level is never asked for.
        QualificationProfile.Create<Pursuit>("rises", p =>
        {
            Define(p, "Discovery");
            p.QualifyAt(50);
        });
    }

    internal static BantBuilder<Pursuit> Filled(BantBuilder<Pursuit> bant) =>
        bant.Timeline(d => d.Timing).Budget(d => d.Budget).Authority(d => d.Authority).Need(d => d.Need);

    private static BantBuilder<Pursuit> Staged(BantBuilder<Pursuit> bant) => Filled(bant).Stages(d => d.Stage, "Discovery", "Proposal");

    private static QualificationProfileException Fail(Action<ProfileBuilder<Pursuit>> define) =>
        Assert.Throws<QualificationProfileException>(() => QualificationProfile.Create<Pursuit>("faulty", p =>
        {
            p.Criterion("gate", d => d.Wish).IsTrue().Required();
            p.QualifyAt(50);
            define(p);
        }));

    private sealed class Cause(Action<ProfileBuilder<Pursuit>> define, string? id, params string[] words)
    {
        public Action<ProfileBuilder<Pursuit>> Define => define;

        public string? Id => id;

        public string[] Words => words;
    }
}
