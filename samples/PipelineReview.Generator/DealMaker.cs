using System;
using System.Linq;

namespace PipelineReview.Generator;

/// <summary>
/// Invents deals. A hidden number, the quality of the deal, influences the engagement, the answers and the odds of winning, so
/// the criteria have something to find.
/// </summary>
internal sealed class DealMaker(RandomSource random, DateTime asOf)
{
    private const int Days = 548;

    /// <summary>The deals, by day of creation.</summary>
    public DealDraft[] Make(int count, Company[] companies)
    {
        DateTime[] created = [.. Enumerable.Range(0, count).Select(_ => asOf.AddDays(-random.Below(Days))).Order()];
        return [.. created.Select(day => Make(day, random.Pick(companies)))];
    }

    private DealDraft Make(DateTime created, Company company)
    {
        double quality = company.Industry.Fit + random.Normal();
        bool hasDecisionMaker = random.Logistic(0.2 + quality);
        int competitors = random.Below(3) + (random.Chance(0.35) ? random.Below(4) : 0);
        Product product = random.Pick(Catalog.Products);
        int amount = 50 * (int)Math.Max(10, product.ListPrice * RandomSource.Exp(0.45 * company.Size) * random.LogNormal(1, 0.4) / 50);

        double cycle = random.LogNormal(70, 0.5);
        bool stalled = random.Chance(0.12);
        DateTime end = created.AddDays((int)cycle + 1);
        DateTime? closed = !stalled && end <= asOf ? end : null;
        bool won = random.Logistic((1.2 * quality) - 1.2 + (hasDecisionMaker ? 0.7 : 0) - (0.25 * competitors));
        string stage = closed is null ? StageAt((asOf - created).TotalDays / cycle) : won ? "Closed Won" : "Closed Lost";

        DateTime expectedClose = created.AddDays((int)(cycle * (0.7 + (0.6 * random.Uniform()))));
        if (closed is null && expectedClose < asOf && random.Chance(0.4))
        {
            expectedClose = asOf.AddDays(5 + random.Below(120));
        }

        int silence = (int)random.LogNormal(stalled ? 70 : 9, 0.9);
        DateTime lastActivity = (closed ?? asOf).AddDays(-silence);

        return new DealDraft(
            company,
            random.Pick(Catalog.Owners),
            product,
            amount,
            stage,
            created,
            expectedClose,
            closed,
            lastActivity < created ? created : lastActivity,
            Math.Clamp((int)(48 + (16 * quality) + (14 * random.Normal())), 0, 100),
            random.Logistic(0.9 * quality),
            hasDecisionMaker,
            competitors,
            random.Pick(Catalog.Campaigns),
            random.Logistic(0.5 + quality),
            random.Logistic(-0.4 + (0.8 * quality)),
            random.Logistic(0.1 + (0.8 * quality)),
            random.Logistic(0.3 + (0.6 * quality)));
    }

    private static string StageAt(double progress) => progress switch
    {
        < 0.25 => "Prospecting",
        < 0.5 => "Discovery",
        < 0.8 => "Proposal",
        _ => "Negotiation",
    };
}
