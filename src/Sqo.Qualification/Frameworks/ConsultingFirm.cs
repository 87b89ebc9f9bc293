namespace Sqo.Qualification;

/// <summary>The criteria of a consulting firm, for use in code.</summary>
public static class ConsultingFirm
{
    /// <summary>The request for a consultation.</summary>
    public static FrameworkCriterion Consultation { get; } = new FrameworkCriterion(
        "consultation",
        "Consultation",
        Topics.Interest,
        dimension: Dimensions.Engagement,
        question: "Would you like to talk it through with one of our consultants?",
        nextAction: "Invite to a first consultation")
        .In(
            "sv",
            "Rådgivning",
            "Vill ni tala igenom det med en av våra konsulter?",
            "Bjud in till en första rådgivning");

    /// <summary>A specific project.</summary>
    public static FrameworkCriterion Project { get; } = new FrameworkCriterion(
        "project",
        "Project",
        Topics.Need,
        dimension: Dimensions.Need,
        question: "Which project do you have in mind, and what must it lead to?",
        nextAction: "Help them to put the project into a page",
        effort: 2)
        .In(
            "sv",
            "Projekt",
            "Vilket projekt tänker ni på, och vad ska det leda till?",
            "Hjälp dem att beskriva projektet på en sida");

    /// <summary>The time frame.</summary>
    public static FrameworkCriterion TimeFrame { get; } = new FrameworkCriterion(
        "time-frame",
        "Time Frame",
        Topics.Timing,
        dimension: Dimensions.Timing,
        question: "When should the project start, and when must it be done?",
        nextAction: "Agree on when the project should start",
        effort: 2)
        .In(
            "sv",
            "Tidsram",
            "När ska projektet börja, och när måste det vara klart?",
            "Kom överens om när projektet ska börja");
}
