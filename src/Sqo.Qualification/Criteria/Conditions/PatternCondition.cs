using System.Text.RegularExpressions;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A text that matches a regular expression. A time-out is an error, not an answer.</summary>
internal sealed class PatternCondition(Regex pattern) : ValueCondition<string>, IOperatorSource
{
    public override Requirement Requirement => new(MessageIds.RequirePattern, pattern.ToString());

    public override bool IsGraded => false;

    protected internal override Answer Evaluate(string value, in EvaluationContext context) => Answer.From(pattern.IsMatch(value));

    public OperatorData ToData() => new(
        Operators.Matches,
        DataNode.Of(pattern.ToString()),
        DataNode.Member(Operators.TimeLimit, DataNode.Of(InvariantText.Of(pattern.MatchTimeout))),
        DataNode.Member(Operators.IgnoreCase, DataNode.Of((pattern.Options & RegexOptions.IgnoreCase) != 0)));
}
