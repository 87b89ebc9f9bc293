using System;
using System.Collections.Generic;

namespace Sqo.Qualification.Internal;

/// <summary>The source of a profile: its name, and how it is built with the current settings.</summary>
internal sealed class ProfileSource<T>(string name, Func<IReadOnlyList<ProfileSetting>, QualificationProfile<T>> create)
{
    public string Name => name;

    public QualificationProfile<T> Create(IReadOnlyList<ProfileSetting> settings) => create(settings);
}
