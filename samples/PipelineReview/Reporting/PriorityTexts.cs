using Sqo.Qualification;

namespace PipelineReview.Reporting;

/// <summary>The texts of the headline, the plan of the week, the answers that are due and the deals at risk.</summary>
internal static class PriorityTexts
{
    public static (string Id, string English, string Swedish)[] All { get; } =
    [
        (Words.OwnerTitle, "Pipeline review: {0}", "Genomgång av säljpipeline: {0}"),
        (
            Words.Expected,
            "Until {0} the team can expect to win {1}; with a probability of 80%, from {2} (P10) to {3} (P90).",
            "Till och med {0} kan laget vänta sig att vinna {1}; med 80 % sannolikhet från {2} (P10) till {3} (P90)."
        ),
        (
            Words.ExpectedAlone,
            "Until {0} the team can expect to win {1}; how certain that is, isn't known.",
            "Till och med {0} kan laget vänta sig att vinna {1}; hur säkert det är går inte att säga."
        ),
        (
            Words.ExpectedOfOwner,
            "Until {0} the open deals can be expected to bring {1}; with a probability of 80%, from {2} (P10) to {3} (P90).",
            "Till och med {0} kan de öppna affärerna väntas ge {1}; med 80 % sannolikhet från {2} (P10) till {3} (P90)."
        ),
        (Words.NoOpenDeals, "There is no open deal.", "Det finns ingen öppen affär."),
        (Words.QuotaChance, "The chance to reach the quota of {0} is {1}.", "Chansen att nå målet {0} är {1}."),
        (
            Words.RoughGuess,
            "That is a rough guess, because the file has little history (closed deals: {0}; days observed: {1}).",
            "Det är en grov gissning, eftersom filen har lite historia (stängda affärer: {0}; observerade dagar: {1})."
        ),
        (
            Words.RiskFarApart,
            "The greatest risk: the parts of the forecast are far apart. If the lowest is right, {0} ({1}) of that amount is " +
                "missing.",
            "Den största risken: prognosens delar är långt ifrån varandra. Om den lägsta har rätt saknas {0} ({1}) av beloppet."
        ),
        (
            Words.RiskNewBusiness,
            "The greatest risk: {0} ({1}) of that amount must come from deals that don't exist yet.",
            "Den största risken: {0} ({1}) av beloppet måste komma från affärer som inte finns ännu."
        ),
        (
            Words.RiskOfSign,
            "The greatest risk: {0} ({1}) of what the open deals can be expected to bring depends on deals with the sign \"{3}\": " +
                "{2}.",
            "Den största risken: {0} ({1}) av vad de öppna affärerna kan väntas ge hänger på affärer med tecknet \"{3}\": {2}."
        ),
        (
            Words.RiskOfOneDeal,
            "The greatest risk: {0} ({1}) of what the open deals can be expected to bring depends on one deal, {2}.",
            "Den största risken: {0} ({1}) av vad de öppna affärerna kan väntas ge hänger på en enda affär, {2}."
        ),
        (Words.Plan, "Plan of the week, {0} to {1}", "Veckans plan, {0} till {1}"),
        (
            Words.PlanNote,
            "Hours of selling time per owner: {0}. Hours that a deal takes if the file doesn't say: {1}. Each owner gets the own " +
                "deals that bring the most together: expected value is value times chance. Overdue answers come first. Disqualified " +
                "deals and deals with hardly any chance are not in the plan. Worth of an hour: what the last planned hours bring; 0 if " +
                "no deal is left.",
            "Säljtimmar per ansvarig: {0}. Timmar som en affär tar om filen inte säger något: {1}. Var och en får de egna affärer " +
                "som ger mest tillsammans: förväntat värde är värde gånger chans. Försenade svar kommer först. Affärer " +
                "som inte kvalificerar och affärer med knappt någon chans är inte med. Värde av en timme: vad de sista planerade " +
                "timmarna ger; 0 om ingen affär är kvar."
        ),
        (Words.NoOwners, "There is no plan: no open deal has an owner.", "Det finns ingen plan: ingen öppen affär har en ansvarig."),
        (Words.MustDo, "Must do", "Måste göras"),
        (Words.Hours, "Hours", "Timmar"),
        (Words.OfHours, "Of", "Av"),
        (Words.ExpectedValue, "Expected value", "Förväntat värde"),
        (Words.HourWorth, "Worth of an hour", "Värde av en timme"),
        (
            Words.Overload,
            "{0}: what must be done takes {1} hours more than there are.",
            "{0}: det som måste göras tar {1} timmar mer än vad som finns."
        ),
        (Words.WithoutDeals, "Owners without an open deal: {0}: {1}.", "Ansvariga utan öppen affär: {0}: {1}."),
        (Words.ToWorkOn, "Deals to work on, owner by owner", "Affärer att arbeta med, en ansvarig i taget"),
        (Words.Chance, "Chance", "Chans"),
        (Words.ExpectedClose, "Expected close", "Väntat avslut"),
        (Words.Likely, "likely {0}", "troligen {0}"),
        (
            Words.ChanceNote,
            "Chance: of a win until {0}, by the age of the deal and how fast such deals close. Expected close: the day in the " +
                "file; without one, the month in which a win is most likely.",
            "Chans: att vinna till och med {0}, efter affärens ålder och hur snabbt sådana affärer stängs. Väntat avslut: dagen i " +
                "filen; utan den, månaden då en vinst är troligast."
        ),
        (Words.LikelyMonth, "Likely month", "Trolig månad"),
        (Words.ChanceAndClose, "{0}; expected close: {1}", "{0}; väntat avslut: {1}"),
        (
            Words.MoreDeals,
            "The first {0} of each owner; --owner shows them all: {1}.",
            "De första {0} för var och en; --owner visar alla: {1}."
        ),
        (Words.AnswerOverdue, "Must do: the answer is overdue", "Måste göras: svaret är försenat"),
        (
            Words.NoAnswerTimes,
            "No deal says when it became an SQO, so no answer is known to be overdue.",
            "Ingen affär säger när den blev SQO, så det är inte känt om något svar är försenat."
        ),
        (Words.Answers, "Answers to customers: {0} overdue", "Svar till kunder: {0} försenade"),
        (
            Words.InTime,
            "Answered in time, within one working day: {0} of {1} that were due.",
            "Besvarade i tid, inom en arbetsdag: {0} av {1} som skulle ha besvarats."
        ),
        (Words.QualifiedOn, "SQO since", "SQO sedan"),
        (Words.Due, "Answer due", "Svar senast"),
        (Words.DaysOverdue, "Working days overdue", "Försenat, arbetsdagar"),
        (
            Words.FirstAnswers,
            "The first {0} of {1} overdue and of {2} waiting ones; --json lists them all.",
            "De första {0} av {1} försenade och av {2} väntande; --json listar alla."
        ),
        (Words.NotPlanned, "Open deals that are not in the plan: {0}", "Öppna affärer som inte är med i planen: {0}"),
        (Words.NotWeighed, "not known: {0}", "inte känt: {0}"),
        (Words.NextBest, "The {0} that would bring the most per hour:", "De {0} som skulle ge mest per timme:"),
        (
            Words.InvalidDeals,
            "Deals with invalid dates or amounts, which are in no list above: {0}.",
            "Affärer vars datum eller belopp inte kan stämma, och som inte är med i någon lista ovan: {0}."
        ),
        (Words.AtRisk, "Deals at risk: {0} of {1} open ones", "Affärer i fara: {0} av {1} öppna"),
        (Words.SignHeading, "Sign", "Tecken"),
        (Words.UnseenSigns, "The data can't show: {0}.", "Uppgifterna kan inte visa: {0}."),
        (
            Words.AtRiskNote,
            "A deal can have several signs. The {0} with the highest expected value:",
            "En affär kan ha flera tecken. De {0} med högst förväntat värde:"
        ),
        (Words.AtRiskNote + Words.OfAll, "A deal can have several signs.", "En affär kan ha flera tecken."),
        (Words.NotPlannedReason + nameof(LeftOutReason.Excluded), "disqualified by the profile", "inte kvalificerad enligt profilen"),
        (Words.NotPlannedReason + nameof(LeftOutReason.NoOwner), "no owner who has hours", "ingen ansvarig som har timmar"),
        (
            Words.NotPlannedReason + nameof(LeftOutReason.NoGain),
            "brings nothing: hardly any chance, or no value",
            "ger ingenting: knappt någon chans, eller inget värde"
        ),
        (
            Words.NotPlannedReason + nameof(LeftOutReason.TooLong),
            "takes longer than the hours that are left",
            "tar längre tid än timmarna som är kvar"
        ),
        (Words.NotPlannedReason + nameof(LeftOutReason.Limit), "a limit is reached", "en gräns är nådd"),
        (
            Words.NotPlannedReason + nameof(LeftOutReason.OwnerDeals),
            "the owner has as many deals as allowed",
            "den ansvariga har så många affärer som tillåtet"
        ),
        (Words.NotPlannedReason + nameof(LeftOutReason.Spread), "would spread the work unevenly", "skulle fördela arbetet ojämnt"),
        (
            Words.NotPlannedReason + nameof(LeftOutReason.LessPerHour),
            "brings less per hour than the planned deals",
            "ger mindre per timme än de planerade affärerna"
        ),
        (
            Words.NotPlannedReason + nameof(LeftOutReason.Combination),
            "other deals fill the hours better together",
            "andra affärer fyller timmarna bättre tillsammans"
        ),
        (Words.Sign + nameof(RiskSign.Pushed), "pushed again and again", "framflyttad gång på gång"),
        (Words.Sign + nameof(RiskSign.NoContact), "no contact for weeks", "ingen kontakt på veckor"),
        (Words.Sign + nameof(RiskSign.LongInStage), "open for longer than most won deals", "öppen längre än de flesta vunna affärer"),
        (Words.Sign + nameof(RiskSign.CloseOverdue), "expected close in the past", "väntat avslut har passerat"),
        (
            Words.Sign + nameof(RiskSign.LargeAmount),
            "amount far above what such deals close at",
            "belopp långt över vad sådana affärer stängs på"
        ),
        (Words.Sign + nameof(RiskSign.FewContacts), "too few people known", "för få personer kända"),
        (Words.Sign + nameof(RiskSign.NewCompetitor), "a new competitor", "en ny konkurrent"),
        (MessageIds.PlanNotExcluded, "{0}: disqualified by the profile", "{0}: inte kvalificerad enligt profilen"),
    ];
}
