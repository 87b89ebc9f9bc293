using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A finite number.</summary>
internal sealed class NumberShape : DataShape
{
    public static readonly NumberShape Any = new(isWhole: false);

    /// <summary>A whole number of 32 bits.</summary>
    public static readonly NumberShape Whole = new(isWhole: true);

    // The numbers that the library writes are shorter, and not all platforms read longer ones the same.
    private const int MostCharacters = 32;

    private NumberShape(bool isWhole) => IsWhole = isWhole;

    public bool IsWhole { get; }

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
            if (!IsWhole || (number >= int.MinValue && number <= int.MaxValue && number.Equals((int)number)))
            {
                return DataNode.Of(number, node.At);
            }
        }

        return Refuse(
            node, faults, "data.number",
            IsWhole
                ? "it must be a whole number"
                : "it must be a finite number, with a decimal point if any, at most 32 characters, and not so small that it becomes 0");
    }
}
