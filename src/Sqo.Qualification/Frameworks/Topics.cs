namespace Sqo.Qualification;

/// <summary>
/// What discovery finds out about a deal, whatever a framework calls it: the key under which any framework reads a recorded answer. A
/// topic is a plain string, so a custom framework can use custom topics.
/// </summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>topic</term><description>criteria that read it</description></listheader>
/// <item><term>budget</term><description>Budget (BANT, GPCTBA/C&amp;I), Money (CHAMP, ANUM), Funds (FAINT); start-up: Budget; agency:
/// Marketing Budget</description></item>
/// <item><term>authority</term><description>Authority (BANT, CHAMP, GPCTBA/C&amp;I, ANUM, FAINT), Economic Buyer (MEDDIC, MEDDICC,
/// MEDDPICC)</description></item>
/// <item><term>need</term><description>Need (BANT, ANUM, FAINT), Challenges (CHAMP, GPCTBA/C&amp;I), Pain (SPICED), Identify Pain (MEDDIC,
/// MEDDICC), Implicate the Pain (MEDDPICC); consulting firm: Project; agency: Online Presence</description></item>
/// <item><term>timing</term><description>Timeline (BANT, GPCTBA/C&amp;I), Timing (FAINT); consulting firm: Time Frame</description></item>
/// <item><term>priority</term><description>Prioritization (CHAMP), Urgency (ANUM)</description></item>
/// <item><term>critical-event</term><description>Critical Event (SPICED)</description></item>
/// <item><term>interest</term><description>Interest (FAINT); start-up: Interest; consulting firm: Consultation</description></item>
/// <item><term>situation</term><description>Situation (SPICED)</description></item>
/// <item><term>goals</term><description>Goals (GPCTBA/C&amp;I); agency: Goals</description></item>
/// <item><term>plans</term><description>Plans (GPCTBA/C&amp;I)</description></item>
/// <item><term>value</term><description>Metrics (MEDDIC, MEDDICC, MEDDPICC), Positive Implications (GPCTBA/C&amp;I), Impact
/// (SPICED)</description></item>
/// <item><term>consequences</term><description>Negative Consequences (GPCTBA/C&amp;I)</description></item>
/// <item><term>decision-criteria</term><description>Decision Criteria (MEDDIC, MEDDICC, MEDDPICC)</description></item>
/// <item><term>decision-process</term><description>Decision Process (MEDDIC, MEDDICC, MEDDPICC), Decision (SPICED)</description></item>
/// <item><term>paper-process</term><description>Paper Process (MEDDPICC)</description></item>
/// <item><term>champion</term><description>Champion (MEDDIC, MEDDICC, MEDDPICC)</description></item>
/// <item><term>competition</term><description>Competition (MEDDICC, MEDDPICC)</description></item>
/// <item><term>market</term><description>start-up: Target Market</description></item>
/// </list>
/// </remarks>
public static class Topics
{
    /// <summary>Whether there is money for it.</summary>
    public const string Budget = "budget";

    /// <summary>Whether the person who decides about the money is involved.</summary>
    public const string Authority = "authority";

    /// <summary>The problem that the customer wants solved, and the pain that it causes.</summary>
    public const string Need = "need";

    /// <summary>When the customer plans to have it.</summary>
    public const string Timing = "timing";

    /// <summary>How urgent it is compared with everything else that the customer wants done.</summary>
    public const string Priority = "priority";

    /// <summary>The date that can't be moved, and what happens if it passes.</summary>
    public const string CriticalEvent = "critical-event";

    /// <summary>How keen the customer is.</summary>
    public const string Interest = "interest";

    /// <summary>How the customer works today.</summary>
    public const string Situation = "situation";

    /// <summary>What the customer wants to achieve.</summary>
    public const string Goals = "goals";

    /// <summary>How the customer plans to get there.</summary>
    public const string Plans = "plans";

    /// <summary>What solving the problem is worth to the customer, in figures.</summary>
    public const string Value = "value";

    /// <summary>What happens if the customer leaves things as they are.</summary>
    public const string Consequences = "consequences";

    /// <summary>What the customer compares solutions by.</summary>
    public const string DecisionCriteria = "decision-criteria";

    /// <summary>The steps and people involved in the customer's decision.</summary>
    public const string DecisionProcess = "decision-process";

    /// <summary>What legal, security and purchasing ask for between the decision and the signature.</summary>
    public const string PaperProcess = "paper-process";

    /// <summary>Who promotes us inside the customer, with influence and something to gain.</summary>
    public const string Champion = "champion";

    /// <summary>Which other suppliers and solutions the customer could choose.</summary>
    public const string Competition = "competition";

    /// <summary>Whether the customer is in the seller's target market.</summary>
    public const string Market = "market";
}
