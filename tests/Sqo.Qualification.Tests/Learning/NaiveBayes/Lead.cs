using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;

namespace Sqo.Qualification.Tests.Learning.NaiveBayes;

/// <summary>A lead with fields of every kind, any of them empty.</summary>
internal sealed record Lead
{
    public string? Team { get; init; }

    public string? Stage { get; init; }

    public string? Country { get; init; }

    public string? Email { get; init; }

    public int? Size { get; init; }

    public string[]? Tags { get; init; }

    public bool Won { get; init; }

    // "qualified" and "north only" share a place; the first stage of all belongs to a team.
    public static readonly ProgressStage[] Stages =
    [
        new("won", 9, isWon: true), new("south first", 0, "south"), new("new", 1), new("qualified", 2), new("north only", 2, "north"),
        new("proposal", 3),
    ];

    public static NaiveBayesFields<Lead> Fields { get; } = new(f => f
        .Category("country", d => d.Country)
        .Category("email", d => d.Email, whenMissing: "False")
        .Category("size", d => d.Size)
        .Tags("tags", d => d.Tags)
        .Progress("stage", d => d.Stage, Stages)
        .Segment(d => d.Team));

    public static Lead Make(SeededRandom random) => new()
    {
        Team = random.Pick(null, "", "north", "south", "east", "north", "north"),
        Stage = random.Chance(0.1) ? null : Stages[random.Below(Stages.Length)].Name,
        Country = random.Pick(null, "", "se", "no", "no", "dk", "fi"),
        Email = random.Pick(null, "correct", "incorrect"),
        Size = random.Chance(0.3) ? null : random.Below(4),
        Tags = random.Chance(0.1)
            ? null
            : [.. Enumerable.Range(0, random.Below(4)).Select(_ => random.Pick("hot", "hot", "cold", "web", "fair", "vip"))],
        Won = random.Chance(0.4),
    };

    public static Lead[] MakeMany(SeededRandom random, int count) => [.. Enumerable.Range(0, count).Select(_ => Make(random))];

    public static NaiveBayesCounts<Lead> Count(IEnumerable<Lead> leads, NaiveBayesOptions options)
    {
        var counts = new NaiveBayesCounts<Lead>(Fields, options);
        counts.AddAll(leads, lead => lead.Won);
        return counts;
    }
}
