using System;
using System.Collections.Generic;

namespace Sqo.Qualification.Internal;

/// <summary>The ways to compare texts that have a name and are the same on every machine, as comparisons and as comparers.</summary>
internal static class TextComparers
{
    /// <summary>What a comparison must be, for messages.</summary>
    public const string Rule =
        "it must be ordinal or by the invariant culture, with or without regard to case, so that every machine gives the same answer";

    private static readonly StringComparison[] All =
        [StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase, StringComparison.InvariantCulture,
            StringComparison.InvariantCultureIgnoreCase];

    public static bool Has(StringComparison comparison) => Array.IndexOf(All, comparison) >= 0;

    public static StringComparer Of(StringComparison comparison) => comparison switch
    {
        StringComparison.Ordinal => StringComparer.Ordinal,
        StringComparison.InvariantCulture => StringComparer.InvariantCulture,
        StringComparison.InvariantCultureIgnoreCase => StringComparer.InvariantCultureIgnoreCase,
        _ => StringComparer.OrdinalIgnoreCase,
    };

    /// <summary>The comparison that a comparer makes; <see langword="null"/> when it is none of them.</summary>
    public static StringComparison? ComparisonOf(object comparer)
    {
        if (comparer.Equals(EqualityComparer<string>.Default)) return StringComparison.Ordinal;
        var at = Array.FindIndex(All, comparison => comparer.Equals(Of(comparison)));
        return at < 0 ? null : All[at];
    }
}
