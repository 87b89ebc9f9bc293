namespace Sqo.Qualification.Tests.Infrastructure;

/// <summary>An opportunity of one value.</summary>
internal sealed class Box<TValue>(TValue value)
{
    public TValue Value => value;
}
