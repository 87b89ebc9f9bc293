using System.Collections.Generic;
using System.Linq;
using System.Text;
using PipelineReview.Reading;

namespace PipelineReview.Suggesting;

/// <summary>
/// The names that HubSpot, Salesforce, Zoho, Pipedrive, Dynamics, Odoo and others give to the columns of their exports, in English, German,
/// French, Spanish and Swedish. For each field, the surest name comes first.
/// </summary>
internal static class FieldNames
{
    /// <summary>The names for each field.</summary>
    public static IReadOnlyList<(DealField Field, string[] Names)> All { get; } =
    [
        (DealField.Id,
        [
            "opportunity id", "deal id", "record id", "(do not modify) opportunity", "(nicht ändern) verkaufschance",
            "(ne pas modifier) opportunité", "(no modificar) oportunidad", "(ändra inte) affärsmöjlighet", "external id", "externe id",
            "id externe", "id externo", "externt id", "opportunity number", "id",
            "opportunity-id", "verkaufschancen-id", "datensatz-id", "deal-id", "geschäfts-id", "id d'opportunité", "id de l'opportunité",
            "id de l'enregistrement", "id de transaction", "id de la transaction", "id de fiche d'informations", "id affaire",
            "id de oportunidad", "id de la oportunidad", "id de registro", "id del negocio", "id del trato", "affärs-id",
            "affärsmöjlighets-id",
            "post-id", "affär id", "affaire id", "trato id", "opportunity_id", "deal key", "key", "nr", "nummer", "number", "numéro",
            "número",
        ]),
        (DealField.Name,
        [
            "opportunity name", "deal name", "deal title", "potential name", "topic", "title", "opportunity", "deal", "name", "subject",
            "opportunity-name", "dealname", "deal-name", "name des deals", "name der verkaufschance", "verkaufschance", "geschäftsname",
            "thema", "titel", "deal titel", "nom de l'opportunité", "nom de la transaction", "nom de l'affaire", "opportunité",
            "affaire titre",
            "titre", "rubrique", "nom", "nombre de la oportunidad", "nombre de oportunidad", "nombre del negocio", "nombre del trato",
            "oportunidad", "título", "trato título", "tema", "nombre", "namn på affärsmöjlighet",
            "affärsmöjlighetens namn", "affärsnamn",
            "affärens namn", "affärsmöjlighet", "affär titel", "ämne", "affär", "namn",
        ]),
        (DealField.Account,
        [
            "account name", "associated company", "company name", "company", "organization", "organisation", "deal organization",
            "potential customer", "customer", "account", "client", "client name", "partner", "account id", "accountname", "account-name",
            "firmenname",
            "zugeordnetes unternehmen", "unternehmen", "firma", "potenzieller kunde", "kunde", "deal organisation", "nom du compte",
            "entreprise associée", "entreprise", "société", "client potentiel", "affaire organisation", "compte", "nombre de la cuenta",
            "nombre de cuenta", "empresa asociada", "empresa", "organización", "trato organización", "cliente potencial", "cliente",
            "cuenta",
            "kontonamn", "associerat företag", "företag", "företagsnamn", "affär organisation", "potentiell kund", "kund", "konto",
        ]),
        (DealField.Owner,
        [
            "opportunity owner", "deal owner", "potential owner", "owner", "salesperson", "sales rep", "sales representative",
            "sales agent",
            "account executive", "assigned to", "owned by", "owner id", "rep", "opportunity-inhaber", "inhaber der opportunity",
            "zuständiger mitarbeiter",
            "deal-inhaber", "deal inhaber", "deal besitzer", "deal-besitzer", "besitzer", "inhaber", "vertriebsmitarbeiter", "verkäufer",
            "verantwortlich", "propriétaire de l'opportunité", "propriétaire de la transaction",
            "affaire propriétaire", "propriétaire",
            "vendeur", "commercial", "propietario de la oportunidad", "propietario de oportunidad", "propietario del negocio",
            "propietario del trato", "trato propietario", "propietario", "comercial", "vendedor", "ägare till affärsmöjlighet",
            "affärsmöjlighetens ägare", "affärsägare", "affär ägare", "ägare", "säljare", "ansvarig",
        ]),
        (DealField.Amount,
        [
            "amount", "deal value", "deal amount", "est. revenue", "estimated revenue", "value", "total value",
            "amount in company currency",
            "expected revenue", "price", "deal size", "close value", "contract value", "acv", "tcv", "arr", "revenue", "betrag", "dealwert",
            "deal wert", "deal-wert", "gesch. umsatz", "geschätzter umsatz", "erwarteter umsatz", "erwarteter ertrag", "wert", "umsatz",
            "summe", "montant", "affaire valeur", "valeur", "revenu estimé", "revenus est.", "revenu espéré", "revenu attendu",
            "chiffre d'affaires", "importe", "trato valor", "valor", "monto", "cantidad", "ingresos est.", "ingresos estimados",
            "ingreso esperado", "ingresos esperados", "belopp", "affär värde", "affärsvärde", "värde", "uppskattad intäkt",
            "beräknad intäkt", "förväntad intäkt", "intäkt", "summa",
        ]),
        (DealField.Currency,
        [
            "currency", "deal currency", "opportunity currency", "amount currency", "currency code", "currency iso code", "währung",
            "deal währung", "devise", "affaire devise", "monnaie", "moneda", "trato moneda", "divisa", "valuta", "affär valuta",
        ]),
        (DealField.Stage,
        [
            "stage", "deal stage", "sales stage", "opportunity stage", "pipeline stage", "pipeline phase", "stage name", "phase",
            "deal-phase", "dealphase", "deal phase", "pipeline-phase", "verkaufsphase", "verkaufsstufe", "stufe", "étape",
            "phase de la transaction", "étape de la transaction", "étape du pipeline", "affaire étape", "étape de vente", "etapa",
            "etapa del negocio", "etapa del trato", "trato etapa", "etapa de ventas", "fase", "fas", "affärsfas", "affär fas", "säljfas",
            "försäljningsfas", "steg", "etapp", "stadium",
        ]),
        (DealField.Created,
        [
            "created date", "create date", "created on", "created time", "deal created", "creation date", "created at", "date created",
            "add time", "created", "engage date", "open date", "erstelldatum", "erstellungsdatum", "erstellt am", "erstellt um",
            "erstellungszeit", "deal deal erstellt", "angelegt am", "erstellt", "date de création", "créé le", "créée le",
            "heure de création", "affaire date de création", "fecha de creación", "creado el", "creado en", "hora de creación",
            "trato fecha de creación", "skapad den", "skapad datum", "skapandedatum", "datum för skapande", "skapat datum", "skapad tid",
            "affär skapad", "affär affär skapad", "skapades", "skapad",
        ]),
        (DealField.ExpectedClose,
        [
            "expected close date", "est. close date", "estimated close date", "expected closing", "expected close", "expected",
            "planned close date", "projected close date", "erwartetes abschlussdatum", "voraussichtliches abschlussdatum",
            "gesch. abschlussdatum", "geschätztes abschlussdatum", "erwarteter abschluss", "deal erwartetes abschlussdatum",
            "date de clôture prévue", "date de fermeture estimée", "date de clôture estimée", "date de fermeture est.", "clôture prévue",
            "clôture attendue", "affaire date de clôture prévue", "fecha de cierre prevista", "fecha de cierre estimada",
            "fecha estimada de cierre", "fecha prevista de cierre", "fecha de cierre esperada", "fecha de cierre est.", "cierre previsto",
            "cierre esperado", "trato fecha de cierre prevista", "förväntat stängningsdatum", "förväntat slutdatum", "beräknat slutdatum",
            "uppskattat slutdatum", "beräknat avslutsdatum", "förväntat avslutsdatum", "förväntat avslut", "affär förväntat slutdatum",
        ]),
        (DealField.Closed,
        [
            "actual close date", "deal closed on", "closed date", "closed on", "closed at", "date closed", "closed time", "closed",
            "won time", "won date", "date won",
            "lost time", "lost date", "date lost", "deal won time", "deal lost time", "deal closed time", "tatsächliches abschlussdatum", "geschlossen am",
            "abgeschlossen am", "deal gewonnen am", "deal verloren am", "date de clôture réelle", "date de fermeture réelle", "clôturé le",
            "fermé le", "affaire gagnée le", "affaire perdue le", "fecha de cierre real", "cerrado el", "trato ganado el",
            "trato perdido el",
            "faktiskt slutdatum", "faktiskt stängningsdatum", "verkligt slutdatum", "stängd den", "affär vunnen den", "affär förlorad den",
        ]),
        (DealField.LastActivity,
        [
            "last activity date", "last activity", "last activity time", "last contacted", "last contact", "deal last activity date",
            "datum der letzten aktivität", "letzte aktivität", "letztes aktivitätsdatum", "zuletzt kontaktiert",
            "deal datum der letzten aktivität", "date de la dernière activité", "dernière activité", "dernier contact",
            "fecha de la última actividad", "última actividad", "último contacto", "datum för senaste aktivitet", "senaste aktivitet",
            "senaste aktivitetsdatum", "senast kontaktad",
        ]),
        (DealField.Probability,
        [
            "probability (%)", "probability", "deal probability", "win probability", "prob", "wahrscheinlichkeit (%)", "wahrscheinlichkeit",
            "deal wahrscheinlichkeit", "abschlusswahrscheinlichkeit", "dealwahrscheinlichkeit", "probabilité (%)", "probabilité",
            "affaire probabilité", "probabilité de la transaction", "probabilidad (%)", "probabilidad", "trato probabilidad",
            "probabilidad del negocio", "sannolikhet (%)", "sannolikhet", "affär sannolikhet", "affärssannolikhet",
        ]),
        (DealField.ForecastCategory,
        [
            "forecast category", "forecast category name", "prognosekategorie", "catégorie de prévision", "catégorie de prévisions",
            "categoría de previsión",
            "categoría de pronóstico", "prognoskategori",
        ]),
        (DealField.Product, ["product", "product name", "produkt", "produit", "producto"]),
        (DealField.Industry,
        [
            "industry", "sector", "branche", "industrie", "secteur", "secteur d'activité", "sector industrial", "industria", "bransch",
        ]),
        (DealField.Country,
        [
            "country", "billing country", "country/region", "land", "land/region", "pays", "pays/région", "país", "país/región",
        ]),
        (DealField.Employees,
        [
            "employees", "number of employees", "mitarbeiter", "anzahl der mitarbeiter", "mitarbeiterzahl", "effectif", "nombre d'employés",
            "empleados", "número de empleados", "anställda", "antal anställda",
        ]),
        (DealField.Campaign,
        [
            "campaign", "campaign source", "primary campaign source", "kampagne", "kampagnenquelle", "campagne", "campagne source",
            "campaña",
            "kampanj",
        ]),
        (DealField.Competitors,
        [
            "competitors", "competitor", "main competitor(s)", "wettbewerber", "mitbewerber", "concurrents", "concurrent", "competidores",
            "competidor", "konkurrenter",
        ]),
        (DealField.Snapshot,
        [
            "snapshot date", "snapshot", "export date", "exported on", "report date", "day", "stichtag", "exportdatum", "date d'export",
            "fecha de exportación",
        ]),
    ];

    /// <summary>One date for both: the planned close of open deals, the actual one of others.</summary>
    public static IReadOnlyList<string> OneClose { get; } =
    [
        "close date", "closing date", "close", "closed date", "abschlussdatum", "schlusstermin", "schlußtermin", "schlussdatum",
        "schließungsdatum", "date de clôture",
        "date de fermeture", "fecha de cierre", "stängningsdatum", "slutdatum", "avslutsdatum", "avslutningsdatum",
    ];

    /// <summary>A column of its own for open, won and lost.</summary>
    public static IReadOnlyList<string> Status { get; } =
        ["status", "deal status", "state", "opportunity status", "statut", "affaire statut", "estado", "trato estado", "affär status"];

    public static IReadOnlyList<string> IsClosed { get; } =
    [
        "is closed", "closed?", "is deal closed?", "closed", "geschlossen", "ist geschlossen", "fermé", "fermée", "clôturé", "clôturée",
        "cerrado", "cerrada", "stängd", "är stängd",
    ];

    public static IReadOnlyList<string> IsWon { get; } =
    [
        "is won", "won?", "is closed won", "won", "gewonnen", "ist gewonnen", "gagné", "gagnée", "ganado", "ganada", "vunnen", "är vunnen",
    ];

    public static IReadOnlyList<string> IsLost { get; } =
        ["is lost", "is closed lost", "lost", "verloren", "perdu", "perdue", "perdido", "perdida", "förlorad"];

    public static IReadOnlyList<string> Modified { get; } =
    [
        "last modified date", "last modified", "modified on", "modified time", "last update", "last updated on", "update time",
        "deal update time", "updated at", "geändert am", "letzte änderung", "zuletzt geändert", "date de modification",
        "dernière modification", "modifié le", "fecha de modificación", "última modificación", "modificado el", "ändrad", "ändrad den",
        "senast ändrad",
    ];

    public static IReadOnlyList<string> Pipeline { get; } =
        ["pipeline", "deal pipeline", "record type", "opportunity record type", "type", "typ", "opportunity type", "tipo", "sales team"];

    /// <summary>A name without case, accents and everything that is no letter or digit: close_date is Close Date.</summary>
    public static string Plain(string name)
    {
        var plain = new StringBuilder();
        foreach (Rune rune in name.Normalize(NormalizationForm.FormKD).EnumerateRunes().Where(Rune.IsLetterOrDigit))
        {
            plain.Append(rune.ToString());
        }

        return plain.ToString().ToLowerInvariant();
    }
}
