using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The standard record of an opportunity, used by pipelines, campaigns and forecasts. Unknown values are
/// <see langword="null"/>; only the day of a date counts. Immutable; created by <see cref="From"/> from the caller's records.
/// </summary>
public sealed class Opportunity
{
    // A million of them are in memory at once: days are numbers, and values that most records lack share one reference.
    private readonly decimal _amount;
    private readonly decimal _closedAmount;
    private readonly double _probability;
    private readonly sbyte _category;
    private readonly byte _outcome;
    private readonly bool _hasAmount;
    private readonly bool _hasClosedAmount;
    private readonly Touchpoint[] _touchpoints;

    // Made once, so that a criterion on them allocates nothing.
    private IReadOnlyList<Touchpoint>? _listedTouchpoints;
    private readonly StageChange[] _stageChanges;
    private readonly OpportunityExtras? _extras;

    internal Opportunity(
        string id, OpportunityDraft draft, string[]? competitors, Touchpoint[] touchpoints, StageChange[] stageChanges, FieldValues fields,
        OpportunityExtras? extras)
    {
        Id = id;
        Name = PipelineText.OrNull(draft.Name);
        Account = PipelineText.OrNull(draft.Account);
        Owner = PipelineText.OrNull(draft.Owner);
        Product = PipelineText.OrNull(draft.Product);
        Currency = PipelineText.OrNull(draft.Currency);
        Campaign = PipelineText.OrNull(draft.Campaign);
        Stage = PipelineText.OrNull(draft.Stage) ?? (stageChanges.Length == 0 ? null : stageChanges[stageChanges.Length - 1].Stage);
        var amount = draft.Amount ?? (draft.RecurringAmount + draft.OneOffAmount);
        _amount = amount.GetValueOrDefault();
        _hasAmount = amount.HasValue;
        _closedAmount = draft.ClosedAmount.GetValueOrDefault();
        _hasClosedAmount = draft.ClosedAmount.HasValue;
        _probability = draft.Probability ?? double.NaN;
        _category = (sbyte)(draft.Category is { } category ? (int)category : -1);
        _outcome = (byte)draft.Outcome;
        CreatedDay = DayOf(draft.Created);
        ExpectedCloseDay = DayOf(draft.ExpectedClose);
        ClosedDay = DayOf(draft.Closed);
        Competitors = competitors is null ? null : Array.AsReadOnly(competitors);
        _touchpoints = touchpoints;
        _stageChanges = stageChanges;
        Fields = fields;
        _extras = extras;
    }

    /// <summary>An opportunity as it was at the end of an earlier day, before it was closed.</summary>
    private Opportunity(Opportunity final, Touchpoint[] touchpoints, StageChange[] stageChanges, OpportunityExtras? extras)
    {
        Id = final.Id;
        Name = final.Name;
        Account = final.Account;
        Owner = final.Owner;
        Product = final.Product;
        Currency = final.Currency;
        Campaign = final.Campaign;
        Stage = stageChanges.Length == 0 ? null : stageChanges[stageChanges.Length - 1].Stage;
        _amount = final._amount;
        _hasAmount = final._hasAmount;
        _probability = double.NaN;
        _category = -1;
        CreatedDay = final.CreatedDay;
        Competitors = final.Competitors;
        _touchpoints = touchpoints;
        _stageChanges = stageChanges;
        Fields = final.Fields;
        _extras = extras;
    }

    /// <summary>A closed opportunity as it was at the end of a day after it was closed.</summary>
    private Opportunity(Opportunity final, StageChange[] stageChanges, Touchpoint[] touchpoints, OpportunityExtras? extras)
        : this(final, touchpoints, stageChanges, extras)
    {
        // If the stage was entered later, the record only shows that it was not yet the stage then.
        if (stageChanges.Length == final._stageChanges.Length) Stage = final.Stage;
        _closedAmount = final._closedAmount;
        _hasClosedAmount = final._hasClosedAmount;
        _probability = final._probability;
        _category = final._category;
        _outcome = final._outcome;
        ExpectedCloseDay = final.ExpectedCloseDay;
        ClosedDay = final.ClosedDay;
    }

    /// <summary>The id.</summary>
    public string Id { get; }

    /// <summary>The name.</summary>
    public string? Name { get; }

    /// <summary>The customer.</summary>
    public string? Account { get; }

    /// <summary>The owner, who sells.</summary>
    public string? Owner { get; }

    /// <summary>The product sold.</summary>
    public string? Product { get; }

    /// <summary>The estimate of its value while open, 0 or above.</summary>
    public decimal? Amount => _hasAmount ? _amount : null;

    /// <summary>The part of <see cref="Amount"/> that recurs.</summary>
    public decimal? RecurringAmount => _extras?.Recurring;

    /// <summary>The part of <see cref="Amount"/> that is paid once.</summary>
    public decimal? OneOffAmount => _extras?.OneOff;

    /// <summary>The code of the currency of the amounts.</summary>
    public string? Currency { get; }

    /// <summary>The stage that it is in, or was closed in.</summary>
    public string? Stage { get; }

    /// <summary>The forecast category.</summary>
    public ForecastCategory? Category => _category < 0 ? null : (ForecastCategory)_category;

    /// <summary>The probability that the CRM or the seller gives, from 0 to 1.</summary>
    public double? Probability => double.IsNaN(_probability) ? null : _probability;

    /// <summary>The day it was created.</summary>
    public DateTime? Created => DayNumber.DateOrNull(CreatedDay);

    /// <summary>The day it is expected to close.</summary>
    public DateTime? ExpectedClose => DayNumber.DateOrNull(ExpectedCloseDay);

    /// <summary>The day it was won or lost; <see langword="null"/> while it is open.</summary>
    public DateTime? Closed => DayNumber.DateOrNull(ClosedDay);

    /// <summary>The outcome: open, won or lost.</summary>
    public OpportunityOutcome Outcome => (OpportunityOutcome)_outcome;

    /// <summary>Whether it is neither won nor lost.</summary>
    public bool IsOpen => _outcome == (byte)OpportunityOutcome.Open;

    /// <summary>The amount that it was closed at, if different from <see cref="Amount"/>.</summary>
    public decimal? ClosedAmount => _hasClosedAmount ? _closedAmount : null;

    /// <summary>
    /// The value: for a won opportunity the <see cref="ClosedAmount"/>, or else the <see cref="Amount"/>; for an open or
    /// lost one the <see cref="Amount"/>, since many systems close a lost one at 0.
    /// </summary>
    public decimal? Value => _hasClosedAmount && _outcome == (byte)OpportunityOutcome.Won ? _closedAmount : Amount;

    /// <summary>The id of the lead that it followed from; <see langword="null"/> when unknown or none.</summary>
    public string? LeadId => _extras?.LeadId;

    /// <summary>When it reached the stages of the funnel.</summary>
    /// <remarks>
    /// <see cref="FunnelStage.Closed"/> has a time only if one was given; the day of closing is always in <see cref="Closed"/>.
    /// </remarks>
    public FunnelTimes Funnel => _extras?.Funnel ?? FunnelTimes.Unknown;

    /// <summary>The people at the customer; <see langword="null"/> when unknown, empty when there are none.</summary>
    public IReadOnlyList<Contact>? Contacts => _extras?.Contacts is { } contacts ? Array.AsReadOnly(contacts) : null;

    /// <summary>The campaign that it came from.</summary>
    public string? Campaign { get; }

    /// <summary>The competitors; <see langword="null"/> when unknown, empty when there are none.</summary>
    public IReadOnlyList<string>? Competitors { get; }

    /// <summary>The contacts with the customer, by time, then id.</summary>
    public IReadOnlyList<Touchpoint> Touchpoints =>
        LazyField.Of(ref _listedTouchpoints)
        ?? LazyField.Keep(ref _listedTouchpoints, _touchpoints.Length == 0 ? [] : Array.AsReadOnly(_touchpoints));

    /// <summary>The stages that it entered, by time; those with equal times in the order given.</summary>
    public IReadOnlyList<StageChange> StageChanges => _stageChanges.Length == 0 ? [] : Array.AsReadOnly(_stageChanges);

    /// <summary>Custom fields by name, compared character by character.</summary>
    public IReadOnlyDictionary<string, string?> Fields { get; }

    internal int CreatedDay { get; }

    internal int ExpectedCloseDay { get; }

    internal int ClosedDay { get; }

    /// <summary>Reads the caller's records, and rejects them all if any has a fault.</summary>
    /// <typeparam name="T">The type of the caller's records.</typeparam>
    /// <param name="records">The records, in any order.</param>
    /// <param name="fill">Fills a draft from a record.</param>
    /// <returns>The opportunities, in the order of the records.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="RecordException">Records have faults; the exception lists every fault of every record.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="fill"/> threw; the message gives the position of the record.</exception>
    public static IReadOnlyList<Opportunity> From<T>(IEnumerable<T> records, Action<T, OpportunityDraft> fill) =>
        Validate(records, fill).AllOrThrow("opportunities");

    /// <summary>Reads the caller's records, and returns the valid ones together with the faults of the others.</summary>
    /// <typeparam name="T">The type of the caller's records.</typeparam>
    /// <param name="records">The records, in any order. Of several valid records with the same id, the first is kept.</param>
    /// <param name="fill">Fills a draft from a record.</param>
    /// <returns>The opportunities and the faults.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="fill"/> threw; the message gives the position of the record.</exception>
    public static RecordValidation<Opportunity> Validate<T>(IEnumerable<T> records, Action<T, OpportunityDraft> fill)
    {
        var reader = new OpportunityReader();
        reader.Read(Guard.NotNull(records), Guard.NotNull(fill));
        return new(reader.Records, reader.Faults, reader.Count);
    }

    /// <summary>Creates one opportunity.</summary>
    /// <param name="fill">Fills the draft.</param>
    /// <returns>The opportunity.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="fill"/> is <see langword="null"/>.</exception>
    /// <exception cref="RecordException">The opportunity has faults; the exception lists them all.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="fill"/> threw.</exception>
    /// <example><code>
    /// Opportunity won = Opportunity.Create(o =>
    /// {
    ///     o.Id = "D-17";
    ///     o.Amount = 25_000m;
    ///     o.Created = new DateTime(2026, 3, 1);
    ///     (o.Outcome, o.Closed) = (OpportunityOutcome.Won, new DateTime(2026, 5, 20));
    /// });
    /// </code></example>
    public static Opportunity Create(Action<OpportunityDraft> fill)
    {
        Guard.NotNull(fill);
        return From([fill], (action, draft) => action(draft))[0];
    }

    /// <summary>Returns the id.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Id;

    /// <summary>Whether it is open at the end of a day according to its dates.</summary>
    internal bool IsOpenAt(int day) =>
        CreatedDay != DayNumber.None && CreatedDay <= day && (ClosedDay == DayNumber.None || ClosedDay > day);

    /// <summary>
    /// The opportunity as it was known at the end of an earlier day. Only dated values can be reconstructed; of the others, those that
    /// change during the life of an opportunity are unknown, and those that seldom change keep their latest value.
    /// </summary>
    internal Opportunity AsOf(int day)
    {
        var touchpoints = _touchpoints;
        var stageChanges = _stageChanges;
        if (touchpoints.Length > 0 && touchpoints[touchpoints.Length - 1].Day > day)
        {
            touchpoints = UpTo(day, touchpoints, touchpoint => touchpoint.Day);
        }
        if (stageChanges.Length > 0 && stageChanges[stageChanges.Length - 1].Day > day)
        {
            stageChanges = UpTo(day, stageChanges, change => change.Day);
        }
        var extras = _extras?.UpTo(day);
        var hasMore = touchpoints.Length < _touchpoints.Length || stageChanges.Length < _stageChanges.Length
            || !ReferenceEquals(extras, _extras);
        if (ClosedDay != DayNumber.None && ClosedDay <= day)
        {
            return hasMore ? new Opportunity(this, stageChanges, touchpoints, extras) : this;
        }
        var isAsIt = !hasMore && ClosedDay == DayNumber.None && ExpectedCloseDay == DayNumber.None && _category < 0
            && double.IsNaN(_probability)
            && (stageChanges.Length == 0
                ? Stage is null
                : string.Equals(Stage, stageChanges[stageChanges.Length - 1].Stage, StringComparison.Ordinal));
        return isAsIt ? this : new Opportunity(this, touchpoints, stageChanges, extras);
    }

    // Sorted by time.
    private static TItem[] UpTo<TItem>(int day, TItem[] items, Func<TItem, int> dayOf)
    {
        var count = items.Length;
        while (count > 0 && dayOf(items[count - 1]) > day) count--;
        var known = count == 0 ? [] : new TItem[count];
        Array.Copy(items, known, count);
        return known;
    }

    private static int DayOf(DateTime? value) => value is { } given ? DayNumber.Of(given) : DayNumber.None;
}
