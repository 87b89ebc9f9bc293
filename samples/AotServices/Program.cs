using System;
using System.Collections.Generic;
using System.Text;
using System.Threading.Tasks;
using AotServices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Sqo.Qualification;

// Dependency injection, a profile as data, settings from the configuration and an asynchronous criterion, in a program that is
// compiled ahead of time: nothing is discovered or compiled at run time.
var asOf = new DateTime(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc);
var configuration = new ConfigurationBuilder()
    .AddInMemoryCollection(
        new Dictionary<string, string?>
        {
            ["Sqo:Profiles:startup:Criteria:budget:AtLeast"] = "12000",
            ["Sqo:Profiles:startup:Criteria:demo:Weight"] = "12.5",
        })
    .Build();

var services = new ServiceCollection();
services.AddSingleton<IConfiguration>(configuration);
services.AddSqoQualification()
    .AddProfile(ProfileDefinition.Parse(Profiles.Json), Profiles.Fields, isDefault: true)
    .AddProfile<Deal, QuickProfile>();
services.AddAsyncProfile<Deal>("asked", p =>
{
    p.Criterion("budget", d => d.Budget).AtLeast(10_000m).Required();
    p.AsyncCriterion("credit", async (deal, _, cancellationToken) =>
    {
        await Task.Delay(1, cancellationToken);
        return Answer.From(deal.Employees >= 20);
    }).Required();
});

await using var provider = services.BuildServiceProvider();
var startup = provider.GetRequiredService<IQualifier<Deal>>();
var quick = provider.GetRequiredKeyedService<IQualifier<Deal>>("quick");
var asked = provider.GetRequiredService<IAsyncQualifier<Deal>>();

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
Console.Out.NewLine = "\n";
Console.WriteLine($"Profiles: {string.Join(", ", provider.GetRequiredService<IQualifierProvider>().NamesOf<Deal>())}");
Console.WriteLine(startup.Profile.Declaration);
Console.WriteLine(startup.Profile.ToDefinition(Profiles.Fields).ToJson());

foreach (var deal in Deals.All(asOf))
{
    Console.WriteLine();
    Console.WriteLine($"== {deal.Account} ==");
    Console.WriteLine(startup.Explain(deal, asOf).ToText(ExplanationTexts.English));
    Console.WriteLine($"quick: {quick.Decide(deal, asOf)}");
    Console.WriteLine($"asked: {await asked.DecideAsync(deal, asOf)}");
}

// Invalid settings are refused with their path, as on the .NET runtime.
configuration["Sqo:Profiles:startup:Criteria:budget:AtLeast"] = "plenty";
await using var wrong = services.BuildServiceProvider();
try
{
    wrong.GetRequiredService<IQualifier<Deal>>();
}
catch (QualificationProfileException e)
{
    Console.WriteLine();
    Console.WriteLine(e.Message);
}
