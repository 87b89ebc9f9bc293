using System;

namespace Sqo.Qualification;

/// <summary>Reads a value from an opportunity as of a moment.</summary>
/// <returns>Whether there is a value.</returns>
internal delegate bool AsOfReader<in T, TValue>(T item, DateTime asOf, out TValue value);
