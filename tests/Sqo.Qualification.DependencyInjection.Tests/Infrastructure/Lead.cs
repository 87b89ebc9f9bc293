namespace Sqo.Qualification.DependencyInjection.Tests.Infrastructure;

public sealed class Lead
{
    public int? Employees { get; init; }
}
