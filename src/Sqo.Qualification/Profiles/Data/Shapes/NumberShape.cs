using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A finite number, within bounds if these are the same for every field: those of the verbs of the fluent API.</summary>
internal sealed class NumberShape : DataShape
{
    public static readonly NumberShape Any = new(double.MinValue, double.MaxValue);

    public static readonly NumberShape Positive = new(0, double.MaxValue, isAbove: true);

    public static readonly NumberShape NotNegative = new(0, double.MaxValue);

    public static readonly NumberShape Share = new(0, 1);

    /// <summary>The share from which on a criterion is met.</summary>
    public static readonly NumberShape MetFrom = new(0, 1, isAbove: true);

    /// <summary>A score, or a difference of two.</summary>
    public static readonly NumberShape Score = new(0, 100);

    /// <summary>A count, of 32 bits.</summary>
    public static readonly NumberShape Count = new(1, int.MaxValue, isWhole: true);

    /// <summary>A number of calendar days, at most a hundred years.</summary>
    public static readonly NumberShape Days = new(0, 36_525, isWhole: true);

    // The numbers that the library writes are shorter, and not all platforms read longer ones the same.
    private const int MostCharacters = 32;

    private NumberShape(double least, double most, bool isWhole = false, bool isAbove = false)
    {
        Least = least;
        Most = most;
        IsWhole = isWhole;
        IsAbove = isAbove;
    }

    public double Least { get; }

    public double Most { get; }

    public bool IsWhole { get; }

    /// <summary>Whether it must be above <see cref="Least"/>.</summary>
    public bool IsAbove { get; }

    /// <summary>Whether a text is a number that all platforms read the same.</summary>
    public static bool Accepts(string digits) =>
        digits.Length <= MostCharacters && JsonNumber.Accepts(digits) && InvariantText.TryDouble(digits, out var number)
            && !double.IsInfinity(number)
        && (number != 0 || JsonNumber.IsZero(digits));

    public override DataNode? Check(DataNode node, FaultList faults, int depth)
    {
        var isNumber = (node.Kind == DataKind.Number || (node.IsLoose && node.Kind == DataKind.Text)) && Accepts(node.Scalar);
        if (isNumber)
        {
            InvariantText.TryDouble(node.Scalar, out var number);
            var isInside = number <= Most && (IsAbove ? number > Least : number >= Least);
            if (isInside && (!IsWhole || number.Equals((int)number))) return DataNode.Of(number, node.At);
            if (!isInside) return Refuse(node, faults, "data.number", Range);
        }

        return Refuse(
            node, faults, "data.number",
            IsWhole
                ? "it must be a whole number"
                : "it must be a finite number, with a decimal point if any, at most 32 characters, and not so small that it becomes 0");
    }

    private string Range
    {
        get
        {
            var kind = IsWhole ? "be a whole number " : Most < double.MaxValue && !IsAbove ? "lie " : "be ";
            var least = InvariantText.Of(Least);
            return "it must " + kind + (
                Most >= int.MaxValue ? IsAbove ? $"above {least}" : $"{(IsWhole ? "of " : "")}at least {least}"
                : IsAbove ? $"above {least} and at most {InvariantText.Of(Most)}"
                : $"from {least} to {InvariantText.Of(Most)}");
        }
    }
}
