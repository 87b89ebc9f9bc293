namespace WebApi;

/// <summary>What is wrong with a posted deal: an entry of "errors" in the problem details, as RFC 9457 shows it.</summary>
/// <param name="Pointer">The place: a JSON pointer, such as "#/budget", or "#/2/budget" in a batch.</param>
/// <param name="Field">The field; blank if the body as a whole is wrong.</param>
/// <param name="Value">The value as it was sent, shortened; <see langword="null"/> if there is none.</param>
/// <param name="Rule">What it must be.</param>
internal sealed record DealFault(string Pointer, string Field, string? Value, string Rule)
{
    /// <summary>All three in a sentence.</summary>
    public string Detail => (Field.Length == 0 ? "The body" : $"\"{Field}\"") + (Value is null ? $" {Rule}." : $" is {Value}; it {Rule}.");
}
