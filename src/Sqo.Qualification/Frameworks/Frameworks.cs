using System;
using System.Collections.Generic;
using System.Linq;

namespace Sqo.Qualification;

/// <summary>The frameworks that sales teams know by name, on levels of evidence.</summary>
/// <remarks>Criteria have equal weights of 10 unless told otherwise, and ask for <see cref="EvidenceLevel.Confirmed"/>.</remarks>
public static class Frameworks
{
    private static readonly Part Budget = new("Budget", Topics.Budget, "Budget");
    private static readonly Part Authority = new("Authority", Topics.Authority, "Beslutanderätt");
    private static readonly Part Need = new("Need", Topics.Need, "Behov");
    private static readonly Part Timeline = new("Timeline", Topics.Timing, "Tidplan");
    private static readonly Part Metrics = new("Metrics", Topics.Value, "Nyckeltal");
    private static readonly Part EconomicBuyer = new("Economic Buyer", Topics.Authority, "Ekonomisk beslutsfattare");
    private static readonly Part DecisionCriteria = new("Decision Criteria", Topics.DecisionCriteria, "Beslutskriterier");
    private static readonly Part DecisionProcess = new("Decision Process", Topics.DecisionProcess, "Beslutsprocess");
    private static readonly Part IdentifyPain = new("Identify Pain", Topics.Need, "Problemet");
    private static readonly Part Champion = new("Champion", Topics.Champion, "Förespråkare");
    private static readonly Part Competition = new("Competition", Topics.Competition, "Konkurrens");
    private static readonly Part Challenges = new("Challenges", Topics.Need, "Utmaningar");
    private static readonly Part Money = new("Money", Topics.Budget, "Pengar");

    /// <summary>BANT: Budget, Authority, Need, Timeline.</summary>
    public static QualificationFramework Bant { get; } = Of("bant", "BANT", Budget, Authority, Need, Timeline);

    /// <summary>MEDDIC: Metrics, Economic Buyer, Decision Criteria, Decision Process, Identify Pain, Champion.</summary>
    public static QualificationFramework Meddic { get; } =
        Of("meddic", "MEDDIC", Metrics, EconomicBuyer, DecisionCriteria, DecisionProcess, IdentifyPain, Champion);

    /// <summary>MEDDICC: the criteria of MEDDIC, and Competition.</summary>
    public static QualificationFramework Meddicc { get; } =
        Of("meddicc", "MEDDICC", Metrics, EconomicBuyer, DecisionCriteria, DecisionProcess, IdentifyPain, Champion, Competition);

    /// <summary>
    /// MEDDPICC: Metrics, Economic Buyer, Decision Criteria, Decision Process, Paper Process, Implicate the Pain, Champion, Competition.
    /// </summary>
    public static QualificationFramework Meddpicc { get; } = Of(
        "meddpicc",
        "MEDDPICC",
        Metrics,
        EconomicBuyer,
        DecisionCriteria,
        DecisionProcess,
        new("Paper Process", Topics.PaperProcess, "Avtalsprocess"),
        new("Implicate the Pain", Topics.Need, "Problemets följder")
        {
            Question = "What does the problem cost, and who feels it?",
            SwedishQuestion = "Vad kostar problemet, och vem känner av det?",
        },
        Champion,
        Competition);

    /// <summary>CHAMP: Challenges, Authority, Money, Prioritization.</summary>
    public static QualificationFramework Champ { get; } =
        Of("champ", "CHAMP", Challenges, Authority, Money, new("Prioritization", Topics.Priority, "Prioritering"));

    /// <summary>
    /// GPCTBA/C&amp;I: Goals, Plans, Challenges, Timeline, Budget, Authority, Negative Consequences, Positive Implications.
    /// </summary>
    public static QualificationFramework GpctbaCi { get; } = Of(
        "gpctba-ci",
        "GPCTBA/C&I",
        new("Goals", Topics.Goals, "Mål"),
        new("Plans", Topics.Plans, "Planer"),
        Challenges,
        Timeline,
        Budget,
        Authority,
        new("Negative Consequences", Topics.Consequences, "Negativa följder"),
        new("Positive Implications", Topics.Value, "Positiva följder"));

    /// <summary>ANUM: Authority, Need, Urgency, Money.</summary>
    public static QualificationFramework Anum { get; } =
        Of("anum", "ANUM", Authority, Need, new("Urgency", Topics.Priority, "Angelägenhet"), Money);

    /// <summary>FAINT: Funds, Authority, Interest, Need, Timing.</summary>
    public static QualificationFramework Faint { get; } = Of(
        "faint",
        "FAINT",
        new("Funds", Topics.Budget, "Medel"),
        Authority,
        new("Interest", Topics.Interest, "Intresse"),
        Need,
        new("Timing", Topics.Timing, "Tidpunkt"));

    /// <summary>SPICED: Situation, Pain, Impact, Critical Event, Decision.</summary>
    public static QualificationFramework Spiced { get; } = Of(
        "spiced",
        "SPICED",
        new("Situation", Topics.Situation, "Nuläge"),
        new("Pain", Topics.Need, "Problem"),
        new("Impact", Topics.Value, "Effekt"),
        new("Critical Event", Topics.CriticalEvent, "Avgörande händelse"),
        new("Decision", Topics.DecisionProcess, "Beslut"));

    /// <summary>The nine frameworks.</summary>
    public static IReadOnlyList<QualificationFramework> All { get; } =
        Array.AsReadOnly<QualificationFramework>([Bant, Meddic, Meddicc, Meddpicc, Champ, GpctbaCi, Anum, Faint, Spiced]);

    private static QualificationFramework Of(string id, string name, params Part[] parts) => new(id, name, [.. parts.Select(part => part.Make())]);

    /// <summary>A name of the field's with its topic; the rest follows from the topic.</summary>
    private sealed class Part(string name, string topic, string swedishName)
    {
        public string? Question { get; init; }

        public string? SwedishQuestion { get; init; }

        public FrameworkCriterion Make()
        {
            var facts = TopicFacts.Of(topic);
            return new FrameworkCriterion(
                name.ToLowerInvariant().Replace(' ', '-'), name, topic,
                dimension: facts.Dimension,
                effort: facts.Effort,
                question: Question ?? facts.Question)
                .In("sv", swedishName, SwedishQuestion ?? facts.SwedishQuestion);
        }
    }
}
