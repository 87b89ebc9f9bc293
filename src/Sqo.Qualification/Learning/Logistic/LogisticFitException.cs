using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// A model can't be fitted to these columns: one of them is constant, tells the outcome of every deal, or is determined by others. All
/// faults that were found are listed.
/// </summary>
[Serializable]
public sealed class LogisticFitException : Exception
{
    [NonSerialized]
    private Details _details = null!;

    internal LogisticFitException(params string[] faults)
        : base("The model can't be fitted:" + string.Concat(faults.Select(fault => "\n- " + fault))) =>
        Take(new Details(Array.AsReadOnly(faults)));

    /// <summary>The faults; each names the column and the rule that it breaks.</summary>
    public IReadOnlyList<string> Faults => _details.Faults;

    private void Take(Details details)
    {
        _details = details;
#if NETFRAMEWORK
        if (ExceptionCrossing.IsSupported) SerializeObjectState += (_, state) => state.AddSerializedState(details);
#endif
    }

    [Serializable]
    private sealed record Details(IReadOnlyList<string> Faults) : IExceptionDetails
    {
        public void CompleteDeserialization(object deserialized) => ((LogisticFitException)deserialized).Take(this);
    }
}
