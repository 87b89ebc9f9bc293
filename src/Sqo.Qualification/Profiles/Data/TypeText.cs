using System;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The C# name of a type, for messages.</summary>
internal static class TypeText
{
    public static string Of(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value) return Of(value) + "?";
        if (ValueKind.Of(type)?.Keyword is { } keyword) return keyword;
        var mark = type.Name.IndexOf('`');
        return mark < 0 ? type.Name : $"{type.Name.Substring(0, mark)}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>";
    }
}
