using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// A scorecard that <see cref="LogisticModel.Fit"/> learned from closed deals: the log-odds of an average deal, and what each column
/// adds to them. Immutable, and safe for use by many threads if the selectors of the columns are.
/// </summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
public sealed class LogisticFit<T>
{
    private readonly LearnedColumn[] _columns;

    internal LogisticFit(LogisticColumns<T> columns, LogisticOptions options, LogisticTraining training, ObservedRate deals)
    {
        Columns = columns;
        Options = options;
        Deals = deals;
        Intercept = training.Intercept;
        InterceptStandardError = training.InterceptError;
        Ridge = training.Ridge;
        RidgeChosen = training.RidgeChosen;
        ValidationLogLoss = training.ValidationLogLoss;
        Terms = training.Terms.AsReadOnly();
        _columns = training.Columns;
    }

    /// <summary>The columns that it reads.</summary>
    public LogisticColumns<T> Columns { get; }

    /// <summary>How it learned.</summary>
    public LogisticOptions Options { get; }

    /// <summary>The deals that it learned from: won out of all closed ones.</summary>
    public ObservedRate Deals { get; }

    /// <summary>The log-odds of an average deal, or of one of which nothing is known.</summary>
    public double Intercept { get; }

    /// <summary>The standard error of <see cref="Intercept"/>.</summary>
    public double InterceptStandardError { get; }

    /// <summary>The ridge, for numbers on a line divided by their standard deviation.</summary>
    public double Ridge { get; }

    /// <summary>How the ridge was chosen.</summary>
    public RidgeChoice RidgeChosen { get; }

    /// <summary>The mean log loss of the deals that validated, with this ridge; <see langword="null"/> if the ridge was given.</summary>
    public double? ValidationLogLoss { get; }

    /// <summary>The lines of the scorecard, column by column.</summary>
    public IReadOnlyList<LogisticTerm> Terms { get; }

    /// <summary>Gets the log-odds that a deal is won. Only the selectors allocate.</summary>
    /// <param name="deal">The deal.</param>
    /// <returns>
    /// The log-odds, without bounds. A missing value adds nothing unless it has a level; a level that was not learned counts as one of
    /// the pooled rare ones, or adds nothing.
    /// </returns>
    /// <exception cref="InvalidOperationException">A selector threw; the message names its column.</exception>
    public double LogOdds(T deal)
    {
        var sum = Intercept;
        for (var i = 0; i < _columns.Length; i++)
        {
            var column = Columns.All[i];
            sum += column.IsText ? _columns[i].LogOddsOf(column.TextOf(deal)) : _columns[i].LogOddsOf(column.NumberOf(deal));
        }

        return sum;
    }

    /// <summary>Gets the probability that a deal is won.</summary>
    /// <param name="deal">The deal.</param>
    /// <returns>Within the bounds of the options.</returns>
    /// <exception cref="InvalidOperationException">A selector threw; the message names its column.</exception>
    public double Probability(T deal) => Math.Clamp(Logistic.Probability(LogOdds(deal)), Options.Lowest, Options.Highest);

    /// <summary>The number of lines, the intercept, the ridge and the deals, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"{InvariantText.Count(Terms.Count, "line", "lines")}, intercept {InvariantText.Of(Intercept)}, ridge {InvariantText.Of(Ridge)}, " +
        $"won {Deals}";

    internal void AddTo(ProfileBuilder<T> profile)
    {
        for (var i = 0; i < _columns.Length; i++) _columns[i].AddTo(profile, Columns.All[i]);
    }
}
