namespace Sqo.Qualification;

/// <summary>How a text shows a factor.</summary>
internal enum RankingFormat
{
    /// <summary>As a number.</summary>
    Number = 0,

    /// <summary>As a percentage.</summary>
    Percent = 1,

    /// <summary>As a number of hours.</summary>
    Hours = 2,

    /// <summary>As a number, with the days that are left.</summary>
    DaysLeft = 3,

    /// <summary>As a number, with the hours that are left to answer.</summary>
    HoursLeft = 4,

    /// <summary>As a number, with the number of competitors.</summary>
    Competitors = 5,
}
