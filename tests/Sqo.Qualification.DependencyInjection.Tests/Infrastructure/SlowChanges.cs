using System;
using System.Threading;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Sqo.Qualification.DependencyInjection.Tests.Infrastructure;

/// <summary>Announces changes of a profile's options, and does something of the test's whenever it is asked for the next token.</summary>
internal sealed class SlowChanges(string name, Action<int> onToken) : IOptionsChangeTokenSource<ProfileOptions>
{
    private CancellationTokenSource _source = new();
    private int _tokens;

    public string Name => name;

    public IChangeToken GetChangeToken()
    {
        onToken(Interlocked.Increment(ref _tokens));
        return new CancellationChangeToken(_source.Token);
    }

    public void Announce() => Interlocked.Exchange(ref _source, new CancellationTokenSource()).Cancel();
}
