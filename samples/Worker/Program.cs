using System;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sqo.Qualification;
using Worker;

// Qualifies a file of deals, one JSON object per line, and asks a credit register about those whose verdict depends on it. The answers
// are written to standard output as they arrive, in the order of the deals; the log goes to standard error. The program stops by itself.
//
//   dotnet run --project samples/Worker
//   dotnet run --project samples/Worker -- --Batch:Input /data/deals.jsonl --Batch:AtOnce 32
var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.Logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);

builder.Services.AddOptions<BatchOptions>()
    .Bind(builder.Configuration.GetSection("Batch"))
    .Validate(options => options.AtOnce >= 1, "Batch:AtOnce must be at least 1.")
    .ValidateOnStart();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<CreditRegister>();
builder.Services.AddAsyncProfile<Deal>("credit-checked", (p, services) =>
    CreditCheckedProfile.Define(p, services.GetRequiredService<CreditRegister>()));
builder.Services.AddHostedService<BatchService>();

await builder.Build().RunAsync();
