module FSharpSample

open System
open System.Globalization
open Sqo.Qualification

type Deal =
    { Budget: Nullable<decimal>
      DecisionMaker: Nullable<bool>
      Industry: string | null
      LastActivity: DateTime option }

let profile =
    QualificationProfile.Create<Deal>("saas", fun (p: ProfileBuilder<Deal>) ->
        p.Criterion("budget", fun d -> d.Budget).AtLeast(10_000m).Required() |> ignore
        p.Criterion("authority", fun d -> d.DecisionMaker).IsTrue().Required().Ask("Who signs?") |> ignore
        p.Criterion("fit", fun d -> d.Industry).OneOf("saas", "fintech").Weight(60) |> ignore
        p.Criterion("recency", fun d -> Option.toNullable d.LastActivity).HalfLife(days = 14).Weight(40) |> ignore
        p.QualifyAt(60) |> ignore)

let asOf = DateTime(2026, 11, 23)

let deal =
    { Budget = Nullable 25_000m
      DecisionMaker = Nullable()
      Industry = "SaaS"
      LastActivity = Some(asOf.AddDays(-7)) }

let result = profile.Explain(deal, asOf)
printfn "%s" (result.ToText(CultureInfo.GetCultureInfo "en-US"))

match profile.Decide(deal, asOf).Verdict with
| Verdict.Qualified -> printfn "Send a proposal."
| Verdict.NeedsDiscovery -> printfn "Ask: %s" (String.Join(", ", result.Questions |> Seq.map _.Id))
| _ -> printfn "Leave it."
