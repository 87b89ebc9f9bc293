using System;
using System.Collections.Generic;
using System.Text;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The intercept and the coefficients of a logistic regression, fitted elsewhere to the values of the criteria of a profile: ln(p / (1
/// - p)) = intercept + sum of coefficient x value. Immutable. <see cref="Fit"/> learns one here.
/// </summary>
public sealed class LogisticModel
{
    /// <summary>Creates a model.</summary>
    /// <param name="intercept">The log-odds when every term is 0.</param>
    /// <param name="terms">The coefficients by the ids of the criteria.</param>
    /// <exception cref="ArgumentNullException"><paramref name="terms"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no term, an id is blank or appears twice, or a number is not finite.</exception>
    public LogisticModel(double intercept, IEnumerable<KeyValuePair<string, double>> terms)
    {
        Guard.NotNull(terms);
        CheckFinite("The intercept", intercept, nameof(intercept));
        Intercept = intercept;
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var list = new List<KeyValuePair<string, double>>();
        foreach (var term in terms)
        {
            if (string.IsNullOrWhiteSpace(term.Key)) throw new ArgumentException(
                $"The term at index {list.Count} has a blank id; it must be the id of a criterion.", nameof(terms));
            if (!ids.Add(term.Key)) throw new ArgumentException(
                $"The term \"{term.Key}\" appears twice; each must appear once.", nameof(terms));
            CheckFinite($"The coefficient of \"{term.Key}\"", term.Value, nameof(terms));
            list.Add(term);
        }

        if (list.Count == 0) throw new ArgumentException("The model has no terms; it must have at least one.", nameof(terms));
        Terms = list.AsReadOnly();
    }

    /// <summary>The log-odds when every term is 0.</summary>
    public double Intercept { get; }

    /// <summary>The coefficients by the ids of the criteria, in the order given.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> Terms { get; }

    /// <summary>
    /// Learns a scorecard from closed deals: a logistic regression with a ridge (le Cessie and van Houwelingen 1992), by Newton's method.
    /// </summary>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <param name="columns">What it learns from.</param>
    /// <param name="deals">Deals in a fixed order; open ones are ignored.</param>
    /// <param name="won">Whether a deal was won; <see langword="null"/> for an open one.</param>
    /// <param name="date">
    /// The date by which deals are older or newer, such as that of the close. The newest fifth then chooses the ridge; without it, random
    /// parts do.
    /// </param>
    /// <param name="options">How it learns; <see langword="null"/> for the default options.</param>
    /// <returns>The fitted scorecard.</returns>
    /// <remarks>
    /// Measure it on newer deals than it learned from. The bits are the same on every platform. Numbers are put on a common scale for the
    /// ridge; the intercept has none.
    /// </remarks>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="columns"/>, <paramref name="deals"/> or <paramref name="won"/> is <see langword="null"/>.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// There is no column, a closed deal has no date, or a number is not from -1e100 to 1e100; the message names it.
    /// </exception>
    /// <exception cref="InvalidOperationException">A selector threw; the message names its column.</exception>
    /// <exception cref="TooFewOutcomesException">
    /// There are fewer won or lost deals than the minimum, or none among those that choose the ridge.
    /// </exception>
    /// <exception cref="LogisticFitException">
    /// A column is constant or tells the outcome of every deal; all columns together do; or the ridge is 0, and a column is determined by
    /// others, or a level or combination has won or lost deals alone.
    /// </exception>
    /// <example><code>
    /// var columns = new LogisticColumns&lt;Deal>().Category("industry", d => d.Industry).Number("activity", d => d.EngagementScore);
    /// LogisticFit&lt;Deal> fit = LogisticModel.Fit(columns, deals, won: d => d.Stage is "won" ? true : d.Stage is "lost" ? false : null);
    /// p.ScoreByLogOdds(fit).QualifyAt(40);
    /// </code></example>
    public static LogisticFit<T> Fit<T>(
        LogisticColumns<T> columns, IEnumerable<T> deals, Func<T, bool?> won, Func<T, DateTime?>? date = null,
        LogisticOptions? options = null)
    {
        Guard.NotNull(columns);
        Guard.NotNull(deals);
        Guard.NotNull(won);
        options ??= new();
        if (columns.All.Length == 0) throw new ArgumentException("There is no column to learn from.", nameof(columns));
        var closed = new List<T>();
        var outcomes = new List<bool>();
        foreach (var deal in deals)
        {
            if (won(deal) is not { } outcome) continue;
            closed.Add(deal);
            outcomes.Add(outcome);
        }

        var successes = outcomes.FindAll(outcome => outcome).Count;
        TooFewOutcomesException.Check(
            "A logistic model", successes, closed.Count - successes, options.MinimumWon, options.MinimumLost);
        var dates = date is null ? null : new DateTime[closed.Count];
        for (var i = 0; i < dates?.Length; i++)
        {
            dates[i] = date!(closed[i]) ?? throw NoDate(i);
        }

        bool[] all = [.. outcomes];
        var data = Array.ConvertAll(columns.All, column => column.Read(closed, all));
        return new(columns, options, new LogisticTraining(data, all, dates, options), new(successes, closed.Count));
    }

    /// <summary>
    /// Learns a scorecard from the older four fifths of closed deals and measures it on the newest fifth, beside the score of a profile
    /// that was set by hand. Platt's calibration, fitted to the same older deals, makes a probability of that score.
    /// </summary>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <param name="columns">What it learns from.</param>
    /// <param name="deals">Deals in a fixed order; open ones are ignored.</param>
    /// <param name="won">Whether a deal was won; <see langword="null"/> for an open one.</param>
    /// <param name="date">The date by which deals are older or newer. Deals of one date stay together.</param>
    /// <param name="score">The score that the profile set by hand gave before the deal closed: a finite number.</param>
    /// <param name="options">How it learns; <see langword="null"/> for the default options.</param>
    /// <param name="minimum">
    /// The number of won and of lost deals of the newest fifth below which neither is called better, at least 1. The default is 30.
    /// </param>
    /// <returns>Both, with the intervals of the differences.</returns>
    /// <exception cref="ArgumentNullException">
    /// An argument other than <paramref name="options"/> is <see langword="null"/>.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// A closed deal has no date, there are fewer than five, or as for <see cref="Fit"/>; a score is not finite.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="minimum"/> is below 1.</exception>
    /// <exception cref="TooFewOutcomesException">As for <see cref="Fit"/>, among the older deals.</exception>
    /// <exception cref="LogisticFitException">As for <see cref="Fit"/>.</exception>
    public static LearnedAgainstSet<T> FitAgainst<T>(
        LogisticColumns<T> columns, IEnumerable<T> deals, Func<T, bool?> won, Func<T, DateTime?> date, Func<T, double> score,
        LogisticOptions? options = null, int minimum = 30) =>
        LearnedAgainstSet<T>.Compare(Guard.NotNull(columns), deals, won, date, score, options, minimum);

    /// <summary>
    /// Reads the table of coefficients that statistics programs write: one line per term, with its name and its coefficient, and the
    /// intercept under one of the names "(Intercept)", "Intercept", "intercept" and "const".
    /// </summary>
    /// <param name="table">
    /// Lines of a name and a number, separated by a tab, a semicolon or a comma: the first of these that the first line contains. A
    /// name can be in quotation marks. Numbers have a decimal point. A first line with an empty name, or a word instead of a number, is
    /// a heading; further fields of a line (such as standard errors) are ignored.
    /// </param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="table"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException">
    /// A line is not a term, a term appears twice, or there is no intercept or no other term; the message names the line.
    /// </exception>
    public static LogisticModel Parse(string table)
    {
        var lines = Guard.NotNull(table).Split('\n');
        var terms = new List<KeyValuePair<string, double>>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        double? intercept = null;
        var isFirst = true;
        var separator = ',';
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim('\r', ' ', '\uFEFF');
            if (line.Length == 0) continue;
            if (isFirst) separator = SeparatorOf(line);
            var fields = FieldsOf(line, separator, i + 1);
            var isHeading = isFirst && fields.Count > 1 && (fields[0].Length == 0 || IsWord(fields[1]));
            isFirst = false;
            if (isHeading) continue;
            if (fields.Count < 2 || fields[0].Length == 0) throw new FormatException(
                $"Line {i + 1} is \"{line}\"; it must have a name and a coefficient.");
            if (!InvariantText.TryDouble(fields[1], out var value) || double.IsNaN(value) || double.IsInfinity(value))
            {
                throw new FormatException(
                    $"Line {i + 1}: the coefficient of \"{fields[0]}\" is \"{fields[1]}\"; " +
                    "it must be a finite number with a decimal point.");
            }

            var isIntercept = fields[0] is "(Intercept)" or "Intercept" or "intercept" or "const";
            if (!names.Add(isIntercept ? "(Intercept)" : fields[0])) throw new FormatException(
                $"Line {i + 1}: the term \"{fields[0]}\" appears twice; each must appear once.");
            if (isIntercept) intercept = value;
            else terms.Add(new KeyValuePair<string, double>(fields[0], value));
        }

        if (intercept is not { } known) throw new FormatException(
            "The table has no intercept; a line must have one of the names (Intercept), Intercept, intercept and const.");
        if (terms.Count == 0) throw new FormatException("The table has no term beside the intercept.");
        return new LogisticModel(known, terms);
    }

    /// <summary>The number of terms and the intercept, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Terms.Count} terms, intercept {InvariantText.Of(Intercept)}";

    internal static ArgumentException NoDate(int index) => new(
        $"Closed deal {InvariantText.Of((long)index)} (from 0) has no date; the newest deals are unknown without it.", "deals");

    private static bool IsWord(string field) =>
        field.Length > 0 && field[0] is not ((>= '0' and <= '9') or '-' or '+' or '.') && !InvariantText.TryDouble(field, out _);

    /// <summary>A table with tabs or semicolons can have commas in its names, or by mistake in its numbers.</summary>
    private static char SeparatorOf(string line)
    {
        var separator = ',';
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"') quoted = !quoted;
            else if (!quoted && c == '\t') return c;
            else if (!quoted && c == ';') separator = c;
        }

        return separator;
    }

    private static List<string> FieldsOf(string line, char separator, int number)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"') field.Append(line[++i]);
            else if (c == '"') quoted = !quoted;
            else if (!quoted && c == separator)
            {
                fields.Add(field.ToString().Trim());
                field.Clear();
            }
            else
            {
                field.Append(c);
            }
        }

        if (quoted) throw new FormatException($"Line {number} has a quotation mark that is not closed.");
        fields.Add(field.ToString().Trim());
        return fields;
    }

    private static void CheckFinite(string what, double value, string name)
    {
        if (double.IsNaN(value) || double.IsInfinity(value)) throw new ArgumentException(
            $"{what} is {InvariantText.Of(value)}; it must be a finite number.", name);
    }
}
