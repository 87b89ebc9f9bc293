using System;

namespace Sqo.Qualification;

/// <summary>The properties of a topic in every framework: its dimension, the effort to find it out and meet it, and what to ask.</summary>
internal sealed record TopicFacts(string Topic, string Dimension, double Effort, string Question, string SwedishQuestion)
{
    private static readonly TopicFacts[] All =
    [
        new(
            Topics.Budget, Dimensions.Budget, 2, "What budget is set aside for this, and who has approved it?",
            "Vilken budget finns avsatt, och vem har godkänt den?"),
        new(
            Topics.Authority, Dimensions.Authority, 3, "Who decides about the money, and have we met?",
            "Vem bestämmer över pengarna, och har vi träffats?"),
        new(
            Topics.Need, Dimensions.Need, 1, "What problem do you want solved, and what does it keep you from doing?",
            "Vilket problem vill ni lösa, och vad hindrar det er från?"),
        new(Topics.Timing, Dimensions.Timing, 1, "When must it be in place?", "När måste det vara på plats?"),
        new(
            Topics.Priority, Dimensions.Timing, 1, "What comes before this among all that you want done this year?",
            "Vad går före detta av allt som ni vill få gjort i år?"),
        new(
            Topics.CriticalEvent, Dimensions.Timing, 2, "Which date can't be moved, and what happens if it passes?",
            "Vilket datum går inte att flytta, och vad händer om det passerar?"),
        new(Topics.Interest, Dimensions.Engagement, 1, "What made you look at this now?", "Vad fick er att titta på det här just nu?"),
        new(Topics.Situation, Dimensions.Fit, 1, "How do you do this today?", "Hur gör ni i dag?"),
        new(
            Topics.Goals, Dimensions.Need, 1, "What do you want to reach, in figures, and by when?",
            "Vad vill ni uppnå, i siffror, och till när?"),
        new(Topics.Plans, Dimensions.Need, 1, "How do you plan to get there?", "Hur tänker ni ta er dit?"),
        new(
            Topics.Value, Dimensions.Need, 2, "What is it worth to you when this works, in figures?",
            "Vad är det värt för er när det fungerar, i siffror?"),
        new(
            Topics.Consequences, Dimensions.Need, 1, "What happens if you leave things as they are?",
            "Vad händer om allt får vara som det är?"),
        new(
            Topics.DecisionCriteria, Dimensions.Fit, 2, "By what will you compare the solutions?",
            "Vad kommer ni att jämföra lösningarna på?"),
        new(
            Topics.DecisionProcess, Dimensions.Authority, 2, "Which steps lead to a decision, and who takes part in them?",
            "Vilka steg leder till ett beslut, och vilka är med?"),
        new(
            Topics.PaperProcess, Dimensions.Timing, 3, "What do legal, security and purchasing need before you can sign?",
            "Vad behöver jurister, säkerhet och inköp innan ni kan skriva på?"),
        new(
            Topics.Champion, Dimensions.Authority, 3, "Who speaks for us when we are not in the room?",
            "Vem talar för oss när vi inte är i rummet?"),
        new(
            Topics.Competition, Dimensions.Competition, 2, "What else are you looking at, doing nothing included?",
            "Vilka andra alternativ tittar ni på, också att inget göra?"),
    ];

    public static TopicFacts Of(string topic) => Array.Find(All, facts => facts.Topic == topic)!;

    /// <summary>Makes a criterion with its name in a framework; values that are not passed come from the topic.</summary>
    public FrameworkCriterion Criterion(
        string id, string name, string swedishName, EvidenceLevel level, string? question = null, string? swedishQuestion = null) =>
        new FrameworkCriterion(id, name, Topic, Dimension, question ?? Question, effort: Effort, atLeast: level)
            .In("sv", swedishName, swedishQuestion ?? SwedishQuestion);
}
