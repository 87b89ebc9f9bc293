using System;
using Xunit;

namespace Sqo.Qualification.Tests.Bugs;

/// <summary>A batch once asked user code about the default that stood in a column for a missing value.</summary>
public class MissingValueReachesUserCodeTests
{
    private static readonly DateTime AsOf = new(2026, 11, 23);

    [Fact]
    public void DecideAll_PredicateThatThrowsOnTheDefault_SeesKnownValuesAlone()
    {
        var profile = QualificationProfile.Create<Row>("p", p =>
        {
            p.Criterion("number", r => r.Number).Satisfies(n => 100 / n > 3).Weight(1);
            p.Criterion("date", r => r.Date).Satisfies(d => d.AddDays(-30) < AsOf).Weight(1);
            p.Criterion("curve", r => r.Share).Curve(x => double.IsNaN(x) || x == 0 ? throw new InvalidOperationException() : 1 / x)
                .Weight(1);
            p.QualifyAt(50);
        });
        Row[] rows = [new(null, null, null), new(5, AsOf, 2), new(null, AsOf, double.NaN)];
        var decisions = profile.DecideAll(rows, AsOf);
        for (var i = 0; i < rows.Length; i++) Assert.Equal(profile.Decide(rows[i], AsOf), decisions[i]);
    }

    private sealed record Row(int? Number, DateTime? Date, double? Share);
}
