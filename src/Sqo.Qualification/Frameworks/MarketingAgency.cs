namespace Sqo.Qualification;

/// <summary>The criteria of a digital marketing agency, for use in code.</summary>
public static class MarketingAgency
{
    /// <summary>The wish to improve the online presence.</summary>
    public static FrameworkCriterion OnlinePresence { get; } = new FrameworkCriterion(
        "online-presence",
        "Online Presence",
        Topics.Need,
        dimension: Dimensions.Need,
        question: "What should be better about your online presence?",
        nextAction: "Show them how they are found online today, beside their rivals")
        .In(
            "sv",
            "Närvaro på nätet",
            "Vad borde bli bättre med er närvaro på nätet?",
            "Visa hur de hittas på nätet i dag, bredvid sina konkurrenter");

    /// <summary>The marketing budget.</summary>
    public static FrameworkCriterion MarketingBudget { get; } = new FrameworkCriterion(
        "marketing-budget",
        "Marketing Budget",
        Topics.Budget,
        dimension: Dimensions.Budget,
        question: "What is your marketing budget, and what part of it could go to this?",
        nextAction: "Talk about the marketing budget and what it could bring in",
        effort: 2)
        .In(
            "sv",
            "Marknadsföringsbudget",
            "Hur stor är er marknadsföringsbudget, och vilken del kan gå till det här?",
            "Tala om marknadsföringsbudgeten och vad den kan ge");

    /// <summary>Goals that are set, for traffic or leads.</summary>
    public static FrameworkCriterion Goals { get; } = new FrameworkCriterion(
        "goals",
        "Goals",
        Topics.Goals,
        dimension: Dimensions.Need,
        question: "Which goals have you set for traffic and leads?",
        nextAction: "Set goals for traffic and leads together")
        .In(
            "sv",
            "Mål",
            "Vilka mål har ni satt för trafik och leads?",
            "Sätt mål för trafik och leads tillsammans");
}
