using System;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using Xunit;

namespace Sqo.Qualification.Tests.Conventions;

/// <summary>Options are filled in by programs in C# 7.3 too, as plug-ins for .NET Framework are.</summary>
public class OptionsTests
{
    private static readonly Type[] All =
        [.. typeof(Decision).Assembly.GetExportedTypes().Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal))];

    [Fact]
    public void Options_OfTheCore_AreAllFilledByThePluginCheck()
    {
        Assert.NotEmpty(All);
        var source = File.ReadAllText(PluginCheck());
        Assert.All(All, type => Assert.Contains($"new {type.Name}", source, StringComparison.Ordinal));
    }

    [Fact]
    public void Options_OfTheCore_AskForNoLaterLanguage() => Assert.All(All, InitOnly.HoldsNone);

    private static string PluginCheck([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "../../Sqo.Qualification.PluginCheck/Options.cs"));
}
