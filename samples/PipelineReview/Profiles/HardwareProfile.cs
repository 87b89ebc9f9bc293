using PipelineReview.Reading;
using Sqo.Qualification;

namespace PipelineReview.Profiles;

/// <summary>
/// What makes a deal worth a salesperson's time if the data has only the account, the product and the day on which the customer
/// was engaged.
/// </summary>
/// <param name="currency">The currency of the deals, or null.</param>
internal sealed class HardwareProfile(string? currency) : IProfileConfiguration<Deal>
{
    // None of the 6,711 closed deals in the seller's file took longer. An older open deal has been forgotten.
    private const int LongestCycleDays = 138;

    public string Name => "hardware";

    public void Define(ProfileBuilder<Deal> p)
    {
        p.Version("1").QualifyAt(65).NearMissWithin(10);

        p.Criterion("account", d => d.Account).IsPresent().Required()
            .Label("Account").Dimension(Dimensions.Fit).Effort(2)
            .Ask("Which company is it for?");
        p.Criterion("engaged", d => d.Created?.Date).WithinLast(LongestCycleDays).Required()
            .Label("Customer engaged").Dimension(Dimensions.Timing).Effort(3)
            .Ask("When did we first talk with the customer?");

        // Sector and country are left out: in the closed deals they hardly affect the win rate. What remains is the value of a deal
        // and whether it is still warm. Closed deals don't show that fresh ones win more often, but selling time is best spent
        // on them; and the half-life separates deals that are just too old, the near misses, from those long dead.
        p.Criterion("value", d => d.Value).PiecewiseLinear(new(0, 0), new(1_000, 0.4), new(5_000, 0.8), new(25_000, 1)).Weight(40).Money(currency)
            .Label("Value").Dimension(Dimensions.Budget).Effort(5)
            .Ask("Which product is it about?");
        p.Criterion("warmth", d => d.Created?.Date).HalfLife(LongestCycleDays).Weight(45)
            .Label("Time since engaged").Dimension(Dimensions.Timing).Effort(3)
            .Ask("When did we first talk with the customer?");

        // The account's row has its size, so there is nothing more to ask.
        p.Criterion("employees", d => d.Employees).Linear(from: 0, to: 5_000).Weight(15)
            .Label("Employees").Dimension(Dimensions.Fit).Effort(DealProfiles.OutOfReach)
            .Ask("Which company is it for?");
    }
}
