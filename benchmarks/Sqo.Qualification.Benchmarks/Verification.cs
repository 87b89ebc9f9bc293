using System;
using Sqo.Qualification.Benchmarks.Workload;

namespace Sqo.Qualification.Benchmarks;

/// <summary>Whether the rivals do the same work: what is compared must come to the same decisions.</summary>
public static class Verification
{
    public static int Run()
    {
        var opportunities = Opportunities.Make(100_000);
        var profile = LibraryProfile.Create();
        var decisions = profile.DecideAll(opportunities, Opportunities.AsOf);
        var rules = new RulesEngineRules();
        var validator = new FluentValidationRules();
        var failures = 0;
        for (var i = 0; i < opportunities.Length; i++)
        {
            var hand = HandWritten.Decide(opportunities[i], Opportunities.AsOf);
            var decision = decisions[i];
            var same = decision == profile.Decide(opportunities[i], Opportunities.AsOf)
                && hand.Verdict == decision.Verdict
                && hand.Unmet == decision.Unmet.Mask
                && hand.Unknown == decision.Unknown.Mask
                && Math.Abs(hand.Score - decision.Score) < 1e-9;
            if (same && i < 1_000)
            {
                var met = 10 - decision.Unmet.Count;
                same = rules.EvaluateAsync(opportunities[i], Opportunities.AsOf).GetAwaiter().GetResult() == met
                    && validator.Validate(opportunities[i]).Errors.Count == decision.Unmet.Count;
            }

            if (same) continue;
            failures++;
            Console.Error.WriteLine($"Row {i}: hand-written {hand.Verdict} {hand.Score}, library {decision}.");
        }

        Console.WriteLine($"{opportunities.Length - failures} rows agree, {failures} do not.");
        return failures == 0 ? 0 : 1;
    }
}
