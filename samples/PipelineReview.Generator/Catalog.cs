namespace PipelineReview.Generator;

/// <summary>The data that the export is made from. All names are invented.</summary>
internal static class Catalog
{
    /// <summary>A discontinued product, which isn't in the price list.</summary>
    public const string RetiredProduct = "Beacon Classic";

    public static readonly Product[] Products =
    [
        new("Beacon Starter", 6_000),
        new("Beacon Team", 18_000),
        new("Beacon Enterprise", 75_000),
        new("Ledger Sync", 12_000),
        new("Insight Studio", 32_000),
        new("Care Plan", 4_500),
    ];

    public static readonly Industry[] Industries =
    [
        new("saas", 0.5, ["Software", "Cloud", "Labs", "Systems"]),
        new("fintech", 0.5, ["Payments", "Capital", "Ledger", "Finance"]),
        new("healthcare", 0.2, ["Health", "Clinics", "Care", "Medical"]),
        new("retail", 0.0, ["Retail", "Stores", "Outfitters", "Market"]),
        new("manufacturing", 0.1, ["Precision", "Tooling", "Works", "Components"]),
        new("logistics", 0.1, ["Freight", "Logistics", "Cargo", "Lines"]),
        new("energy", -0.1, ["Energy", "Power", "Grid", "Solar"]),
        new("education", -0.4, ["Learning", "Academy", "Campus", "Education"]),
        new("media", -0.2, ["Media", "Studios", "Press", "Broadcast"]),
        new("real estate", -0.3, ["Estates", "Property", "Homes", "Realty"]),
    ];

    public static readonly Country[] Countries =
    [
        new("Sweden", 14, ["Åkerlund", "Björkvall", "Lindhage", "Östervik", "Säfström"], ["AB"]),
        new("Norway", 6, ["Fjellheim", "Tøndervik", "Strandås"], ["AS"]),
        new("Denmark", 6, ["Søborg", "Kjærholt", "Vestermark"], ["A/S", "ApS"]),
        new("Finland", 5, ["Järvelin", "Koskimäki", "Salmela"], ["Oy"]),
        new("Germany", 14, ["Müller & Roth", "Weißdorn", "Königshof", "Brandauer"], ["GmbH", "AG"]),
        new("Netherlands", 7, ["Van der Linde", "Hoekzicht", "Waterman"], ["B.V."]),
        new("France", 8, ["Lefèvre", "Beauséjour", "Moncœur"], ["SAS", "SA"]),
        new("United Kingdom", 12, ["Harper, Cole", "Whitcombe", "Ashgrove", "Penhallow"], ["Ltd", "plc"]),
        new("Spain", 6, ["Peñalba", "Ibáñez", "Montefrío"], ["S.L."]),
        new("Italy", 6, ["Castelnuovo", "Bellardi", "Forlì"], ["S.p.A.", "S.r.l."]),
        new("Poland", 5, ["Łękawa", "Dąbrowiec", "Zielonka"], ["Sp. z o.o."]),
        new("United States", 20, ["Redfern", "Blue Mesa", "Harlan & Pike", "Copperline", "Tidewater"], ["Inc.", "LLC"]),
        new("Canada", 5, ["Maple Ridge", "Northgate", "Laurentide"], ["Inc."]),
        new("Brazil", 5, ["São Bento", "Conceição", "Ribeirão"], ["S.A.", "Ltda"]),
        new("Australia", 4, ["Kurrajong", "Southern Bay", "Wattle Creek"], ["Pty Ltd"]),
    ];

    public static readonly string[] Owners =
    [
        "Åsa Lindgren", "Marcus Hale", "Zoë Brandt", "João Pereira", "Priya Raman", "Ewa Nowicka", "Tom Ashby", "Léa Garnier",
        "Mikkel Friis", "Grace Okafor", "Daniel Cruz", "Hanna Virtanen",
    ];

    public static readonly string[] Campaigns =
    [
        "Webinar spring", "Webinar autumn", "Trade fair Hannover", "Partner referral", "Search ads", "Newsletter", "Outbound Q2",
        "Customer day",
    ];
}
