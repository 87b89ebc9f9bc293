using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text;

namespace Sqo.Qualification.PluginCheck.Host
{
    /// <summary>Runs the plug-in on three records, and prints what it wrote: <c>Host.exe PLUGIN.dll</c>.</summary>
    internal static class Program
    {
        private static readonly DateTime Now = new DateTime(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc);

        private static readonly Dictionary<string, object>[] Records =
        {
            new Dictionary<string, object>
            {
                ["name"] = "Qualified",
                ["modifiedon"] = Now,
                ["budgetamount"] = 250000m,
                ["decisionmaker"] = true,
                ["need"] = "Must have",
                ["estimatedclosedate"] = Now.AddDays(30),
                ["engagementscore"] = 80d,
                ["lastinteraction"] = Now.AddDays(-10),
                ["meetings"] = 2,
            },
            new Dictionary<string, object>
            {
                ["name"] = "Budget and date not filled in",
                ["modifiedon"] = Now,
                ["decisionmaker"] = true,
                ["need"] = "should have",
                ["engagementscore"] = 65d,
                ["lastinteraction"] = Now.AddDays(-3),
                ["meetings"] = 3,
            },
            new Dictionary<string, object>
            {
                ["name"] = "Nobody who can sign, and no need",
                ["modifiedon"] = Now,
                ["budgetamount"] = 40000m,
                ["decisionmaker"] = false,
                ["need"] = "nice to have",
                ["estimatedclosedate"] = Now.AddDays(200),
                ["engagementscore"] = 10d,
                ["lastinteraction"] = Now.AddDays(-60),
                ["meetings"] = 0,
            },
        };

        private static void Main(string[] args)
        {
            Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
            Console.Out.NewLine = "\n";

            // Whatever the plug-in needs and is not part of .NET Framework has to lie beside it.
            var assembly = Assembly.LoadFrom(args[0]);
            var type = assembly.GetExportedTypes().Single(t => t.IsClass && t.GetInterface("IPlugin") != null);
            var plugin = Activator.CreateInstance(type);
            var saving = assembly.GetType(type.Namespace + ".DataverseSdk").GetMethod("Saving");
            foreach (var record in Records)
            {
                type.GetMethod("Execute").Invoke(plugin, new[] { saving.Invoke(null, new object[] { record }) });
                Console.WriteLine("== " + record["name"] + ": " + record["sqo_verdict"]);
                Console.WriteLine(record["sqo_explanation"]);
                Console.WriteLine(record["sqo_record"]);
            }
        }
    }
}
