namespace Sqo.Qualification;

/// <summary>The criteria of a start-up, for use in code.</summary>
public static class Startup
{
    /// <summary>Strong interest.</summary>
    public static FrameworkCriterion Interest { get; } = new FrameworkCriterion(
        "interest",
        "Interest",
        Topics.Interest,
        dimension: Dimensions.Engagement,
        question: "What made you look at this now?",
        nextAction: "Share a short tour of the product and watch what they come back for")
        .In(
            "sv",
            "Intresse",
            "Vad fick er att titta på det här just nu?",
            "Visa en kort rundtur i produkten och se vad de återkommer till");

    /// <summary>The budget.</summary>
    public static FrameworkCriterion Budget { get; } = new FrameworkCriterion(
        "budget",
        "Budget",
        Topics.Budget,
        dimension: Dimensions.Budget,
        question: "What budget is set aside for this, and who has approved it?",
        nextAction: "Talk about budget: what the problem costs today, and the smallest plan that solves it",
        effort: 2)
        .In(
            "sv",
            "Budget",
            "Vilken budget finns avsatt, och vem har godkänt den?",
            "Tala om budget: vad problemet kostar i dag, och den minsta plan som löser det");

    /// <summary>The target market.</summary>
    public static FrameworkCriterion Market { get; } = new FrameworkCriterion(
        "market",
        "Target Market",
        Topics.Market,
        dimension: Dimensions.Fit,
        question: "What business are you in, and whom do you serve?",
        nextAction: "Check the fit with the target market before spending more time",
        effort: 5)
        .In(
            "sv",
            "Målmarknad",
            "Vilken bransch är ni i, och vilka är era kunder?",
            "Kontrollera att de hör till målmarknaden innan mer tid läggs");
}
