using System;

namespace PipelineReview.Reading;

/// <summary>A contact with the customer on a day, through a channel if that is known.</summary>
internal sealed record Touch(DateTime At, string? Channel);
