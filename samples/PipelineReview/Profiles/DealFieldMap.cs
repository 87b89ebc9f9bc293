using PipelineReview.Reading;
using Sqo.Qualification;

namespace PipelineReview.Profiles;

/// <summary>The fields that a profile as data can name: those of a map, with the same names, and the value of the deal.</summary>
internal static class DealFieldMap
{
    public const string Value = "value";

    /// <summary>The fields with the amounts as they are: always the same map, with which a profile can be written as data again.</summary>
    public static FieldMap<Deal> AsRead { get; } = Of(rate: 1);

    /// <summary>The fields with the amounts in the currency of a profile.</summary>
    /// <param name="rate">The value of one unit of that currency in that of the deals.</param>
    public static FieldMap<Deal> Of(decimal rate) => new(fields => fields
        .Add(Name(DealField.Name), deal => deal.Name)
        .Add(Name(DealField.Account), deal => deal.Account)
        .Add(Name(DealField.Owner), deal => deal.Owner)
        .Add(Name(DealField.Product), deal => deal.Product)
        .Add(Name(DealField.Industry), deal => deal.Industry)
        .Add(Name(DealField.Country), deal => deal.Country)
        .Add(Name(DealField.Stage), deal => deal.Stage)
        .Add(Name(DealField.Campaign), deal => deal.Campaign)
        .Add(Name(DealField.Employees), deal => deal.Employees)
        .Add(Name(DealField.Competitors), deal => deal.Competitors)
        .Add(Name(DealField.Amount), deal => deal.Amount / rate)
        .Add(Name(DealField.ListPrice), deal => deal.ListPrice / rate)
        .Add(Value, deal => deal.Value / rate)
        .Add(Name(DealField.EffortHours), deal => deal.EffortHours)
        .Add(Name(DealField.EngagementScore), deal => deal.EngagementScore)
        .Add(Name(DealField.Probability), deal => deal.Probability)
        .Add(Name(DealField.Created), deal => deal.Created)
        .Add(Name(DealField.ExpectedClose), deal => deal.ExpectedClose)
        .Add(Name(DealField.LastActivity), deal => deal.LastActivity)
        .Add(Name(DealField.Qualified), deal => deal.Qualified)
        .Add(Name(DealField.Answered), deal => deal.Answered)
        .Add(Name(DealField.DemoRequested), deal => deal.DemoRequested)
        .Add(Name(DealField.HasDecisionMaker), deal => deal.HasDecisionMaker)
        .Add(Name(DealField.ProblemConfirmed), deal => deal.ProblemConfirmed)
        .Add(Name(DealField.ConsultationRequested), deal => deal.ConsultationRequested)
        .Add(Name(DealField.ProjectDefined), deal => deal.ProjectDefined)
        .Add(Name(DealField.GoalsSet), deal => deal.GoalsSet)
        // A file has no cell that says that there was no contact: without one, the list is unknown.
        .AddActivities(
            Name(DealField.Touches), deal => deal.Touches.Count == 0 ? null : deal.Touches, touch => touch.Channel, touch => touch.At));

    public static bool IsMoney(string field) => field == Value || field == Name(DealField.Amount) || field == Name(DealField.ListPrice);

    private static string Name(DealField field) => DealFields.NameOf(field);
}
