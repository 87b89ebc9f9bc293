namespace Sqo.Qualification;

/// <summary>Whether an opportunity meets a criterion.</summary>
public enum AnswerState
{
    /// <summary>The data needed is missing. Unknown is not "no": it is a question to ask.</summary>
    Unknown = 0,

    /// <summary>The data is there, and the criterion does not hold.</summary>
    Unmet = 1,

    /// <summary>The data is there, and the criterion holds.</summary>
    Met = 2,
}
