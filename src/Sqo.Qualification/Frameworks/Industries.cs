using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>The profiles of three industries: what makes a sales qualified opportunity there, and what to do next.</summary>
/// <remarks>Each criterion is a gate if no weight is set: an SQO is an opportunity that meets them all.</remarks>
public static class Industries
{
    /// <summary>Start-up: shows strong interest, has the budget, fits the target market.</summary>
    public static QualificationFramework Startup { get; } = new(
        "startup",
        "Start-up",
        [Qualification.Startup.Interest, Qualification.Startup.Budget, Qualification.Startup.Market],
        criteriaAreGates: true,
        nextActions:
        [
            new NextAction("startup.demonstration", Verdict.Qualified, "Offer a personal demonstration")
                .In("sv", "Erbjud en personlig demonstration"),
            new NextAction("startup.consultation", Verdict.Qualified, "Offer a consultation").In("sv", "Erbjud en rådgivning"),
            new NextAction("startup.discovery", Verdict.NeedsDiscovery, "Call and ask the open questions")
                .In("sv", "Ring och ställ de öppna frågorna"),
            new NextAction("startup.near-miss", Verdict.NearMiss, "Work on the one thing that is missing, and judge again")
                .In("sv", "Arbeta med det enda som saknas, och bedöm igen"),
            new NextAction("startup.nurture", Verdict.Disqualified, "Hand back to marketing to keep warm")
                .In("sv", "Lämna tillbaka till marknad för vidare bearbetning"),
        ]);

    /// <summary>Consulting firm: asked for a consultation, has a specific project in mind, has a time frame.</summary>
    public static QualificationFramework ConsultingFirm { get; } = new(
        "consulting",
        "Consulting firm",
        [Qualification.ConsultingFirm.Consultation, Qualification.ConsultingFirm.Project, Qualification.ConsultingFirm.TimeFrame],
        criteriaAreGates: true,
        nextActions:
        [
            new NextAction("consulting.proposal", Verdict.Qualified, "Write a tailored proposal")
                .In("sv", "Skriv ett skräddarsytt förslag"),
            new NextAction("consulting.case-studies", Verdict.Qualified, "Send case studies of projects like theirs")
                .In("sv", "Skicka fallstudier från liknande projekt"),
            new NextAction("consulting.discovery", Verdict.NeedsDiscovery, "Book a call and ask the open questions")
                .In("sv", "Boka ett samtal och ställ de öppna frågorna"),
            new NextAction("consulting.near-miss", Verdict.NearMiss, "Work on the one thing that is missing, and judge again")
                .In("sv", "Arbeta med det enda som saknas, och bedöm igen"),
            new NextAction("consulting.nurture", Verdict.Disqualified, "Keep in touch with articles and events")
                .In("sv", "Håll kontakten med artiklar och evenemang"),
        ]);

    /// <summary>
    /// Digital marketing agency: wants to improve the online presence, has a marketing budget, has set goals (traffic, leads).
    /// </summary>
    public static QualificationFramework MarketingAgency { get; } = new(
        "agency",
        "Digital marketing agency",
        [Qualification.MarketingAgency.OnlinePresence, Qualification.MarketingAgency.MarketingBudget, Qualification.MarketingAgency.Goals],
        criteriaAreGates: true,
        nextActions:
        [
            new NextAction("agency.strategy", Verdict.Qualified, "Work out a tailored strategy")
                .In("sv", "Ta fram en skräddarsydd strategi"),
            new NextAction("agency.success-stories", Verdict.Qualified, "Show success stories of clients like them")
                .In("sv", "Visa framgångar hos liknande kunder"),
            new NextAction("agency.discovery", Verdict.NeedsDiscovery, "Book a call and ask the open questions")
                .In("sv", "Boka ett samtal och ställ de öppna frågorna"),
            new NextAction("agency.near-miss", Verdict.NearMiss, "Work on the one thing that is missing, and judge again")
                .In("sv", "Arbeta med det enda som saknas, och bedöm igen"),
            new NextAction("agency.nurture", Verdict.Disqualified, "Keep in touch with the newsletter")
                .In("sv", "Håll kontakten med nyhetsbrevet"),
        ]);

    /// <summary>The three profiles.</summary>
    public static IReadOnlyList<QualificationFramework> All { get; } =
        Array.AsReadOnly<QualificationFramework>([Startup, ConsultingFirm, MarketingAgency]);
}
