using Xunit;

namespace Sqo.Qualification.Tests.Infrastructure;

/// <summary>A test on the public data set; skipped, and said so, where it is missing.</summary>
internal sealed class WinLossFactAttribute : FactAttribute
{
    public WinLossFactAttribute()
    {
        if (WinLossData.File is null) Skip = "There is no folder shared/data/winloss beside the checkout.";
    }
}
