using PipelineReview.Reading;
using Sqo.Qualification;

namespace PipelineReview.Profiles;

internal static class MoneyExtensions
{
    /// <summary>Shows the value as money if the currency is known.</summary>
    public static CriterionBuilder<Deal> Money(this CriterionBuilder<Deal> criterion, string? currency) =>
        currency is null ? criterion : criterion.Currency(currency);
}
