using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>The members common to the drafts of all standard records.</summary>
internal interface IRecordDraft
{
    string? Id { get; }

    IEnumerable<Touchpoint>? Touchpoints { get; }

    IEnumerable<Contact>? Contacts { get; }

    Dictionary<FunnelStage, EventTime?> FunnelTable { get; }

    Dictionary<string, string?> FieldTable { get; }

    void Clear();
}
