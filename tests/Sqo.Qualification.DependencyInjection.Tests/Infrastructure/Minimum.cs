namespace Sqo.Qualification.DependencyInjection.Tests.Infrastructure;

/// <summary>A service that a profile takes.</summary>
public sealed record Minimum(decimal Amount);
