using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using PipelineReview.Reading;

namespace PipelineReview.Suggesting;

/// <summary>
/// A map for a file, from its header and its rows, with a remark at every guess. Nothing is sure: it is for the user to check.
/// </summary>
internal sealed class MapSuggestion
{
    private const int MostSamples = 3;
    private const int MostPipelines = 20;
    private const int FirstRows = 20;

    // Words of headers that are not English.
    private static readonly string[] OtherLanguages =
    [
        "betrag", "erstell", "inhaber", "datum", "kunde", "besitzer", "montant", "date de", "étape", "propriétaire", "créé", "importe",
        "etapa", "fecha", "propietario", "creado", "belopp", "ägare", "skapad", "värde", "valeur", "valor", "wert", "stängning", "phase de",
    ];

    private readonly SampleFile _sample;
    private readonly Dictionary<DealField, List<SampleColumn>> _fields = [];
    private readonly HashSet<SampleColumn> _used = [];
    private readonly bool _isEnglish;
    private readonly MapWriter _writer = new();

    private MapSuggestion(SampleFile sample)
    {
        _sample = sample;
        _isEnglish = !sample.Columns.Any(column =>
            OtherLanguages.Any(word => column.Name.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>The map, as JSON with remarks.</summary>
    /// <exception cref="InputException">The file can't be read.</exception>
    public static string Of(string path)
    {
        try
        {
            var suggestion = new MapSuggestion(SampleFile.Read(path));
            suggestion.Match();
            suggestion.Write(Path.GetFileName(path));
            return suggestion._writer.ToString();
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            var faults = new FaultList();
            faults.Add("--suggest-map", path, $"must be a file that can be read: {e.Message}");
            faults.ThrowIfAny();
            throw;
        }
    }

    private void Match()
    {
        foreach ((DealField field, string[] names) in FieldNames.All)
        {
            if (field == DealField.Closed)
            {
                MatchClosed(names);
            }
            else if ((Find(names, column => Fits(field, column)) ?? FindCore(names, column => Fits(field, column))) is { } column)
            {
                Use(field, column);
            }
        }

        if (!_fields.ContainsKey(DealField.Id) && _sample.Columns.FirstOrDefault(IsFreeId) is { } id)
        {
            Use(DealField.Id, id);
        }

        if (!_fields.ContainsKey(DealField.ExpectedClose) || !_fields.ContainsKey(DealField.Closed))
        {
            MatchOneClose();
        }
    }

    // A CRM may have one date for won deals and another one for lost deals.
    private void MatchClosed(string[] names)
    {
        List<SampleColumn> found = [];
        foreach (string name in names)
        {
            if (Find([name], column => Fits(DealField.Closed, column) && !FlagGuess.Fits(column)) is { } column
                && (found.Count == 0 || IsOfOutcome(name)))
            {
                found.Add(column);
                _used.Add(column);
                if (!IsOfOutcome(name))
                {
                    break;
                }
            }
        }

        if (found.Count > 0)
        {
            _fields.Add(DealField.Closed, found);
        }
    }

    private static bool IsOfOutcome(string name) =>
        name.Split(' ').Any(word => StatusGuess.Of(word) is DealStatus.Won or DealStatus.Lost);

    private void MatchOneClose()
    {
        if (Find(FieldNames.OneClose, column => Fits(DealField.Closed, column)) is not { } column)
        {
            return;
        }

        bool isBoth = !_fields.ContainsKey(DealField.ExpectedClose) && !_fields.ContainsKey(DealField.Closed);
        DealField missing = _fields.ContainsKey(DealField.ExpectedClose) ? DealField.Closed : DealField.ExpectedClose;
        Use(missing, column);
        if (isBoth)
        {
            Use(DealField.Closed, column);
        }
    }

    private void Use(DealField field, SampleColumn column)
    {
        _fields.Add(field, [column]);
        _used.Add(column);
    }

    private SampleColumn? Find(IEnumerable<string> names, Func<SampleColumn, bool> fits) => names
        .Select(FieldNames.Plain)
        .SelectMany(name => _sample.Columns.Where(column => (column.PlainName == name || column.PlainPart == name)
            && !_used.Contains(column)))
        .FirstOrDefault(fits);

    // Only where no column has the name itself.
    private SampleColumn? FindCore(string[] names, Func<SampleColumn, bool> fits) => names
        .Select(FieldNames.Plain)
        .SelectMany(name => _sample.Columns.Where(column => column.PlainCore == name && !_used.Contains(column)))
        .FirstOrDefault(fits);

    private bool IsFreeId(SampleColumn column) => column.IsNamedId && column.IsUnique && !_used.Contains(column);

    private static bool Fits(DealField field, SampleColumn column) => field switch
    {
        DealField.Amount or DealField.Probability or DealField.Employees => NumberGuess.Fits(column),
        DealField.Currency => column.Values.All(cell => CurrencyNames.CodeOf(cell.Text) is not null),
        DealField.Stage => column.Values.Count > 0 && !FlagGuess.Fits(column),
        _ => !DealFields.IsDate(field) || DateGuess.Fits(column),
    };

    private void Write(string file)
    {
        _writer.Open();
        _writer.Remark($"Suggested for {Printable.Clip(file)} from its header and its rows: check every line that has a remark.");
        Status status = StatusOf();
        WriteColumns(status);
        WriteStatus(status);
        WriteFile();
        WriteDates();
        WriteNumbers();
        WriteCurrency();
        WriteRows();
        string[] missing =
        [
            .. _used.SelectMany(column => column.Missing).Concat(status.Columns.SelectMany(column => column.Missing))
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
        if (missing.Length > 0)
        {
            _writer.Remark("These are taken for \"not given\".");
            _writer.Member("missing", MapWriter.List(missing));
        }

        _writer.Close(isLast: true);
    }

    private void WriteColumns(Status status)
    {
        _writer.Remark("Found by their names; some of their values follow.");
        _writer.Open("columns");
        WriteId();
        foreach ((DealField field, List<SampleColumn> columns) in _fields.OrderBy(pair => pair.Key))
        {
            if (field is DealField.Id or DealField.Snapshot || (field == DealField.Stage && status.Kind == StatusKind.None))
            {
                continue;
            }

            if (field == DealField.ExpectedClose && _fields.GetValueOrDefault(DealField.Closed) is [var closed] && closed == columns[0])
            {
                _writer.Remark("One date for both: the planned close of open deals, and the actual close of the others.");
            }

            string value = columns.Count == 1 ? Ref(columns[0]) : $"[{string.Join(", ", columns.Select(Ref))}]";
            _writer.Member(DealFields.NameOf(field), value, Samples(columns[0]));
        }

        _writer.Close();
        if (NewestBy is { } newest)
        {
            _writer.Remark("Some ids stand in several rows: the newest one is taken.");
            _writer.Member("duplicates", $"{{ \"newestBy\": {Ref(newest)} }}");
        }
    }

    private SampleColumn? IdColumn => _fields.GetValueOrDefault(DealField.Id)?[0];

    private bool HasSnapshots => IdColumn is { IsUnique: false } && _fields.ContainsKey(DealField.Snapshot);

    private SampleColumn? NewestBy => IdColumn is { IsUnique: false } && !HasSnapshots && IsRepeated(IdColumn)
        ? Find(FieldNames.Modified, DateGuess.Fits)
        : null;

    private static bool IsRepeated(SampleColumn column) => column.Distinct.Count < column.Values.Count;

    private void WriteId()
    {
        if (IdColumn is { } id && (id.IsUnique || HasSnapshots || NewestBy is not null || !IsMostlyRepeated(id)))
        {
            if (!id.IsUnique && !HasSnapshots && NewestBy is null)
            {
                _writer.Remark("Not every row has an id of its own: the first row of each id is taken, and the others are rejected.");
            }

            _writer.Member("id", Ref(id), Samples(id));
            if (HasSnapshots)
            {
                _writer.Remark("The same ids on several days: exports below each other.");
                _writer.Member("snapshot", Ref(_fields[DealField.Snapshot][0]), Samples(_fields[DealField.Snapshot][0]));
            }

            return;
        }

        SampleColumn[] names =
        [
            .. ((DealField[])[DealField.Name, DealField.Account, DealField.Created])
                .Select(field => _fields.GetValueOrDefault(field)?[0]).OfType<SampleColumn>(),
        ];
        for (int count = 1; count <= names.Length; count++)
        {
            SampleColumn[] parts = names[..count];
            if (IsUniqueTogether(parts))
            {
                _writer.Remark("There is no column of ids: these are different in every row, but a new export may change that.");
                _writer.Member(
                    "id",
                    count == 1 ? Ref(parts[0]) : $"{{ \"columns\": [{string.Join(", ", parts.Select(Ref))}], \"separator\": \" / \" }}",
                    Samples(parts[0]));
                return;
            }
        }

        _writer.Remark("There is no column of ids: the deals are numbered by their rows.");
        _writer.Member("id", "{ \"rowNumber\": true }");
    }

    private static bool IsMostlyRepeated(SampleColumn column) => column.Distinct.Count * 2 < column.Cells.Count;

    private static bool IsUniqueTogether(SampleColumn[] columns)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return Enumerable.Range(0, columns[0].Cells.Count).All(row =>
            columns.Any(column => column.Cells[row].Text.Length > 0)
                && seen.Add(string.Join('\n', columns.Select(column => column.Cells[row].Text))));
    }

    private Status StatusOf()
    {
        if (Find(FieldNames.Status, StatusGuess.IsStatus) is { } own)
        {
            return new Status(StatusKind.Column, [own]);
        }

        SampleColumn?[] flags =
        [
            Find(FieldNames.IsClosed, FlagGuess.Fits), Find(FieldNames.IsWon, FlagGuess.Fits), Find(FieldNames.IsLost, FlagGuess.Fits),
        ];
        if (flags.Count(flag => flag is not null) >= 2)
        {
            return new Status(StatusKind.Flags, [.. flags.OfType<SampleColumn>()]) { Flags = flags };
        }

        return _fields.TryGetValue(DealField.Stage, out List<SampleColumn>? stage)
            ? new Status(StatusKind.Stages, stage)
            : Find(FieldNames.Status, column => column.Values.Count > 0) is { } other
                ? new Status(StatusKind.Column, [other])
                : _sample.Columns.FirstOrDefault(column => !_used.Contains(column) && StatusGuess.HasOutcomes(column)) is { } outcomes
                    ? new Status(StatusKind.Column, [outcomes])
                    : new Status(StatusKind.None, []);
    }

    private void WriteStatus(Status status)
    {
        switch (status.Kind)
        {
            case StatusKind.Flags:
                _writer.Open("status");
                foreach ((string name, SampleColumn? flag) in new[] { "closed", "won", "lost" }.Zip(status.Flags))
                {
                    if (flag is not null)
                    {
                        _writer.Member(name, Ref(flag), Samples(flag));
                    }
                }

                _writer.Close();
                WriteFlags(status.Columns);
                break;
            case StatusKind.None when _fields.GetValueOrDefault(DealField.Closed) is [var day] && AreAllWon(day):
                _writer.Remark("Every row has a day on which it was won.");
                _writer.Member("status", "\"won\"");
                break;
            case StatusKind.None:
                _writer.Remark("No column says whether a deal is open, won or lost: all are taken for open.");
                _writer.Member("status", "\"open\"");
                break;
            default:
                bool isColumn = status.Kind == StatusKind.Column;
                _writer.Remark("By the words in the names: what says neither won nor lost is open.");
                _writer.Open(isColumn ? "status" : "stages");
                if (isColumn)
                {
                    _writer.Member("column", Ref(status.Columns[0]));
                }

                WriteValues("open", DealStatus.Open, status.Columns[0]);
                WriteValues("won", DealStatus.Won, status.Columns[0]);
                WriteValues("lost", DealStatus.Lost, status.Columns[0]);
                _writer.Close();
                break;
        }
    }

    private static bool AreAllWon(SampleColumn day) =>
        day.Values.Count == day.Cells.Count && StatusGuess.Of(day.Name) == DealStatus.Won;

    private void WriteValues(string name, DealStatus status, SampleColumn column)
    {
        string[] values = [.. column.Distinct.Where(text => (StatusGuess.Of(text) ?? DealStatus.Open) == status)];
        bool isSeen = values.Length > 0;
        if (!isSeen && status != DealStatus.Open)
        {
            values = [status == DealStatus.Won ? "Won" : "Lost"];
        }

        _writer.Member(name, MapWriter.List(values), isSeen ? null : "no such deal is in the sample");
    }

    private void WriteFlags(IEnumerable<SampleColumn> columns)
    {
        string[] texts = [.. columns.SelectMany(column => column.Values).Where(cell => cell.Value is null).Select(cell => cell.Text)
            .Distinct(StringComparer.OrdinalIgnoreCase)];
        if (texts.Any(text => text.ToUpperInvariant() is not ("TRUE" or "FALSE" or "YES" or "NO" or "1" or "0")))
        {
            _writer.Member("trueValues", MapWriter.List(texts.Intersect(FlagGuess.TrueWords, StringComparer.OrdinalIgnoreCase)));
            _writer.Member("falseValues", MapWriter.List(texts.Intersect(FlagGuess.FalseWords, StringComparer.OrdinalIgnoreCase)));
        }
    }

    private void WriteFile()
    {
        if (_sample.FirstLine > 1)
        {
            _writer.Remark("The lines before this one have fewer cells.");
            _writer.Member("firstLine", $"{_sample.FirstLine}");
        }

        if (!_sample.HasHeader)
        {
            _writer.Remark("The first line has numbers or dates, so there is no header: name each column by its number, from 1.");
            _writer.Member("header", "false");
        }

        if (_sample.Footer.Count > 0)
        {
            _writer.Remark("The lines from the first one that starts so are no deals.");
            _writer.Member("footer", MapWriter.List(_sample.Footer));
        }

        if (_sample.Format.Delimiter != ',')
        {
            _writer.Member("delimiter", MapWriter.Quoted(_sample.Format.Delimiter.ToString()));
        }

        if (_sample.Format.Escape is not null)
        {
            _writer.Member("escape", "\"\\\\\"", "a backslash stands before quotes");
        }

        if (_sample.EncodingName is { } encoding)
        {
            _writer.Member("encoding", MapWriter.Quoted(encoding), "the file is no UTF-8");
        }
    }

    private void WriteDates()
    {
        SampleColumn[] columns =
        [
            .. _fields.Where(pair => DealFields.IsDate(pair.Key) && (pair.Key != DealField.Snapshot || HasSnapshots))
                .SelectMany(pair => pair.Value)
                .Concat(NewestBy is { } newest ? [newest] : []).Distinct(),
        ];
        string[] texts = [.. columns.SelectMany(DateTexts)];
        bool monthFirst = _isEnglish && _sample.Format.Delimiter == ',';
        var guess = DateGuess.Of(texts, monthFirst);
        if (guess.FormatNames.Count == 0 && texts.Length > 0)
        {
            guess = DateGuess.Of(
                [.. columns.SelectMany(column => DateTexts(column).Take(FirstRows))],
                monthFirst);
            _writer.Remark("Some dates are in no form that is known here: their rows will be rejected, with the reason.");
        }

        if (guess.IsAmbiguous)
        {
            _writer.Remark("Nothing in the sample says which number is the day and which the month: they could be the other way round.");
        }

        if (guess.HasOffset)
        {
            _writer.Remark("With an offset, the day as it is written counts; set timeZone, such as Europe/Stockholm, for the day there.");
        }

        if (columns.Any(column => column.Values.Count == 0 || column.Values.Any(cell => cell.Value is not DateTime)))
        {
            _writer.Member("dateFormats", MapWriter.List(guess.FormatNames.Count == 0 ? ["yyyy-MM-dd"] : guess.FormatNames));
        }

        if (guess.Culture.Length > 0)
        {
            _writer.Member("dateCulture", MapWriter.Quoted(guess.Culture), "the language of the months");
        }
    }

    private static IEnumerable<string> DateTexts(SampleColumn column) =>
        column.Values.Where(cell => cell.Value is not DateTime).Select(cell => cell.Text);

    private IEnumerable<SampleColumn> NumberColumns => _fields
        .Where(pair => pair.Key is DealField.Amount or DealField.Probability or DealField.Employees)
        .SelectMany(pair => pair.Value);

    private void WriteNumbers()
    {
        string[] texts =
        [
            .. NumberColumns.SelectMany(column => column.Values).Where(cell => cell.Value is not decimal).Select(cell => cell.Text),
        ];
        var guess = NumberGuess.Of(texts, commaFirst: !_isEnglish || _sample.Format.Delimiter == ';');
        if (!guess.IsRead)
        {
            _writer.Remark("Some numbers are in no form that is known here: their rows will be rejected, with the reason.");
            return;
        }

        if (guess.IsAmbiguous)
        {
            _writer.Remark("The numbers could also have the decimal point of another language.");
        }

        if (guess.Culture.Length > 0)
        {
            _writer.Member("numberCulture", MapWriter.Quoted(guess.Culture));
        }

        // A thousand is a thousand only if the user says so.
        NumberStyle styles = guess.Styles & ~NumberStyle.Factor;
        string[] names = [.. NumberParser.StyleNames.Where(pair => styles.HasFlag(pair.Value)).Select(pair => pair.Key)];
        if (guess.Styles.HasFlag(NumberStyle.Factor))
        {
            _writer.Remark("Some numbers have a letter after them: \"factor\" in numberStyles reads 12k as 12,000 and 1.5m as 1,500,000.");
            if (names.Length == 0)
            {
                _writer.Left("numberStyles", "[\"factor\"]");
            }
        }

        if (names.Length > 0)
        {
            _writer.Member("numberStyles", MapWriter.List(names));
        }

        if (_fields.GetValueOrDefault(DealField.Probability) is [var probability] && IsPercent(probability, guess))
        {
            _writer.Member("probabilityUnit", "\"percent\"", "from 0 to 100");
        }
    }

    private static bool IsPercent(SampleColumn column, NumberGuess guess)
    {
        var parser = new NumberParser(System.Globalization.CultureInfo.GetCultureInfo(guess.Culture), guess.Styles);
        return column.Name.Contains('%', StringComparison.Ordinal) || column.Values.Any(cell => cell.Value is decimal number
            ? number > 1
            : parser.TryRead(cell.Text, out decimal value, out _, out bool isPercent, out _) && !isPercent && value > 1);
    }

    private void WriteCurrency()
    {
        if (_fields.GetValueOrDefault(DealField.Currency) is [var column] && column.Distinct.Count > 0)
        {
            (string Text, string Code)[] codes = [.. column.Distinct.Select(text => (text, CurrencyNames.CodeOf(text)!))];
            string[] others = [.. codes.Select(each => each.Code).Distinct().Skip(1)];
            _writer.Member("currency", MapWriter.Quoted(codes[0].Code), others.Length == 0 ? null : "that of most rows");
            if (others.Length > 0)
            {
                _writer.Remark($"Rows in another currency are rejected until rates has the value of one unit in {codes[0].Code}.");
                _writer.Left("rates", $"{{ {string.Join(", ", others.Select(code => $"{MapWriter.Quoted(code)}: ?"))} }}");
            }

            (string Text, string Code)[] aliases = [.. codes.Where(each => each.Text != each.Code)];
            if (aliases.Length > 0)
            {
                _writer.Remark("The codes of these names.");
                IEnumerable<string> pairs = aliases.Select(each => $"{MapWriter.Quoted(each.Text)}: {MapWriter.Quoted(each.Code)}");
                _writer.Member("aliases", $"{{ \"currency\": {{ {string.Join(", ", pairs)} }} }}");
            }

            return;
        }

        CurrencySign[] signs =
        [
            .. _fields.GetValueOrDefault(DealField.Amount, []).SelectMany(amount => amount.Texts).Select(SignOf).OfType<CurrencySign>()
                .DistinctBy(sign => sign.Text),
        ];
        if (signs is [{ Codes: [string code, ..] } only])
        {
            _writer.Member("currency", MapWriter.Quoted(code), only.OnlyCode is null ? $"{only.Text} can be of several currencies" : null);
        }
        else if (_fields.GetValueOrDefault(DealField.Amount) is [{ Currency: { } named }])
        {
            _writer.Member("currency", MapWriter.Quoted(named), "from the name of the column");
        }
        else
        {
            _writer.Remark("The currency of the amounts, if they have one.");
            _writer.Left("currency", "\"EUR\"");
        }
    }

    private static CurrencySign? SignOf(string text) => CurrencySign.Take(ref text);

    private void WriteRows()
    {
        if (Find(FieldNames.Pipeline, column => column.Distinct.Count is > 1 and <= MostPipelines) is { } pipeline)
        {
            _writer.Remark("All rows are taken; these are the values to choose from.");
            _writer.Left("rows", $"[{{ \"column\": {Ref(pipeline)}, \"oneOf\": {MapWriter.List(pipeline.Distinct)} }}]");
        }
    }

    // By its number if the name is not its own.
    private string Ref(SampleColumn column) =>
        column.Name.Length == 0
        || _sample.Columns.Count(other => string.Equals(other.Name, column.Name, StringComparison.OrdinalIgnoreCase)) > 1
            ? $"{column.Number}"
            : MapWriter.Quoted(column.Name);

    private static string Samples(SampleColumn column) =>
        column.Values.Count == 0
            ? "no values in the sample"
            : string.Join("; ", column.Distinct.Take(MostSamples).Select(text => Printable.Clip(text, 30)));

    private enum StatusKind
    {
        None,
        Stages,
        Column,
        Flags,
    }

    private sealed record Status(StatusKind Kind, IReadOnlyList<SampleColumn> Columns)
    {
        public IReadOnlyList<SampleColumn?> Flags { get; init; } = [];
    }
}
