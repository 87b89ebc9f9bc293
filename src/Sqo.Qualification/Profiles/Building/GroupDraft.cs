namespace Sqo.Qualification;

/// <summary>A group while the profile is being built.</summary>
internal sealed class GroupDraft(string id, FaultList faults) : NodeDraft(id, faults)
{
    public string? Label;
    public double? Minimum;
    public double? Maximum;

    protected override NodeDraft CopyFor(FaultList faults) =>
        new GroupDraft(Id, faults) { Label = Label, Minimum = Minimum, Maximum = Maximum };
}
