using System;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Results;

/// <summary>Signs and states go by what an answer does to the score.</summary>
public class CountsAgainstTests
{
    private static readonly QualificationProfile<Probe> Profile = QualificationProfile.Create<Probe>("against", p =>
    {
        p.Criterion("good", d => d.Flags[0]).IsTrue().Weight(60);
        p.Criterion("rival", d => d.Flags[1]).IsTrue().Weight(-20);
        p.Criterion("rivals", d => d.Numbers[0]).Linear(0, 10).Weight(-20);
        p.Criterion("gate", d => d.Flags[2]).IsTrue().Required().Weight(-5);
        p.NoneOf("clean", none =>
        {
            none.Criterion("sued", d => d.Numbers[1]).AtLeast(1);
            none.NoneOf("unheard", inner => inner.Criterion("heard", d => d.Numbers[2]).AtLeast(1));
        }).Weight(10);
        p.AnyOf("trouble", any => any.Criterion("late", d => d.Numbers[1]).AtLeast(5)).Weight(-5);
        p.QualifyAt(50);
    });

    [Fact]
    public void ToText_WhatCountsAgainstIsSo_HasAMinusAndSaysSo() => AssertLines(
        Deal(rival: true, rivals: 3, gate: true, sued: 9, heard: 0),
        """
        + good: met, yes (asked: yes)
        - rival: applies, yes (counts against: yes)
        - rivals: applies, 3 (counts against: from 0 on, the closer to 10 the better)
        + gate: met, yes (asked: yes) [gate]
        - clean: unmet (none of: sued, unheard)
        - sued: applies, 9 (counts against: at least 1)
        - unheard: applies (counts against: none of: heard)
        - heard: unmet, 0 (asked: at least 1); off by 1
        - trouble: applies (counts against: any of: late)
        - late: applies, 9 (counts against: at least 5)
        """,
        """
        + good: uppfyllt, ja (krav: ja)
        - rival: gäller, ja (talar emot: ja)
        - rivals: gäller, 3 (talar emot: från 0, ju närmare 10 desto bättre)
        + gate: uppfyllt, ja (krav: ja) [grind]
        - clean: inte uppfyllt (ingen av: sued, unheard)
        - sued: gäller, 9 (talar emot: minst 1)
        - unheard: gäller (talar emot: ingen av: heard)
        - heard: inte uppfyllt, 0 (krav: minst 1); skiljer 1
        - trouble: gäller (talar emot: någon av: late)
        - late: gäller, 9 (talar emot: minst 5)
        """);

    [Fact]
    public void ToText_WhatCountsAgainstIsNotSo_HasAPlus() => AssertLines(
        Deal(rival: false, rivals: 0, gate: false, sued: 0, heard: 2),
        """
        + good: met, yes (asked: yes)
        + rival: does not apply, no (counts against: yes)
        + rivals: does not apply, 0 (counts against: from 0 on, the closer to 10 the better)
        - gate: unmet, no (asked: yes) [gate]
        + clean: met (none of: sued, unheard)
        + sued: does not apply, 0 (counts against: at least 1)
        + unheard: does not apply (counts against: none of: heard)
        + heard: met, 2 (asked: at least 1)
        + trouble: does not apply (counts against: any of: late)
        + late: does not apply, 0 (counts against: at least 5)
        """,
        null);

    [Fact]
    public void ToText_WhatCountsAgainstIsUnknown_HasAQuestionMark() =>
        Assert.Contains(
            "? rival: unknown, missing (counts against: yes)", Profile.Explain(Deal(rival: null), Asking.AsOf)
            .ToText(ExplanationTexts.English), StringComparison.Ordinal);

    [Fact]
    public void ToText_RandomDeals_SignsAgreeWithThePoints() => Property.Holds(200, (random, _) =>
    {
        var result = Profile.Explain(Probe.Generate(random, Asking.AsOf), Asking.AsOf);
        var lines = result.ToText(ExplanationTexts.English).Split('\n');
        foreach (var criterion in result.Criteria.Where(
            c => c.Criterion.Parent is null && !c.Criterion.IsRequired && c.State != AnswerState.Unknown))
        {
            var line = lines.Single(
                line => line.Length > 4 && line.Substring(4).StartsWith(criterion.Id + ": ", StringComparison.Ordinal)
                && "+-?".Contains(line[2]));
            Assert.Equal(criterion.Criterion.Weight < 0 ? criterion.Contribution == 0 : criterion.State == AnswerState.Met, line[2] == '+');
        }
    });

    private static void AssertLines(Probe deal, string english, string? swedish)
    {
        var result = Profile.Explain(deal, Asking.AsOf);
        Assert.Equal(english.Replace("\r", ""), Lines(ExplanationTexts.English));
        if (swedish is not null) Assert.Equal(swedish.Replace("\r", ""), Lines(ExplanationTexts.Swedish));

        string Lines(ExplanationTexts texts) =>
            string.Join(
            "\n", result.ToText(texts).Split('\n').Select(line => line.Trim())
            .Where(line => line.Length > 1 && line[1] == ' ' && "+-?".Contains(line[0])));
    }

    private static Probe Deal(bool? rival, double rivals = 0, bool gate = true, double sued = 0, double heard = 0)
    {
        var deal = new Probe();
        (deal.Flags[0], deal.Flags[1], deal.Flags[2]) = (true, rival, gate);
        (deal.Numbers[0], deal.Numbers[1], deal.Numbers[2]) = (rivals, sued, heard);
        return deal;
    }
}
