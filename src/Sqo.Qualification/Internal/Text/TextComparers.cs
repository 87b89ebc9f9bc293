using System;
using System.Collections.Generic;

namespace Sqo.Qualification.Internal;

/// <summary>The named ways to compare texts that are the same on every machine, as comparisons and as comparers.</summary>
internal static class TextComparers
{
    /// <summary>What a comparison must be, for messages.</summary>
    public const string Rule =
        "it must be ordinal or by the invariant culture, case-sensitive or not, so that every machine gives the same answer";

    public static bool Has(StringComparison comparison) =>
        comparison is StringComparison.Ordinal or StringComparison.OrdinalIgnoreCase
            or StringComparison.InvariantCulture or StringComparison.InvariantCultureIgnoreCase;

    public static StringComparer Of(StringComparison comparison) => comparison switch
    {
        StringComparison.Ordinal => StringComparer.Ordinal,
        StringComparison.InvariantCulture => StringComparer.InvariantCulture,
        StringComparison.InvariantCultureIgnoreCase => StringComparer.InvariantCultureIgnoreCase,
        _ => StringComparer.OrdinalIgnoreCase,
    };

    /// <summary>The comparison that a comparer makes; <see langword="null"/> if it is none of them.</summary>
    public static StringComparison? ComparisonOf(object comparer)
    {
        if (comparer.Equals(EqualityComparer<string>.Default)) return StringComparison.Ordinal;
        for (var comparison = StringComparison.CurrentCulture; comparison <= StringComparison.OrdinalIgnoreCase; comparison++)
        {
            if (Has(comparison) && comparer.Equals(Of(comparison))) return comparison;
        }

        return null;
    }
}
