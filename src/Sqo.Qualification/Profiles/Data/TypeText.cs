using System;
using System.Linq;

namespace Sqo.Qualification;

/// <summary>The name of a type as C# has it, for messages.</summary>
internal static class TypeText
{
    public static string Of(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value) return Of(value) + "?";
        if (type == typeof(string)) return "string";
        if (type == typeof(bool)) return "bool";
        if (type == typeof(int)) return "int";
        if (type == typeof(long)) return "long";
        if (type == typeof(float)) return "float";
        if (type == typeof(double)) return "double";
        if (type == typeof(decimal)) return "decimal";
        var mark = type.Name.IndexOf('`');
        return mark < 0 ? type.Name : $"{type.Name.Substring(0, mark)}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>";
    }
}
