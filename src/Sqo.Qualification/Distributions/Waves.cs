using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Cosines and sines of amounts at successive frequencies: rotated by one step if the previous one is known. Each place has one amount.
/// </summary>
internal sealed class Waves(double period)
{
    private const int Fewest = 64;
    private const int Resync = 64;

    private int[] _last = [];
    private double[] _state = [];

    /// <summary>Forgets the amounts, as their places change.</summary>
    public void Forget() => Array.Clear(_last, 0, _last.Length);

    public void At(int place, long amount, int frequency, out double cosine, out double sine)
    {
        // Often few places are needed.
        if (place >= _last.Length)
        {
            Array.Resize(ref _last, Math.Max(Fewest, 2 * place));
            Array.Resize(ref _state, 4 * _last.Length);
        }

        var at = 4 * place;
        if (_last[place] == frequency - 1 && frequency % Resync != 0 && frequency > 1)
        {
            var (c, s) = (_state[at], _state[at + 1]);
            var (c1, s1) = (_state[at + 2], _state[at + 3]);
            cosine = (c * c1) - (s * s1);
            sine = (c * s1) + (s * c1);
        }
        else
        {
            var turns = amount / period;
            Trigonometry.At(turns * frequency, out sine, out cosine);
            if (_last[place] == 0) Trigonometry.At(turns, out _state[at + 3], out _state[at + 2]);
        }

        _last[place] = frequency;
        (_state[at], _state[at + 1]) = (cosine, sine);
    }
}
