using System;
using PipelineReview.Reading;
using Sqo.Qualification;

namespace PipelineReview.Reviewing;

/// <summary>An open deal and what the profile decides about it. The explanation is made when it is first asked for.</summary>
internal sealed class ReviewedDeal(Deal deal, Decision decision, Func<Deal, QualificationResult> explain)
{
    private QualificationResult? _result;

    public Deal Deal => deal;

    public Decision Decision => decision;

    public QualificationResult Result => _result ??= explain(deal);
}
