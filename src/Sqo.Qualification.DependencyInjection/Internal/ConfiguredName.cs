namespace Sqo.Qualification.Internal;

/// <summary>A profile for which the program has settings.</summary>
internal sealed class ConfiguredName(string name)
{
    public string Name => name;
}
