using System.Collections.Generic;
using System.Linq;

namespace Sqo.Qualification.Tests.Forecasting.Laboratory;

/// <summary>How the models did in a world, and how long a forecast took.</summary>
internal sealed record LaboratoryResult(World World, IReadOnlyList<LaboratoryRow> Rows, double Seconds)
{
    public LaboratoryRow Of(string model, int monthsAhead) => Rows.Single(row => row.Model == model && row.MonthsAhead == monthsAhead);
}
