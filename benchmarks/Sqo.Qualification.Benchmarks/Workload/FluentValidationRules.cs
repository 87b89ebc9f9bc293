using System;
using FluentValidation;

namespace Sqo.Qualification.Benchmarks.Workload;

/// <summary>The ten criteria as rules of FluentValidation: whether each holds, without a score.</summary>
public sealed class FluentValidationRules : AbstractValidator<Deal>
{
    public FluentValidationRules()
    {
        var asOf = Opportunities.AsOf;
        RuleFor(o => o.Budget).GreaterThanOrEqualTo(10_000m);
        RuleFor(o => o.HasDecisionMaker).Equal(true);
        RuleFor(o => o.Industry).Must(HandWritten.Industries.Contains);
        RuleFor(o => o.CloseDate).InclusiveBetween(asOf, asOf.AddDays(180));
        RuleFor(o => o.Engagement).GreaterThanOrEqualTo(50);
        RuleFor(o => o.Employees).InclusiveBetween(50, 5_000);
        RuleFor(o => o.DemoRequested).Equal(true);
        RuleFor(o => o.LastActivity).GreaterThanOrEqualTo(asOf.AddDays(-14));
        RuleFor(o => o.Competitors).LessThanOrEqualTo(2);
        RuleFor(o => o.Country).Must(HandWritten.Countries.Contains);
    }
}
