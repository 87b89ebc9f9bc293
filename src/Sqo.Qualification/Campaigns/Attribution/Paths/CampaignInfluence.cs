using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Which touches influenced an opportunity, to select the touches of its journey.</summary>
public static class CampaignInfluence
{
    /// <summary>
    /// Selects the touches of members that have a contact role on the opportunity, while it was open: Salesforce's rule of campaign
    /// influence.
    /// </summary>
    /// <param name="opportunity">The opportunity.</param>
    /// <param name="touch">A touch.</param>
    /// <returns>
    /// Whether the contact of the touch is one of <see cref="Opportunity.Contacts"/>, and its day is from the day the opportunity was
    /// created to the day it was closed. <see langword="false"/> if the contact, the contacts or the day of creation are unknown.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static bool WhileOpen(Opportunity opportunity, Touchpoint touch)
    {
        Guard.NotNull(opportunity);
        Guard.NotNull(touch);
        if (touch.Contact is not { } contact || opportunity.Contacts is not { } contacts) return false;
        if (opportunity.CreatedDay == DayNumber.None || touch.Day < opportunity.CreatedDay) return false;
        if (opportunity.ClosedDay != DayNumber.None && touch.Day > opportunity.ClosedDay) return false;
        foreach (var each in contacts)
        {
            if (string.Equals(each.Id, contact, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
