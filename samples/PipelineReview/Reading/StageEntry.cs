using System;

namespace PipelineReview.Reading;

/// <summary>A stage that a deal entered on a day.</summary>
internal sealed record StageEntry(DateTime At, string Stage);
