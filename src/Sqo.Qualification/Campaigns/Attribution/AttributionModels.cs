using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The built-in attribution models.</summary>
public static class AttributionModels
{
    private const int HighestOrder = 3;
    private const double SumTolerance = 1e-9;

    /// <summary>All credit to the first touch.</summary>
    public static AttributionModel FirstTouch { get; } = new SingleTouchModel("first-touch", true, []);

    /// <summary>All credit to the last touch.</summary>
    public static AttributionModel LastTouch { get; } = new SingleTouchModel("last-touch", false, []);

    /// <summary>All credit to the last touch whose channel is not "Direct", ignoring case; to the last one if all are.</summary>
    public static AttributionModel LastNonDirect { get; } = LastExcept("last-non-direct", AttributionOptions.DirectChannel);

    /// <summary>Equal shares to all touches.</summary>
    public static AttributionModel Linear { get; } = new LinearModel("linear", false);

    /// <summary>Equal shares to all distinct channels of a path.</summary>
    public static AttributionModel LinearDistinct { get; } = new LinearModel("linear-distinct", true);

    /// <summary>
    /// U-shaped, anchored at the first touch and the lead creation, 50 % each (Adobe Marketo Measure).
    /// </summary>
    public static AttributionModel UShaped5050 { get; } = Anchored("u-first-lead-50-50", First(0.5, AttributionAnchor.LeadCreation));

    /// <summary>
    /// U-shaped, anchored at the first touch and the lead creation, 40 % each, with 20 % to the touches between them (HubSpot).
    /// </summary>
    public static AttributionModel UShaped404020 { get; } = Anchored("u-first-lead-40-40-20", First(0.4, AttributionAnchor.LeadCreation));

    /// <summary>
    /// W-shaped: first touch, lead creation and opportunity creation 30 % each, with 10 % to the touches between them (Adobe Marketo
    /// Measure).
    /// </summary>
    public static AttributionModel WShaped { get; } = Anchored(
        "w-first-lead-opportunity", First(0.3, AttributionAnchor.LeadCreation, AttributionAnchor.OpportunityCreation));

    /// <summary>
    /// Full path: first touch, lead creation, opportunity creation and customer close 22.5 % each, with 10 % to the touches between them
    /// (Adobe Marketo Measure).
    /// </summary>
    public static AttributionModel FullPath { get; } = Anchored(
        "full-path",
        First(0.225, AttributionAnchor.LeadCreation, AttributionAnchor.OpportunityCreation, AttributionAnchor.CustomerClose));

    /// <summary>
    /// Shapley values (1953), with a set of channels worth the conversions and the value of the paths within it: the credits add up to the
    /// total. This is the same as sharing each path equally among its distinct channels (Zhao and others 2018, arXiv 1804.05327), so it
    /// is exact for any number of channels.
    /// </summary>
    public static AttributionModel Shapley { get; } = new LinearModel("shapley", true);

    /// <summary>
    /// Shapley values with a set of channels worth the conversion rate of the paths that have exactly these channels. The points add up to
    /// the rate of the paths that have all channels, which is 0 if there are none; they may be negative, and never become conversions or
    /// money. Exact for any number of channels, because only the sets that were seen have a worth.
    /// </summary>
    public static AttributionModel ShapleyConversionRate { get; } = new ShapleyRateModel();

    /// <summary>The built-in models with their default settings, in the order in which comparisons show them.</summary>
    public static IReadOnlyList<AttributionModel> BuiltIn { get; } = Array.AsReadOnly(
    [
        FirstTouch, LastTouch, LastNonDirect, Linear, LinearDistinct, PositionBased(), UShaped5050, UShaped404020, WShaped, FullPath,
        TimeDecay(), Markov(1), Markov(2), Markov(3), Shapley, ShapleyConversionRate,
    ]);

    /// <summary>Finds a built-in model by its id, as used in settings.</summary>
    /// <param name="id">The id, such as "markov-1"; case counts.</param>
    /// <returns>The model of <see cref="BuiltIn"/> with that id; <see langword="null"/> if there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is <see langword="null"/>.</exception>
    public static AttributionModel? Find(string id)
    {
        Guard.NotNull(id);
        foreach (var model in BuiltIn)
        {
            if (string.Equals(model.Id, id, StringComparison.Ordinal)) return model;
        }

        return null;
    }

    /// <summary>
    /// Creates a model that gives all credit to the last touch whose channel is not one of some; to the last one if all are.
    /// </summary>
    /// <param name="id">Its stable id, in lower case with hyphens; not blank.</param>
    /// <param name="channels">The channels that don't count, compared ignoring case.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The id is blank.</exception>
    public static AttributionModel LastExcept(string id, params string[] channels) =>
        new SingleTouchModel(id, false, (string[])Guard.NotNull(channels).Clone());

    /// <summary>
    /// Creates a position-based model: fixed shares to the first and the last touch, and the rest in equal parts to those between them.
    /// Of two touches, each has its share in proportion; a single one has all.
    /// </summary>
    /// <param name="first">The share of the first touch, 0 or above. The default is 0.4.</param>
    /// <param name="last">The share of the last touch, 0 or above; both together at most 1. The default is 0.4.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A share is out of its range.</exception>
    public static AttributionModel PositionBased(double first = 0.4, double last = 0.4)
    {
        Guard.Within(0, first, 1);
        Guard.Within(0, last, 1 - first);
        return new PositionModel(first, last);
    }

    /// <summary>
    /// Creates a model of anchors: fixed shares to the touches that are anchors, and the rest in equal parts to the touches between them. A
    /// touch with two roles has the shares of both. The share of an anchor that a path lacks, or of the touches between if there are none,
    /// goes to the anchors in proportion. Touches after the last anchor get nothing, and are counted.
    /// </summary>
    /// <param name="id">Its stable id, in lower case with hyphens; not blank.</param>
    /// <param name="shares">The share of each anchor, above 0; all together at most 1.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The id is blank, there is no anchor, or one appears twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A share is out of its range, or an anchor is not defined.</exception>
    public static AttributionModel Anchored(string id, IEnumerable<KeyValuePair<AttributionAnchor, double>> shares)
    {
        var anchors = new double[AnchorModel.Anchors];
        double sum = 0;
        foreach (var share in Guard.NotNull(shares))
        {
            var anchor = (int)Guard.Defined(share.Key, nameof(shares));
            if (anchors[anchor] != 0) throw new ArgumentException($"{share.Key} appears twice; it must appear once.", nameof(shares));
            anchors[anchor] = Guard.Positive(share.Value, nameof(shares));
            sum += share.Value;
        }

        if (sum == 0) throw new ArgumentException("There is no anchor; there must be one.", nameof(shares));
        Guard.Within(0, sum, 1 + SumTolerance, nameof(shares));
        return new AnchorModel(id, anchors);
    }

    /// <summary>Creates a model that weights touches by 2^(-days before the end / half-life). Paths without times stay without credit, and
    /// are counted.</summary>
    /// <param name="halfLifeDays">The half-life in days, above 0. The default is 7.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="halfLifeDays"/> is not a finite number above 0.</exception>
    public static AttributionModel TimeDecay(double halfLifeDays = 7) => new TimeDecayModel(Guard.Positive(halfLifeDays));

    /// <summary>
    /// Creates a model of removal effects in a Markov chain (Anderl and others 2016): how many of the chain's conversions would be lost if
    /// every move to a channel led to nothing. The effect is the share of the model's converting journeys that pass through the channel, an
    /// assisted share and no cause; the credit is the effect divided by the sum of all effects. It is computed exactly, not by simulation.
    /// </summary>
    /// <param name="order">How many of the last touches the next one depends on, from 1 to 3. The default is 1.</param>
    /// <param name="collapseRepeats">
    /// Whether equal neighbors count as one touch. At order 1 it changes nothing; at orders 2 and 3 it changes what the next touch depends
    /// on. The default is <see langword="false"/>.
    /// </param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="order"/> is not from 1 to 3.</exception>
    public static AttributionModel Markov(int order = 1, bool collapseRepeats = false) =>
        new MarkovModel((int)Guard.Within(1, order, HighestOrder), collapseRepeats);

    private static KeyValuePair<AttributionAnchor, double>[] First(double each, params AttributionAnchor[] others) =>
    [
        new(AttributionAnchor.FirstTouch, each),
        .. Array.ConvertAll(others, anchor => new KeyValuePair<AttributionAnchor, double>(anchor, each)),
    ];
}
