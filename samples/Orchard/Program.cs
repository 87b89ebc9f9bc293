using System;
using System.Globalization;
using System.Linq;
using Sqo.Qualification;

// A farmer has two hours before the rain. Which fruit to pick? The profile asks what a sales team asks of its deals: is it
// allowed, is it ripe, what is it worth, and what do we not know yet?
var today = new DateTime(2026, 9, 14);
var minutesLeft = 120;

Tree[] orchard =
[
    new("Ingrid Marie, by the gate", Sugar: 12.6, Firmness: 6.4, LastSprayed: new DateTime(2026, 8, 2), Kilos: 38, MinutesToPick: 45),
    new("Gravenstein, south slope", Sugar: 13.4, Firmness: 5.9, LastSprayed: new DateTime(2026, 8, 20), Kilos: 52, MinutesToPick: 60),
    new("Aroma, north side", Sugar: 9.8, Firmness: 8.8, LastSprayed: new DateTime(2026, 8, 2), Kilos: 70, MinutesToPick: 80),
    new("Discovery, old tree", Sugar: 12.1, Firmness: 6.1, LastSprayed: new DateTime(2026, 9, 9), Kilos: 41, MinutesToPick: 40),
    new("Katja, nobody has tasted it", Sugar: null, Firmness: 6.8, LastSprayed: new DateTime(2026, 8, 2), Kilos: 30, MinutesToPick: 30),
    new("Summerred, by the road", Sugar: 12.9, Firmness: 6.0, LastSprayed: new DateTime(2026, 8, 11), Kilos: 26, MinutesToPick: 35),
];

QualificationProfile<Tree> ripe = QualificationProfile.Create<Tree>("ripe", p =>
{
    p.Criterion("waiting", t => t.LastSprayed).Before(today.AddDays(-13)).Required().Label("Two weeks since spraying");
    p.Criterion("sugar", t => t.Sugar).Linear(from: 9, to: 13).Weight(50).Label("Sugar, in degrees Brix").Ask("How sweet does it taste?");
    p.Criterion("firmness", t => t.Firmness).Linear(from: 9, to: 6).Weight(30).Label("Firmness, in kilograms");
    p.Criterion("crop", t => t.Kilos).Linear(from: 0, to: 60).Weight(20).Label("Crop, in kilograms");
    // Fruit that is sweet but hard, or soft but sour, is not ripe: a strength does not compensate for a weakness.
    p.ScoreByGeometricMean().QualifyAt(70).NearMissWithin(15);
});

var english = CultureInfo.GetCultureInfo("en-US");
var judged = orchard.Select(tree => (Tree: tree, Result: ripe.Explain(tree, today))).ToList();
Console.Out.NewLine = "\n";
foreach (var (tree, result) in judged.OrderByDescending(j => j.Result.DisplayScore))
{
    Console.WriteLine($"{result.DisplayScore.ToString("0.00", english),6}  {result.Verdict,-15}  {tree.Name}");
}

Console.WriteLine("\nPick, the most ripe kilograms a minute first:");
foreach (var (tree, result) in judged.Where(j => j.Result.IsQualified)
    .OrderByDescending(j => j.Result.Decision.Score * j.Tree.Kilos / j.Tree.MinutesToPick))
{
    if (tree.MinutesToPick > minutesLeft) continue;
    minutesLeft -= tree.MinutesToPick;
    Console.WriteLine($"  {tree.Name}: {tree.Kilos} kg in {tree.MinutesToPick} minutes");
}

Console.WriteLine($"{minutesLeft} minutes are left. Then:");
foreach (var (tree, result) in judged)
{
    foreach (var question in result.Questions) Console.WriteLine($"  {tree.Name}: {question.Criterion.Question}");
    if (result.Verdict == Verdict.NearMiss && result.Remedies.Count > 0)
    {
        Console.WriteLine($"  {tree.Name}: wait for {LabelsOf(result.Remedies[0])}");
    }
}

static string LabelsOf(Remedy remedy) => string.Join(" and ", remedy.Steps.Select(step => step.Result.Criterion.Label));

/// <summary>The library can judge any type, without a base class or attributes.</summary>
internal sealed record Tree(string Name, double? Sugar, double? Firmness, DateTime? LastSprayed, double Kilos, int MinutesToPick);
