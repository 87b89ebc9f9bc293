using System.Linq;
using Sqo.Qualification;

namespace CustomCriterion;

/// <summary>A number whose check digit is correct by the Luhn algorithm, as in Swedish organization numbers.</summary>
internal sealed class CheckDigitCondition : ValueCondition<string>
{
    public override Requirement Requirement => new(SampleTexts.CheckDigit);

    // A missing value never gets here: it is unknown.
    protected override Answer Evaluate(string value, in EvaluationContext context)
    {
        int[] digits = [.. value.Where(char.IsAsciiDigit).Select(c => c - '0').Reverse()];
        int sum = digits.Select((digit, i) => i % 2 == 0 ? digit : (digit * 2 / 10) + (digit * 2 % 10)).Sum();
        return Answer.From(digits.Length > 1 && sum % 10 == 0);
    }

    protected override void Declare(DeclarationWriter writer) => writer.Add("test", SampleTexts.CheckDigit);
}
