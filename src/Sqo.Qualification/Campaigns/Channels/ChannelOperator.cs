namespace Sqo.Qualification;

/// <summary>What a condition of a channel rule asks of a field. Texts are compared ignoring case.</summary>
public enum ChannelOperator
{
    /// <summary>The field is known, and equals one of the values.</summary>
    OneOf = 0,

    /// <summary>The field is known, and equals none of the values.</summary>
    NoneOf = 1,

    /// <summary>The field contains one of the values.</summary>
    Contains = 2,

    /// <summary>The field starts with one of the values.</summary>
    StartsWith = 3,

    /// <summary>The field ends with one of the values.</summary>
    EndsWith = 4,

    /// <summary>The field is known; there are no values.</summary>
    Present = 5,

    /// <summary>The field is unknown; there are no values.</summary>
    Absent = 6,

    /// <summary>The field is one of the values or a host below one: "uk.example.com" is below "example.com".</summary>
    Host = 7,

    /// <summary>One of the parts of the field between dots is one of the values: "www.google.co.uk" has the part "google".</summary>
    HostPart = 8,
}
