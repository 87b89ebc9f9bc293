using System;
using System.Linq;

namespace Sqo.Qualification;

/// <summary>No supplier in place other than us: a blank name means none.</summary>
internal sealed class IncumbentCondition(string[] us) : ValueCondition<string>
{
    public override Requirement Requirement =>
        us.Length == 0 ? new(MessageIds.RequireNone) : new(MessageIds.RequireNoIncumbent, [us.Select(name => (object?)name).ToArray()]);

    public override bool IsGraded => false;

    protected internal override Answer Evaluate(string value, in EvaluationContext context)
    {
        if (string.IsNullOrWhiteSpace(value)) return Answer.Met;
        foreach (var name in us)
        {
            if (string.Equals(name, value, StringComparison.OrdinalIgnoreCase)) return Answer.Met;
        }

        return Answer.Unmet;
    }

    protected internal override void Declare(DeclarationWriter writer) => writer.Add("test", MessageIds.RequireNoIncumbent).Add("us", us);
}
