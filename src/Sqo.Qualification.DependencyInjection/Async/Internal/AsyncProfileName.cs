namespace Sqo.Qualification;

/// <summary>That a profile with asynchronous criteria is registered.</summary>
internal sealed record AsyncProfileName<T>(string Name);
