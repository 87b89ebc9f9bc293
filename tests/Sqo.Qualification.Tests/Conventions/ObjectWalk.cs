using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace Sqo.Qualification.Tests.Conventions;

/// <summary>
/// Walks all that a caller can reach from built objects by public members without arguments, and notes each list that the caller could
/// change.
/// </summary>
internal sealed class ObjectWalk(Assembly library)
{
    // Some members make a new object whenever they are asked, which has them too.
    private const int Deepest = 5;

    private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<object> _seenValues = [];
    private readonly Queue<(object Value, string Path, int Depth)> _open = new();

    /// <summary>Where a list can be changed, with the type behind it.</summary>
    public SortedSet<string> Changeable { get; } = new(StringComparer.Ordinal);

    /// <summary>The members that gave a list with something in it, as "Type.Member".</summary>
    public HashSet<string> Lists { get; } = [];

    /// <summary>Whether values of the type are lists, as a caller sees them.</summary>
    public static bool IsList(Type type) => type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type);

    /// <summary>The public members of a type that can be read without arguments.</summary>
    public static IEnumerable<(MemberInfo Member, Type Type)> MembersOf(Type type)
    {
        const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance;
        var properties = type.GetProperties(Public).Where(property => property.CanRead && property.GetIndexParameters().Length == 0)
            .Select(property => ((MemberInfo)property, property.PropertyType));
        var methods = type.GetMethods(Public)
            .Where(method =>
            !method.IsSpecialName && !method.IsGenericMethod && method.GetParameters().Length == 0 && IsList(method.ReturnType))
            .Select(method => ((MemberInfo)method, method.ReturnType));
        return properties.Concat(methods);
    }

    public static string NameOf(MemberInfo member) => member.DeclaringType!.Name + "." + member.Name;

    public void From(string name, object root)
    {
        Visit(root, name, 0);
        while (_open.Count > 0)
        {
            var (value, path, depth) = _open.Dequeue();
            foreach (var (member, type) in MembersOf(value.GetType()))
            {
                if (!CanHoldLists(type) || Read(member, value) is not { } found) continue;
                if (IsList(found.GetType()) && ((IEnumerable)found).GetEnumerator().MoveNext()) Lists.Add(NameOf(member));
                Visit(found, path + "." + member.Name, depth + 1);
            }
        }
    }

    /// <summary>Numbers, texts and dates are not worth the time that some take to work out.</summary>
    private bool CanHoldLists(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return IsList(plain) || plain == typeof(object) || (plain.Assembly == library && !plain.IsEnum);
    }

    private static object? Read(MemberInfo member, object value)
    {
        try
        {
            return member is PropertyInfo property ? property.GetValue(value) : ((MethodInfo)member).Invoke(value, null);
        }
        catch (TargetInvocationException)
        {
            return null; // What it has not, it says by throwing.
        }
    }

    private void Visit(object value, string path, int depth)
    {
        var type = value.GetType();
        if (type == typeof(string) || type.IsPrimitive || type.IsEnum || value is Type or Delegate) return;
        if (!(type.IsValueType ? _seenValues : _seen).Add(value)) return;
        if (value is IEnumerable items)
        {
            if (CanChange(value)) Changeable.Add($"{path}: {type.Name}");
            foreach (var item in items)
            {
                if (item is not null) Visit(item, path + "[]", depth);
            }
        }

        if (depth == Deepest) return;
        if (type.Assembly == library || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>))) _open.Enqueue(
            (value, path, depth));
    }

    /// <summary>An array says that it is read-only and is not; an empty one has nothing to change.</summary>
    private static bool CanChange(object list) => list is Array array
        ? array.Length > 0
        : list is IList { IsReadOnly: false } || list.GetType().GetInterfaces().Any(face =>
            face.IsGenericType && face.GetGenericTypeDefinition() == typeof(ICollection<>)
                && !(bool)face.GetProperty(nameof(ICollection<>.IsReadOnly))!.GetValue(list)!);
}
