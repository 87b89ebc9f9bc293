namespace Sqo.Qualification;

/// <summary>
/// Computes the answer of an all-of, any-of, none-of or at-least criterion from the answers of its parts, by strong Kleene logic
/// (Kleene, 1952). All four compare a count of met parts with a number needed.
/// </summary>
internal sealed class LogicStep
{
    private readonly int _index;
    private readonly int[] _parts;
    private readonly double[] _metFrom;
    private readonly int _needed;
    private readonly bool _negated;

    /// <summary>The criterion that it answers.</summary>
    public int Index => _index;

    public LogicStep(CriterionInfo criterion)
    {
        _index = criterion.Index;
        _parts = new int[criterion.Parts.Count];
        _metFrom = new double[_parts.Length];
        for (var i = 0; i < _parts.Length; i++)
        {
            _parts[i] = criterion.Parts[i].Index;
            _metFrom[i] = criterion.Parts[i].MetFrom;
        }

        _negated = criterion.Kind == CriterionKind.NoneOf;
        _needed = criterion.Kind switch
        {
            CriterionKind.AllOf => _parts.Length,
            CriterionKind.AtLeast => criterion.Count,
            _ => 1,
        };
    }

    public void Run(Answer[] answers)
    {
        var met = 0;
        var unknown = 0;
        for (var i = 0; i < _parts.Length; i++) Count(answers[_parts[i]].Raw, _metFrom[i], ref met, ref unknown);
        answers[_index] = Result(met, unknown);
    }

    public void RunMany(Answer[][] columns, int count)
    {
        for (var row = 0; row < count; row++)
        {
            var met = 0;
            var unknown = 0;
            for (var i = 0; i < _parts.Length; i++) Count(columns[_parts[i]][row].Raw, _metFrom[i], ref met, ref unknown);
            columns[_index][row] = Result(met, unknown);
        }
    }

    private static void Count(double value, double metFrom, ref int met, ref int unknown)
    {
        if (double.IsNaN(value)) unknown++;
        else if (value >= metFrom) met++;
    }

    private Answer Result(int met, int unknown) =>
        met >= _needed ? Answer.From(!_negated)
        : met + unknown < _needed ? Answer.From(_negated)
        : Answer.Unknown;
}
