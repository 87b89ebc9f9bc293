namespace Sqo.Qualification;

/// <summary>A member of an object.</summary>
internal sealed class DataMember(string name, DataShape shape, bool isRequired = false, bool isIgnored = false, bool isAdjustable = false)
{
    public string Name => name;

    public DataShape Shape => shape;

    public bool IsRequired => isRequired;

    /// <summary>Whether it is accepted but not kept.</summary>
    public bool IsIgnored => isIgnored;

    /// <summary>Whether configuration can change it in a profile that a program built.</summary>
    public bool IsAdjustable => isAdjustable;
}
