using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Extensions.Configuration;

namespace Sqo.Qualification.DependencyInjection.Tests.Infrastructure;

/// <summary>A configuration that is exchanged as a whole, as a file is.</summary>
internal sealed class LiveConfiguration : ConfigurationProvider, IConfigurationSource
{
    private LiveConfiguration(IEnumerable<(string Path, string? Value)> settings) => Data = Dictionary(settings);

    public IConfigurationRoot Root { get; private set; } = null!;

    public static LiveConfiguration Of(params (string Path, string? Value)[] settings)
    {
        var live = new LiveConfiguration(settings);
        live.Root = new ConfigurationBuilder().Add(live).Build();
        return live;
    }

    public void Become(params (string Path, string? Value)[] settings)
    {
        Data = Dictionary(settings);
        OnReload();
    }

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    private static Dictionary<string, string?> Dictionary(IEnumerable<(string Path, string? Value)> settings) =>
        settings.ToDictionary(setting => setting.Path, setting => setting.Value, StringComparer.OrdinalIgnoreCase);
}
