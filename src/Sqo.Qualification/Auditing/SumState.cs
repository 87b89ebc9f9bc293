using System;
using System.Collections.Generic;
using System.Globalization;
using System.Numerics;
using System.Text;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// What an audit has counted, as a list of numbers in a fixed order: the sums write themselves into it or read themselves from it, with
/// the same code.
/// </summary>
internal sealed class SumState
{
    private readonly List<string> _numbers = [];
    private readonly List<object?>? _read;
    private int _at;

    /// <summary>To write.</summary>
    public SumState()
    {
    }

    /// <summary>To read.</summary>
    public SumState(List<object?> numbers) => _read = numbers;

    public void Of(ref long count)
    {
        if (_read is null) _numbers.Add(InvariantText.Of(count));
        else if (!InvariantText.TryLong(Next(), out count) || count < 0) throw Wrong("a whole number from 0 on");
    }

    public void Of(ref double number)
    {
        if (_read is null) _numbers.Add(InvariantText.Of(number));
        else if (!InvariantText.TryDouble(Next(), out number) || !(Math.Abs(number) <= double.MaxValue)) throw Wrong("a finite number");
    }

    public void Of(ref ExactDecimalSum sum)
    {
        if (_read is null)
        {
            var (units, scale) = sum.State;
            _numbers.Add(units.ToString(CultureInfo.InvariantCulture));
            _numbers.Add(InvariantText.Of((long)scale));
            return;
        }

        if (!BigInteger.TryParse(Next(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var read) || read.Sign < 0)
        {
            throw Wrong("a sum of amounts in units of 10^-28");
        }

        if (!InvariantText.TryLong(Next(), out var places) || places is < 0 or > 28) throw Wrong("a number of decimals from 0 to 28");
        sum = ExactDecimalSum.Of(read, (int)places);
    }

    /// <summary>Checks that everything was read.</summary>
    public void End()
    {
        if (_read is not null && _at != _read.Count) throw new FormatException(
            $"\"sums\" has {InvariantText.Of((long)_read.Count)} numbers; for this profile it must have {InvariantText.Of((long)_at)}.");
    }

    public void AppendTo(StringBuilder json)
    {
        for (var i = 0; i < _numbers.Count; i++) json.Append(i == 0 ? "" : ",").AppendText(_numbers[i]);
    }

    private string Next()
    {
        if (_at == _read!.Count) throw new FormatException(
            $"\"sums\" has {InvariantText.Of((long)_at)} numbers; for this profile it must have more.");
        return _read[_at++] as string ?? throw Wrong("a text");
    }

    private FormatException Wrong(string rule) => new(
        $"The number at index {InvariantText.Of((long)_at - 1)} of \"sums\" is \"{_read![_at - 1]}\"; it must be {rule}.");
}
