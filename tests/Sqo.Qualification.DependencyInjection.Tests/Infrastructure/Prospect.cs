namespace Sqo.Qualification.DependencyInjection.Tests.Infrastructure;

public sealed class Prospect
{
    public int? Employees { get; init; }
}
