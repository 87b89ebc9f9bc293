using System;
using System.Text;
using AotConsole;
using Sqo.Qualification;

// Judges three deals in a program that is compiled ahead of time to one native file. The code is the same as for the .NET runtime,
// and so is every byte of the output.

// The library has no clock, so asOf is an argument. A real program would get it from a TimeProvider.
var asOf = new DateTime(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc);

Deal[] deals =
[
    new("Nordlys Health")
    {
        Industry = "health",
        Employees = 140,
        Budget = 48_000m,
        DecisionMaker = EvidenceLevel.Documented,
        Problems = ["churn", "reporting"],
        DecisionDate = asOf.AddDays(45),
        EngagementScore = 62.5,
        HadDemo = true,
        LastActivity = asOf.AddDays(-9),
        CompetitorIsPreferred = false,
    },
    new("Brightwater Bank")
    {
        // Nobody has asked about the money yet: a question to ask, not a reason to turn the deal down.
        Industry = "fintech",
        Employees = 310,
        DecisionMaker = EvidenceLevel.Confirmed,
        Problems = ["compliance"],
        EngagementScore = 55,
        HadDemo = true,
        LastActivity = asOf.AddDays(-21),
    },
    new("Åkerö Trä")
    {
        // Everything is fine except the money: a near miss, with what it would take.
        Industry = "software",
        Employees = 12,
        Budget = 7_500m,
        DecisionMaker = EvidenceLevel.Documented,
        Problems = ["onboarding"],
        DecisionDate = asOf.AddDays(20),
        EngagementScore = 90,
        HadDemo = true,
        LastActivity = asOf.AddDays(-1),
        CompetitorIsPreferred = false,
    },
];

QualificationProfile<Deal> profile = QualificationProfile.Create(new SaasProfile());

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
Console.Out.NewLine = "\n";
Console.WriteLine($"Profile: {profile}");
Console.WriteLine($"Fingerprint: {profile.Fingerprint}");

foreach (Deal deal in deals)
{
    QualificationResult result = profile.Explain(deal, asOf);

    // Store the record: it can explain the decision again, long after the deal has changed.
    string json = result.ToRecord().ToJson();
    QualificationResult replayed = profile.Replay(DecisionRecord.Parse(json));

    Console.WriteLine();
    Console.WriteLine($"== {deal.Account} ==");
    Console.WriteLine(result.ToText(ExplanationTexts.English));
    Console.WriteLine();
    Console.WriteLine(replayed.ToText(ExplanationTexts.Swedish));
    Console.WriteLine();
    Console.WriteLine(json);
}
