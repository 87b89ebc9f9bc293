using System;
using System.Collections.Generic;
using System.Linq;

namespace Sqo.Qualification;

/// <summary>The share of our differentiators that are in a list.</summary>
internal sealed class DifferentiatorsCondition(string[] ours) : ValueCondition<IEnumerable<string>>
{
    public override Requirement Requirement => new(MessageIds.RequireMoreOf, [ours.Select(name => (object?)name).ToArray()]);

    protected internal override IEnumerable<string> Keep(IEnumerable<string> value) => value.ToArray();

    protected internal override Answer Evaluate(IEnumerable<string> value, in EvaluationContext context)
    {
        var list = value as IReadOnlyList<string> ?? [.. value];
        var held = 0;
        foreach (var name in ours)
        {
            for (var i = 0; i < list.Count; i++)
            {
                if (!string.Equals(list[i], name, StringComparison.OrdinalIgnoreCase)) continue;
                held++;
                break;
            }
        }

        return new Answer(held / (double)ours.Length);
    }

    protected internal override void Declare(DeclarationWriter writer) => writer.Add("test", MessageIds.RequireMoreOf).Add("values", ours);
}
