using System.Collections.Generic;
using Sqo.Qualification;

namespace CustomCriterion;

/// <summary>The texts of the custom criteria's requirements, and Swedish labels, added to the library's texts.</summary>
internal static class SampleTexts
{
    public const string RenewalWindow = "custom.renewal-window";
    public const string CheckDigit = "custom.check-digit";
    public const string SweetSpot = "custom.sweet-spot";

    public static ExplanationTexts English { get; } = ExplanationTexts.English.With("en", new Dictionary<string, string>
    {
        [RenewalWindow] = "last day of notice within the next {0} days",
        [CheckDigit] = "with a right check digit",
        [SweetSpot] = "the nearer to {0} the better",
    });

    public static ExplanationTexts Swedish { get; } = ExplanationTexts.Swedish.With("sv", new Dictionary<string, string>
    {
        [RenewalWindow] = "sista uppsägningsdag inom de närmaste {0} dagarna",
        [CheckDigit] = "med rätt kontrollsiffra",
        [SweetSpot] = "ju närmare {0} desto bättre",

        // The profile's own labels and questions are in English.
        [ExplanationTexts.LabelPrefix + "renewal"] = "Kan ännu sägas upp",
        [ExplanationTexts.LabelPrefix + "company"] = "Organisationsnummer",
        [ExplanationTexts.LabelPrefix + "seats"] = "Arbetsplatser",
        [ExplanationTexts.LabelPrefix + "contact"] = "Kontaktens egen e-postdomän",
        [ExplanationTexts.QuestionPrefix + "renewal"] = "När går avtalet ut, och när måste det sägas upp?",
    });
}
