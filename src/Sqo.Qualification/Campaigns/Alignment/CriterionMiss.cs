namespace Sqo.Qualification;

/// <summary>How often leads miss a criterion. Immutable.</summary>
public sealed class CriterionMiss
{
    internal CriterionMiss(CriterionInfo criterion) => Criterion = criterion;

    /// <summary>The criterion.</summary>
    public CriterionInfo Criterion { get; }

    /// <summary>How many of the leads whose answer is known miss it.</summary>
    public ObservedRate Missed => new(Unmet, (long)Unmet + Met);

    /// <summary>How many leads have an unknown answer: they are not in <see cref="Missed"/>.</summary>
    public int Unknown { get; private set; }

    internal int Unmet { get; private set; }

    private int Met { get; set; }

    /// <summary>The id of the criterion and the rate, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Criterion.Id}: {Missed}";

    internal void Add(AnswerState state)
    {
        if (state == AnswerState.Unmet) Unmet++;
        else if (state == AnswerState.Met) Met++;
        else Unknown++;
    }
}
