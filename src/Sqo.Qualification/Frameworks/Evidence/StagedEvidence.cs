using System;
using System.Collections.Generic;
using System.Linq;

namespace Sqo.Qualification;

/// <summary>
/// Evidence of at least the level that the stage of the opportunity asks for. If the stage asks for nothing, it is met. If the stage is
/// unknown, so is the answer, unless it would be the same at every stage.
/// </summary>
internal sealed class StagedEvidence<T> : Criterion<T>
{
    /// <summary>The level of false: below every level that can be asked for, but not unknown.</summary>
    private const EvidenceLevel Denied = (EvidenceLevel)(-1);

    private readonly Func<T, EvidenceLevel?>? _evidence;
    private readonly Func<T, bool?>? _flag;
    private readonly StageOrder<T> _stages;
    private readonly EvidenceLevel[] _levels;
    private readonly EvidenceLevel _lowest;
    private readonly EvidenceLevel _highest;

    public StagedEvidence(Func<T, EvidenceLevel?>? evidence, Func<T, bool?>? flag, StageOrder<T> stages, EvidenceLevel[] levels)
    {
        _evidence = evidence;
        _flag = flag;
        _stages = stages;
        _levels = levels;
        _lowest = levels.Min();
        _highest = levels.Max();
    }

    public override Requirement Requirement
    {
        get
        {
            var later = new List<object?>();
            for (var i = 1; i < _levels.Length; i++)
            {
                if (_levels[i] != _levels[i - 1])
                {
                    later.Add(new Requirement(MessageIds.RequireFromStage, _stages.Names[i], Asked(_levels[i])));
                }
            }

            return new Requirement(MessageIds.RequireByStage, Asked(_levels[0]), later.ToArray());
        }
    }

    public override bool IsGraded => false;

    protected internal override bool ReadsValue => true;

    internal override bool CanReplay => true;

    protected internal override Answer Evaluate(T item, in EvaluationContext context) => Judge(LevelOf(item), _stages.IndexOf(item));

    protected internal override CriterionReading Read(T item, in EvaluationContext context) =>
        Reading(LevelOf(item), _stages.NameOf(item), _stages.IndexOf(item));

    internal override CriterionReading ReadRecorded(RecordedInput input, in EvaluationContext context)
    {
        if (input.Texts is not { Count: 2 } texts || texts[0] is not { } text) throw new FormatException(
            "The value is not a level of evidence with a stage.");
        return Reading(LevelOf(text), texts[1], _stages.IndexOfName(texts[1]));
    }

    protected internal override void Declare(DeclarationWriter writer)
    {
        writer.Add("reads", _flag is null ? "evidence" : "bool")
            .Add("test", MessageIds.RequireByStage)
            .Add("stages", _stages.Names)
            .Add("evidence", _levels.Select(level => level.ToString()));
        if (NamedSelector.In((Delegate?)_evidence ?? _flag) is { } field) writer.Add("field", field.Name);
        if (NamedSelector.In(_stages.Selector) is { } stage) writer.Add("stage-field", stage.Name);
    }

    private static Requirement Asked(EvidenceLevel level) =>
        level == EvidenceLevel.Unknown ? new(MessageIds.RequireNothingYet) : new(MessageIds.RequireAtLeast, level);

    private EvidenceLevel LevelOf(T item)
    {
        if (_flag is null) return _evidence!(item) ?? EvidenceLevel.Unknown;
        return _flag(item) switch
        {
            null => EvidenceLevel.Unknown,
            true => EvidenceLevel.Confirmed,
            false => Denied,
        };
    }

    private EvidenceLevel LevelOf(string recorded)
    {
        if (_flag is not null && recorded is "true" or "false") return recorded == "true" ? EvidenceLevel.Confirmed : Denied;
        return Enum.TryParse<EvidenceLevel>(recorded, out var level) && level.ToString() == recorded
            ? level
            : throw new FormatException($"\"{recorded}\" is not a level of evidence.");
    }

    private Answer Judge(EvidenceLevel level, int stage)
    {
        if (level > EvidenceLevel.Documented || (level < EvidenceLevel.Unknown && _flag is null))
        {
            throw new InvalidOperationException($"The evidence level is {(int)level}; it must lie from 0, unknown, to 3, documented.");
        }

        if (stage >= 0)
        {
            var least = _levels[stage];
            if (least == EvidenceLevel.Unknown) return Answer.Met;
            return level == EvidenceLevel.Unknown ? Answer.Unknown : Answer.From(level >= least);
        }

        if (level == EvidenceLevel.Unknown) return Answer.Unknown;
        if (level >= _highest) return Answer.Met;
        return _lowest != EvidenceLevel.Unknown && level < _lowest ? Answer.Unmet : Answer.Unknown;
    }

    // The stage is kept beside the level, so that the decision can be followed, and replayed from a record.
    private CriterionReading Reading(EvidenceLevel level, string? stageName, int stage)
    {
        var answer = Judge(level, stage);
        object shown = _flag is null || level == EvidenceLevel.Unknown ? level : level == EvidenceLevel.Confirmed;
        var asked = stage < 0 ? null : Asked(_levels[stage]);
        return new CriterionReading(answer, Array.AsReadOnly(new[] { shown, stageName })) { Required = asked };
    }
}
