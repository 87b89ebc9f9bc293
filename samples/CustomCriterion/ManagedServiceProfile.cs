using System;
using Sqo.Qualification;

namespace CustomCriterion;

/// <summary>A profile with four custom criteria, each made in a different way.</summary>
internal sealed class ManagedServiceProfile : IProfileConfiguration<Deal>
{
    public string Name => "managed-service";

    public void Define(ProfileBuilder<Deal> p)
    {
        p.QualifyAt(60).NearMissWithin(15);

        // A class derived from Criterion: a rule over several fields that any profile can use.
        p.Criterion("renewal", new RenewalWindow(days: 120)).Required()
            .Label("Notice can still be given").Dimension(Dimensions.Timing)
            .Ask("When does the contract end, and by when does it have to be given notice?");

        // A custom verb for any text.
        p.Criterion("company", o => o.OrganizationNumber).HasCheckDigit().Weight(20)
            .Label("Organization number").Dimension(Dimensions.Fit);

        // A custom curve for any number.
        p.Criterion("seats", o => o.Seats).Curve(new SweetSpotCurve(best: 80)).Weight(50)
            .Label("Seats").Dimension(Dimensions.Fit);

        // A quick rule, written in place. The fingerprint can't include code: the revision represents it.
        p.Criterion("contact", o => o.ContactEmail).Satisfies(IsOwnDomain).Revision("1").Weight(30)
            .Label("Contact's own mail domain").Dimension(Dimensions.Engagement);
    }

    private static bool IsOwnDomain(string email) =>
        !email.EndsWith("@gmail.com", StringComparison.OrdinalIgnoreCase)
            && !email.EndsWith("@outlook.com", StringComparison.OrdinalIgnoreCase);
}
