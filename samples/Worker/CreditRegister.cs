using System;
using System.Threading;
using System.Threading.Tasks;

namespace Worker;

/// <summary>
/// Stands for a register over the network: it takes its time, does not know everybody, and is down for some. What it says depends on the
/// last digit of the number alone, so that the sample gives the same answers every time.
/// </summary>
internal sealed class CreditRegister(TimeProvider time)
{
    private int _inquiries;

    /// <summary>How often it was asked. Real registers charge for each.</summary>
    public int Inquiries => Volatile.Read(ref _inquiries);

    /// <summary>The rating of a company, from 1, the worst, to 5; <see langword="null"/> when the register does not know it.</summary>
    public async ValueTask<int?> RatingOfAsync(string organization, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _inquiries);
        var digit = organization[^1] - '0';

        // Those who come first are not those who are answered first; the results are in the order of the deals all the same.
        await Task.Delay(TimeSpan.FromMilliseconds(5 + (3 * (9 - digit))), time, cancellationToken);
        return digit switch
        {
            0 => null,
            9 => throw new TimeoutException("The register does not answer."),
            _ => 1 + (digit % 5),
        };
    }
}
