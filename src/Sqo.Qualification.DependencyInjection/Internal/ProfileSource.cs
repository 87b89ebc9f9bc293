using System;
using System.Collections.Generic;

namespace Sqo.Qualification.Internal;

/// <summary>Where a profile comes from: its name, and how it is built with the settings of the moment.</summary>
internal sealed class ProfileSource<T>(string name, Func<IReadOnlyList<ProfileSetting>, QualificationProfile<T>> create)
{
    public string Name => name;

    public QualificationProfile<T> Create(IReadOnlyList<ProfileSetting> settings) => create(settings);
}
