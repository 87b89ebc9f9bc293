namespace Sqo.Qualification;

/// <summary>
/// How an item counts towards a limit: so much once it is chosen, and so much per minute. The limit is a row of the problem, one for all
/// owners or one for each.
/// </summary>
internal readonly struct ItemLimit(int[] rows, double count, double perMinute)
{
    public int[] Rows => rows;

    public double Count => count;

    public double PerMinute => perMinute;

    /// <summary>Whether it is a share, which some items use and others relieve.</summary>
    public bool IsShare => perMinute is not (0 or 1);

    /// <summary>The row for an owner; -1 if there is none.</summary>
    public int RowOf(int owner) => rows.Length == 1 ? rows[0] : rows[owner];

    public double Use(int minutes) => count + (perMinute * minutes);
}
