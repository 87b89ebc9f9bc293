namespace Sqo.Qualification;

/// <summary>A member of an object.</summary>
internal sealed class DataMember(string name, DataShape shape, bool isRequired = false, bool isIgnored = false, bool isAdjustable = false)
{
    public string Name => name;

    public DataShape Shape => shape;

    public bool IsRequired => isRequired;

    /// <summary>Whether it may be there and is not kept.</summary>
    public bool IsIgnored => isIgnored;

    /// <summary>Whether configuration may change it in a profile that a program made.</summary>
    public bool IsAdjustable => isAdjustable;
}
