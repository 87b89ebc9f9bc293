using Sqo.Qualification;

namespace WebApi;

/// <summary>The explanation of a decision about a deal: values for programs, and texts in one language for people.</summary>
internal sealed record Explanation(string Account, ResultModel Result);
