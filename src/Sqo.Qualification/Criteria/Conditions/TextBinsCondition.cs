using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The points of a text in a scorecard, on the scale from 0, the fewest points, to 1, the most.</summary>
/// <param name="scale">The position of points on that scale.</param>
/// <param name="otherwise">The points of a text that has no bin; <see langword="null"/> when such a text is unknown.</param>
/// <param name="bins">The texts and their points.</param>
internal sealed class TextBinsCondition(BinScale scale, double? otherwise, TextBin[] bins) : ValueCondition<string>, IOperatorSource
{
    private readonly Dictionary<string, Answer> _answers = bins.ToDictionary(
        bin => bin.Text, bin => new Answer(scale.ValueOf(bin.Points)), StringComparer.OrdinalIgnoreCase);
    private readonly Answer _otherwise = otherwise is { } points ? new Answer(scale.ValueOf(points)) : Answer.Unknown;

    /// <summary>The texts that raise the score; if none or all do, the best.</summary>
    public override Requirement Requirement =>
        new(MessageIds.RequireTextBins, [Array.ConvertAll(Array.FindAll(bins, IsWanted), bin => bin.Text)]);

    private bool IsWanted(TextBin bin) => scale.Least < 0 && scale.Greatest > 0 ? bin.Points > 0 : bin.Points == scale.Greatest;

    protected internal override Answer Evaluate(string value, in EvaluationContext context) =>
        _answers.TryGetValue(value, out var answer) ? answer : _otherwise;

    public OperatorData ToData()
    {
        var list = DataNode.Member("bins", Operators.ListOf(bins, bin =>
            DataNode.Object(DataNode.Member("text", DataNode.Of(bin.Text)), DataNode.Member("points", DataNode.Of(bin.Points)))));
        return new(
            Operators.TextBins,
            otherwise is { } points ? DataNode.Object(DataNode.Member("otherwise", DataNode.Of(points)), list) : DataNode.Object(list));
    }
}
