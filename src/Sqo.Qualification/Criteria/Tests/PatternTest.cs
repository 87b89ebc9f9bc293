using System.Text.RegularExpressions;

namespace Sqo.Qualification;

/// <summary>A text that matches a regular expression. Running out of time is a fault, not an answer.</summary>
internal sealed class PatternTest(Regex pattern) : ValueTest<string>
{
    public override Requirement Requirement => new(MessageIds.RequirePattern, pattern.ToString());

    internal override bool IsGraded => false;

    protected internal override Answer Evaluate(string value, in EvaluationContext context) => Answer.From(pattern.IsMatch(value));

    protected internal override void Declare(DeclarationWriter writer) => writer
        .Add("test", MessageIds.RequirePattern)
        .Add("pattern", pattern.ToString())
        .Add("ignore-case", (pattern.Options & RegexOptions.IgnoreCase) != 0)
        .Add("time-limit", pattern.MatchTimeout);
}
