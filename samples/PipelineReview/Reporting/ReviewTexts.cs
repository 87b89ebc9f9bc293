using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PipelineReview.Reading;
using PipelineReview.Reviewing;
using Sqo.Qualification;

namespace PipelineReview.Reporting;

/// <summary>
/// The texts of the review, added to the library's texts: one look-up, one set of formats, and one more column for each
/// language.
/// </summary>
internal static class ReviewTexts
{
    private static readonly (string Id, string English, string Swedish)[] All =
    [
        (Words.Title, "Pipeline review", "Genomgång av säljpipeline"),
        (Words.Contents, "Contents", "Innehåll"),
        (Words.Search, "Search all lists", "Sök i alla listor"),
        (Words.AllOwners, "All owners", "Alla ansvariga"),
        (Words.RowsShown, "Rows shown: {0} of {1}", "Visade rader: {0} av {1}"),
        (Words.OtherLanguage, "There are no texts for {0}: this review is in English.", "Det finns inga texter för {0}: genomgången är på svenska."),
        (Words.DealsFile, "Deals", "Affärer"),
        (Words.AsOf, "As of", "Per"),
        (Words.AsOfOption, "{0}, set by --as-of", "{0}, dagen i --as-of"),
        (Words.AsOfMap, "{0}, set in the map", "{0}, dagen som mappningen anger"),
        (Words.AsOfLatestDate, "{0}, the latest day on which a deal was created, won or lost", "{0}, senaste dagen då en affär skapades, eller vanns eller förlorades"),
        (Words.AsOfLatestSnapshot, "{0}, the day of the last export in the file", "{0}, dagen för filens senaste export"),
        (Words.Profile, "Profile", "Profil"),
        (Words.ProfileValue, "{0}, version {1}, {2}; qualifies from a score of {3}", "{0}, version {1}, {2}; kvalificerar från {3} poäng"),
        (Words.NeverKnown, "No open deal has an answer to: {0}. The profile may not suit this data.", "Ingen öppen affär har svar på: {0}. Profilen passar kanske inte dessa data."),
        (Words.Read, "Rows read", "Lästa rader"),
        (Words.Rejected, "Rejected", "Underkända"),
        (Words.NotTaken, "Left out by the map", "Utelämnade av mappningen"),
        (Words.Replaced, "Replaced by newer rows", "Ersatta av nyare rader"),
        (Words.NotYetKnown, "Not yet known", "Ännu inte kända"),
        (Words.Won, "Won", "Vunna"),
        (Words.Lost, "Lost", "Förlorade"),
        (Words.Open, "Open", "Öppna"),
        (Words.Verdicts, "Open deals by verdict", "Öppna affärer efter utfall"),
        (Words.Verdict, "Verdict", "Utfall"),
        (Words.Deals, "Deals", "Affärer"),
        (Words.Share, "Share", "Andel"),
        (Words.Value, "Value", "Värde"),
        (Words.Total, "All open", "Alla öppna"),
        (Words.WithoutValue, "Open deals without a value: {0}.", "Öppna affärer utan värde: {0}."),
        (Words.ListPrices, "All values are list prices: the amounts of open deals are not known.", "Alla värden är listpriser: öppna affärers belopp är inte kända."),
        (Words.SomeListPrices, "List prices used for missing amounts (marked *): {0}.", "Listpriser, där beloppet saknas (märkta *): {0}."),
        (Words.Best, "The best SQOs by expected value: {0} of {1}", "De bästa SQO:erna efter förväntat värde: {0} av {1}"),
        (Words.Best + Words.OfAll, "The SQOs by expected value: {0}", "SQO:erna efter förväntat värde: {0}"),
        (Words.Deal, "Deal", "Affär"),
        (Words.Score, "Score", "Poäng"),
        (Words.Why, "Why", "Varför"),
        (Words.For, "For", "För"),
        (Words.Against, "Against", "Emot"),
        (Words.NotKnown, "Not known", "Okänt"),
        (Words.Nothing, "nothing", "inget"),
        (Words.None, "None.", "Inga."),
        (Words.OwnerMissing, "no owner", "ingen ansvarig"),
        (Words.NearMisses, "Near misses: {0} of {1}, the least effort first", "Nära att kvalificera: {0} av {1}, minst arbete först"),
        (Words.NearMisses + Words.OfAll, "Near misses: {0}, the least effort first", "Nära att kvalificera: {0}, minst arbete först"),
        (Words.ItWouldTake, "It would take", "Det skulle krävas"),
        (Words.Or, "or {0}", "eller {0}"),
        (Words.And, " and ", " och "),
        (Words.Now, "{0} (now {1})", "{0} (nu {1})"),
        (Words.NowOffBy, "{0} (now {1}, off by {2})", "{0} (nu {1}, skiljer {2})"),
        (Words.Discovery, "Deals that need discovery: {0} of {1}, the highest value first", "Affärer som behöver utredas: {0} av {1}, störst värde först"),
        (
            Words.Discovery + Words.OfAll, "Deals that need discovery: {0}, the highest value first",
            "Affärer som behöver utredas: {0}, störst värde först"
        ),
        (Words.Question, "Question to ask", "Fråga att ställa"),
        (Words.OnlyQuestion, "Only question", "Enda frågan"),
        (
            Words.QuestionsNote,
            "Counts the deals that need discovery: an unknown answer could still decide them. Only question: nothing else is open, so this answer decides.",
            "Räknade är affärer som behöver utredas: ett okänt svar kan ännu avgöra dem. Enda frågan: inget annat är öppet, så att svaret avgör."
        ),
        (Words.ToAsk, "Ask", "Fråga"),
        (Words.NextActions, "What to do next", "Vad som ska göras härnäst"),
        (Words.Next, "Next", "Härnäst"),
        (Words.Blockers, "What stops the open deals", "Vad som stoppar de öppna affärerna"),
        (
            Words.BlockersNote,
            "Unmet, Unknown: open deals, whatever their verdict. Stops: the deal is a near miss or disqualified, and this criterion is in the way. Alone would do: it would also qualify if this one criterion were fully met and everything else stayed the same.",
            "Ouppfyllt, Okänt: öppna affärer oavsett utfall. Stoppar: affären är nära eller inte kvalificerad, och kriteriet är i vägen. Räcker ensamt: den skulle också kvalificera om just detta kriterium vore uppfyllt så långt det går och allt annat vore som det är."
        ),
        (Words.Criterion, "Criterion", "Kriterium"),
        (Words.Asked, "Asked", "Krav"),
        (Words.Gate, "gate", "grind"),
        (Words.Weight, "Weight", "Vikt"),
        (Words.Unmet, "Unmet", "Ouppfyllt"),
        (Words.Unknown, "Unknown", "Okänt"),
        (Words.Stopped, "Stops", "Stoppar"),
        (Words.AloneEnough, "Alone would do", "Räcker ensamt"),
        (Words.AloneEnoughValue, "Value of these", "Värde av dessa"),
        (Words.Forecast, "Forecast for the next three months", "Prognos för de kommande tre månaderna"),
        (
            Words.ForecastNote,
            "The amount won is at most P10 with a probability of 10%, at most P50 with 50%, at most P90 with 90%. " +
            "Means add up, the others don't: " +
            "things rarely go badly everywhere at once. New business: deals that don't exist yet.",
            "Med 10 % sannolikhet vinns högst P10, med 50 % högst P50, med 90 % högst P90. " +
            "Medelvärden kan läggas ihop, de andra inte: " +
            "sällan går det illa överallt på en gång. Nya affärer: sådana som inte finns ännu."
        ),
        (
            Words.NoCreationDates,
            "There is no forecast: no deal can be used for one.",
            "Det finns ingen prognos: ingen affär kan användas för en."
        ),
        (Words.Period, "Month", "Månad"),
        (Words.Part, "Part", "Del"),
        (Words.Mean, "Mean", "Medelvärde"),
        (
            Words.WeightedPipeline,
            "For comparison only: {0}, value times win rate of all open deals whatever their age and without new business, comes to {1}.",
            "Bara som jämförelse: {0}, värde gånger vinstandel för alla öppna affärer oavsett ålder och utan nya affärer, ger {1}."
        ),
        (Words.OpenPipeline, "Open deals", "Öppna affärer"),
        (Words.NewBusiness, "New business", "Nya affärer"),
        (Words.Unexplained, "Unexplained", "Oförklarat"),
        (
            Words.UnexplainedNote,
            "Unexplained: {0}. The past months suggest this much more than today's deals and new ones at their pace could bring, even at twice their rate.",
            "Oförklarat: {0}. Så mycket mer säger månaderna hittills än dagens affärer och nya i nuvarande takt kan ge, ens i dubbel takt."),
        (Words.ForecastTotal, "Total", "Totalt"),
        (Words.AllPeriods, "All {0}", "Alla {0}"),
        (Words.Days, "{0}-{1} {2}", "{0}-{1} {2}"),
        (Words.Quota, "Chance to win at least {0} over the whole period: {1}.", "Sannolikhet att vinna minst {0} under hela tiden: {1}."),
        (
            Words.LeftOut,
            "Left out: open deals without a value: {0}; won deals without a value: {1}; deals without a creation date: {2}; deals with invalid dates or amounts: {3}.",
            "Inte med: öppna affärer utan värde: {0}; vunna affärer utan värde: {1}; affärer utan skapandedatum: {2}; affärer vars datum eller belopp inte kan stämma: {3}."
        ),
        (Words.Chart, "Won by month, and forecast", "Vunnet per månad, och vad som väntas"),
        (Words.ChartWon, "Won", "Vunnet"),
        (Words.ChartRange, "P10 to P90", "P10 till P90"),
        (Words.ChartNumbers, "The numbers of the chart", "Diagrammets tal"),
        (Words.MadeBy, "Basis of the forecast", "Vad prognosen står på"),
        (Words.Model, "Model: {0}.", "Gjord av: {0}."),
        (Words.Fallback, "{0} stepped in for {1}. {2}", "{0} fick träda in för {1}. {2}"),
        (Words.CountsFor, "Weight", "Väger"),
        (Words.ErrorBefore, "Past error", "Fel tidigare"),
        (Words.ForecastsBefore, "Forecasts", "Prognoser"),
        (Words.Expects, "Expected total", "Väntar sig totalt"),
        (
            Words.LeansOn,
            "The part that knows the deals has the greatest weight until the earlier forecasts of another part were clearly more accurate (by root mean squared error). The greatest weight now: \"{0}\", with {1}.",
            "Den del som känner affärerna väger mest, tills en annans tidigare prognoser tydligt slog mindre fel (roten ur medelkvadratfelet). Prognosen lutar sig mest mot \"{0}\", med {1}."
        ),
        (
            Words.LeansOnNone,
            "No earlier forecast can be compared with the amount won yet, so the part that knows the deals has the greatest weight.",
            "Ännu kan ingen tidigare prognos jämföras med vad som vanns, så den del som känner affärerna väger mest."
        ),
        (
            Words.WideApart,
            "The parts are far apart: from {0} to {1} in total. Ask why before you rely on either, and first whether enough new deals are created.",
            "Delarna är långt ifrån varandra: från {0} till {1} totalt. Fråga varför innan någon av dem används, först av allt om det börjar nog med nya affärer."
        ),
        (
            Words.Widened,
            "Its {0} earlier forecasts of a month were off by {1} of the forecast (root mean square). The ranges include the chance of each deal, the uncertainty of the rates, {2}, and what moves all deals at once, {3}.",
            "Dess {0} tidigare månadsprognoser slog fel med {1} av vad de sade (kvadratiskt medelvärde). Intervallen går efter varje affärs sannolikhet, efter vad som inte är känt om takten, {2}, och efter vad som rör alla affärer på en gång, {3}."
        ),
        (Words.WonChange + Words.LessOften, "Deals are won {0} less often since {1}; the forecast follows as far as this is certain.", "Affärer vinns {0} mer sällan sedan {1}; prognosen följer så långt det är säkert."),
        (Words.WonChange + Words.MoreOften, "Deals are won {0} more often since {1}; the forecast follows as far as this is certain.", "Affärer vinns {0} oftare sedan {1}; prognosen följer så långt det är säkert."),
        (Words.LostChange + Words.LessOften, "Deals are lost {0} less often since {1}; the forecast follows as far as this is certain.", "Affärer förloras {0} mer sällan sedan {1}; prognosen följer så långt det är säkert."),
        (Words.LostChange + Words.MoreOften, "Deals are lost {0} more often since {1}; the forecast follows as far as this is certain.", "Affärer förloras {0} oftare sedan {1}; prognosen följer så långt det är säkert."),
        (
            Words.WidenedUnseen,
            "No error of an earlier forecast is known. The ranges include the chance of each deal, the uncertainty of the rates, {0}, and what usually moves all deals at once, {1}.",
            "Inget fel i en tidigare prognos är känt. Intervallen går efter varje affärs sannolikhet, efter vad som inte är känt om takten, {0}, och efter vad som brukar röra alla affärer på en gång, {1}."
        ),
        (Words.Lack, "Too little history: {0}: {1}, and {2} are needed.", "För lite historia: {0}: {1}, och det krävs {2}."),
        (Words.Backtest, "How accurate such forecasts would have been", "Hur fel sådana prognoser hade slagit"),
        (
            Words.BacktestOrigins,
            "Forecasts from {0} month ends, {1} to {2}, each using only what was known on that day, compared with the amounts won.",
            "Prognoser från {0} månadsslut, {1} till {2}, var och en från inget annat än vad som var känt den dagen, bredvid vad som vanns."
        ),
        (
            Words.BacktestNote,
            "WAPE: the errors as a share of the amounts won; 0 is perfect. Bias: above 0, the forecasts were too low; below 0, too high. Held: how often the amount won was from P10 to P90; 8 of 10 is right. Winkler and CRPS score the ranges and the whole distribution, in money; lower is better. Skill: how much better the WAPE is than that of the naive forecast; below 0 is worse.",
            "WAPE: felen som andel av vad som vanns; 0 är perfekt. Bias: över 0 spåddes för lite, under 0 för mycket. Höll: hur ofta det vunna låg från P10 till P90; 8 av 10 är rätt. Winkler och CRPS mäter intervallen och hela fördelningen, i pengar; ju mindre desto bättre. Skicklighet: hur mycket bättre WAPE är än den naiva prognosens; under 0 är sämre."
        ),
        (
            Words.NoBacktest,
            "There is too little history for a back-test: it takes four months of closings.",
            "Det finns för lite historia att se tillbaka på: det krävs fyra månader med avslut."
        ),
        (Words.MonthsAhead, "Months ahead", "Månader framåt"),
        (Words.ModelName, "Model", "Modell"),
        (Words.Wape, "WAPE", "WAPE"),
        (Words.Bias, "Bias", "Bias"),
        (Words.Held, "Held", "Höll"),
        (Words.HeldOf, "{0} of {1}", "{0} av {1}"),
        (Words.Winkler, "Winkler", "Winkler"),
        (Words.Crps, "CRPS", "CRPS"),
        (Words.Skill, "Skill", "Skicklighet"),
        (Words.Gap, "{0}: {1} forecasts could not be made. {2}", "{0}: {1} prognoser kunde inte göras. {2}"),
        (
            Words.BetterThanNaive,
            "Months ahead: {0}. The forecast was off by {1} of the amounts won; the naive one was off by {2}.",
            "Månader framåt: {0}. Prognosen slog fel med {1} av vad som vanns; den naiva slog fel med {2}."
        ),
        (
            Words.NoBetterThanNaive,
            "Months ahead: {0}. The forecast was off by {1} of the amounts won; the naive one was off by {2}, so it was no worse.",
            "Månader framåt: {0}. Prognosen slog fel med {1} av vad som vanns; den naiva slog fel med {2}, och var alltså inte sämre."
        ),
        (
            Words.Closer,
            "Months ahead: {0}. \"{1}\" alone has been clearly closer in the last {2} forecasts: off by {3} of the amounts won, " +
                "against {4}.",
            "Månader framåt: {0}. \"{1}\" ensam har kommit tydligt närmare i de senaste {2} prognoserna: fel med {3} av vad som vanns, " +
                "mot {4}."
        ),
        (
            Words.CloserByChance,
            "Months ahead: {0}. \"{1}\" alone has been closer in the last {2} forecasts, off by {3} of the amounts won against {4}; " +
                "that may be chance.",
            "Månader framåt: {0}. \"{1}\" ensam har kommit närmare i de senaste {2} prognoserna, fel med {3} av vad som vanns mot {4}; " +
                "det kan vara en slump."
        ),
        (Words.ModelName + ".combination", "Combination of the models below", "Kombination av modellerna nedan"),
        (Words.ModelName + ".time-to-close", "Time to close and new business", "Tid till avslut, och nya affärer"),
        (Words.ModelName + ".seasonal-naive-3", "Same month of the last quarter", "Samma månad förra kvartalet"),
        (Words.ModelName + ".simple-exponential-smoothing", "Level of the past months", "Nivån hittills"),
        (Words.ModelName + ".naive", "Naive: the last months repeated", "Naiv: de senaste månaderna igen"),
        (Words.ModelName + ".weighted-pipeline", "Plain weighted pipeline", "Vanlig viktad pipeline"),
        (Words.Unit + "." + HistoryUnits.WonDeals, "won deals", "vunna affärer"),
        (Words.Unit + "." + HistoryUnits.ObservedDays, "days on which closings were seen", "dagar då avslut kunde ses"),
        (Words.Unit + "." + HistoryUnits.WholeMonths, "whole months of closings", "hela månader med avslut"),
        (Words.Unit + "." + HistoryUnits.Values, "months", "månader"),
        (
            Words.Unit + "." + HistoryUnits.DealsWithCreationDate,
            "deals with a creation date",
            "affärer med skapandedatum"
        ),
        (
            Words.Unit + "." + HistoryUnits.DealsWithAmount,
            "deals with an amount above 0",
            "affärer med ett belopp över 0"
        ),
        (
            Words.Unit + "." + HistoryUnits.ClosedDeals,
            "closed deals",
            "stängda affärer"
        ),
        (
            Words.Unit + "." + HistoryUnits.ClosedDealsOrProbabilities,
            "closed deals (or probabilities of open ones)",
            "stängda affärer (eller öppnas sannolikheter)"
        ),
        (Words.Stale, "Stale deals: {0} of {1} open ones", "Gamla affärer: {0} av {1} öppna"),
        (
            Words.StaleNote,
            "They are older than any deal that closed: the slowest took {0} days. According to the history they are very unlikely to be won, and they count for next to nothing in the forecast. Their value: {1}.",
            "De är äldre än någon affär som stängdes: den långsammaste tog {0} dagar. Enligt historien vinns de knappast, och de väger nästan inget i prognosen. Deras värde: {1}."
        ),
        (Words.FirstStale, "The {0} with the highest value of {1}; --json lists them all.", "De {0} med störst värde av {1}; --json listar alla."),
        (Words.Account, "Account", "Kund"),
        (Words.Owner, "Owner", "Ansvarig"),
        (Words.Age, "Age, days", "Ålder, dagar"),
        (Words.Learning, "What the closed deals teach", "Vad de stängda affärerna lär"),
        (
            Words.Trained,
            "A scorecard by logistic regression, learned from {0} closed deals: {1} won and {2} lost.",
            "Ett poängkort genom logistisk regression, lärt av {0} stängda affärer: {1} vunna och {2} förlorade."
        ),
        (Words.Fields, "Fields", "Fält"),
        (
            Words.SaysNothing,
            "Left out, because they are the same for all deals or tell the outcome of every deal: {0}.",
            "Utelämnade, eftersom de är lika för alla affärer eller avslöjar varje utfall: {0}."
        ),
        (
            Words.TooFew,
            "Too few closed deals to learn from: {0} won and {1} lost. At least {2} won and {3} lost are needed.",
            "För få stängda affärer att lära av: {0} vunna och {1} förlorade. Det krävs {2} vunna och {3} förlorade."
        ),
        (Words.NoFields, "The closed deals have no field to learn from.", "De stängda affärerna har inget fält att lära av."),
        (Words.Undated, "Left out, without a closing date: {0}.", "Utelämnade, eftersom stängningsdatum saknas: {0}."),
        (Words.Checks, "Reliability: the newest fifth, predicted from the older deals", "Hur långt det går att lita på: den nyaste femtedelen, förutsagd av de äldre"),
        (
            Words.LearnedFrom,
            "Learned from the {0} deals closed before {1}; measured on the {2} closed since then, of which {3} were won.",
            "Lärt av de {0} affärer som stängdes före {1}; mätt på de {2} som stängts sedan dess, varav {3} vanns."
        ),
        (Words.ScoredBy, "Predicted by", "Förutsagt av"),
        (Words.LearnedModel, "The learned scorecard", "Det lärda poängkortet"),
        (Words.ProfileScore, "The score of the profile", "Profilens poäng"),
        (Words.PlainWinRate, "The win rate for each", "Vinstandelen för var och en"),
        (Words.Auc, "AUC", "AUC"),
        (Words.Interval, "95% interval", "95 %-intervall"),
        (Words.Brier, "Brier", "Brier"),
        (Words.LogLoss, "Log loss", "Logaritmisk förlust"),
        (
            Words.ChecksNote,
            "AUC: how often a won deal ranks above a lost one; 0.5 is chance. Brier: the mean squared error of the probabilities, lower is better. The score of the profile is made a probability by Platt's fit to the older deals; the win rate is that of the older deals.",
            "AUC: hur ofta en vunnen affär står över en förlorad; 0,5 är slumpen. Brier: sannolikheternas medelkvadratfel, ju lägre desto bättre. Profilens poäng görs till en sannolikhet genom Platts anpassning till de äldre affärerna; vinstandelen är de äldre affärernas."
        ),
        (
            Words.Signal + nameof(Signal.Unclear),
            "There are too few deals to judge the fields.",
            "Det finns för få affärer för att säga vad fälten berättar."
        ),
        (
            Words.Signal + nameof(Signal.None),
            "The fields tell next to nothing: the interval of the AUC contains 0.5, which is chance. Don't choose deals by these probabilities.",
            "Fälten säger nästan ingenting: AUC-intervallet rymmer 0,5, som är slumpen. Välj inte affärer efter dessa sannolikheter."
        ),
        (
            Words.Signal + nameof(Signal.Some),
            "The fields are informative: the interval of the AUC is above 0.5, which is chance.",
            "Fälten säger något: AUC-intervallet ligger över 0,5, som är slumpen."
        ),
        (
            Words.Signal + nameof(Signal.Reversed),
            "The fields mislead: the interval of the AUC is below 0.5, so the patterns of older deals don't hold for newer ones.",
            "Fälten vilseleder: AUC-intervallet ligger under 0,5, så det som äldre affärer säger gäller inte nyare."
        ),
        (
            Words.NoBetter,
            "As probabilities they are no better than the win rate: the order is informative, the numbers aren't.",
            "Som sannolikheter är de inte bättre än vinstandelen: ordningen säger något, men inte talen."
        ),
        (Words.Reliability, "Predicted and observed, by the learned scorecard", "Förutsagt och utfallet, enligt det lärda poängkortet"),
        (Words.Probability, "Probability", "Sannolikhet"),
        (Words.Predicted, "Predicted", "Förutsagt"),
        (Words.Observed, "Won", "Vunna"),
        (Words.Chances, "Open deals with the highest probability: {0} of {1}", "Öppna affärer med högst sannolikhet: {0} av {1}"),
        (Words.Chances + Words.OfAll, "Open deals by probability: {0}", "Öppna affärer efter sannolikhet: {0}"),
        (
            Words.ChancesNote,
            "In brackets: by how many percentage points a field moves the probability from that of an average deal.",
            "Inom parentes: med hur många procentenheter ett fält flyttar sannolikheten från en genomsnittlig affärs."
        ),
        (Words.Between, "{0} to {1}", "{0} till {1}"),
        (Words.Field + "amount", "Amount", "Belopp"),
        (Words.Field + "authority", "Decision maker involved", "Beslutsfattare med"),
        (Words.Field + "campaign", "Campaign", "Kampanj"),
        (Words.Field + "competitors", "Competitors", "Konkurrenter"),
        (Words.Field + "consultation", "Consultation requested", "Har bett om rådgivning"),
        (Words.Field + "country", "Country", "Land"),
        (Words.Field + "demo", "Demo requested", "Har bett om demonstration"),
        (Words.Field + "employees", "Employees", "Anställda"),
        (Words.Field + "engagement", "Engagement", "Engagemang"),
        (Words.Field + "goals", "Goals set", "Mål satta"),
        (Words.Field + "industry", "Industry", "Bransch"),
        (Words.Field + "owner", "Owner", "Ansvarig"),
        (Words.Field + "problem", "Problem confirmed", "Behov bekräftat"),
        (Words.Field + "product", "Product", "Produkt"),
        (Words.Field + "project", "Project defined", "Projekt bestämt"),
        (Words.RejectedRows, "Rows that could not be read", "Rader som inte kunde läsas"),
        (Words.File, "File", "Fil"),
        (Words.Reason, "Reason", "Orsak"),
        (Words.Rows, "Rows", "Antal rader"),
        (Words.Line, "Line", "Rad"),
        (Words.Id, "Id", "Id"),
        (Words.Fault, "What is wrong", "Vad som är fel"),
        (Words.FirstOf, "The first {0} of {1}; --json lists them all.", "De första {0} av {1}; --json listar alla."),
        (Words.Kept, "Rows that were kept, but look odd", "Rader som behölls men ser märkliga ut"),
        (Words.What, "What", "Vad"),
        (Words.Lines, "Lines", "Rader"),
        (Words.LookupNoKey, "{0}: the deal has no key to look up", "{0}: affären har ingen nyckel att slå upp"),
        (Words.LookupNoRow, "{0}: no row for {1}", "{0}: ingen rad för {1}"),
        (Words.Reading, "Reading", "Läser"),
        (Words.Forecasting, "Forecasting", "Gör prognos"),
        (Words.Explaining, "Explaining", "Förklarar"),
        (Words.RejectReason + nameof(RejectReason.BadQuoting), "bad quoting", "felaktiga citattecken"),
        (Words.RejectReason + nameof(RejectReason.BadJson), "bad JSON", "felaktig JSON"),
        (Words.RejectReason + nameof(RejectReason.UnknownStatus), "unknown status", "okänd status"),
        (Words.RejectReason + nameof(RejectReason.WrongColumnCount), "too few or too many columns", "för få eller för många kolumner"),
        (Words.RejectReason + nameof(RejectReason.MissingId), "no id", "id saknas"),
        (Words.RejectReason + nameof(RejectReason.DuplicateId), "id used before", "id redan använt"),
        (Words.RejectReason + nameof(RejectReason.UnknownStage), "unknown stage", "okänt steg"),
        (Words.RejectReason + nameof(RejectReason.UnreadableDate), "unreadable date", "oläsligt datum"),
        (Words.RejectReason + nameof(RejectReason.UnreadableNumber), "unreadable number", "oläsligt tal"),
        (Words.RejectReason + nameof(RejectReason.UnreadableFlag), "unreadable yes or no", "oläsligt ja eller nej"),
        (Words.RejectReason + nameof(RejectReason.UnreadableText), "unreadable text", "oläslig text"),
        (Words.RejectReason + nameof(RejectReason.OtherCurrency), "another currency", "annan valuta"),
        (Words.RejectReason + nameof(RejectReason.StrayDate), "a date far after all others", "ett datum långt efter alla andra"),
        (Words.RemarkKind + nameof(RemarkKind.ClosedBeforeCreated), "closed before it was created", "stängd innan den skapades"),
        (Words.RemarkKind + nameof(RemarkKind.ClosedWithoutDate), "won or lost without a date", "vunnen eller förlorad utan datum"),
        (Words.RemarkKind + nameof(RemarkKind.OpenWithClosedDate), "open with a close date", "öppen med stängningsdatum"),
        (
            Words.RemarkKind + nameof(RemarkKind.GoneFromSnapshot), "open, but not in the last export",
            "öppen, men saknas i den senaste exporten"
        ),
    ];

    // The labels and questions of the profiles are in English, as part of the fingerprint.
    private static readonly (string Id, string Label, string Question)[] SwedishCriteria =
    [
        ("account", "Kund", "Vilket företag gäller det?"),
        ("authority", "Beslutsfattare med", "Vem skriver på, och har vi talats vid?"),
        ("budget", "Budget", "Vad är avsatt för detta?"),
        ("contact", "Senaste kontakt", "När hörde vi senast av kunden?"),
        ("demo", "Har bett om demonstration", "Vill kunden se en demonstration?"),
        ("employees", "Anställda", "Hur många arbetar där?"),
        ("engaged", "Kunden kontaktad", "När talade vi först med kunden?"),
        ("engagement", "Engagemang", "Hur mycket har kunden använt det vi skickat?"),
        ("problem", "Behov bekräftat", "Vad händer om inget görs?"),
        ("recency", "Hur färsk kontakten är", "När hörde vi senast av kunden?"),
        ("timing", "Väntat avslut", "När måste det vara på plats?"),
        ("value", "Värde", "Vilken produkt gäller det?"),
        ("warmth", "Tid sedan kontakt", "När talade vi först med kunden?"),
    ];

    private static IEnumerable<(string Id, string English, string Swedish)> Texts =>
        All.Concat(PriorityTexts.All).Concat(CampaignTexts.All).Concat(AuditTexts.All);

    /// <summary>The library's texts in the language of a culture, together with these.</summary>
    public static ExplanationTexts For(CultureInfo culture)
    {
        var texts = ExplanationTexts.For(culture);
        return texts.Language == "sv"
            ? texts.With("sv", Texts.ToDictionary(word => word.Id, word => word.Swedish))
                .With("sv", SwedishCriteria.ToDictionary(criterion => ExplanationTexts.LabelPrefix + criterion.Id, criterion => criterion.Label))
                .With("sv", SwedishCriteria.ToDictionary(criterion => ExplanationTexts.QuestionPrefix + criterion.Id, criterion => criterion.Question))
            : texts.With("en", Texts.ToDictionary(word => word.Id, word => word.English));
    }
}
