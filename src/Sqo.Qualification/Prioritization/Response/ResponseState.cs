namespace Sqo.Qualification;

/// <summary>Where the answer to an SQO stands.</summary>
public enum ResponseState
{
    /// <summary>Not answered, and not due yet.</summary>
    Waiting = 0,

    /// <summary>Not answered, and due before now.</summary>
    Overdue = 1,

    /// <summary>Answered in time.</summary>
    AnsweredInTime = 2,

    /// <summary>Answered after it was due.</summary>
    AnsweredLate = 3,

    /// <summary>Closed without an answer, by the day on which it was due: it counts neither as in time nor as late.</summary>
    ClosedBeforeDue = 4,

    /// <summary>Closed without an answer, after it was due.</summary>
    ClosedUnanswered = 5,
}
