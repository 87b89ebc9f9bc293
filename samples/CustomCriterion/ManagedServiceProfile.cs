using System;
using Sqo.Qualification;

namespace CustomCriterion;

/// <summary>A profile with four criteria that the library doesn't have, each made in another way.</summary>
internal sealed class ManagedServiceProfile : IProfileConfiguration<Deal>
{
    public string Name => "managed-service";

    public void Define(ProfileBuilder<Deal> p)
    {
        p.QualifyAt(60).NearMissWithin(15);

        // A class derived from Criterion: a rule over several fields, for any profile to use.
        p.Criterion("renewal", new RenewalWindow(days: 120)).Required()
            .Label("Notice can still be given").Dimension(Dimensions.Timing)
            .Ask("When does the contract end, and by when does it have to be given notice?");

        // A verb of our own, on any text.
        p.Criterion("company", o => o.OrganizationNumber).HasCheckDigit().Weight(20)
            .Label("Organization number").Dimension(Dimensions.Fit);

        // A curve of our own, on any number.
        p.Criterion("seats", o => o.Seats).Curve(new SweetSpotCurve(best: 80)).Weight(50)
            .Label("Seats").Dimension(Dimensions.Fit);

        // A quick rule, written where it is used. The fingerprint can't see into code: the revision stands for it.
        p.Criterion("contact", o => o.ContactEmail).Satisfies(IsOwnDomain).Revision("1").Weight(30)
            .Label("Contact's own mail domain").Dimension(Dimensions.Engagement);
    }

    private static bool IsOwnDomain(string email) =>
        !email.EndsWith("@gmail.com", StringComparison.OrdinalIgnoreCase) && !email.EndsWith("@outlook.com", StringComparison.OrdinalIgnoreCase);
}
