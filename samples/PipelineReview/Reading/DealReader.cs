using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Sqo.Qualification;

namespace PipelineReview.Reading;

/// <summary>
/// Streams the deals of a file. Every row becomes a <see cref="Deal"/> or a <see cref="RejectedRow"/>, or is counted as not taken or
/// replaced, and none is in two of them: <see cref="Rows"/> is the sum. The properties are complete after <see cref="Read"/> has
/// finished.
/// </summary>
internal sealed class DealReader : IDisposable
{
    private const int MostDaysAfter = 366;
    private const int MostDaysBefore = 3_653;

    private readonly string _fileName;
    private readonly TableFile _file;
    private readonly DealRows _rows;
    private readonly int _columnCount;
    private readonly int? _idColumn;
    private readonly bool _hasOneCloseDate;
    private readonly StatusReader _status;
    private readonly DealRow _row;
    private readonly (int Index, string Name)? _newestBy;
    private readonly List<LookupTable> _lookups;
    private readonly StageHistory? _history;
    private readonly Dictionary<(string Id, DateTime? Day), int> _lineOfId = [];
    private readonly Dictionary<(LookupTable Lookup, string? Key), int> _misses = [];
    private readonly List<RejectedRow> _rejected = [];
    private readonly List<RejectedRow> _rejectedLookupRows;
    private readonly List<DealRemark> _remarks = [];
    private readonly CommonCurrency _currency;
    private readonly string _categoryRule;

    private DealReader(string path, DealMap map, TableFile file, IEnumerator<TableRecord> records, DealBinding binding, int columnCount)
    {
        Map = map;
        Owners = binding.Owners;
        _fileName = Path.GetFileName(path);
        _file = file;
        _rows = new DealRows(records, map, binding.Filters);
        _columnCount = columnCount;
        _idColumn = binding.Sources[(int)DealField.Id] is { IsRowNumber: false } id ? id.Columns[0].Index : null;
        _hasOneCloseDate = binding.HasOneCloseDate;
        _status = new StatusReader(map, binding);
        _row = new DealRow(map, new CellParser(map), binding.Sources, binding.Lookups);
        _newestBy = binding.NewestBy;
        _lookups = binding.Lookups;
        _history = binding.History;
        _rejectedLookupRows = binding.Rejected;
        _currency = new CommonCurrency(map);
        _categoryRule =
            $"is not one of the forecast categories: {string.Join(", ", map.Categories.Keys.Select(name => Printable.Clip(name)))}";
    }

    /// <summary>The map, with the currency of the first row that has one if the map has none.</summary>
    public DealMap Map { get; private set; }

    /// <summary>The owners of the team; null if the map has no list of them.</summary>
    public OwnerList? Owners { get; }

    /// <summary>The files that are also read: the look-ups, the list of owners and the history of stages.</summary>
    public IEnumerable<string> OtherFiles =>
        [.. _lookups.Select(lookup => lookup.FullPath), .. ((string?[])[Owners?.FullPath, _history?.FullPath]).OfType<string>()];

    /// <summary>The rows of the deals file so far, without the header and empty lines.</summary>
    public int Rows => _rows.Count;

    /// <summary>The rows that the map leaves out: those of other pipelines, and the footer.</summary>
    public int NotTaken => _rows.NotTaken;

    /// <summary>The rows that a newer row of the same deal has replaced.</summary>
    public int Replaced { get; private set; }

    /// <summary>The rows of the deals file that could not be read, by line.</summary>
    public IReadOnlyList<RejectedRow> Rejected => _rejected;

    /// <summary>The rows of other files that could not be used, by file and line.</summary>
    public IReadOnlyList<RejectedRow> RejectedLookupRows => _rejectedLookupRows;

    /// <summary>The deals that were kept although they contradict themselves, by line.</summary>
    public IReadOnlyList<DealRemark> Remarks => _remarks;

    /// <summary>The keys that look-ups didn't find, by file in the order of the map, then the most frequent first.</summary>
    public IReadOnlyList<LookupMiss> LookupMisses =>
    [
        .. _misses
            .OrderBy(miss => _lookups.IndexOf(miss.Key.Lookup))
            .ThenByDescending(miss => miss.Value)
            .ThenBy(miss => miss.Key.Key, StringComparer.Ordinal)
            .Select(miss => new LookupMiss(miss.Key.Lookup.File, miss.Key.Key, miss.Value)),
    ];

    /// <summary>Opens a deals file, and finds the columns of the map.</summary>
    /// <exception cref="InputException">The map or the file is invalid; contains every fault.</exception>
    public static DealReader Open(string dealsPath, string mapPath)
    {
        var faults = new FaultList();
        DealMap? map = DealMapReader.Read(mapPath, faults);
        DealReader? reader = map is null ? null : Open(dealsPath, Path.GetFileName(mapPath), map, faults);
        if (faults.Any)
        {
            reader?.Dispose();
        }

        faults.ThrowIfAny();
        return reader!;
    }

    public void Dispose()
    {
        _rows.Dispose();
        _file.Dispose();
    }

    /// <summary>The deals, in the order of the file. Can be read only once.</summary>
    /// <exception cref="InputException">There are rows, but the map takes none of them.</exception>
    public IEnumerable<Deal> Read()
    {
        IEnumerable<Deal> deals = Map.Duplicates == DuplicateRule.First ? ReadFirst() : ReadReplacing();
        foreach (Deal deal in deals)
        {
            yield return deal;
        }

        _rows.ThrowIfNoneTaken(_fileName);
    }

    /// <summary>
    /// Rejects the deals with a date more than a year after all others or more than ten years before them: a typing error, or a
    /// system's value for "no date".
    /// </summary>
    public List<Deal> WithoutStrayDates(List<Deal> deals)
    {
        DateTime[] days = [.. deals.SelectMany(DatesOf).Select(date => date.Date).Distinct().OrderDescending()];
        int latest = 0;
        while (latest + 1 < days.Length && (days[latest] - days[latest + 1]).TotalDays > MostDaysAfter)
        {
            latest++;
        }

        int earliest = days.Length - 1;
        while (earliest > latest && (days[earliest - 1] - days[earliest]).TotalDays > MostDaysBefore)
        {
            earliest--;
        }

        if (latest == 0 && earliest == days.Length - 1)
        {
            return deals;
        }

        var kept = new List<Deal>(deals.Count);
        foreach (Deal deal in deals)
        {
            if (DatesOf(deal).Where(date => date.Date > days[latest]).Select(date => (DateTime?)date).FirstOrDefault() is { } late)
            {
                Reject(deal.Line, deal.Id, RejectReason.StrayDate, string.Create(
                    CultureInfo.InvariantCulture,
                    $"{late:yyyy-MM-dd} is more than a year after all other dates, the last of which is {days[latest]:yyyy-MM-dd}"));
            }
            else if (DatesOf(deal).Where(date => date.Date < days[earliest]).Select(date => (DateTime?)date).FirstOrDefault() is { } early)
            {
                Reject(deal.Line, deal.Id, RejectReason.StrayDate, string.Create(
                    CultureInfo.InvariantCulture,
                    $"{early:yyyy-MM-dd} is more than ten years before all other dates, " +
                    $"the first of which is {days[earliest]:yyyy-MM-dd}"));
            }
            else
            {
                kept.Add(deal);
            }
        }

        return kept;
    }

    // Actual dates, not planned ones.
    private static IEnumerable<DateTime> DatesOf(Deal deal)
    {
        if (deal.Created is { } created)
        {
            yield return created;
        }

        if (deal.Status != DealStatus.Open && deal.Closed is { } closed)
        {
            yield return closed;
        }
    }

    private static DealReader? Open(string path, string mapName, DealMap map, FaultList faults)
    {
        TableFile? file = null;
        IEnumerator<TableRecord>? records = null;
        DealReader? reader = null;
        try
        {
            file = TableFile.Open(path, map.Format);

            // The header of a file that has names in every record stands on no line.
            records = file.Records().Where(record => record.Line == 0 || record.Line >= map.FirstLine).GetEnumerator();
            string name = Path.GetFileName(path);
            bool isHeader = map.HasHeader || file is JsonLinesFile;
            if (TableHeader.Read(records, name, "--deals", path, isHeader, faults) is { } header
                && DealBinding.Of(path, mapName, map, file, header, faults) is { } binding)
            {
                reader = new DealReader(path, map with { HasHeader = isHeader }, file, records, binding, header.Count);
            }
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            faults.Add("--deals", path, $"must be a file that can be read: {e.Message}");
        }
        finally
        {
            if (reader is null)
            {
                records?.Dispose();
                file?.Dispose();
            }
        }

        return reader;
    }

    private IEnumerable<Deal> ReadFirst()
    {
        foreach (TableRecord record in _rows.Read())
        {
            if (ReadRow(record) is not { } deal)
            {
                continue;
            }

            if (!_lineOfId.TryAdd(KeyOf(deal), deal.Line))
            {
                _row.Fault(DealField.Id, RejectReason.DuplicateId, deal.Id, $"is already the id of line {_lineOfId[KeyOf(deal)]}");
                Reject(deal.Line, deal.Id, RejectReason.DuplicateId, _row.Faults);
                continue;
            }

            Keep(deal, _row.Misses);
            yield return deal;
        }
    }

    private IEnumerable<Deal> ReadReplacing()
    {
        var kept = new Dictionary<(string, DateTime?), (Deal Deal, DateTime? At, (LookupTable, string?)[] Misses)>();
        foreach (TableRecord record in _rows.Read())
        {
            if (ReadRow(record) is not { } deal)
            {
                continue;
            }

            DateTime? at = _newestBy is { } column ? _row.Date(column.Index, column.Name) : null;
            if (_row.Reason is { } reason)
            {
                Reject(deal.Line, deal.Id, reason, _row.Faults);
                continue;
            }

            bool isOld = false;
            if (kept.TryGetValue(KeyOf(deal), out (Deal Deal, DateTime? At, (LookupTable, string?)[] Misses) other))
            {
                Replaced++;

                // A row without a date is older than any other. Of the same date, the last one counts.
                isOld = _newestBy is not null && other.At is not null && (at is null || at < other.At);
            }

            if (!isOld)
            {
                kept[KeyOf(deal)] = (deal, at, [.. _row.Misses]);
            }
        }

        foreach ((Deal deal, DateTime? _, (LookupTable, string?)[] misses) in kept.Values.OrderBy(each => each.Deal.Line))
        {
            Keep(deal, misses);
            yield return deal;
        }
    }

    private static (string, DateTime?) KeyOf(Deal deal) => (deal.Id, deal.Snapshot?.Date);

    private void Keep(Deal deal, IEnumerable<(LookupTable, string?)> misses)
    {
        foreach ((LookupTable Lookup, string? Key) miss in misses)
        {
            _misses[miss] = _misses.GetValueOrDefault(miss) + 1;
        }

        Remark(deal);
    }

    // Null if the row is rejected.
    private Deal? ReadRow(TableRecord record)
    {
        if (!record.IsReadable)
        {
            return Reject(record.Line, null, record.Reason, record.Fault);
        }

        if (record.FieldCount != _columnCount)
        {
            string? likelyId = _idColumn is { } id && id < record.FieldCount && record[id].Length > 0 ? record[id] : null;
            return Reject(
                record.Line, likelyId, RejectReason.WrongColumnCount, RejectReasons.ColumnCount(record.FieldCount, _columnCount));
        }

        _row.MoveTo(record, Rows);
        Deal deal = ReadDeal(record.Line);
        deal = _currency.Convert(deal, _row);
        if (_currency.Code != Map.Currency)
        {
            Map = Map with { Currency = _currency.Code };
        }

        return _row.Reason is { } reason ? Reject(record.Line, deal.Id.Length > 0 ? deal.Id : null, reason, _row.Faults) : deal;
    }

    private Deal ReadDeal(int line)
    {
        string id = _row.RequiredText(DealField.Id, RejectReason.MissingId);
        (string? stage, DealStatus status) = _status.Read(_row);
        (int? competitors, IReadOnlyList<string>? names) = ReadCompetitors();
        DateTime? snapshot = _row.Date(DealField.Snapshot);
        if (snapshot is null && Map.Columns.ContainsKey(DealField.Snapshot) && _row.Reason is null)
        {
            _row.Fault(DealField.Snapshot, RejectReason.UnreadableDate, null, "is missing; every row of several exports needs its day");
        }

        return new Deal
        {
            Id = id,
            Line = line,
            Stage = stage,
            Status = status,
            Name = _row.Text(DealField.Name),
            Account = _row.Text(DealField.Account),
            Owner = _row.Text(DealField.Owner),
            Product = _row.Text(DealField.Product),
            Industry = _row.Text(DealField.Industry),
            Country = _row.Text(DealField.Country),
            Employees = _row.Count(DealField.Employees),
            Amount = _row.Money(DealField.Amount),
            ListPrice = _row.Money(DealField.ListPrice),
            Currency = _row.Text(DealField.Currency),
            Created = _row.Date(DealField.Created),
            ExpectedClose = _row.Date(DealField.ExpectedClose),
            Closed = status == DealStatus.Open && _hasOneCloseDate ? null : _row.Date(DealField.Closed),
            LastActivity = _row.Date(DealField.LastActivity),
            EngagementScore = (double?)_row.Score(DealField.EngagementScore),
            DemoRequested = _row.Flag(DealField.DemoRequested),
            HasDecisionMaker = _row.Flag(DealField.HasDecisionMaker),
            Competitors = competitors,
            CompetitorNames = names,
            Campaign = _row.Text(DealField.Campaign),
            ProblemConfirmed = _row.Flag(DealField.ProblemConfirmed),
            ConsultationRequested = _row.Flag(DealField.ConsultationRequested),
            ProjectDefined = _row.Flag(DealField.ProjectDefined),
            GoalsSet = _row.Flag(DealField.GoalsSet),
            Qualified = _row.Date(DealField.Qualified),
            Answered = _row.Date(DealField.Answered),
            EffortHours = _row.Hours(DealField.EffortHours),
            Probability = _row.Probability(DealField.Probability),
            Category = ReadCategory(),
            Touches = _row.Touches(DealField.Touches) ?? [],
            StageHistory = _history?.Of(id) ?? [],
            Snapshot = snapshot,
        };
    }

    // Their number, or their names, of which there are several in a cell only if the map or the file says so.
    private (int? Count, IReadOnlyList<string>? Names) ReadCompetitors()
    {
        if (_row.List(DealField.Competitors) is not { } list)
        {
            return (null, null);
        }

        bool isCount = list.Count == 1 && list[0].All(char.IsAsciiDigit);
        if (isCount || (Map.ListSeparator is null && !_row.IsList(DealField.Competitors)))
        {
            return (_row.Count(DealField.Competitors), null);
        }

        string[] names = [.. list.Distinct(StringComparer.OrdinalIgnoreCase)];
        foreach (string name in names)
        {
            if (!CellParser.TryText(name, out _, out string? rule))
            {
                _row.Fault(DealField.Competitors, RejectReason.UnreadableText, name, rule);
                return (null, null);
            }
        }

        return (names.Length, names);
    }

    private ForecastCategory? ReadCategory()
    {
        if (_row.Text(DealField.ForecastCategory) is not { } text)
        {
            return null;
        }

        if (Map.Categories.TryGetValue(text, out ForecastCategory category))
        {
            return category;
        }

        _row.Fault(DealField.ForecastCategory, RejectReason.UnknownStage, text, _categoryRule);
        return null;
    }

    private Deal? Reject(int line, string? id, RejectReason reason, string text)
    {
        _rejected.Add(new RejectedRow(_fileName, line, id, reason, text));
        return null;
    }

    private void Remark(Deal deal)
    {
        if (deal.Status == DealStatus.Open && deal.Closed is not null)
        {
            _remarks.Add(new DealRemark(deal.Line, deal.Id, RemarkKind.OpenWithClosedDate));
        }

        if (deal.Status != DealStatus.Open && deal.Closed is null)
        {
            _remarks.Add(new DealRemark(deal.Line, deal.Id, RemarkKind.ClosedWithoutDate));
        }

        // A close often comes without its time of day.
        if (deal.Closed?.Date < deal.Created?.Date)
        {
            _remarks.Add(new DealRemark(deal.Line, deal.Id, RemarkKind.ClosedBeforeCreated));
        }
    }
}
