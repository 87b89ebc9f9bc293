namespace Sqo.Qualification;

/// <summary>A criterion of a result for user interfaces: its values, and each of them as a text.</summary>
public sealed class CriterionModel
{
    internal CriterionModel(CriterionResult result, ExplanationTexts texts, string text)
    {
        var criterion = result.Criterion;
        Id = criterion.Id;
        Parent = criterion.Parent?.Id;
        Group = criterion.Group?.Id;
        Label = texts.Label(criterion);
        Dimension = criterion.Dimension is { } dimension ? texts.Dimension(dimension) : null;
        State = result.State;
        StateText = texts.State(result.State);
        IsRequired = criterion.IsRequired;
        IsInForce = result.IsInForce;
        Requirement = texts.Requirement(criterion);
        Actual = result.Actual is null ? null : texts.Value(result.Actual, criterion.Currency);
        Gap = result.Gap is null ? null : texts.Value(result.Gap, criterion.Currency);
        Points = result.Points;
        Weight = criterion.Weight;
        Error = result.Error;
        Text = text;
    }

    /// <summary>The id.</summary>
    public string Id { get; }

    /// <summary>The id of the combination that it is a part of; <see langword="null"/> if it is none.</summary>
    public string? Parent { get; }

    /// <summary>The id of its group; <see langword="null"/> if it is in none.</summary>
    public string? Group { get; }

    /// <summary>The name.</summary>
    public string Label { get; }

    /// <summary>What it is about; <see langword="null"/> if that isn't set.</summary>
    public string? Dimension { get; }

    /// <summary>The answer.</summary>
    public AnswerState State { get; }

    /// <summary>The answer as a text.</summary>
    public string StateText { get; }

    /// <summary>Whether it is a gate.</summary>
    public bool IsRequired { get; }

    /// <summary>
    /// Whether it counts: <see langword="false"/> if its prerequisite is unmet, <see langword="null"/> if that is unknown.
    /// </summary>
    public bool? IsInForce { get; }

    /// <summary>What it asks for.</summary>
    public string Requirement { get; }

    /// <summary>The value that was read; <see langword="null"/> if it is missing or there is none.</summary>
    public string? Actual { get; }

    /// <summary>The distance to the target; <see langword="null"/> if there is none.</summary>
    public string? Gap { get; }

    /// <summary>The points that it gives or takes.</summary>
    public decimal Points { get; }

    /// <summary>The points that a value of 1 gives, before the scale of the score.</summary>
    public double Weight { get; }

    /// <summary>The message of the exception that the rule threw; <see langword="null"/> if it threw none.</summary>
    public string? Error { get; }

    /// <summary>All of it in one line, as <see cref="QualificationResult.ToText(ExplanationTexts)"/> writes it.</summary>
    public string Text { get; }

    /// <summary>The line.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Text;
}
