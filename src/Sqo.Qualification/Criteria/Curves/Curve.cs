namespace Sqo.Qualification;

/// <summary>
/// Turns a number into a value from 0 to 1. Derive from it for a custom curve; the built-in curves derive from it too.
/// </summary>
/// <remarks>Many threads use a curve at once, so it must be immutable.</remarks>
public abstract class Curve
{
    /// <summary>What the curve asks for.</summary>
    /// <value>The default is the requirement <see cref="MessageIds.RequireCurve"/>.</value>
    public virtual Requirement Requirement => new(MessageIds.RequireCurve);

    /// <summary>The greatest value that the curve gives; it sets the scale of the score.</summary>
    /// <value>The default is 1. It must be from 0 to 1.</value>
    public virtual double HighestValue => 1;

    /// <summary>Gets the value of the curve at a number.</summary>
    /// <param name="x">The number; never NaN, but it may be infinite.</param>
    /// <returns>From 0 to <see cref="HighestValue"/>, or NaN for unknown.</returns>
    public abstract double At(double x);

    /// <summary>The direction of the curve, so that remedies can name a bound.</summary>
    /// <value>1 for a curve that never falls, -1 for one that never rises. The default is 0: not known.</value>
    protected internal virtual int Direction => 0;

    /// <summary>For a curve with a direction, gets the bound of the numbers whose value is at least, or at most, a given one.</summary>
    /// <param name="value">The value, from 0 to <see cref="HighestValue"/>.</param>
    /// <param name="isLeast">Whether at least that value is wanted; if not, at most that.</param>
    /// <returns>The bound; NaN if all numbers have such a value, or none. The default is NaN.</returns>
    protected internal virtual double BoundFor(double value, bool isLeast) => double.NaN;

    /// <summary>Writes what the curve declares (its points and parameters) into the text behind the profile's fingerprint.</summary>
    /// <param name="writer">The writer.</param>
    /// <remarks>The default writes the name of the class; a built-in curve is written as data.</remarks>
    protected internal virtual void Declare(DeclarationWriter writer)
    {
        if ((this as IOperatorSource)?.ToData() is { } data) writer.Add("curve", data.ToNode());
        else writer.Add("curve", GetType().Namespace + "." + GetType().Name);
    }
}
