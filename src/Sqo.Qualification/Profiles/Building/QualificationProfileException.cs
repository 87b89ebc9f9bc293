using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A profile can't be built; all its faults are listed.</summary>
[Serializable]
public sealed class QualificationProfileException : Exception
{
    [NonSerialized]
    private Details _details = null!;

    internal QualificationProfileException(string profileName, ProfileFault[] faults, string what = "built")
        : base(
            $"The profile {(profileName.Length == 0 ? "definition can't be read" : $"\"{Excerpt.Of(profileName)}\" can't be {what}")}" +
            ", for " + (faults.Length == 1 ? "one reason" : $"{faults.Length} reasons") + ":" +
            string.Concat(faults.Select(fault => "\n- " + fault.Message))) => Take(new Details(profileName, Array.AsReadOnly(faults)));

    /// <summary>The name of the profile.</summary>
    /// <value>Empty for a definition without a readable name.</value>
    public string ProfileName => _details.ProfileName;

    /// <summary>Every fault found.</summary>
    public IReadOnlyList<ProfileFault> Faults => _details.Faults;

    private void Take(Details details)
    {
        _details = details;
#if NETFRAMEWORK
        if (ExceptionCrossing.IsSupported) SerializeObjectState += (_, state) => state.AddSerializedState(details);
#endif
    }

    [Serializable]
    private sealed record Details(string ProfileName, IReadOnlyList<ProfileFault> Faults) : IExceptionDetails
    {
        public void CompleteDeserialization(object deserialized) => ((QualificationProfileException)deserialized).Take(this);
    }
}
