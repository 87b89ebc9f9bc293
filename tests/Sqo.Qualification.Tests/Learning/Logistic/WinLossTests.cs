using System;
using System.Globalization;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Learning.Logistic;

/// <summary>On 78,025 real deals, beside R's glm on the same columns.</summary>
public class WinLossTests
{
    // R 4.2, glm with treatment contrasts on the 62,487 deals that train: measured on the 15,538 others.
    private const double AucOfR = 0.7686716;
    private const double BrierOfR = 0.1412195;

    private static readonly string[] Categories =
    [
        "Supplies Subgroup", "Supplies Group", "Region", "Route To Market", "Client Size By Revenue", "Client Size By Employee Count",
        "Revenue From Client Past Two Years", "Competitor Type", "Deal Size Category",
    ];

    [WinLossFact]
    public void Fit_OfRealDeals_IsAsGoodAsAnEstablishedOne()
    {
        var (names, rows) = WinLossData.Read();
        var columns = new LogisticColumns<string[]>();
        foreach (var name in Categories)
        {
            var index = Array.IndexOf(names, name);
            columns = columns.Category(name, row => row[index]);
        }

        int amount = Array.IndexOf(names, "Opportunity Amount USD"), number = Array.IndexOf(names, "Opportunity Number");
        var outcome = Array.IndexOf(names, "Opportunity Result");
        double? AmountOf(string[] row) => double.Parse(row[amount], CultureInfo.InvariantCulture);
        bool IsTest(string[] row) => int.Parse(row[number], CultureInfo.InvariantCulture) % 5 == 0;
        Assert.Equal(15_538, rows.Count(IsTest));
        (string Form, LogisticColumns<string[]> Columns, double? Ridge)[] all =
            [("line", columns.Number("Amount", AmountOf), 1), ("line", columns.Number("Amount", AmountOf), null),
                ("bins", columns.Bins("Amount", AmountOf), null)];
        foreach (var (form, of, ridge) in all.Take(Deep.Size(1, 3)))
        {
            var fit = LogisticModel.Fit(of, rows.Where(row => !IsTest(row)), row => row[outcome] == "Won", options: new(ridge: ridge));
            Assert.Equal(62_487, fit.Deals.Trials);
            var measures = ProbabilityMeasures.Of(
                rows.Where(IsTest).Select(row => new ScoredOutcome(fit.Probability(row), row[outcome] == "Won")));
            var said = FormattableString.Invariant($"{form}: AUC {measures.Ranking.Auc}, Brier {measures.Brier}, {fit}");
            Assert.True(measures.Ranking.Auc > AucOfR - 0.01, said);
            Assert.True(measures.Brier < BrierOfR + 0.002, said);
            // The line is the same model.
            if (form == "line") Assert.True(Math.Abs(measures.Brier!.Value - BrierOfR) < 0.0005, said);
        }
    }
}
