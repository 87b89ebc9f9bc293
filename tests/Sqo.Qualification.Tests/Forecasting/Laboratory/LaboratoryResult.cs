using System.Collections.Generic;
using System.Linq;

namespace Sqo.Qualification.Tests.Forecasting.Laboratory;

/// <summary>How the models did in a world, and how long a forecast took.</summary>
internal sealed record LaboratoryResult(World World, IReadOnlyList<LaboratoryRow> Rows, double Seconds)
{
    public LaboratoryRow Of(string model, int monthsAhead) => Rows.Single(row => row.Model == model && row.MonthsAhead == monthsAhead);

    /// <summary>The part of the default with the least error, of those that could forecast every company.</summary>
    public LaboratoryRow BestPart(int monthsAhead)
    {
        var companies = Of(ForecastLaboratory.Default, monthsAhead).Companies;
        return ForecastModels.DefaultParts
            .Select(part => Rows.SingleOrDefault(row => row.Model == part.Id && row.MonthsAhead == monthsAhead))
            .Where(row => row?.Companies == companies)
            .MinBy(row => row!.Wape.Value)!;
    }
}
