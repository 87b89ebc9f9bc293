using System.Collections.Generic;
using System.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Sqo.Qualification;

namespace WebApi;

/// <summary>Tells by what deals are judged at this moment.</summary>
internal static class ProfileEndpoints
{
    public static void MapProfiles(this IEndpointRouteBuilder app) =>
        app.MapGet("/profiles", ListProfiles).WithSummary("The profiles in force, with their criteria; the first is the one that is used when none is named.");

    private static Ok<List<ProfileInfo>> ListProfiles(IQualifierProvider qualifiers, HttpRequest request)
    {
        var texts = Languages.TextsFor(request);
        return TypedResults.Ok(qualifiers.NamesOf<Deal>().Select(name => ProfileInfo.Of(qualifiers.Get<Deal>(name).Profile, texts)).ToList());
    }
}
