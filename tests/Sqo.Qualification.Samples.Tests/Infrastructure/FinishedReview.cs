using System.Collections.Generic;
using System.Linq;

namespace Sqo.Qualification.Samples.Tests;

/// <summary>What a run of the sample PipelineReview ended with and printed.</summary>
internal sealed record FinishedReview(int ExitCode, IReadOnlyList<string> Output, IReadOnlyList<string> Errors)
{
    public string Log => string.Join('\n', Output.Concat(Errors).TakeLast(40));
}
