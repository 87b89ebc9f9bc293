namespace Sqo.Qualification.Internal;

/// <summary>A profile that the program has settings for.</summary>
internal sealed class ConfiguredName(string name)
{
    public string Name => name;
}
