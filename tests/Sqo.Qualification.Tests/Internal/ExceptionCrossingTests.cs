using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace Sqo.Qualification.Tests.Internal;

/// <summary>Plug-ins of .NET Framework run in an AppDomain of their own: what they throw is serialized on its way out.</summary>
public class ExceptionCrossingTests
{
    /// <summary>One of each, with all that it can say.</summary>
    public static IReadOnlyList<Exception> One { get; } =
    [
        new CriterionEvaluationException("profile", "criterion", 7, new InvalidOperationException("No value.")),
        new QualificationProfileException(
            "profile", [new ProfileFault("a.b", "id", "The message.", "criteria[0]"), new ProfileFault("c.d", null, "Another.")]),
        new RecordException(
            "The records can't be right", [new RecordFault("closed.open", 3, "D-1", "Closed", "2026-11-12", "it is open")]),
        new LogisticFitException("Column \"a\" is constant."),
        new MissingExchangeRateException("SEK", "EUR", "D-1"),
        new TooFewOutcomesException("Too few.", 1, 2, 10, 20),
        new TooLittleHistoryException("holt", "values", 1, 2),
    ];

    [Fact]
    public void One_OfEachException_IsThereAndSerializable()
    {
        var types = typeof(Decision).Assembly.GetExportedTypes().Where(typeof(Exception).IsAssignableFrom);
        Assert.Equal(
            types.Select(type => type.Name).OrderBy(name => name, StringComparer.Ordinal), One.Select(one => one.GetType().Name)
            .OrderBy(name => name, StringComparer.Ordinal));
        Assert.All(One, one => Assert.True(one.GetType().IsDefined(typeof(SerializableAttribute), inherit: false)));
    }

#if NETFRAMEWORK
    [Fact]
    public void Throw_OutOfAnotherAppDomain_KeepsEverything()
    {
        var domain = AppDomain.CreateDomain("plug-in", null, AppDomain.CurrentDomain.SetupInformation);
        try
        {
            var thrower = (Thrower)domain.CreateInstanceAndUnwrap(typeof(Thrower).Assembly.FullName, typeof(Thrower).FullName);
            for (var i = 0; i < One.Count; i++)
            {
                Exception? caught = null;
                try
                {
                    thrower.Throw(i);
                }
                catch (Exception e)
                {
                    caught = e;
                }

                Assert.Equal(Told(One[i]), Told(caught!));
                // Back into the plug-in's domain and out again.
                Assert.Equal(Told(One[i]), Told(thrower.Echo(caught!)));
            }
        }
        finally
        {
            AppDomain.Unload(domain);
        }
    }

    private static string Told(Exception exception)
    {
        var own = exception.GetType().GetProperties().Where(property => property.DeclaringType == exception.GetType())
            .OrderBy(property => property.Name, StringComparer.Ordinal)
            .Select(property =>
                property.Name + " = " +
                (property.GetValue(exception) is IEnumerable<object> list ? string.Join("; ", list.Select(Members))
                : property.GetValue(exception)));
        return exception.GetType() + ": " + exception.Message + " <- " + exception.InnerException?.Message + "\n" + string.Join("\n", own);
    }

    private static string Members(object fault) => fault is string text ? text :
        string.Join(", ", fault.GetType().GetProperties().Select(property => property.Name + " = " + property.GetValue(fault)));

    private sealed class Thrower : MarshalByRefObject
    {
        public void Throw(int index) => throw One[index];

        public Exception Echo(Exception exception) => exception;
    }
#endif
}
