using System;
using System.Threading;
using System.Threading.Tasks;

namespace Worker;

/// <summary>
/// Represents a register on the network: it is slow, does not know every company, and fails for some. The answer depends only on the
/// last digit of the number, so the sample gives the same answers every time.
/// </summary>
internal sealed class CreditRegister(TimeProvider time)
{
    private int _inquiries;

    /// <summary>The number of requests. Real registers charge for each.</summary>
    public int Inquiries => Volatile.Read(ref _inquiries);

    /// <summary>The rating of a company, from 1 (worst) to 5; <see langword="null"/> if the register does not know it.</summary>
    public async ValueTask<int?> RatingOfAsync(string organization, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _inquiries);
        var digit = organization[^1] - '0';

        // Requests finish in a different order than they start; the results are in the order of the deals anyway.
        await Task.Delay(TimeSpan.FromMilliseconds(5 + (3 * (9 - digit))), time, cancellationToken);
        return digit switch
        {
            0 => null,
            9 => throw new TimeoutException("The register does not answer."),
            _ => 1 + (digit % 5),
        };
    }
}
