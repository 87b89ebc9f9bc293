using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace Sqo.Qualification.Internal;

/// <summary>Values that are passed to callers: a list is copied, so that a caller can't change its source.</summary>
internal static class FrozenList
{
    public static object? Of(object? value) => value switch
    {
        string => value,
        IEnumerable<string?> texts => Array.AsReadOnly(texts.ToArray()),
        IEnumerable<object?> items => Array.AsReadOnly(Array.ConvertAll(items.ToArray(), Of)),
        IEnumerable items => Array.AsReadOnly(items.Cast<object?>().ToArray()),
        _ => value,
    };
}
