using System.IO;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Sqo.Qualification;
using WebApi;

// Qualifies posted deals and says why.
//
//   dotnet run --project samples/WebApi -- --urls http://localhost:5080
//   curl localhost:5080/qualify --json '{"account": "Nordlys Health", "budget": 12000}' -H 'Accept-Language: sv'
//
// Edit a number in appsettings.json meanwhile: the next request goes by it.
var builder = WebApplication.CreateBuilder(args);

// What the criteria are is data that ships with the program; the numbers that people turn stand over it in appsettings.json.
// The other profile stands in appsettings.json as a whole.
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
    // Strict: a misspelt field is a fault, and not a missing value.
    json.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
    json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
    json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
});

var app = builder.Build();
app.UseExceptionHandler(new ExceptionHandlerOptions
{
    StatusCodeSelector = exception => exception is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,

    // What a client does wrong is no error of this program: its log would be full of it.
    SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException,
});
app.UseStatusCodePages();
app.MapOpenApi();
app.MapHealthChecks("/health");
app.MapQualification();
app.MapProfiles();
app.Run();
