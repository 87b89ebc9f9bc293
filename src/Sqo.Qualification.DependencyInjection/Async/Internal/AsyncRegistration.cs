using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A registered profile with asynchronous criteria. Its item type distinguishes it from profiles without them.</summary>
internal sealed class AsyncRegistration<T>(
    string name, string origin, bool isDefault, Action<AsyncProfileBuilder<T>, IServiceProvider> define)
    : ProfileRegistration(name, typeof(AsyncProfile<T>), origin, isDefault)
{
    // By the profile that each was built with: a reload creates another profile, and calls in flight keep theirs.
    private readonly ConditionalWeakTable<QualificationProfile<T>, AsyncQualifier<T>> _qualifiers = new();

    public override LiveProfile Resolve(IServiceProvider services)
    {
        var telemetry = services.GetRequiredService<Telemetry>();
        var turns = new Turns(AsyncProfileBuilder<T>.UsualMostAtOnce);
        var errors = new ErrorLog(Name!, telemetry.Logger);
        return new LiveProfile<T>(
            new ProfileSource<T>(Name!, settings => Create(services, settings, turns, errors)),
            IsDefault,
            Origin,
            services.GetRequiredService<IOptionsFactory<ProfileOptions>>(),
            services.GetService<IConfiguration>(),
            services.GetRequiredService<IEnumerable<IOptionsChangeTokenSource<ProfileOptions>>>(),
            telemetry,
            ItemType);
    }

    public override object Qualifier(IServiceProvider services, LiveProfile live) =>
        new LiveAsyncQualifier<T>((LiveProfile<T>)live, _qualifiers);

    private QualificationProfile<T> Create(IServiceProvider services, IReadOnlyList<ProfileSetting> settings, Turns turns, ErrorLog errors)
    {
        var builder = new AsyncProfileBuilder<T>();
        define(builder, services);
        new ProfileOverrides<T>(builder).Apply(settings);
        var profile = builder.Build(Name!);
        turns.Most = builder.MostAtOnce;
        _qualifiers.Add(profile, new AsyncQualifier<T>(
            profile, builder, services.GetRequiredService<TimeProvider>(), turns, services.GetRequiredService<Telemetry>(), errors));
        return profile;
    }
}
