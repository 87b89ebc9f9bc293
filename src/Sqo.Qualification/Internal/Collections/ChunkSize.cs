namespace Sqo.Qualification.Internal;

internal static class ChunkSize
{
    /// <summary>Rows judged at a time: small enough for a chunk's columns and objects to stay in the cache.</summary>
    public const int Rows = 256;
}
