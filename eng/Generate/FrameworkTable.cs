using System.Collections.Generic;

namespace Sqo.Qualification.Generation;

/// <summary>The frameworks that sales teams know by name. Each is one entry here; the rest is generated.</summary>
internal static class FrameworkTable
{
    private static readonly FrameworkPart Budget = new("Budget", "Budget", "whether there is money for it", "Budget");
    private static readonly FrameworkPart Authority =
        new("Authority", "Authority", "whether the person who decides is involved", "Beslutanderätt");
    private static readonly FrameworkPart Need = new("Need", "Need", "the problem that the customer wants solved", "Behov");
    private static readonly FrameworkPart Timeline = new("Timeline", "Timing", "when the customer plans to have it", "Tidplan");
    private static readonly FrameworkPart Metrics = new("Metrics", "Value", "what it is worth to the customer, in figures", "Nyckeltal");
    private static readonly FrameworkPart EconomicBuyer =
        new("Economic Buyer", "Authority", "who decides about the money", "Ekonomisk beslutsfattare");

    private static readonly FrameworkPart DecisionCriteria =
        new("Decision Criteria", "DecisionCriteria", "what the customer compares solutions by", "Beslutskriterier");

    private static readonly FrameworkPart DecisionProcess =
        new("Decision Process", "DecisionProcess", "the steps and people involved in the customer's decision", "Beslutsprocess");

    private static readonly FrameworkPart IdentifyPain = new("Identify Pain", "Need", "the problem, and the pain it causes", "Problemet");
    private static readonly FrameworkPart Champion =
        new("Champion", "Champion", "who promotes us inside the customer", "Förespråkare");
    private static readonly FrameworkPart Competition =
        new("Competition", "Competition", "what else the customer could choose", "Konkurrens");
    private static readonly FrameworkPart Challenges =
        new("Challenges", "Need", "the problem that the customer wants solved", "Utmaningar");
    private static readonly FrameworkPart Money = new("Money", "Budget", "whether there is money for it", "Pengar");

    /// <summary>The frameworks, in the order in which they are listed.</summary>
    public static IReadOnlyList<FrameworkEntry> All { get; } =
    [
        new("bant", "BANT", "Bant", Budget, Authority, Need, Timeline),
        new("meddic", "MEDDIC", "Meddic", Metrics, EconomicBuyer, DecisionCriteria, DecisionProcess, IdentifyPain, Champion),
        new(
            "meddicc",
            "MEDDICC",
            "Meddicc",
            Metrics,
            EconomicBuyer,
            DecisionCriteria,
            DecisionProcess,
            IdentifyPain,
            Champion,
            Competition),
        new(
            "meddpicc",
            "MEDDPICC",
            "Meddpicc",
            Metrics,
            EconomicBuyer,
            DecisionCriteria,
            DecisionProcess,
            new("Paper Process", "PaperProcess", "what legal, security and purchasing ask for before the signature", "Avtalsprocess"),
            new("Implicate the Pain", "Need", "what the problem costs, and who feels it", "Problemets följder")
            {
                Question = "What does the problem cost, and who feels it?",
                SwedishQuestion = "Vad kostar problemet, och vem känner av det?",
            },
            Champion,
            Competition),
        new(
            "champ",
            "CHAMP",
            "Champ",
            Challenges,
            Authority,
            Money,
            new("Prioritization", "Priority", "its priority among everything the customer wants done", "Prioritering")),
        new(
            "gpctba-ci",
            "GPCTBA/C&I",
            "GpctbaCi",
            new("Goals", "Goals", "what the customer wants to achieve", "Mål"),
            new("Plans", "Plans", "how the customer plans to get there", "Planer"),
            Challenges,
            Timeline,
            Budget,
            Authority,
            new("Negative Consequences", "Consequences", "what happens if the goals are not reached", "Negativa följder"),
            new("Positive Implications", "Value", "what it is worth if they are reached", "Positiva följder")),
        new("anum", "ANUM", "Anum", Authority, Need, new("Urgency", "Priority", "how pressing it is", "Angelägenhet"), Money),
        new(
            "faint",
            "FAINT",
            "Faint",
            new("Funds", "Budget", "whether there is money for it", "Medel"),
            Authority,
            new("Interest", "Interest", "how keen the customer is", "Intresse"),
            Need,
            new("Timing", "Timing", "when the customer plans to have it", "Tidpunkt")),
        new(
            "spiced",
            "SPICED",
            "Spiced",
            new("Situation", "Situation", "how the customer works today", "Nuläge"),
            new("Pain", "Need", "the problem that the customer wants solved", "Problem"),
            new("Impact", "Value", "what solving it is worth", "Effekt"),
            new("Critical Event", "CriticalEvent", "the date that can't be moved", "Avgörande händelse"),
            new("Decision", "DecisionProcess", "how, and by whom, it is decided", "Beslut")),
    ];
}
