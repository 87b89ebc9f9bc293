using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace PipelineReview.Reading;

/// <summary>
/// Streams the deals of a CSV file. Every row becomes a <see cref="Deal"/> or a <see cref="RejectedRow"/>, and none is
/// in both: <see cref="Rows"/> is the sum. The properties are complete after <see cref="Read"/> has finished.
/// </summary>
internal sealed class DealReader : IDisposable
{
    private const int MostDaysAfter = 366;
    private const int MostDaysBefore = 3_653;

    private readonly string _fileName;
    private readonly CsvFile _file;
    private readonly IEnumerator<CsvRecord> _records;
    private readonly int _columnCount;
    private readonly int _idColumn;
    private readonly DealRow _row;
    private readonly string _stageRule;
    private readonly List<LookupTable> _lookups;
    private readonly Dictionary<string, int> _lineOfId = new(StringComparer.Ordinal);
    private readonly Dictionary<(LookupTable Lookup, string? Key), int> _misses = [];
    private readonly List<RejectedRow> _rejected = [];
    private readonly List<RejectedRow> _rejectedLookupRows;
    private readonly List<DealRemark> _remarks = [];
    private int? _currencyLine;

    private DealReader(
        string path,
        DealMap map,
        CsvFile file,
        IEnumerator<CsvRecord> records,
        CsvHeader header,
        FieldSource?[] sources,
        List<LookupTable> lookups,
        OwnerList? owners,
        List<RejectedRow> rejectedLookupRows)
    {
        Map = map;
        Owners = owners;
        _fileName = Path.GetFileName(path);
        _file = file;
        _records = records;
        _columnCount = header.Count;
        _idColumn = sources[(int)DealField.Id]!.Index;
        _row = new DealRow(map, new CellParser(map), sources, lookups);
        _stageRule = $"is not one of the map's stages: {string.Join(", ", map.Stages.Keys.Select(stage => Printable.Clip(stage)))}";
        _lookups = lookups;
        _rejectedLookupRows = rejectedLookupRows;
    }

    /// <summary>The map, with the currency of the first row that has one if the map has none.</summary>
    public DealMap Map { get; private set; }

    /// <summary>The owners of the team; null if the map has no list of them.</summary>
    public OwnerList? Owners { get; }

    /// <summary>The files that are also read: the look-ups and the list of owners.</summary>
    public IEnumerable<string> OtherFiles => _lookups.Select(lookup => lookup.FullPath).Concat(Owners is null ? [] : [Owners.FullPath]);

    /// <summary>The rows of the deals file so far, without the header and empty lines.</summary>
    public int Rows { get; private set; }

    /// <summary>The rows of the deals file that could not be read, by line.</summary>
    public IReadOnlyList<RejectedRow> Rejected => _rejected;

    /// <summary>The rows of look-up files that could not be used, by file and line.</summary>
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
        _records.Dispose();
        _file.Dispose();
    }

    /// <summary>The deals, in the order of the file. Can be read only once.</summary>
    public IEnumerable<Deal> Read()
    {
        while (_records.MoveNext())
        {
            Rows++;
            if (ReadRow(_records.Current) is { } deal)
            {
                yield return deal;
            }
        }
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
        CsvFile? file = null;
        IEnumerator<CsvRecord>? records = null;
        DealReader? reader = null;
        try
        {
            file = new CsvFile(path, map.Delimiter, map.Encoding);
            records = file.Records().GetEnumerator();
            if (CsvHeader.Read(records, Path.GetFileName(path), "--deals", path, faults) is { } header)
            {
                reader = Bind(path, mapName, map, file, records, header, faults);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
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

    private static DealReader? Bind(
        string path,
        string mapName,
        DealMap map,
        CsvFile file,
        IEnumerator<CsvRecord> records,
        CsvHeader header,
        FaultList faults)
    {
        var sources = new FieldSource?[DealFields.Count];
        foreach ((DealField field, string column) in map.Columns)
        {
            int index = header.Find(column, $"{mapName}: columns.{DealFields.NameOf(field)}", faults);
            sources[(int)field] = new FieldSource(column, index, Lookup: null);
        }

        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var lookups = new List<LookupTable>();
        var rejected = new List<RejectedRow>();
        foreach ((int i, LookupMap lookup) in map.Lookups.Index())
        {
            string where = $"{mapName}: lookups[{i}]";
            int by = header.Find(lookup.By, $"{where}.by", faults);
            if (LookupTable.Load(lookup, map, folder, by, where, rejected, faults) is not { } table)
            {
                continue;
            }

            lookups.Add(table);
            foreach ((int cell, (DealField field, string column)) in lookup.Columns.Index())
            {
                sources[(int)field] = new FieldSource(column, cell, table);
            }
        }

        OwnerList? owners = map.Owners is null ? null : OwnerList.Load(map.Owners, map, folder, $"{mapName}: owners", rejected, faults);
        return faults.Any ? null : new DealReader(path, map, file, records, header, sources, lookups, owners, rejected);
    }

    private Deal? ReadRow(CsvRecord record)
    {
        if (!record.IsReadable)
        {
            return Reject(record.Line, null, RejectReason.BadQuoting, record.Fault);
        }

        if (record.FieldCount != _columnCount)
        {
            string? likelyId = _idColumn < record.FieldCount && record[_idColumn].Length > 0 ? record[_idColumn] : null;
            return Reject(
                record.Line, likelyId, RejectReason.WrongColumnCount, RejectReasons.ColumnCount(record.FieldCount, _columnCount));
        }

        _row.MoveTo(record);
        Deal deal = InOneCurrency(ReadDeal(record.Line));
        if (_row.Reason is { } reason)
        {
            return Reject(record.Line, deal.Id.Length > 0 ? deal.Id : null, reason, _row.Faults);
        }

        if (!_lineOfId.TryAdd(deal.Id, deal.Line))
        {
            _row.Fault(DealField.Id, RejectReason.DuplicateId, deal.Id, $"is already the id of line {_lineOfId[deal.Id]}");
            return Reject(deal.Line, deal.Id, RejectReason.DuplicateId, _row.Faults);
        }

        foreach ((LookupTable Lookup, string? Key) miss in _row.Misses)
        {
            _misses[miss] = _misses.GetValueOrDefault(miss) + 1;
        }

        Remark(deal);
        return deal;
    }

    private Deal ReadDeal(int line)
    {
        string id = _row.RequiredText(DealField.Id, RejectReason.MissingId);
        string stage = _row.RequiredText(DealField.Stage, RejectReason.UnknownStage);
        if (!Map.Stages.TryGetValue(stage, out DealStatus status) && stage.Length > 0)
        {
            _row.Fault(DealField.Stage, RejectReason.UnknownStage, stage, _stageRule);
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
            Amount = _row.Number(DealField.Amount),
            ListPrice = _row.Number(DealField.ListPrice),
            Currency = _row.Text(DealField.Currency),
            Created = _row.Date(DealField.Created),
            ExpectedClose = _row.Date(DealField.ExpectedClose),
            Closed = status == DealStatus.Open && Map.HasOneCloseDate ? null : _row.Date(DealField.Closed),
            LastActivity = _row.Date(DealField.LastActivity),
            EngagementScore = (double?)_row.Number(DealField.EngagementScore),
            DemoRequested = _row.Flag(DealField.DemoRequested),
            HasDecisionMaker = _row.Flag(DealField.HasDecisionMaker),
            Competitors = _row.Count(DealField.Competitors),
            Campaign = _row.Text(DealField.Campaign),
            ProblemConfirmed = _row.Flag(DealField.ProblemConfirmed),
            ConsultationRequested = _row.Flag(DealField.ConsultationRequested),
            ProjectDefined = _row.Flag(DealField.ProjectDefined),
            GoalsSet = _row.Flag(DealField.GoalsSet),
            Qualified = _row.Date(DealField.Qualified),
            Answered = _row.Date(DealField.Answered),
            EffortHours = _row.Hours(DealField.EffortHours),
        };
    }

    /// <summary>The deal with its amount in the common currency; amounts in different currencies are never added.</summary>
    private Deal InOneCurrency(Deal deal)
    {
        if (deal.Currency is not { } currency || (deal.Amount is null && deal.ListPrice is null))
        {
            return deal;
        }

        if (Map.Currency is null)
        {
            Map = Map with { Currency = currency };
            _currencyLine = deal.Line;
        }

        if (string.Equals(currency, Map.Currency, StringComparison.OrdinalIgnoreCase))
        {
            return deal;
        }

        if (!Map.Rates.TryGetValue(currency, out decimal rate))
        {
            string where = _currencyLine is { } line ? $"that of line {line}" : "that of the map";
            _row.Fault(
                DealField.Currency, RejectReason.OtherCurrency, currency,
                $"is not {Printable.Clip(Map.Currency)}, {where}, and the map has no rate for it");
            return deal;
        }

        try
        {
            return deal with { Amount = deal.Amount * rate, ListPrice = deal.ListPrice * rate };
        }
        catch (OverflowException)
        {
            _row.Fault(
                DealField.Amount, RejectReason.UnreadableNumber, null, $"is too great to be converted to {Printable.Clip(Map.Currency)}");
            return deal;
        }
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
