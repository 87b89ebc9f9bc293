using System;
using System.IO;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using System.Threading;

namespace Sqo.Qualification.Samples.Tests;

/// <summary>
/// A sample that runs within this process, by its entry point and on its own assemblies: a process for each run would spend most of its
/// time on compiling the same code. Several threads can run it, and each gets what its own run prints.
/// </summary>
internal sealed class SampleInProcess
{
    private static readonly Lazy<SampleInProcess> OfCampaigns = new(() => new SampleInProcess("Campaigns"));

    private readonly MethodInfo _main;

    private SampleInProcess(string sample)
    {
        var path = SampleProcess.PathOf(sample);
        var assemblies = new Assemblies(path);
        _main = assemblies.LoadFromAssemblyPath(path).EntryPoint!;
    }

    public static SampleInProcess Campaigns => OfCampaigns.Value;

    /// <summary>Runs it to its end.</summary>
    /// <returns>Its exit code, and what it printed.</returns>
    public (int ExitCode, string Output, string Errors) Run(params string[] arguments)
    {
        using var output = OwnWriter.Output.Capture();
        using var errors = OwnWriter.Errors.Capture();
        var exitCode = (int)_main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [arguments], null)!;
        return (exitCode, output.Text, errors.Text);
    }

    private sealed class Assemblies(string path) : AssemblyLoadContext(Path.GetFileName(path))
    {
        private readonly AssemblyDependencyResolver _resolver = new(path);

        protected override Assembly? Load(AssemblyName assemblyName) =>
            _resolver.ResolveAssemblyToPath(assemblyName) is { } found ? LoadFromAssemblyPath(found) : null;
    }

    /// <summary>Stands in for a stream of the console, and keeps what each run writes apart.</summary>
    private sealed class OwnWriter(TextWriter usual) : TextWriter
    {
        public static readonly OwnWriter Output = new(Console.Out);
        public static readonly OwnWriter Errors = new(Console.Error);

        private readonly AsyncLocal<StringBuilder?> _own = new();

        static OwnWriter()
        {
            Console.SetOut(Output);
            Console.SetError(Errors);
        }

        public override Encoding Encoding => usual.Encoding;

        public Capture Capture() => new(_own);

        public override void Write(char value)
        {
            if (_own.Value is { } text) text.Append(value);
            else usual.Write(value);
        }

        public override void Write(char[] buffer, int index, int count)
        {
            if (_own.Value is { } text) text.Append(buffer, index, count);
            else usual.Write(buffer, index, count);
        }

        public override void Write(string? value)
        {
            if (_own.Value is { } text) text.Append(value);
            else usual.Write(value);
        }
    }

    private sealed class Capture : IDisposable
    {
        private readonly AsyncLocal<StringBuilder?> _own;
        private readonly StringBuilder _text = new();

        public Capture(AsyncLocal<StringBuilder?> own)
        {
            _own = own;
            own.Value = _text;
        }

        public string Text => _text.ToString();

        public void Dispose() => _own.Value = null;
    }
}
