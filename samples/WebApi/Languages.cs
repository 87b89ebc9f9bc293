using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.AspNetCore.Http;
using Sqo.Qualification;

namespace WebApi;

/// <summary>The languages of this program, with Swedish translations of the profiles' English texts.</summary>
internal static class Languages
{
    private static readonly ExplanationTexts Swedish = ExplanationTexts.Swedish.With("sv", new Dictionary<string, string>
    {
        [ExplanationTexts.LabelPrefix + "budget"] = "Budget",
        [ExplanationTexts.LabelPrefix + "authority"] = "Beslutsfattare",
        [ExplanationTexts.LabelPrefix + "industry"] = "Bransch",
        [ExplanationTexts.LabelPrefix + "size"] = "Anställda",
        [ExplanationTexts.LabelPrefix + "problem"] = "Problem som vi löser",
        [ExplanationTexts.LabelPrefix + "timing"] = "Beslutsdag",
        [ExplanationTexts.LabelPrefix + "engagement"] = "Engagemang",
        [ExplanationTexts.LabelPrefix + "activity"] = "Aktivitet",
        [ExplanationTexts.LabelPrefix + "demo"] = "Demonstration",
        [ExplanationTexts.QuestionPrefix + "budget"] = "Vad är avsatt för detta i år?",
        [ExplanationTexts.QuestionPrefix + "authority"] = "Vem skriver under, och har vi talats vid?",
        [ExplanationTexts.QuestionPrefix + "problem"] = "Vad händer om inget görs?",
        [ExplanationTexts.QuestionPrefix + "timing"] = "När måste det vara på plats?",
        [ExplanationTexts.ActionPrefix + "meet"] = "Boka ett möte med beslutsfattaren den här veckan.",
        [ExplanationTexts.ActionPrefix + "budget"] = "Räkna på vad problemet kostar i dag.",
        [ExplanationTexts.ActionPrefix + "discover"] = "Ring och ställ frågorna.",
    });

    /// <summary>The texts of the most preferred language of Accept-Language that is available; otherwise English.</summary>
    public static ExplanationTexts TextsFor(HttpRequest request)
    {
        var wanted = request.GetTypedHeaders().AcceptLanguage
            .Where(language => language.Quality is not 0)
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.ToString().Split('-')[0]);
        foreach (var language in wanted)
        {
            if (language.Equals("sv", StringComparison.OrdinalIgnoreCase)) return Swedish;
            if (language.Equals("en", StringComparison.OrdinalIgnoreCase)) break;
        }

        return ExplanationTexts.English;
    }
}
