using Sqo.Qualification;

namespace PipelineReview.Reviewing;

/// <summary>The open deals with one verdict.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Deals">How many there are.</param>
/// <param name="Share">Their share of all open deals.</param>
/// <param name="Value">The sum of the values that are known.</param>
/// <param name="WithoutValue">How many have no value.</param>
internal sealed record VerdictTally(Verdict Verdict, int Deals, double Share, decimal Value, int WithoutValue);
