namespace Sqo.Qualification;

/// <summary>A condition that puts numbers of any type on a curve.</summary>
internal interface ICurveHolder
{
    Curve Curve { get; }
}
