using System.CommandLine;
using System.IO;
using Microsoft.Data.Sqlite;
using WeeklyAudit.Store;

namespace WeeklyAudit;

/// <summary>
/// Judges the deals of an invented team week by week: decisions, the hold-out and the watch over the win rate are kept in SQLite, and
/// each week knows only what is there.
/// </summary>
internal static class WeeklyProgram
{
    private const int AllWeeks = 20;
    private const int BadInput = 2;

    /// <summary>Runs the program.</summary>
    /// <param name="args">The arguments of the command line.</param>
    /// <param name="output">Where the report goes.</param>
    /// <param name="errors">Where the cause goes if the database can't be used.</param>
    /// <returns>0, or 2 if the database can't be used.</returns>
    public static int Run(string[] args, TextWriter output, TextWriter errors)
    {
        var database = new Option<string?>("--database")
        {
            Description = "The file of the database, to go on from week to week. The default is one in memory.",
            HelpName = "FILE",
        };
        var weeks = new Option<int>("--weeks")
        {
            Description = "The number of weeks to run, from the one after the last in the database.",
            DefaultValueFactory = _ => AllWeeks,
        };
        weeks.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out int count) && count is < 1 or > AllWeeks)
            {
                result.AddError($"--weeks is {count}; it must be from 1 to {AllWeeks}.");
            }
        });
        var command = new RootCommand("Audits a profile from week to week: crossings, hold-out, drift.") { database, weeks };
        command.SetAction(parsed => Run(parsed.GetValue(database) ?? ":memory:", parsed.GetValue(weeks), output));
        try
        {
            return command.Parse(args).Invoke(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = output, Error = errors });
        }
        catch (SqliteException e)
        {
            errors.WriteLine($"The database can't be used: {e.Message}");
            return BadInput;
        }
    }

    private static int Run(string database, int weeks, TextWriter output)
    {
        var address = new SqliteConnectionStringBuilder { DataSource = database, Pooling = false };
        using var connection = new SqliteConnection(address.ToString());
        connection.Open();
        using (var store = new AuditStore(connection))
        {
            store.Database.EnsureCreated();
        }

        for (int i = 0; i < weeks; i++)
        {
            using var store = new AuditStore(connection);
            new WeeklyRun(store, output).Next();
        }

        using var last = new AuditStore(connection);
        new WeeklyRun(last, output).ReportMissed();
        return 0;
    }
}
