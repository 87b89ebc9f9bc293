using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Thrown if records have faults; all of them are listed.</summary>
[Serializable]
public sealed class RecordException : Exception
{
    [NonSerialized]
    private Details _details = null!;

    // People read the message; the list has all faults.
    private const int Shown = 10;

    internal RecordException(string what, IReadOnlyList<RecordFault> faults)
        : base(
            $"{what}, for {(faults.Count == 1 ? "one reason" : InvariantText.Of((long)faults.Count) + " reasons")}:" +
            string.Concat(faults.Take(Shown).Select(fault => "\n- " + fault.Message)) +
            (faults.Count > Shown ? $"\n- and {InvariantText.Of((long)faults.Count - Shown)} more" : "")) =>
                Take(new Details(Array.AsReadOnly(faults.ToArray())));

    /// <summary>Every fault of every record, in the order of the records. The message shows the first ten.</summary>
    public IReadOnlyList<RecordFault> Faults => _details.Faults;

    private void Take(Details details)
    {
        _details = details;
#if NETFRAMEWORK
        if (ExceptionCrossing.IsSupported) SerializeObjectState += (_, state) => state.AddSerializedState(details);
#endif
    }

    [Serializable]
    private sealed record Details(IReadOnlyList<RecordFault> Faults) : IExceptionDetails
    {
        public void CompleteDeserialization(object deserialized) => ((RecordException)deserialized).Take(this);
    }
}
