using System;
using System.Globalization;
using System.Linq;
using System.Threading;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Sqo.Qualification.DependencyInjection.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.DependencyInjection.Tests;

public class QualifierTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 12, 0, 0, TimeSpan.FromHours(2));

    [Fact]
    public void WithoutAMoment_ItIsNowInUtc()
    {
        var clock = new FakeTimeProvider(Start);
        clock.SetLocalTimeZone(TimeZoneInfo.CreateCustomTimeZone("far", TimeSpan.FromHours(9), "far", "far"));
        using var provider = Recent(clock);
        var qualifier = provider.GetRequiredService<IQualifier<Deal>>();
        var deal = new Deal { LastActivity = Start.UtcDateTime };
        Assert.Equal(100, qualifier.Decide(deal).Score);
        clock.Advance(TimeSpan.FromDays(14));
        Assert.Equal(50, qualifier.Decide(deal).Score, 9);
        Assert.Equal(Start.UtcDateTime.AddDays(14), qualifier.Explain(deal).AsOf);
        Assert.Equal(DateTimeKind.Utc, qualifier.Explain(deal).AsOf.Kind);
        Assert.Equal([qualifier.Decide(deal)], qualifier.DecideAll([deal]));
    }

    [Fact]
    public void WithAMomentAndAPreviousDecision_ItIsWhatTheProfileSays()
    {
        using var provider = Recent(new FakeTimeProvider(Start));
        var qualifier = provider.GetRequiredService<IQualifier<Deal>>();
        var profile = qualifier.Profile;
        var asOf = Start.UtcDateTime.AddDays(15);
        var deals = new[] { new Deal { LastActivity = Start.UtcDateTime }, new Deal() };
        var before = profile.DecideAll(deals, Start.UtcDateTime);
        Assert.True(before[0].IsQualified);

        // Below the threshold of 50, but within the hysteresis.
        Assert.False(qualifier.Decide(deals[0], asOf).IsQualified);
        Assert.True(qualifier.Decide(deals[0], asOf, before[0]).IsQualified);
        Assert.True(qualifier.Explain(deals[0], asOf, before[0]).IsQualified);
        Assert.Equal(profile.Decide(deals[0], asOf), qualifier.Decide(deals[0], asOf));
        Assert.Equal(
            profile.Explain(deals[0], asOf).ToText(CultureInfo.InvariantCulture),
            qualifier.Explain(deals[0], asOf).ToText(CultureInfo.InvariantCulture));
        Assert.Equal(profile.DecideAll(deals, asOf), qualifier.DecideAll(deals, asOf, degreeOfParallelism: 2));
        Assert.Equal(
            deals.Select((deal, i) => profile.Decide(deal, asOf, before[i])),
            qualifier.DecideAll(deals, before, asOf, degreeOfParallelism: 2));
    }

    [Fact]
    public void WrongArguments_AreRefusedAsTheProfileDoes()
    {
        using var provider = Recent(new FakeTimeProvider(Start));
        var qualifier = provider.GetRequiredService<IQualifier<Deal>>();
        Assert.Throws<ArgumentNullException>("item", () => qualifier.Decide(null!));
        Assert.Throws<ArgumentNullException>("item", () => qualifier.Explain(null!));
        Assert.Throws<ArgumentNullException>("items", () => qualifier.DecideAll(null!));
        Assert.Throws<ArgumentNullException>("items", () => qualifier.DecideAll(null!, Start.UtcDateTime));
        Assert.Throws<ArgumentNullException>("previous", () => qualifier.DecideAll([], null!, Start.UtcDateTime));
        Assert.Throws<ArgumentException>("previous", () => qualifier.DecideAll([], [default], Start.UtcDateTime));
        Assert.Throws<ArgumentException>("asOf", () =>
            qualifier.Decide(new Deal(), new DateTime(2026, 11, 23, 0, 0, 0, DateTimeKind.Local)));
        Assert.Throws<ArgumentOutOfRangeException>("degreeOfParallelism", () => qualifier.DecideAll([], degreeOfParallelism: 0));
        Assert.ThrowsAny<OperationCanceledException>(() =>
            qualifier.DecideAll([new Deal()], cancellationToken: new CancellationToken(true)));
    }

    private static ServiceProvider Recent(TimeProvider clock) => Containers.Of(
        q => q.AddProfile<Deal>("recent", p =>
        {
            p.Criterion("recency", d => d.LastActivity).HalfLife(14).Weight(1);
            p.QualifyAt(50).Hysteresis(5);
        }),
        more: s => s.AddSingleton(clock));
}
