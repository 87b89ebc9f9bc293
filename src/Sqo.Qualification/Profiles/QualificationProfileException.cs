using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A profile could not be built; all its faults are listed.</summary>
public sealed class QualificationProfileException : Exception
{
    internal QualificationProfileException(string profileName, ProfileFault[] faults, string what = "built")
        : base(
            $"The profile {(profileName.Length == 0 ? "definition can't be read" : $"\"{Excerpt.Of(profileName)}\" can't be {what}")}, for {(faults.Length == 1 ? "one reason" : $"{faults.Length} reasons")}:" +
            string.Concat(faults.Select(fault => "\n- " + fault.Message)))
    {
        ProfileName = profileName;
        Faults = faults;
    }

    /// <summary>The name of the profile.</summary>
    /// <value>Empty for a definition that has none that can be read.</value>
    public string ProfileName { get; }

    /// <summary>Every fault found.</summary>
    public IReadOnlyList<ProfileFault> Faults { get; }
}
