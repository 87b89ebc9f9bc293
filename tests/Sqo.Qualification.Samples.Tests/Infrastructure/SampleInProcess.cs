using System;
using System.IO;
using System.Reflection;
using System.Runtime.Loader;

namespace Sqo.Qualification.Samples.Tests;

/// <summary>
/// A sample that runs within this process, by its entry point and on its own assemblies: for a fuzzer, to which a process for each run
/// would cost nearly all of its time. What it prints is taken from the console of this process, so only one test may use it.
/// </summary>
internal sealed class SampleInProcess
{
    private readonly MethodInfo _main;

    public SampleInProcess(string sample)
    {
        var path = SampleProcess.PathOf(sample);
        var assemblies = new Assemblies(path);
        _main = assemblies.LoadFromAssemblyPath(path).EntryPoint!;
    }

    /// <summary>Runs it to its end.</summary>
    /// <returns>Its exit code, and what it printed.</returns>
    public (int ExitCode, string Output, string Errors) Run(params string[] arguments)
    {
        var (usualOutput, usualErrors) = (Console.Out, Console.Error);
        using var output = new StringWriter();
        using var errors = new StringWriter();
        Console.SetOut(output);
        Console.SetError(errors);
        try
        {
            var exitCode = (int)_main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [arguments], null)!;
            return (exitCode, output.ToString(), errors.ToString());
        }
        finally
        {
            Console.SetOut(usualOutput);
            Console.SetError(usualErrors);
        }
    }

    private sealed class Assemblies(string path) : AssemblyLoadContext(Path.GetFileName(path))
    {
        private readonly AssemblyDependencyResolver _resolver = new(path);

        protected override Assembly? Load(AssemblyName assemblyName) =>
            _resolver.ResolveAssemblyToPath(assemblyName) is { } found ? LoadFromAssemblyPath(found) : null;
    }
}
