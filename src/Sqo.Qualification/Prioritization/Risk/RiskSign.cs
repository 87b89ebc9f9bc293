namespace Sqo.Qualification;

/// <summary>A sign that a deal is at risk.</summary>
public enum RiskSign
{
    /// <summary>Its expected close was pushed to a later month more often than allowed.</summary>
    Pushed = 0,

    /// <summary>Sales has had no contact with the customer for too many working days.</summary>
    NoContact = 1,

    /// <summary>It has been in its stage for longer than most won deals were; without stages, open for longer.</summary>
    LongInStage = 2,

    /// <summary>Its expected close is in the past.</summary>
    CloseOverdue = 3,

    /// <summary>Its amount is far beyond what such deals close at.</summary>
    LargeAmount = 4,

    /// <summary>Too few people at the customer are known.</summary>
    FewContacts = 5,

    /// <summary>A competitor has appeared.</summary>
    NewCompetitor = 6,
}
