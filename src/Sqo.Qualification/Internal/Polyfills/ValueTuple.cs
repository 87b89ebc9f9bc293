// .NET Framework 4.6.2 has no value tuples, and the package that brings them would be a dependency.
#if NET462
namespace System
{
    internal struct ValueTuple<T1, T2>(T1 item1, T2 item2) : IEquatable<ValueTuple<T1, T2>>
    {
        public T1 Item1 = item1;
        public T2 Item2 = item2;

        public readonly bool Equals(ValueTuple<T1, T2> other) => Equals(Item1, other.Item1) && Equals(Item2, other.Item2);

        public override readonly bool Equals(object? obj) => obj is ValueTuple<T1, T2> other && Equals(other);

        public override readonly int GetHashCode() => ((Item1?.GetHashCode() ?? 0) * 31) + (Item2?.GetHashCode() ?? 0);
    }
}

namespace System.Runtime.CompilerServices
{
    [AttributeUsage(AttributeTargets.All)]
    internal sealed class TupleElementNamesAttribute(string?[] transformNames) : Attribute
    {
        public string?[] TransformNames { get; } = transformNames;
    }
}
#endif
