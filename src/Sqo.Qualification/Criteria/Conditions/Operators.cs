using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The names of the operators in data, and of their settings.</summary>
internal static class Operators
{
    public const string Above = "above";
    public const string Activity = "activity";
    public const string ActivityWithinLast = "activityWithinLast";
    public const string After = "after";
    public const string AtLeast = "atLeast";
    public const string AtMost = "atMost";
    public const string Before = "before";
    public const string Below = "below";
    public const string Between = "between";
    public const string Bins = "bins";
    public const string Contains = "contains";
    public const string ContainsAll = "containsAll";
    public const string ContainsAny = "containsAny";
    public const string CountAtLeast = "countAtLeast";
    public const string EndsWith = "endsWith";
    public const string EqualTo = "equalTo";
    public const string EvidencePoints = "evidencePoints";
    public const string HalfLife = "halfLife";
    public const string IsFalse = "isFalse";
    public const string IsPresent = "isPresent";
    public const string IsTrue = "isTrue";
    public const string Linear = "linear";
    public const string Logistic = "logistic";
    public const string Matches = "matches";
    public const string NoActivityWithinLast = "noActivityWithinLast";
    public const string NoneOf = "noneOf";
    public const string OneOf = "oneOf";
    public const string PiecewiseLinear = "piecewiseLinear";
    public const string StartsWith = "startsWith";
    public const string Steps = "steps";
    public const string TextBins = "textBins";
    public const string WithinLast = "withinLast";
    public const string WithinNext = "withinNext";

    public const string Comparison = "comparison";
    public const string IgnoreCase = "ignoreCase";
    public const string TimeLimit = "timeLimit";

    /// <summary>The names of the ways to compare texts: the names of <see cref="StringComparison"/> in camel case.</summary>
    public static readonly string[] Comparisons = ["ordinal", "ordinalIgnoreCase", "invariantCulture", "invariantCultureIgnoreCase"];

    /// <summary>How texts are compared; empty if it is the default way.</summary>
    public static KeyValuePair<string, DataNode>[] Comparing(StringComparison comparison)
    {
        if (comparison == StringComparison.OrdinalIgnoreCase) return [];
        var name = comparison.ToString();
        return [DataNode.Member(Comparison, DataNode.Of(char.ToLowerInvariant(name[0]) + name.Substring(1)))];
    }

    /// <summary>The operator that a built-in condition of a set has in data.</summary>
    public static string OfSet(string messageId) => messageId switch
    {
        MessageIds.RequireEqual => EqualTo,
        MessageIds.RequireNoneOf => NoneOf,
        _ => OneOf,
    };

    public static DataNode ListOf<TItem>(TItem[] items, Func<TItem, DataNode> data) =>
        DataNode.List(Array.ConvertAll(items, item => data(item)));
}
