using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace Sqo.Qualification.DependencyInjection.Tests.Infrastructure;

/// <summary>A section whose children never end: in breadth or in depth, with or without values.</summary>
internal sealed class EndlessSection(string path, bool isDeep, string? value) : IConfigurationSection
{
    public string Key => path.Substring(path.LastIndexOf(':') + 1);

    public string Path => path;

    public string? Value
    {
        get => value;
        set => throw new NotSupportedException();
    }

    public string? this[string key]
    {
        get => value;
        set => throw new NotSupportedException();
    }

    public IConfigurationSection GetSection(string key) => new EndlessSection($"{path}:{key}", isDeep, value);

    public IEnumerable<IConfigurationSection> GetChildren() =>
        isDeep ? [GetSection("more")] : Enumerable.Range(0, int.MaxValue).Select(i => new Leaf($"{path}:{i}", value));

    public IChangeToken GetReloadToken() => new CancellationChangeToken(default);

    private sealed class Leaf(string path, string? value) : IConfigurationSection
    {
        public string Key => path.Substring(path.LastIndexOf(':') + 1);

        public string Path => path;

        public string? Value
        {
            get => value;
            set => throw new NotSupportedException();
        }

        public string? this[string key]
        {
            get => null;
            set => throw new NotSupportedException();
        }

        public IConfigurationSection GetSection(string key) => new Leaf($"{path}:{key}", null);

        public IEnumerable<IConfigurationSection> GetChildren() => [];

        public IChangeToken GetReloadToken() => new CancellationChangeToken(default);
    }
}
