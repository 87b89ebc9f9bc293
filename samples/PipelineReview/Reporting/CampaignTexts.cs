namespace PipelineReview.Reporting;

/// <summary>The texts of the campaigns and of attribution.</summary>
internal static class CampaignTexts
{
    public static (string Id, string English, string Swedish)[] All { get; } =
    [
        (Words.Campaigns, "Campaigns", "Kampanjer"),
        (Words.Campaign, "Campaign", "Kampanj"),
        (Words.Rank, "Rank", "Plats"),
        (Words.Sqos, "SQOs", "SQO"),
        (Words.SqoRate, "Share of SQOs", "Andel SQO"),
        (Words.WonRate, "Share won", "Andel vunna"),
        (Words.Lowest, "From", "Från"),
        (Words.Highest, "To", "Till"),
        (Words.WonValue, "Value won", "Vunnet värde"),
        (Words.Compared, "Against the others", "Mot de andra"),
        (Words.Above, "above, by more than chance", "över, mer än slumpen förklarar"),
        (Words.Below, "below, by more than chance", "under, mer än slumpen förklarar"),
        (Words.MayBeChance, "may be chance", "kan vara slump"),
        (Words.TooFewDeals, "too few deals", "för få affärer"),
        (Words.UnknownCampaign, "(unknown)", "(okänd)"),
        (Words.AllCampaigns, "All", "Alla"),
        (
            Words.CampaignsNote,
            "Shares are of all deals of a campaign, with an interval of 95%. Open deals can still become one.",
            "Andelarna är av alla affärer i en kampanj, med ett intervall på 95 %. Öppna affärer kan ännu bli en."
        ),
        (Words.Attribution, "Credit for wins by channel", "Vinsterna fördelade på kanaler"),
        (Words.Channel, "Channel", "Kanal"),
        (Words.CreditModel, "Model", "Modell"),
        (Words.Assisted, "Assisted share", "Medverkande andel"),
    ];
}
