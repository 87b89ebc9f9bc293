using System.Collections.Generic;
using PipelineReview.Reading;
using Sqo.Qualification;

namespace PipelineReview.Reviewing;

/// <summary>Trains naive Bayes on closed deals, always with the same fields and rules.</summary>
internal sealed class WinTrainer(NaiveBayesFields<Deal> fields)
{
    // A value of fewer closed deals says more about those deals than about itself.
    private const int LeastDeals = 20;

    public static NaiveBayesOptions Options { get; } = new(minimumSupport: LeastDeals);

    /// <summary>The model, or null if there are too few won or too few lost deals.</summary>
    public NaiveBayesModel<Deal>? Train(IEnumerable<Deal> closed)
    {
        var counts = new NaiveBayesCounts<Deal>(fields, Options);
        counts.AddAll(closed, deal => deal.Status == DealStatus.Won);
        return counts.TryTrain(out NaiveBayesModel<Deal>? model, out _) ? model : null;
    }
}
