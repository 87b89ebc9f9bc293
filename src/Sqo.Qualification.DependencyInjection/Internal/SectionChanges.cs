using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Sqo.Qualification.Internal;

/// <summary>Notifies of changes in a section that is read for a profile.</summary>
internal sealed class SectionChanges(string name, IConfiguration section) : IOptionsChangeTokenSource<ProfileOptions>
{
    public string Name => name;

    public IChangeToken GetChangeToken() => section.GetReloadToken();
}
