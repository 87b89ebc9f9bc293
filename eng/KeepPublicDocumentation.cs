using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// Leaves the members of the public API in a documentation file, which the API's own text files name: the analyzers hold these to
/// the source, so there is no second opinion on what is public. Overloads stay together, since only their names are compared.
/// </summary>
public sealed class KeepPublicDocumentation : Task
{
    [Required]
    public string Documentation { get; set; }

    [Required]
    public string[] PublicApi { get; set; }

    public override bool Execute()
    {
        var known = new HashSet<string>(PublicApi.SelectMany(File.ReadLines).Select(NameInApi), StringComparer.Ordinal);
        var document = XDocument.Load(Documentation);
        foreach (var member in document.Descendants("member").Where(m => !known.Contains(NameInFile(m.Attribute("name").Value))).ToList())
        {
            member.Remove();
        }

        foreach (var text in document.DescendantNodes().OfType<XText>().Where(t => !t.Ancestors("code").Any()))
        {
            text.Value = Regex.Replace(text.Value, @"\s+", " ");
        }

        foreach (var code in document.Descendants("code").Where(c => !c.HasElements))
        {
            // The compiler keeps the indentation of the comment.
            var lines = code.Value.Trim('\r', '\n', ' ').Split('\n').Select(line => line.TrimEnd()).ToList();
            var indentation = lines.Skip(1).Where(line => line.Length > 0).Select(line => line.Length - line.TrimStart().Length)
                .DefaultIfEmpty(0).Min();
            code.Value = string.Join("\n", lines.Select((line, i) => i > 0 && line.Length > 0 ? line.Substring(indentation) : line));
        }

        // XmlWriter would write this line otherwise on each platform.
        File.WriteAllText(Documentation, "<?xml version=\"1.0\"?>\n" + document.Root.ToString(SaveOptions.DisableFormatting) + "\n");
        return true;
    }

    /// <summary>Of "static Sqo.Qualification.Of&lt;T&gt;.Member(int x) -> void" it is "Sqo.Qualification.Of.Member".</summary>
    private static string NameInApi(string line)
    {
        for (var before = ""; before != line;)
        {
            before = line;
            line = Regex.Replace(line, "<[^<>]*>", "");
        }

        // The words before it, such as "static" or "override", have no dot.
        var name = Regex.Match(line, @"\w+(\.\w+)+").Value;
        return Regex.Replace(name, @"\.(get|set|init)$|(?<=\.)(implicit|explicit)$", m => m.Value[0] == '.' ? "" : "operator");
    }

    /// <summary>Of "M:Sqo.Qualification.Of`1.Member(System.Int32)" it is the same.</summary>
    private static string NameInFile(string id)
    {
        var name = Regex.Replace(id.Substring(2).Split('(', '~')[0], @"`+\d+", "");
        name = Regex.Replace(name, @"(\w+)\.#ctor$", "$1.$1");
        name = Regex.Replace(name, @"\.op_\w+$", ".operator");
        return id[0] == 'P' ? Regex.Replace(name, @"\.Item$", ".this") : name;
    }
}
