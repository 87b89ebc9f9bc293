using System;
using System.Text;
using CustomCriterion;
using Sqo.Qualification;

// The ways to add custom criteria: see ManagedServiceProfile, which uses one of each.
var asOf = new DateTime(2026, 11, 23);

Deal[] opportunities =
[
    new("Sjöviks Bokbinderi AB")
    {
        OrganizationNumber = "121200-0341",
        ContactEmail = "it@sjoviksbokbinderi.example",
        Seats = 64,
        ContractEnds = new DateTime(2027, 4, 30),
        NoticeDays = 90,
    },
    new("Tallmo Trädgård AB")
    {
        OrganizationNumber = "121200-0342",
        ContactEmail = "tallmo@gmail.com",
        Seats = 110,
        ContractEnds = new DateTime(2027, 12, 31),
        NoticeDays = 60,
    },
    new("Fyrbåk Rederi AB") { OrganizationNumber = "121200-0341", Seats = 75 },
];

QualificationProfile<Deal> profile = QualificationProfile.Create(new ManagedServiceProfile());

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
Console.Out.NewLine = "\n";
Console.WriteLine("What the fingerprint covers:");
Console.WriteLine(profile.Declaration);
foreach (Deal opportunity in opportunities)
{
    QualificationResult result = profile.Explain(opportunity, asOf);
    Console.WriteLine();
    Console.WriteLine($"== {opportunity.Company} ==");
    Console.WriteLine(result.ToText(SampleTexts.English));
    Console.WriteLine();
    Console.WriteLine(result.ToText(SampleTexts.Swedish));
}
