using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>The profiles of three industries: who is a sales qualified opportunity there, and what to do next.</summary>
/// <remarks>Each criterion is a gate unless told otherwise: an SQO is who meets them all.</remarks>
public static class Industries
{
    /// <summary>Start-up: shows strong interest, has the budget, fits the target market.</summary>
    public static QualificationFramework Startup { get; } = new(
        "startup",
        "Start-up",
        [
            new FrameworkCriterion(
                "interest", "Interest", Topics.Interest,
                dimension: Dimensions.Engagement,
                question: "What made you look at this now?",
                nextAction: "Share a short tour of the product and watch what they come back for")
                .In("sv", "Intresse", "Vad fick er att titta på det här just nu?", "Visa en kort rundtur i produkten och se vad de återkommer till"),
            new FrameworkCriterion(
                "budget", "Budget", Topics.Budget,
                dimension: Dimensions.Budget,
                effort: 2,
                question: "What budget is set aside for this, and who has approved it?",
                nextAction: "Talk about budget: what the problem costs today, and the smallest plan that solves it")
                .In("sv", "Budget", "Vilken budget finns avsatt, och vem har godkänt den?", "Tala om budget: vad problemet kostar i dag, och den minsta plan som löser det"),
            new FrameworkCriterion(
                "market", "Target Market", Topics.Market,
                dimension: Dimensions.Fit,
                effort: 5,
                question: "What business are you in, and whom do you serve?",
                nextAction: "Check the fit with the target market before spending more time")
                .In("sv", "Målmarknad", "Vilken bransch är ni i, och vilka är era kunder?", "Kontrollera att de hör till målmarknaden innan mer tid läggs"),
        ],
        criteriaAreGates: true,
        nextActions:
        [
            new NextAction("startup.demonstration", Verdict.Qualified, "Offer a personal demonstration").In("sv", "Erbjud en personlig demonstration"),
            new NextAction("startup.consultation", Verdict.Qualified, "Offer a consultation").In("sv", "Erbjud en rådgivning"),
            new NextAction("startup.discovery", Verdict.NeedsDiscovery, "Call and ask the open questions").In("sv", "Ring och ställ de öppna frågorna"),
            new NextAction("startup.near-miss", Verdict.NearMiss, "Work on the one thing that is missing, and judge again").In("sv", "Arbeta med det enda som saknas, och bedöm igen"),
            new NextAction("startup.nurture", Verdict.Disqualified, "Hand back to marketing to keep warm").In("sv", "Lämna tillbaka till marknad för vidare bearbetning"),
        ]);

    /// <summary>Consulting firm: asked for a consultation, has a specific project in mind, has a time frame.</summary>
    public static QualificationFramework ConsultingFirm { get; } = new(
        "consulting",
        "Consulting firm",
        [
            new FrameworkCriterion(
                "consultation", "Consultation", Topics.Interest,
                dimension: Dimensions.Engagement,
                question: "Would you like to talk it through with one of our consultants?",
                nextAction: "Invite to a first consultation")
                .In("sv", "Rådgivning", "Vill ni tala igenom det med en av våra konsulter?", "Bjud in till en första rådgivning"),
            new FrameworkCriterion(
                "project", "Project", Topics.Need,
                dimension: Dimensions.Need,
                effort: 2,
                question: "Which project do you have in mind, and what must it lead to?",
                nextAction: "Help them to put the project into a page")
                .In("sv", "Projekt", "Vilket projekt tänker ni på, och vad ska det leda till?", "Hjälp dem att beskriva projektet på en sida"),
            new FrameworkCriterion(
                "time-frame", "Time Frame", Topics.Timing,
                dimension: Dimensions.Timing,
                effort: 2,
                question: "When should the project start, and when must it be done?",
                nextAction: "Agree on when the project should start")
                .In("sv", "Tidsram", "När ska projektet börja, och när måste det vara klart?", "Kom överens om när projektet ska börja"),
        ],
        criteriaAreGates: true,
        nextActions:
        [
            new NextAction("consulting.proposal", Verdict.Qualified, "Write a tailored proposal").In("sv", "Skriv ett skräddarsytt förslag"),
            new NextAction("consulting.case-studies", Verdict.Qualified, "Send case studies of projects like theirs").In("sv", "Skicka fallstudier från liknande projekt"),
            new NextAction("consulting.discovery", Verdict.NeedsDiscovery, "Book a call and ask the open questions").In("sv", "Boka ett samtal och ställ de öppna frågorna"),
            new NextAction("consulting.near-miss", Verdict.NearMiss, "Work on the one thing that is missing, and judge again").In("sv", "Arbeta med det enda som saknas, och bedöm igen"),
            new NextAction("consulting.nurture", Verdict.Disqualified, "Keep in touch with articles and events").In("sv", "Håll kontakten med artiklar och evenemang"),
        ]);

    /// <summary>Digital marketing agency: wants to improve the online presence, has a marketing budget, has set goals (traffic, leads).</summary>
    public static QualificationFramework MarketingAgency { get; } = new(
        "agency",
        "Digital marketing agency",
        [
            new FrameworkCriterion(
                "online-presence", "Online Presence", Topics.Need,
                dimension: Dimensions.Need,
                question: "What should be better about your online presence?",
                nextAction: "Show them how they are found online today, beside their rivals")
                .In("sv", "Närvaro på nätet", "Vad borde bli bättre med er närvaro på nätet?", "Visa hur de hittas på nätet i dag, bredvid sina konkurrenter"),
            new FrameworkCriterion(
                "marketing-budget", "Marketing Budget", Topics.Budget,
                dimension: Dimensions.Budget,
                effort: 2,
                question: "What is your marketing budget, and what part of it could go to this?",
                nextAction: "Talk about the marketing budget and what it could bring in")
                .In("sv", "Marknadsföringsbudget", "Hur stor är er marknadsföringsbudget, och vilken del kan gå till det här?", "Tala om marknadsföringsbudgeten och vad den kan ge"),
            new FrameworkCriterion(
                "goals", "Goals", Topics.Goals,
                dimension: Dimensions.Need,
                question: "Which goals have you set for traffic and leads?",
                nextAction: "Set goals for traffic and leads together")
                .In("sv", "Mål", "Vilka mål har ni satt för trafik och leads?", "Sätt mål för trafik och leads tillsammans"),
        ],
        criteriaAreGates: true,
        nextActions:
        [
            new NextAction("agency.strategy", Verdict.Qualified, "Work out a tailored strategy").In("sv", "Ta fram en skräddarsydd strategi"),
            new NextAction("agency.success-stories", Verdict.Qualified, "Show success stories of clients like them").In("sv", "Visa framgångar hos liknande kunder"),
            new NextAction("agency.discovery", Verdict.NeedsDiscovery, "Book a call and ask the open questions").In("sv", "Boka ett samtal och ställ de öppna frågorna"),
            new NextAction("agency.near-miss", Verdict.NearMiss, "Work on the one thing that is missing, and judge again").In("sv", "Arbeta med det enda som saknas, och bedöm igen"),
            new NextAction("agency.nurture", Verdict.Disqualified, "Keep in touch with the newsletter").In("sv", "Håll kontakten med nyhetsbrevet"),
        ]);

    /// <summary>The three profiles.</summary>
    public static IReadOnlyList<QualificationFramework> All { get; } =
        Array.AsReadOnly<QualificationFramework>([Startup, ConsultingFirm, MarketingAgency]);
}
