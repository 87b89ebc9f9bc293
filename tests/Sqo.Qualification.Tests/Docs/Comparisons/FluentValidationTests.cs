#if !NETFRAMEWORK && !NETSTANDARD_ASSET
using System;
using System.Linq;
using FluentValidation;
using FluentValidation.Results;
using Xunit;
using Deal = Sqo.Qualification.Tests.Docs.Comparisons.ComparedDeal;

namespace Sqo.Qualification.Tests.Docs.Comparisons;

#pragma warning disable IDE1006 // The docs quote these members, which are local variables there.

/// <summary>The code of docs/from-fluentvalidation.md: both sides give the same verdicts where nothing is missing.</summary>
public class FluentValidationTests
{
    private static readonly DateTime asOf = Deal.AsOf;

    private static readonly DealValidator validator = new(asOf);

    private static readonly QualificationProfile<Deal> profile = QualificationProfile.Create<Deal>("deals", p =>
    {
        p.Criterion("Budget", d => d.Budget).AtLeast(10_000m).Required().Ask("What is the budget?");
        p.AnyOf("HasDecisionMaker", a =>
        {
            a.Criterion("small", d => d.Employees).Below(1_000);
            a.Criterion("signs", d => d.HasDecisionMaker).IsTrue();
        }).Required();
        p.Criterion("Industry", d => d.Industry).OneOf("saas", "fintech").Required();
        p.Criterion("LastActivity", d => d.LastActivity).WithinLast(days: 30).Required();
    });

    [Fact]
    public void BothSides_NothingMissing_GiveTheSameVerdicts()
    {
        foreach (var deal in Deal.Known)
        {
            ValidationResult result = validator.Validate(deal);
            bool isValid = result.IsValid;
            string[] failed = [.. result.Errors.Select(e => e.PropertyName)];

            Decision decision = profile.Decide(deal, asOf);
            bool isQualified = decision.IsQualified;
            string[] unmet = [.. profile.CriteriaIn(decision.Unmet).Select(c => c.Id)];

            Assert.Equal(isValid, isQualified);
            Assert.Equal(failed, unmet.Where(id => id is not ("small" or "signs")));
        }

        Assert.Equal(3, Deal.Known.Count(deal => validator.Validate(deal).IsValid));
    }

    [Fact]
    public void BothSides_DataMissing_OneSaysYesTheOtherAsks()
    {
        var deal = Deal.Good with { Budget = null };
        Assert.True(validator.Validate(deal).IsValid);
        var result = profile.Explain(deal, asOf);
        Assert.Equal(Verdict.NeedsDiscovery, result.Verdict);
        Assert.Equal("Budget", Assert.Single(result.Questions).Id);
    }

    public sealed class DealValidator : AbstractValidator<Deal>
    {
        public DealValidator(DateTime asOf)
        {
            RuleFor(d => d.Budget).GreaterThanOrEqualTo(10_000m).WithMessage("What is the budget?");
            RuleFor(d => d.HasDecisionMaker).Equal(true).When(d => d.Employees >= 1_000);
            RuleFor(d => d.Industry).Must(i => i is "saas" or "fintech");
            RuleFor(d => d.LastActivity).GreaterThanOrEqualTo(asOf.AddDays(-30));
        }
    }
}
#endif
