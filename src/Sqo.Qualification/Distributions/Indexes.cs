namespace Sqo.Qualification;

internal static class Indexes
{
    /// <summary>0, 1, 2 and so on.</summary>
    public static int[] Of(int count)
    {
        var indexes = new int[count];
        for (var i = 0; i < count; i++) indexes[i] = i;
        return indexes;
    }
}
