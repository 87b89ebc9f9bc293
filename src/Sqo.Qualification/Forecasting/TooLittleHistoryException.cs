using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Thrown if there is too little history; the message says what is missing, how much there is and how much is needed.</summary>
[Serializable]
public sealed class TooLittleHistoryException : Exception
{
    [NonSerialized]
    private Details _details = null!;

    /// <summary>Creates the exception. Public so that a custom model can throw it too.</summary>
    /// <param name="model">The id of the model that needs the history, such as "holt"; not blank.</param>
    /// <param name="unit">
    /// The unit that history is counted in: one of <see cref="HistoryUnits"/>, or a similar id, in the plural; not blank. The message
    /// shows it with spaces instead of hyphens.
    /// </param>
    /// <param name="given">The number of units there are, 0 or more.</param>
    /// <param name="needed">The number of units needed, more than <paramref name="given"/>.</param>
    /// <exception cref="ArgumentException">A text is blank.</exception>
    /// <exception cref="ArgumentNullException">A text is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="given"/> is negative, or <paramref name="needed"/> is not more than <paramref name="given"/>.
    /// </exception>
    public TooLittleHistoryException(string model, string unit, int given, int needed)
        : base(
            $"The model \"{Guard.NotBlank(model)}\" needs at least {InvariantText.Of((long)needed)} {Guard.NotBlank(unit).Replace('-', ' ')}; " +
            $"there {(given == 1 ? "is" : "are")} {InvariantText.Of((long)given)}, so {InvariantText.Of((long)needed - given)} more " +
            $"{(needed - (long)given == 1 ? "is" : "are")} needed.")
    {
        Guard.NotNegative(given);
        if (needed <= given)
        {
            throw new ArgumentOutOfRangeException(
                nameof(needed), needed,
                $"needed is {InvariantText.Of((long)needed)} and given is {InvariantText.Of((long)given)}; it is too little only when more is needed.");
        }

        Take(new Details(model, unit, given, needed));
    }

    /// <summary>The id of the model that needs the history.</summary>
    public string Model => _details.Model;

    /// <summary>The id of the unit that history is counted in, such as <see cref="HistoryUnits.WonDeals"/>.</summary>
    public string Unit => _details.Unit;

    /// <summary>The number of units there are.</summary>
    public int Given => _details.Given;

    /// <summary>The number of units needed.</summary>
    public int Needed => _details.Needed;

    private void Take(Details details)
    {
        _details = details;
#if NETFRAMEWORK
        if (ExceptionCrossing.IsSupported) SerializeObjectState += (_, state) => state.AddSerializedState(details);
#endif
    }

    [Serializable]
    private sealed record Details(string Model, string Unit, int Given, int Needed) : IExceptionDetails
    {
        public void CompleteDeserialization(object deserialized) => ((TooLittleHistoryException)deserialized).Take(this);
    }
}
