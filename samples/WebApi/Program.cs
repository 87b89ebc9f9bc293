using System.IO;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Sqo.Qualification;
using WebApi;

// Qualifies posted deals and explains the decisions.
//
//   dotnet run --project samples/WebApi -- --urls http://localhost:5080
//   curl localhost:5080/qualify --json '{"account": "Nordlys Health", "budget": 12000}' -H 'Accept-Language: sv'
//
// Edit a number in appsettings.json while it runs: the next request uses it.
var builder = WebApplication.CreateBuilder(args);

// The criteria are data that ships with the program; the settings in appsettings.json override their numbers.
// The other profile is completely in appsettings.json.
var startup = ProfileDefinition.Parse(File.ReadAllText(Path.Combine(builder.Environment.ContentRootPath, "startup.profile.json")));
builder.Services.AddSqoQualification()
    .AddProfile(startup, DealFields.Map, isDefault: true)
    .AddProfileFromConfiguration("enterprise", DealFields.Map);

// A thousand deals take a third of a megabyte.
builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 4_000_000);
builder.Services.AddSingleton<DealReader>();
builder.Services.AddHealthChecks().AddCheck<SqoHealthCheck>("qualification");
builder.Services.AddProblemDetails();
builder.Services.AddOpenApi();
builder.Services.ConfigureHttpJsonOptions(json =>
{
    // Strict: a misspelled field is a fault, not a missing value.
    json.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
    json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
    json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
});

var app = builder.Build();
app.UseExceptionHandler(new ExceptionHandlerOptions
{
    StatusCodeSelector = exception => exception is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,

    // Client errors are not errors of this program: they would fill its log.
    SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException,
});
app.UseStatusCodePages();
app.MapOpenApi();
app.MapHealthChecks("/health");
app.MapQualification();
app.MapProfiles();
app.Run();
