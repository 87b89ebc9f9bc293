namespace Sqo.Qualification.Internal;

internal static class ChunkSize
{
    /// <summary>The number of rows judged at a time: small enough for the columns and objects of a chunk to stay in the cache.</summary>
    public const int Rows = 256;
}
