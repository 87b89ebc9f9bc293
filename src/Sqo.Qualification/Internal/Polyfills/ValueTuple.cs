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

    internal struct ValueTuple<T1, T2, T3>(T1 item1, T2 item2, T3 item3) : IEquatable<ValueTuple<T1, T2, T3>>
    {
        public T1 Item1 = item1;
        public T2 Item2 = item2;
        public T3 Item3 = item3;

        public readonly bool Equals(ValueTuple<T1, T2, T3> other) =>
            Equals(Item1, other.Item1) && Equals(Item2, other.Item2) && Equals(Item3, other.Item3);

        public override readonly bool Equals(object? obj) => obj is ValueTuple<T1, T2, T3> other && Equals(other);

        public override readonly int GetHashCode() =>
            (new ValueTuple<T1, T2>(Item1, Item2).GetHashCode() * 31) + (Item3?.GetHashCode() ?? 0);
    }

    internal struct ValueTuple<T1, T2, T3, T4>(T1 item1, T2 item2, T3 item3, T4 item4)
        : IEquatable<ValueTuple<T1, T2, T3, T4>>
    {
        public T1 Item1 = item1;
        public T2 Item2 = item2;
        public T3 Item3 = item3;
        public T4 Item4 = item4;

        public readonly bool Equals(ValueTuple<T1, T2, T3, T4> other) =>
            Equals(Item1, other.Item1) && Equals(Item2, other.Item2) && Equals(Item3, other.Item3) && Equals(Item4, other.Item4);

        public override readonly bool Equals(object? obj) => obj is ValueTuple<T1, T2, T3, T4> other && Equals(other);

        public override readonly int GetHashCode() =>
            (new ValueTuple<T1, T2, T3>(Item1, Item2, Item3).GetHashCode() * 31) + (Item4?.GetHashCode() ?? 0);
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
