using System.Collections.Generic;
using System.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Sqo.Qualification;

namespace WebApi;

/// <summary>Lists the current profiles.</summary>
internal static class ProfileEndpoints
{
    public static void MapProfiles(this IEndpointRouteBuilder app) =>
        app.MapGet("/profiles", ListProfiles).WithSummary("The current profiles with their criteria; the first one is the default.");

    private static Ok<List<ProfileInfo>> ListProfiles(IQualifierProvider qualifiers, HttpRequest request)
    {
        var texts = Languages.TextsFor(request);
        return TypedResults.Ok(
            qualifiers.NamesOf<Deal>().Select(name => ProfileInfo.Of(qualifiers.Get<Deal>(name).Profile, texts)).ToList());
    }
}
