using System;
using System.Globalization;
using System.Text;
using CustomScoringStrategy;
using Sqo.Qualification;

// The same criteria, scored by a custom strategy and by the library's weighted points.
var asOf = new DateTime(2026, 11, 23);
QualificationProfile<Deal> playbook = QualificationProfile.Create<Deal>("playbook", p => AddSteps(p).ScoreByPlaybook().QualifyAt(60));
QualificationProfile<Deal> points = QualificationProfile.Create<Deal>("points", p => AddSteps(p).QualifyAt(60));

Deal[] deals =
[
    new("Norrbro Press") { ProblemAgreed = true, SponsorFound = true, TrialDone = true, TermsSent = false },
    new("Hamnholmen Logistik") { ProblemAgreed = true, SponsorFound = false, TrialDone = true, TermsSent = true },
    new("Ekdunge Skola") { ProblemAgreed = true, SponsorFound = null, TrialDone = true },
];

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
Console.Out.NewLine = "\n";
foreach (Deal deal in deals)
{
    QualificationResult result = playbook.Explain(deal, asOf);
    Console.WriteLine($"== {deal.Name}: {points.Decide(deal, asOf)} by weighted points, {result.Decision} by the playbook ==");
    Console.WriteLine(result.ToText(CultureInfo.GetCultureInfo("en-US")));
    Console.WriteLine();
}

static ProfileBuilder<Deal> AddSteps(ProfileBuilder<Deal> p)
{
    p.Criterion("problem", d => d.ProblemAgreed).IsTrue().Weight(20).Label("The problem is agreed on");
    p.Criterion("sponsor", d => d.SponsorFound).IsTrue().Weight(30).Label("A sponsor is found")
        .Ask("Who speaks for us when we are not in the room?");
    p.Criterion("trial", d => d.TrialDone).IsTrue().Weight(30).Label("The trial is done");
    p.Criterion("terms", d => d.TermsSent).IsTrue().Weight(20).Label("Terms are sent");
    return p;
}
