using System.Threading;

namespace Sqo.Qualification.Internal;

/// <summary>What is made when it is first asked for. Threads that meet there make it at the same time, and all get the same one.</summary>
internal static class LazyField
{
    public static TValue? Of<TValue>(ref TValue? field)
        where TValue : class => Volatile.Read(ref field);

    public static TValue Keep<TValue>(ref TValue? field, TValue made)
        where TValue : class? => Interlocked.CompareExchange(ref field, made, null) ?? made;
}
