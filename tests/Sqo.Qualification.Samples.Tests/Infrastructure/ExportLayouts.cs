using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Sqo.Qualification.Samples.Tests;

/// <summary>
/// The exports of the best-known CRMs: the columns of each, in the language of its users, filled with the same six deals. A column is
/// written as what it holds and its name; a name alone is a column that the review doesn't need.
/// </summary>
internal static class ExportLayouts
{
    private static readonly (string Id, string Kind, int Amount, DateTime Created, DateTime Close)[] Deals =
    [
        ("1001", "early", 12_500, new(2026, 1, 15), new(2026, 9, 30)),
        ("1002", "late", 1_234_567, new(2026, 2, 3), new(2026, 8, 28)),
        ("1003", "won", 48_000, new(2025, 11, 20), new(2026, 3, 17)),
        ("1004", "lost", 7_300, new(2026, 1, 8), new(2026, 4, 22)),
        ("1005", "won", 990, new(2026, 3, 31), new(2026, 5, 29)),
        ("1006", "early", 64_000, new(2026, 5, 19), new(2026, 12, 18)),
    ];

    private static readonly Dictionary<string, string[]> Words = new()
    {
        ["en"] = ["Qualification", "Proposal/Price Quote", "Closed Won", "Closed Lost", "Open", "Won", "Lost"],
        ["de"] = ["Qualifizierung", "Angebot", "Abgeschlossen und gewonnen", "Abgeschlossen und verloren", "Offen", "Gewonnen", "Verloren"],
        ["fr"] = ["Qualification", "Proposition", "Fermée gagnée", "Fermée perdue", "Ouverte", "Gagnée", "Perdue"],
        ["es"] = ["Calificación", "Propuesta", "Cierre ganado", "Cierre perdido", "Abierto", "Ganado", "Perdido"],
        ["sv"] = ["Kvalificering", "Offert", "Stängd – vunnen", "Stängd – förlorad", "Öppen", "Vunnen", "Förlorad"],
    };

    /// <summary>Name, language, delimiter ("x" for a workbook), format of dates, culture and dress of amounts, columns.</summary>
    private static readonly (string Name, string Language, string Delimiter, string Date, string Culture, string Dress,
        string Columns)[] All =
    [
        ("HubSpot", "en", ",", "yyyy-MM-dd HH:mm", "", "0",
            "id=Record ID|name=Deal Name|stage=Deal Stage|close=Close Date|owner=Deal owner|amount=Amount|created=Create Date|" +
            "activity=Last Activity Date|Pipeline|account=Associated Company"),
        ("HubSpot", "de", ",", "yyyy-MM-dd HH:mm", "", "0",
            "id=Datensatz-ID|name=Dealname|stage=Deal-Phase|close=Abschlussdatum|owner=Zuständiger Mitarbeiter|amount=Betrag|" +
            "created=Erstellungsdatum|activity=Datum der letzten Aktivität|Pipeline"),
        ("HubSpot", "fr", ",", "yyyy-MM-dd HH:mm", "", "0",
            "id=ID de fiche d'informations|name=Nom de la transaction|stage=Phase de la transaction|close=Date de fermeture|" +
            "owner=Propriétaire de la transaction|amount=Montant|created=Date de création"),
        ("HubSpot", "es", ",", "yyyy-MM-dd HH:mm", "", "0",
            "id=ID de registro|name=Nombre del negocio|stage=Etapa del negocio|close=Fecha de cierre|owner=Propietario del negocio|" +
            "amount=Cantidad|created=Fecha de creación"),
        ("HubSpot", "sv", ",", "yyyy-MM-dd HH:mm", "", "0",
            "id=Post-ID|name=Affärsnamn|stage=Affärsfas|close=Slutdatum|owner=Affärsägare|amount=Belopp|created=Skapandedatum"),
        ("Salesforce report", "en", ",", "M/d/yyyy", "en-US", "USD 0",
            "owner=Opportunity Owner|account=Account Name|name=Opportunity Name|stage=Stage|Fiscal Period|amount=Amount|" +
            "probability=Probability (%)|Age|close=Close Date|created=Created Date|Next Step|Lead Source|Type|id=Opportunity ID"),
        ("Salesforce report", "de", ";", "dd.MM.yyyy", "de-DE", "EUR 0",
            "owner=Opportunity-Inhaber|account=Accountname|name=Opportunity-Name|stage=Phase|amount=Betrag|" +
            "probability=Wahrscheinlichkeit (%)|close=Schlusstermin|created=Erstelldatum|id=Opportunity-ID"),
        ("Salesforce report", "fr", ";", "dd/MM/yyyy", "fr-FR", "0 €",
            "owner=Propriétaire de l'opportunité|account=Nom du compte|name=Nom de l'opportunité|stage=Étape|amount=Montant|" +
            "probability=Probabilité (%)|close=Date de clôture|created=Date de création"),
        ("Salesforce report", "es", ";", "dd/MM/yyyy", "de-DE", "0 €",
            "owner=Propietario de oportunidad|account=Nombre de la cuenta|name=Nombre de la oportunidad|stage=Etapa|amount=Importe|" +
            "probability=Probabilidad (%)|close=Fecha de cierre|created=Fecha de creación"),
        ("Salesforce report", "sv", ";", "yyyy-MM-dd", "fr-FR", "0 kr",
            "owner=Ägare till affärsmöjlighet|account=Kontonamn|name=Namn på affärsmöjlighet|stage=Fas|amount=Belopp|" +
            "probability=Sannolikhet (%)|close=Slutdatum|created=Skapad den"),
        ("Salesforce API", "en", ",", "yyyy-MM-ddTHH:mm:ss.fffZ", "", "0",
            "id=Id|name=Name|stage=StageName|amount=Amount|close=CloseDate|isClosed=IsClosed|isWon=IsWon|owner=OwnerId|account=AccountId|" +
            "created=CreatedDate|probability=Probability"),
        ("Zoho", "en", ",", "yyyy-MM-dd HH:mm:ss", "", "0",
            "id=Record Id|owner=Deal Owner|amount=Amount|name=Deal Name|close=Closing Date|account=Account Name|stage=Stage|Type|" +
            "Lead Source|probability=Probability (%)|created=Created Time"),
        ("Zoho", "de", ";", "dd.MM.yyyy HH:mm", "de-DE", "0 €",
            "id=Datensatz-ID|owner=Deal-Inhaber|amount=Betrag|name=Deal-Name|close=Abschlussdatum|account=Firmenname|stage=Stufe|" +
            "created=Erstellungszeit"),
        ("Pipedrive", "en", ",", "yyyy-MM-dd HH:mm:ss", "", "0",
            "id=Deal - ID|name=Deal - Title|owner=Deal - Owner|account=Deal - Organization|amount=Deal - Value|currency=Deal - Currency|" +
            "pipelineStage=Deal - Stage|status=Deal - Status|created=Deal - Deal created|won=Deal - Won time|lost=Deal - Lost time|" +
            "expected=Deal - Expected close date"),
        ("Pipedrive", "de", ",", "yyyy-MM-dd HH:mm:ss", "", "0",
            "id=Deal - ID|name=Deal - Titel|owner=Deal - Besitzer|account=Deal - Organisation|amount=Deal - Wert|currency=Deal - Währung|" +
            "pipelineStage=Deal - Phase|status=Deal - Status|created=Deal - Deal erstellt|won=Deal - Gewonnen am|lost=Deal - Verloren am|" +
            "expected=Deal - Erwartetes Abschlussdatum"),
        ("Pipedrive", "fr", ",", "yyyy-MM-dd HH:mm:ss", "", "0",
            "id=Affaire - ID|name=Affaire - Titre|owner=Affaire - Propriétaire|account=Affaire - Organisation|amount=Affaire - Valeur|" +
            "currency=Affaire - Devise|pipelineStage=Affaire - Étape|status=Affaire - Statut|created=Affaire - Date de création|" +
            "won=Affaire - Gagnée le|lost=Affaire - Perdue le|expected=Affaire - Date de clôture prévue"),
        ("Pipedrive", "es", ",", "yyyy-MM-dd HH:mm:ss", "", "0",
            "id=Trato - ID|name=Trato - Título|owner=Trato - Propietario|account=Trato - Organización|amount=Trato - Valor|" +
            "currency=Trato - Moneda|pipelineStage=Trato - Etapa|status=Trato - Estado|created=Trato - Fecha de creación|" +
            "won=Trato - Ganado el|lost=Trato - Perdido el|expected=Trato - Fecha de cierre prevista"),
        ("Dynamics 365", "en", "x", "", "", "0",
            "id=(Do Not Modify) Opportunity|(Do Not Modify) Row Checksum|name=Topic|account=Potential Customer|expected=Est. Close Date|" +
            "amount=Est. Revenue|Contact|probability=Probability|Rating|owner=Owner|status=Status|created=Created On|" +
            "closed=Actual Close Date"),
        ("Dynamics 365", "de", "x", "", "", "0",
            "id=(Nicht ändern) Verkaufschance|name=Thema|account=Potenzieller Kunde|expected=Gesch. Abschlussdatum|amount=Gesch. Umsatz|" +
            "probability=Wahrscheinlichkeit|owner=Besitzer|status=Status|created=Erstellt am|closed=Tatsächliches Abschlussdatum"),
        ("Dynamics 365", "sv", "x", "", "", "0",
            "id=(Ändra inte) Affärsmöjlighet|name=Ämne|account=Potentiell kund|expected=Beräknat slutdatum|amount=Beräknad intäkt|" +
            "owner=Ägare|status=Status|created=Skapad den|closed=Faktiskt slutdatum"),
        ("Odoo", "en", "x", "", "", "0",
            "id=External ID|name=Opportunity|account=Customer|owner=Salesperson|amount=Expected Revenue|probability=Probability|" +
            "stage=Stage|created=Created on|expected=Expected Closing|closed=Closed Date"),
        ("Odoo", "fr", ",", "yyyy-MM-dd HH:mm:ss", "", "0",
            "id=ID externe|name=Opportunité|account=Client|owner=Vendeur|amount=Revenu espéré|probability=Probabilité|stage=Étape|" +
            "created=Créé le|expected=Clôture prévue|closed=Clôturé le"),
        ("Odoo", "de", "x", "", "", "0",
            "id=Externe ID|name=Verkaufschance|account=Kunde|owner=Verkäufer|amount=Erwarteter Umsatz|stage=Phase|created=Erstellt am|" +
            "expected=Erwarteter Abschluss|closed=Geschlossen am"),
        ("Copper", "en", ",", "MM/dd/yyyy", "en-US", "$0",
            "id=Opportunity Id|name=Name|account=Company|owner=Owned By|pipelineStage=Stage|status=Status|amount=Value|close=Close Date|" +
            "created=Created At"),
    ];

    /// <summary>The name of each.</summary>
    public static IEnumerable<string> Names => All.Select(layout => $"{layout.Name} {layout.Language}");

    /// <summary>What a reader has to find in any of them.</summary>
    public static IReadOnlyList<string> Expected =>
    [
        .. Deals.Select(deal => (Deal: deal, Status: deal.Kind is "early" or "late" ? "Open" : deal.Kind == "won" ? "Won" : "Lost"))
            .Select(each => string.Create(
                CultureInfo.InvariantCulture,
                $"{each.Status} {each.Deal.Amount} {each.Deal.Created:yyyy-MM-dd} {each.Deal.Close:yyyy-MM-dd}")),
    ];

    /// <summary>The file of an export, and what it should be called.</summary>
    public static (byte[] File, string Name) FileOf(string name)
    {
        var layout = All.Single(each => $"{each.Name} {each.Language}" == name);
        var columns = layout.Columns.Split('|').Select(column => column.Split('=')).Select(parts =>
            (Kind: parts.Length > 1 ? parts[0] : "", Name: parts[^1]));
        object?[][] rows =
        [
            [.. columns.Select(column => column.Name)],
            .. Deals.Select(deal => columns.Select(column => Cell(column.Kind, deal, layout)).ToArray()),
        ];
        if (layout.Delimiter == "x") return (Workbook.Of(("Export", rows)), "deals.xlsx");
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.AppendJoin(layout.Delimiter, row.Select(cell => Quoted(Text(cell, layout.Date)))).Append("\r\n");
        }

        if (layout.Name == "Salesforce report") text.Append(
            "\r\n\"Grand Totals (6 records)\"\r\n\"Confidential Information - Do Not Distribute\"\r\n");
        return (Encoding.UTF8.GetBytes(text.ToString()), "deals.csv");
    }

    private static object? Cell(
        string kind, (string Id, string Kind, int Amount, DateTime Created, DateTime Close) deal,
        (string Name, string Language, string Delimiter, string Date, string Culture, string Dress, string Columns) layout)
    {
        var words = Words[layout.Language];
        var isOpen = deal.Kind is "early" or "late";
        return kind switch
        {
            "id" => $"{layout.Name[..1]}{deal.Id}",
            "name" => $"Deal {deal.Id}",
            "account" => $"Account {deal.Id}",
            "owner" => deal.Amount % 2 == 0 ? "Ann Lee" : "Bo Ek",
            "amount" => layout.Dress == "0" ? deal.Amount
            : layout.Dress.Replace("0", Money(deal.Amount, layout.Culture), StringComparison.Ordinal),
            "currency" => "EUR",
            "stage" => words[deal.Kind switch { "early" => 0, "late" => 1, "won" => 2, _ => 3 }],
            "pipelineStage" => words[deal.Kind == "early" ? 0 : 1],
            "status" => words[isOpen ? 4 : deal.Kind == "won" ? 5 : 6],
            "isClosed" => isOpen ? "false" : "true",
            "isWon" => deal.Kind == "won" ? "true" : "false",
            "created" => deal.Created,
            "activity" => deal.Created.AddDays(5),
            "close" => deal.Close,
            "expected" => isOpen ? deal.Close : deal.Close.AddDays(3),
            "closed" => isOpen ? null : deal.Close,
            "won" => deal.Kind == "won" ? deal.Close : null,
            "lost" => deal.Kind == "lost" ? deal.Close : null,
            "probability" => deal.Kind switch { "early" => 20, "late" => 60, "won" => 100, _ => 0 },
            _ => "",
        };
    }

    private static string Money(int amount, string culture) => amount.ToString("N2", CultureInfo.GetCultureInfo(culture));

    private static string Text(object? cell, string date) => cell switch
    {
        null => "",
        DateTime day => day.ToString(date, CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString()!,
    };

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
