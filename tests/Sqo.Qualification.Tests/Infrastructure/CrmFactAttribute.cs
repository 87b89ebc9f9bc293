using Xunit;

namespace Sqo.Qualification.Tests.Infrastructure;

/// <summary>A test on the public data set; skipped, and said so, where it is missing.</summary>
internal sealed class CrmFactAttribute : FactAttribute
{
    public CrmFactAttribute()
    {
        if (CrmData.Folder is null) Skip = "There is no folder shared/data/crm beside the checkout.";
    }
}
