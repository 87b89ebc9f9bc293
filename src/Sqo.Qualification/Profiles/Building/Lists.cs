using System;

namespace Sqo.Qualification;

/// <summary>Checks of the lists that a verb takes.</summary>
internal static class Lists
{
    /// <summary>Whether the list holds no null; that and an empty list are faults.</summary>
    public static bool Check(FaultList faults, string id, Array values)
    {
        if (values.Length == 0) AddEmpty(faults, id);
        if (Array.IndexOf(values, null) < 0) return true;
        AddNull(faults, id);
        return false;
    }

    private static void AddEmpty(FaultList faults, string id) =>
        faults.Add("list.empty", id, "the list is empty", "it must hold at least one value");

    private static void AddNull(FaultList faults, string id) =>
        faults.Add("list.null", id, "the list holds null", "a missing value is unknown and can't be asked for");
}
