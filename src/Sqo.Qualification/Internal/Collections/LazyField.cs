using System.Threading;

namespace Sqo.Qualification.Internal;

/// <summary>
/// A value that is created when it is first read. Threads that read it at the same time can each create one, but all get the same one.
/// </summary>
internal static class LazyField
{
    public static TValue? Of<TValue>(ref TValue? field)
        where TValue : class => Volatile.Read(ref field);

    public static TValue Keep<TValue>(ref TValue? field, TValue made)
        where TValue : class? => Interlocked.CompareExchange(ref field, made, null) ?? made;
}
