using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// What one model has counted: shares of conversions by channel, and counts by sequences and sets of channels. All of it adds up to the
/// same bits in any order. An <see cref="AttributionAccumulator"/> makes it; not thread-safe.
/// </summary>
public sealed class AttributionTally
{
    /// <summary>In a sequence, the end of the path.</summary>
    public const int End = -1;

    private const int MostBuffers = 64;
    private const double Tolerance = 1e-9;

    private readonly string _model;
    private readonly TextIndex _channels;
    private readonly CountedPath _counted;
    private readonly double[]?[] _buffers = new double[MostBuffers][];
    private readonly List<NoteCount> _notes = [];
    private readonly Dictionary<int, ExactDecimalSum> _unsharedValues = [];
    private readonly CountTable _sequences = new();
    private readonly CountTable _sets = new();
    private FixedPointSum[] _conversions = [];

    // By currency.
    private FixedPointSum[][] _values = [];
    private int[] _scratch = new int[8];
    private long[] _marks = [];
    private long _mark;
    private IReadOnlyList<string>? _sorted;

    internal AttributionTally(string model, TextIndex channels, CountedPath counted)
    {
        _model = model;
        _channels = channels;
        _counted = counted;
    }

    /// <summary>The channels of all paths, in ordinal order.</summary>
    public IReadOnlyList<string> Channels
    {
        get
        {
            if (_sorted?.Count != _channels.Count) _sorted = Array.AsReadOnly(
                Array.ConvertAll(_channels.Order(), number => _channels[number]));
            return _sorted!;
        }
    }

    /// <summary>The counts by sequence, in order of their keys.</summary>
    public IReadOnlyList<AttributionCount> Sequences => Array.AsReadOnly(SortedSequences());

    /// <summary>The counts by set of channels, in order of their keys, which are ascending.</summary>
    public IReadOnlyList<AttributionCount> Sets => Array.AsReadOnly(SortedSets());

    internal long UnsharedConversions { get; private set; }

    /// <summary>The notes, by id.</summary>
    internal SortedDictionary<string, long> Notes
    {
        get
        {
            var notes = new SortedDictionary<string, long>(StringComparer.Ordinal);
            foreach (var note in _notes) notes.Add(note.Id, note.Count);
            return notes;
        }
    }

    internal int SetCount => _sets.Count;

    /// <summary>
    /// Gets the number of the channel of a touch of the path that is being counted. It is valid only in this tally, for a key; in
    /// <see cref="Sequences"/>, channels are places in <see cref="Channels"/>.
    /// </summary>
    /// <param name="touch">The touch, from 0.</param>
    /// <returns>The number, 0 or above.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="touch"/> is not a touch of the path.</exception>
    public int ChannelOf(int touch) => touch >= 0 && touch < Counted().Length
        ? _counted.Numbers[touch]
        : throw new ArgumentOutOfRangeException(
            nameof(touch),
            touch,
            $"touch is {InvariantText.Of((long)touch)}; it must lie from 0 to {InvariantText.Of(Counted().Length - 1L)}.");

    /// <summary>Shares the conversions and the value of the path that is being counted among its touches.</summary>
    /// <param name="shares">One share per touch, 0 or above, adding up to 1 except for rounding.</param>
    /// <exception cref="ArgumentNullException"><paramref name="shares"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">
    /// The shares are not one per touch, one is negative or NaN, they don't add up to 1, or no path is being counted.
    /// </exception>
    public void Share(double[] shares)
    {
        var path = Counted();
        if (Guard.NotNull(shares).Length != path.Length) throw Wrong(
            $"gave {InvariantText.Of((long)shares.Length)} shares to {InvariantText.Of((long)path.Length)} touches; there must be as many");
        double sum = 0;
        foreach (var share in shares)
        {
            if (!(share >= 0)) throw Wrong($"gave a share of {InvariantText.Of(share)}; a share must be 0 or above");
            sum += share;
        }

        if (!(Math.Abs(sum - 1) <= Tolerance)) throw Wrong($"gave shares that add up to {InvariantText.Of(sum)}; they must add up to 1");
        if (path.Conversions > 0) ShareKnown(shares);
    }

    /// <summary>Leaves the conversions and the value of the path that is being counted without credit; they are counted.</summary>
    /// <exception cref="InvalidOperationException">No path is being counted.</exception>
    public void LeaveUnshared()
    {
        var path = Counted();
        UnsharedConversions = checked(UnsharedConversions + path.Conversions);
        if (path.Value is not { } value) return;
        if (!_unsharedValues.TryGetValue(_counted.Currency, out var sum)) _unsharedValues.Add(_counted.Currency, sum = new());
        sum.Add(value);
    }

    /// <summary>Adds the conversions and other ends of the path that is being counted to a sequence of channels.</summary>
    /// <param name="sequence">Numbers from <see cref="ChannelOf"/>, or <see cref="End"/>.</param>
    /// <param name="length">How many numbers of <paramref name="sequence"/> count, from 1.</param>
    /// <exception cref="ArgumentNullException"><paramref name="sequence"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is not from 1 to the length of the sequence, or a number is
    /// not that of a channel.</exception>
    /// <exception cref="InvalidOperationException">No path is being counted.</exception>
    public void CountSequence(int[] sequence, int length)
    {
        var path = Counted();
        Guard.Within(1, length, Guard.NotNull(sequence).Length);
        for (var i = 0; i < length; i++) Guard.Within(End, sequence[i], _channels.Count - 1, nameof(sequence));
        _sequences.Add(sequence, length, path.Conversions, path.NonConversions);
    }

    /// <summary>Adds the conversions and other ends of the path that is being counted to the set of its channels.</summary>
    /// <exception cref="InvalidOperationException">No path is being counted.</exception>
    public void CountSet()
    {
        var path = Counted();
        var set = Scratch(path.Length);
        var count = 0;
        for (var i = 0; i < path.Length; i++)
        {
            if (IsFirstOfItsChannel(i)) set[count++] = _counted.Numbers[i];
        }

        Array.Sort(set, 0, count);
        _sets.Add(set, count, path.Conversions, path.NonConversions);
    }

    /// <summary>Counts something for the readers of the credits.</summary>
    /// <param name="id">The id of the note; not blank.</param>
    /// <param name="count">How much to add, 0 or above.</param>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="id"/> is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public void Note(string id, long count)
    {
        Guard.NotBlank(id);
        if (count < 0) throw new ArgumentOutOfRangeException(
            nameof(count), count, $"count is {InvariantText.Of(count)}; it must be 0 or above.");
        if (count > 0) NoteOf(id).Add(count);
    }

    /// <summary>Gets the credit that the shares of all paths add up to.</summary>
    /// <returns>The weights.</returns>
    public AttributionWeights Shares() => AttributionWeights.OfTally;

    internal AttributionCount[] SortedSequences() => _sequences.Sorted(_channels.Ranks(), areSets: false);

    internal AttributionCount[] SortedSets() => _sets.Sorted(_channels.Ranks(), areSets: true);

    /// <summary>A buffer of zeros, one per touch.</summary>
    internal double[] Buffer(int length)
    {
        if (length >= MostBuffers) return new double[length];
        if (_buffers[length] is not { } buffer) return _buffers[length] = new double[length];
        Array.Clear(buffer, 0, length);
        return buffer;
    }

    /// <summary>
    /// Whether no earlier touch of the path that is being counted has the channel of a touch; asked of one touch after the other, from 0.
    /// </summary>
    internal bool IsFirstOfItsChannel(int touch)
    {
        if (touch == 0) _mark++;
        var number = _counted.Numbers[touch];
        if (number >= _marks.Length) Array.Resize(ref _marks, Math.Max(16, 2 * _channels.Count));
        if (_marks[number] == _mark) return false;
        _marks[number] = _mark;
        return true;
    }

    internal int[] Scratch(int length) => _scratch.Length < length ? _scratch = new int[2 * length] : _scratch;

    /// <summary>Gives all to one touch.</summary>
    internal void GiveAll(int touch)
    {
        Fit(ref _conversions);
        var number = _counted.Numbers[touch];
        _conversions[number].Add(FixedPointSum.Term.Of(1, _counted.Path.Conversions));
        if (_counted.Value != 0) Values(_counted.Currency)[number].Add(FixedPointSum.Term.Of(_counted.Value, 1));
    }

    /// <summary>Shares that add up to 1 for certain.</summary>
    internal void ShareKnown(double[] shares)
    {
        Fit(ref _conversions);
        var numbers = _counted.Numbers;
        var conversions = _conversions;
        var times = _counted.Path.Conversions;
        var value = _counted.Value;
        var values = value == 0 ? null : Values(_counted.Currency);
        // Most models give the same share to several touches.
        double before = 0;
        FixedPointSum.Term part = default, partOfValue = default;
        for (var i = 0; i < shares.Length; i++)
        {
            var share = shares[i];
            if (share == 0) continue;
            if (share != before)
            {
                before = share;
                part = FixedPointSum.Term.Of(share, times);
                partOfValue = FixedPointSum.Term.Of(share * value, 1);
            }

            var number = numbers[i];
            conversions[number].Add(part);
            if (values is not null) values[number].Add(partOfValue);
        }
    }

    /// <summary>A sequence of the library's own models, which needs no check.</summary>
    internal void CountKnown(int[] sequence, int length) =>
        _sequences.Add(sequence, length, _counted.Path.Conversions, _counted.Path.NonConversions);

    internal double ConversionsOf(int number) => number < _conversions.Length ? _conversions[number].Value : 0;

    internal double ValueOf(int number, int currency) =>
        currency < _values.Length && number < _values[currency].Length ? _values[currency][number].Value : 0;

    internal decimal UnsharedValueOf(int currency) => _unsharedValues.TryGetValue(currency, out var sum) ? sum.Value : 0;

    /// <summary>Adds the counts of another tally, whose channels and currencies have other numbers.</summary>
    internal void Merge(AttributionTally other, int[] channels, int[] currencies)
    {
        Fit(ref _conversions);
        for (var i = 0; i < other._conversions.Length && i < channels.Length; i++) _conversions[channels[i]].Add(other._conversions[i]);
        for (var currency = 0; currency < other._values.Length; currency++)
        {
            var values = Values(currencies[currency]);
            var others = other._values[currency];
            for (var i = 0; i < others.Length && i < channels.Length; i++) values[channels[i]].Add(others[i]);
        }

        UnsharedConversions = checked(UnsharedConversions + other.UnsharedConversions);
        foreach (var unshared in other._unsharedValues)
        {
            var currency = currencies[unshared.Key];
            if (!_unsharedValues.TryGetValue(currency, out var sum)) _unsharedValues.Add(currency, sum = new());
            sum.Add(unshared.Value);
        }

        foreach (var note in other._notes) Note(note.Id, note.Count);
        _sequences.Add(other._sequences, channels, areSets: false);
        _sets.Add(other._sets, channels, areSets: true);
    }

    /// <summary>Writes what was counted, in an order that does not depend on that of the paths.</summary>
    internal void Write(AttributionStateWriter writer, string model, TextIndex currencies)
    {
        foreach (var number in _channels.Order())
        {
            if (number < _conversions.Length && !_conversions[number].IsZero) writer.Add(
                "share", _conversions[number].Units, model, _channels[number]);
        }

        foreach (var currency in currencies.Order())
        {
            if (_unsharedValues.TryGetValue(currency, out var unshared)) writer.Add(
                "unshared-value", unshared, model, currencies[currency]);
            if (currency >= _values.Length) continue;
            var values = _values[currency];
            foreach (var number in _channels.Order())
            {
                if (number >= values.Length || values[number].IsZero) continue;
                writer.Add("share-value", values[number].Units, model, _channels[number], currencies[currency]);
            }
        }

        if (UnsharedConversions > 0) writer.Add("unshared", UnsharedConversions, model);
        foreach (var note in Notes) writer.Add("note", note.Value, model, note.Key);
        Write("sequence", SortedSequences());
        Write("set", SortedSets());

        void Write(string kind, AttributionCount[] counts)
        {
            var channels = Channels;
            foreach (var count in counts)
            {
                var key = Array.ConvertAll(count.Channels, place => place == End ? "" : channels[place]);
                writer.Add(kind, count.Conversions, count.NonConversions, [model, .. key]);
            }
        }
    }

    /// <summary>Reads a row that <see cref="Write"/> wrote; its key has the model first.</summary>
    internal void Read(AttributionStateReader row, TextIndex currencies)
    {
        switch (row.Kind)
        {
            case "share":
                var channel = _channels.Of(row.Key(1, 2));
                Fit(ref _conversions);
                _conversions[channel] = FixedPointSum.Of(row.Whole());
                break;
            case "share-value":
                var number = _channels.Of(row.Key(1, 3));
                Values(currencies.Of(row.Key(2, 3)))[number] = FixedPointSum.Of(row.Whole());
                break;
            case "unshared":
                row.Key(0, 1);
                UnsharedConversions = row.Count(0, 1);
                break;
            case "unshared-value":
                _unsharedValues[currencies.Of(row.Key(1, 2))] = row.DecimalSum();
                break;
            case "note":
                NoteOf(row.Key(1, 2)).Add(row.Count(0, 1));
                break;
            default:
                var key = row.Channels(_channels);
                (row.Kind == "set" ? _sets : _sequences).Add(key, key.Length, row.Count(0, 2), row.Count(1, 2));
                break;
        }
    }

    private AttributionPath Counted() =>
        ReferenceEquals(_counted.Tally, this) ? _counted.Path : throw new InvalidOperationException(
            $"The model \"{_model}\" counted while no path was being counted; count only inside Count.");

    private InvalidOperationException Wrong(string what) =>
        new($"The model \"{_model}\" {what}. The path is {Excerpt.Of(_counted.Path.ToString())}.");

    private FixedPointSum[] Values(int currency)
    {
        if (currency >= _values.Length)
        {
            var count = _values.Length;
            Array.Resize(ref _values, currency + 1);
            for (; count < _values.Length; count++) _values[count] = [];
        }

        Fit(ref _values[currency]);
        return _values[currency];
    }

    private void Fit(ref FixedPointSum[] sums)
    {
        if (sums.Length < _channels.Count) Array.Resize(ref sums, Math.Max(16, 2 * _channels.Count));
    }

    // There are few, and most are constants.
    private NoteCount NoteOf(string id)
    {
        foreach (var note in _notes)
        {
            if (string.Equals(note.Id, id)) return note;
        }

        var added = new NoteCount(id);
        _notes.Add(added);
        return added;
    }

    private sealed class NoteCount(string id)
    {
        public string Id => id;

        public long Count { get; private set; }

        public void Add(long count) => Count = checked(Count + count);
    }
}
