Imports System.Globalization
Imports Sqo.Qualification

Public Class Deal
    Public Property Budget As Decimal?
    Public Property DecisionMaker As Boolean?
    Public Property Industry As String
    Public Property LastActivity As Date?
End Class

Public Module Program
    Private ReadOnly Profile As QualificationProfile(Of Deal) = QualificationProfile.Create(Of Deal)("saas",
        Sub(p)
            p.Criterion("budget", Function(d) d.Budget).AtLeast(10_000D).Required()
            p.Criterion("authority", Function(d) d.DecisionMaker).IsTrue().Required().Ask("Who signs?")
            p.Criterion("fit", Function(d) d.Industry).OneOf("saas", "fintech").Weight(60)
            p.Criterion("recency", Function(d) d.LastActivity).HalfLife(days:=14).Weight(40)
            p.QualifyAt(60)
        End Sub)

    Public Sub Main()
        Dim asOf = New Date(2026, 11, 23)
        Dim deal = New Deal With {.Budget = 25_000D, .Industry = "SaaS", .LastActivity = asOf.AddDays(-7)}

        Dim result = Profile.Explain(deal, asOf)
        Console.WriteLine(result.ToText(CultureInfo.GetCultureInfo("en-US")))

        Select Case Profile.Decide(deal, asOf).Verdict
            Case Verdict.Qualified
                Console.WriteLine("Send a proposal.")
            Case Verdict.NeedsDiscovery
                Console.WriteLine("Ask: " & String.Join(", ", result.Questions.Select(Function(q) q.Id)))
            Case Else
                Console.WriteLine("Leave it.")
        End Select
    End Sub
End Module
