using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Sqo.Qualification;

namespace WebApi;

/// <summary>Judges posted deals.</summary>
internal static class QualificationEndpoints
{
    public static void MapQualification(this IEndpointRouteBuilder app)
    {
        // The body is read by hand, to report all faults at once, so its type must be declared for the OpenAPI document.
        app.MapPost("/qualify", QualifyAsync)
            .WithSummary("Judges a deal and explains the decision, in English, or in Swedish if Accept-Language prefers it.")
            .Accepts<Deal>("application/json")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        app.MapPost("/qualify/batch", QualifyAllAsync)
            .WithSummary("Judges up to 1,000 deals, all with the same profile and asOf, in the order in which they were posted.")
            .Accepts<Deal[]>("application/json")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<Explanation>, ProblemHttpResult>> QualifyAsync(
        HttpRequest request, IQualifierProvider qualifiers, DealReader reader, string? profile, CancellationToken cancellationToken)
    {
        if (Find(qualifiers, profile, out var missing) is not { } qualifier) return missing!;
        var (deals, faults) = await reader.ReadAsync(request, isBatch: false, cancellationToken);
        if (faults.Count > 0) return Refusal(faults);

        // The deal is judged as of now, by the TimeProvider of the container.
        var texts = Languages.TextsFor(request);
        request.HttpContext.Response.Headers.ContentLanguage = texts.Language;
        return TypedResults.Ok(new Explanation(deals[0].Account, qualifier.Explain(deals[0]).ToModel(texts)));
    }

    private static async Task<Results<Ok<BatchAnswer>, ProblemHttpResult>> QualifyAllAsync(
        HttpRequest request, IQualifierProvider qualifiers, DealReader reader, TimeProvider time, string? profile,
        CancellationToken cancellationToken)
    {
        if (Find(qualifiers, profile, out var missing) is not { } qualifier) return missing!;
        var (deals, faults) = await reader.ReadAsync(request, isBatch: true, cancellationToken);
        if (faults.Count > 0) return Refusal(faults);

        // Read once: after a reload in between, the answer would name another profile than the one that decided.
        var current = qualifier.Profile;
        var asOf = time.GetUtcNow().UtcDateTime;
        var decisions = current.DecideAll(deals, asOf, cancellationToken: cancellationToken);
        return TypedResults.Ok(new BatchAnswer(
            ProfileName.Of(current), asOf, [.. deals.Zip(decisions, (deal, decision) => BatchEntry.Of(deal, decision, current))]));
    }

    private static IQualifier<Deal>? Find(IQualifierProvider qualifiers, string? profile, out ProblemHttpResult? missing)
    {
        missing = null;
        if (profile is null) return qualifiers.Get<Deal>();
        if (qualifiers.TryGet<Deal>(profile, out var qualifier)) return qualifier;
        missing = TypedResults.Problem(
            $"There is no profile \"{profile}\"; there are \"{string.Join("\", \"", qualifiers.NamesOf<Deal>())}\".",
            statusCode: StatusCodes.Status404NotFound,
            title: "No such profile");
        return null;
    }

    private static ProblemHttpResult Refusal(IReadOnlyList<DealFault> faults) => TypedResults.Problem(
        string.Join(" ", faults.Take(5).Select(fault => fault.Detail)),
        statusCode: StatusCodes.Status400BadRequest,
        title: "The deal can't be judged",
        extensions: new Dictionary<string, object?> { ["errors"] = faults });
}
