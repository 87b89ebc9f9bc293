namespace Sqo.Qualification;

/// <summary>Checks of the lists that a verb takes.</summary>
internal static class Lists
{
    public static void Check<TItem>(FaultList faults, string id, TItem[] values)
    {
        if (values.Length == 0) faults.Add("list.empty", id, "the list is empty", "it must hold at least one value");
        foreach (var value in values)
        {
            if (value is not null) continue;
            faults.Add("list.null", id, "the list holds null", "a missing value is unknown and can't be asked for");
            return;
        }
    }
}
