namespace Sqo.Qualification;

/// <summary>Takes the bits of a generator a few at a time, and none twice.</summary>
internal sealed class RandomBits
{
    private readonly SeededGenerator _random;
    private readonly ulong[] _words = new ulong[512];
    private int _place;

    public RandomBits(SeededGenerator random)
    {
        _random = random;
        _place = _words.Length;
    }

    /// <summary>64 random bits.</summary>
    public ulong Next()
    {
        if (_place == _words.Length)
        {
            _random.Fill(_words);
            _place = 0;
        }

        return _words[_place++];
    }

    /// <summary>From 0 to below 1, in steps of 2^-53.</summary>
    public double NextShare() => (long)(Next() >> 11) * (1.0 / (1UL << 53));
}
