using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Sqo.Qualification.Tests.Infrastructure;

/// <summary>The usual way of running tests, which prints the ten slowest of an assembly at its end.</summary>
public sealed class SlowestTestsFramework(IMessageSink diagnostics) : XunitTestFramework(diagnostics)
{
    private const int Shown = 10;

    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName) =>
        new Executor(assemblyName, SourceInformationProvider, DiagnosticMessageSink);

    private sealed class Executor(AssemblyName name, ISourceInformationProvider source, IMessageSink diagnostics)
        : XunitTestFrameworkExecutor(name, source, diagnostics)
    {
        protected override void RunTestCases(
            IEnumerable<IXunitTestCase> testCases, IMessageSink executionMessageSink, ITestFrameworkExecutionOptions executionOptions) =>
            base.RunTestCases(testCases, new Clock(executionMessageSink, DiagnosticMessageSink), executionOptions);
    }

    /// <summary>Passes every message on, and keeps how long each test took.</summary>
    private sealed class Clock(IMessageSink next, IMessageSink diagnostics) : LongLivedMarshalByRefObject, IMessageSink
    {
        private readonly List<(decimal Seconds, string Name)> _times = [];

        public bool OnMessage(IMessageSinkMessage message)
        {
            if (message is ITestResultMessage result)
            {
                lock (_times) _times.Add((result.ExecutionTime, result.Test.DisplayName));
            }
            else if (message is ITestAssemblyFinished)
            {
                lock (_times)
                {
                    var slowest = _times.OrderByDescending(time => time.Seconds).Take(Shown)
                        .Select(time => string.Format(CultureInfo.InvariantCulture, "{0,7:0.00} s  {1}", time.Seconds, time.Name));
                    diagnostics.OnMessage(new DiagnosticMessage("The slowest tests:\n" + string.Join("\n", slowest)));
                }
            }

            return next.OnMessage(message);
        }
    }
}
