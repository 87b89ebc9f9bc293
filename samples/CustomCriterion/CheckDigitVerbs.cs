using Sqo.Qualification;

namespace CustomCriterion;

/// <summary>The verb: an extension method that passes a condition to the builder, as the built-in verbs do.</summary>
internal static class CheckDigitVerbs
{
    public static CriterionBuilder<T> HasCheckDigit<T>(this TextVerbs<T> verbs) => verbs.Is(new CheckDigitCondition());
}
