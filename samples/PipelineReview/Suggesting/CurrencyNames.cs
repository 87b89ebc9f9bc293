using System;
using System.Linq;
using PipelineReview.Reading;

namespace PipelineReview.Suggesting;

/// <summary>The currencies that CRMs write as names instead of codes.</summary>
internal static class CurrencyNames
{
    private static readonly (string Code, string[] Names)[] All =
    [
        ("EUR", ["euro"]),
        ("USD", ["us dollar", "u.s. dollar", "us-dollar", "dollar américain", "dólar estadounidense", "amerikansk dollar"]),
        ("GBP", ["pound sterling", "british pound", "pfund sterling", "livre sterling", "libra esterlina", "brittiskt pund"]),
        ("SEK", ["swedish krona", "schwedische krone", "couronne suédoise", "corona sueca", "svensk krona"]),
        ("NOK", ["norwegian krone", "norwegische krone", "norsk krona"]),
        ("DKK", ["danish krone", "dänische krone", "dansk krona"]),
        ("CHF", ["swiss franc", "schweizer franken", "franc suisse", "franco suizo", "schweizisk franc"]),
        ("CAD", ["canadian dollar", "kanadischer dollar", "dollar canadien"]),
        ("AUD", ["australian dollar", "australischer dollar"]),
        ("JPY", ["japanese yen", "yen"]),
        ("INR", ["indian rupee"]),
    ];

    /// <summary>Whether a text is one of these codes, in capitals.</summary>
    public static bool IsCode(string text) => All.Any(each => each.Code == text);

    /// <summary>The code that a text stands for; null if it is not known.</summary>
    public static string? CodeOf(string text)
    {
        if (text.Length == 3 && text.All(char.IsAsciiLetter))
        {
            return text.ToUpperInvariant();
        }

        string number = text + "1";
        return CurrencySign.Take(ref number) is { Codes: [string first, ..] }
            ? first
            : All.FirstOrDefault(each =>
                each.Names.Any(name => FieldNames.Plain(text).StartsWith(FieldNames.Plain(name), StringComparison.Ordinal))).Code;
    }
}
