using System;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using Xunit;

namespace Sqo.Qualification.Tests.Conventions;

/// <summary>What only C# 9 and later can fill: setters that work in an initializer alone, and members that one must set.</summary>
internal static class InitOnly
{
    public static void HoldsNone(Type type)
    {
        foreach (var property in type.GetProperties().Where(property => property.SetMethod is { IsPublic: true }))
        {
            Assert.DoesNotContain(typeof(IsExternalInit), property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers());
            Assert.Null(property.GetCustomAttribute<RequiredMemberAttribute>());
        }
    }
}
