namespace Sqo.Qualification;

internal static class Places
{
    /// <summary>0, 1, 2 and so on.</summary>
    public static int[] All(int count)
    {
        var places = new int[count];
        for (var i = 0; i < count; i++) places[i] = i;
        return places;
    }
}
