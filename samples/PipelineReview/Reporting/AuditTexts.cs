namespace PipelineReview.Reporting;

/// <summary>The texts of the audit of the profile.</summary>
internal static class AuditTexts
{
    public static (string Id, string English, string Swedish)[] All { get; } =
    [
        (Words.Audit, "The profile and the {0} closed deals", "Profilen och de {0} stängda affärerna"),
        (
            Words.AuditNote,
            "What would this profile have said of the deals that have closed? Each is judged as it was on the last day that it was " +
            "open; values without a date are those of the file. Sales worked on all of them, whatever the profile says, so the " +
            "rejected ones show what it would have missed.",
            "Vad hade profilen sagt om de affärer som har stängts? Var och en bedöms som den var sista dagen den var öppen; värden " +
            "utan datum är filens. Sälj arbetade med alla, vad profilen än säger, så de avslagna visar vad den hade missat."
        ),
        (Words.WinRate, "Win rate", "Vinstandel"),
        (Words.AllClosed, "All closed", "Alla stängda"),
        (
            Words.AuditBetter,
            "Deals that qualify were won more often than the others: {0} against {1}. The difference is more than chance.",
            "Affärer som kvalificerar vanns oftare än de andra: {0} mot {1}. Skillnaden är större än slumpen."
        ),
        (
            Words.AuditWorse,
            "Deals that qualify were won less often than the others: {0} against {1}. The difference is more than chance: the " +
            "profile doesn't choose deals by their chance.",
            "Affärer som kvalificerar vanns mer sällan än de andra: {0} mot {1}. Skillnaden är större än slumpen: profilen väljer " +
            "inte affärer efter deras chans."
        ),
        (
            Words.AuditSame,
            "Deals that qualify were won about as often as the others: {0} against {1}. On these deals, the profile doesn't tell " +
            "which will be won.",
            "Affärer som kvalificerar vanns ungefär lika ofta som de andra: {0} mot {1}. Här säger profilen inte vilka som vinns."
        ),
        (Words.AuditRevenue, "They brought {0} of the {1} won, {2}.", "De gav {0} av de {1} som vanns, {2}."),
        (
            Words.AuditTooFew,
            "Too few deals qualify, or too few don't, to judge the profile: each group needs {0} closed deals.",
            "För få affärer kvalificerar, eller för få gör det inte, för att bedöma profilen: varje grupp behöver {0} stängda affärer."
        ),
        (Words.AuditCriteria, "What each criterion says about the outcome", "Vad varje kriterium säger om utfallet"),
        (Words.WonIfMet, "Won if met", "Vunna om uppfyllt"),
        (Words.WonIfUnmet, "Won if unmet", "Vunna om ouppfyllt"),
        (Words.WonIfUnknown, "Won if unknown", "Vunna om okänt"),
        (Words.Information, "Information", "Information"),
        (Words.ByChance, "By chance up to", "Av slump upp till"),
        (Words.StoppedAlone, "Rejected alone", "Avslog ensamt"),
        (Words.ShareOfRejections, "Share of rejections", "Andel av avslagen"),
        (Words.WonOfThose, "Won of those", "Vunna av dem"),
        (
            Words.AuditCriteriaNote,
            "Information: 0 says nothing, 0.3 is strong; below the next column it may be chance. Rejected alone: the deal would " +
            "qualify with the best answer to this criterion, and to no other alone. Below {0} closed deals, the number won is " +
            "shown instead of a rate.",
            "Information: 0 säger ingenting, 0,3 är starkt; under nästa kolumn kan det vara slump. Avslog ensamt: affären skulle " +
            "kvalificera med det bästa svaret på detta kriterium, och på inget annat ensamt. Under {0} stängda affärer visas " +
            "antalet vunna i stället för en andel."
        ),
        (Words.AuditThresholds, "Another threshold on the closed deals", "En annan tröskel på de stängda affärerna"),
        (Words.Threshold, "Threshold", "Tröskel"),
        (Words.Precision, "Won of SQOs", "Vunna av SQO"),
        (Words.Recall, "Of all wins", "Av alla vinster"),
        (
            Words.AuditThresholdsNote,
            "* in force. Gates stay as they are. A threshold found on these deals looks better on them than it will on later ones.",
            "* gäller nu. Grindarna är som de är. En tröskel som väljs efter dessa affärer ser bättre ut på dem än den blir på senare."
        ),
        (
            Words.AuditCosts,
            "A missed win costs {0}, the mean amount won; a deal that qualifies and is lost costs {2} hours at {1}.",
            "En missad vinst kostar {0}, det vunna beloppet i medeltal; en affär som kvalificerar och förloras kostar {2} timmar à {1}."
        ),
        (
            Words.AuditRateRose,
            "Won: {0}, or {1}, against {2} of the older ones. The rise is more than chance.",
            "Vunna: {0}, eller {1}, mot {2} av de äldre. Ökningen är större än slumpen."
        ),
        (
            Words.AuditRateFell,
            "Won: {0}, or {1}, against {2} of the older ones. The fall is more than chance.",
            "Vunna: {0}, eller {1}, mot {2} av de äldre. Minskningen är större än slumpen."
        ),
        (
            Words.AuditRateSteady,
            "Won: {0}, or {1}, against {2} of the older ones. That may be chance.",
            "Vunna: {0}, eller {1}, mot {2} av de äldre. Det kan vara slump."
        ),
        (
            Words.AuditNoDrift,
            "It takes {0} deals on each side to say whether scores and answers have changed.",
            "Om poäng och svar har ändrats går inte att säga: det krävs {0} affärer på var sida."
        ),
        (Words.Stability, "Shift (PSI)", "Förskjutning (PSI)"),
        (Words.Change, "Change", "Ändring"),
        (Words.Shifted, "has shifted", "har ändrats"),
        (Words.Steady, "may be chance", "kan vara slump"),
        (Words.UnknownsGrow, "is unknown more often", "är oftare okänt"),
        (
            Words.StabilityNote,
            "Shift: how far the scores, or the answers of a criterion, of the newer deals differ from those of the older ones. A " +
            "shift says that deals have changed, not that the profile is worse.",
            "Förskjutning: hur mycket de nyare affärernas poäng, eller svar på ett kriterium, skiljer sig från de äldres. En " +
            "förskjutning säger att affärerna har ändrats, inte att profilen är sämre."
        ),
        (Words.AuditChanges, "The deals closed since {0} beside the older ones", "Affärerna som stängts sedan {0} bredvid de äldre"),
    ];
}
