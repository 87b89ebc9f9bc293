using System;
using System.Linq;
using PipelineReview.Reading;

namespace PipelineReview.Suggesting;

/// <summary>Which words mean that a deal is won or lost, in English, German, French, Spanish and Swedish.</summary>
internal static class StatusGuess
{
    private static readonly string[] Won =
    [
        "won", "win", "signed", "gewonnen", "gagne", "gagnee", "ganado", "ganada", "vunnen", "vunnet", "vann", "closedwon",
        "closedsuccessful",
        "successful",
    ];

    private static readonly string[] Lost =
    [
        "lost", "loss", "dead", "abandoned", "cancelled", "canceled", "disqualified", "rejected", "nodecision", "closedlost",
        "unsuccessful",
        "outsold", "verloren", "abgelehnt", "storniert", "disqualifiziert", "perdu", "perdue", "abandonne", "abandonnee", "annule",
        "annulee",
        "perdido", "perdida", "cancelado", "cancelada", "descartado", "descartada", "forlorad", "forlorat", "avbruten", "nedlagd",
    ];

    private static readonly string[] Open =
    [
        "open", "inprogress", "active", "offen", "inbearbeitung", "ouvert", "ouverte", "encours", "abierto", "abierta", "encurso", "oppen",
        "oppna", "pagaende",
    ];

    /// <summary>The status that a text says; null if it says none, as the name of a stage of open deals.</summary>
    public static DealStatus? Of(string text)
    {
        string plain = FieldNames.Plain(text);
        string[] words =
        [
            .. text.Split([' ', '-', '_', '/', '(', ')', ',', '.', ':', ';'],
                StringSplitOptions.RemoveEmptyEntries).Select(FieldNames.Plain), plain,
        ];
        return words.Any(word => Lost.Contains(word)) ? DealStatus.Lost
            : words.Any(word => Won.Contains(word)) ? DealStatus.Won
            : Open.Contains(plain) ? DealStatus.Open
            : null;
    }

    /// <summary>Whether a column of any name says which deals are won and which are lost.</summary>
    public static bool HasOutcomes(SampleColumn column) =>
        IsStatus(column) && column.Distinct.Select(Of).ToHashSet().IsSupersetOf([DealStatus.Won, DealStatus.Lost]);

    /// <summary>Whether all values of a column say whether a deal is open, won or lost.</summary>
    public static bool IsStatus(SampleColumn column) => column.Values.Count > 0 && column.Distinct.All(text => Of(text) is not null);
}
