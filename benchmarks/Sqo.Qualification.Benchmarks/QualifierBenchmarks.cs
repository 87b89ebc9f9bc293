using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Sqo.Qualification.Benchmarks.Workload;

namespace Sqo.Qualification.Benchmarks;

/// <summary>A qualifier from a container beside the profile itself, with nobody listening, over 4,096 varied opportunities.</summary>
public class QualifierBenchmarks : IDisposable
{
    private const int Count = 4_096;

    private readonly Deal[] _opportunities = Opportunities.Make(Count);
    private readonly Settings _settings = new();
    private readonly ServiceProvider _services;
    private readonly IQualifier<Deal> _qualifier;
    private readonly QualificationProfile<Deal> _profile;
    private CancellationTokenSource? _stop;
    private Task? _reloads;

    public QualifierBenchmarks()
    {
        var services = new ServiceCollection().AddSingleton<IConfiguration>(new ConfigurationBuilder().Add(_settings).Build());
        services.AddSqoQualification().AddProfile<Deal>("ten", LibraryProfile.Define);
        _services = services.BuildServiceProvider();
        _qualifier = _services.GetRequiredService<IQualifier<Deal>>();
        _profile = _qualifier.Profile;
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count, Description = "profile.Decide")]
    public double Profile()
    {
        double sum = 0;
        foreach (var opportunity in _opportunities) sum += _profile.Decide(opportunity, Opportunities.AsOf).Score;
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count, Description = "qualifier.Decide, moment told")]
    public double Qualifier()
    {
        double sum = 0;
        foreach (var opportunity in _opportunities) sum += _qualifier.Decide(opportunity, Opportunities.AsOf).Score;
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count, Description = "qualifier.Decide, as of now")]
    public double QualifierNow()
    {
        double sum = 0;
        foreach (var opportunity in _opportunities) sum += _qualifier.Decide(opportunity).Score;
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count, Description = "qualifier.Decide, 100 reloads a second")]
    public double QualifierDuringReloads() => Qualifier();

    [GlobalSetup(Target = nameof(QualifierDuringReloads))]
    public void StartReloads()
    {
        _stop = new CancellationTokenSource();
        var token = _stop.Token;
        _reloads = Task.Run(() =>
        {
            for (var i = 0; !token.IsCancellationRequested; i++)
            {
                _settings.Become(60 + (i % 2));
                token.WaitHandle.WaitOne(10);
            }
        });
    }

    [GlobalCleanup(Target = nameof(QualifierDuringReloads))]
    public void StopReloads()
    {
        _stop!.Cancel();
        _reloads!.Wait();
    }

    internal Decision Decide(Deal opportunity) => _qualifier.Decide(opportunity, Opportunities.AsOf);

    public void Dispose() => _services.Dispose();

    /// <summary>A configuration of one setting.</summary>
    private sealed class Settings : ConfigurationProvider, IConfigurationSource
    {
        public void Become(int threshold)
        {
            Data = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
            {
                ["Sqo:Profiles:ten:QualifyAt"] = threshold.ToString(System.Globalization.CultureInfo.InvariantCulture)
            };
            OnReload();
        }

        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;
    }
}
