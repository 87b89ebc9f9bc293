using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using Sqo.Qualification.Internal;
using Sqo.Qualification.Tests.Infrastructure;
using Sqo.Qualification.Tests.Profiles.Data;
using Xunit;

namespace Sqo.Qualification.Tests.Fuzzing;

/// <summary>A case of the fuzzer: a profile from one of the doors, and what is to hold of it.</summary>
internal sealed class FuzzCase : IFuzzCase
{
    private const int Probes = 5;
    // Of the processor: a machine that is busy with other things proves nothing.
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(10);
    private const int LongestMessage = 20_000;
    private const long MostBytes = 300_000_000;

    private readonly SeededRandom _random;
    private readonly Func<QualificationProfile<Probe>> _make;
    private readonly FuzzMap? _map;

    // What stands for the same profile over the fields as they are, and over others; null where the input is changed.
    private readonly QualificationProfile<Probe>? _twin;
    private FieldMap<Probe> _fields = ProbeFields.All;

    public FuzzCase(SeededRandom random, int size, string door)
    {
        _random = random;
        switch (door)
        {
            case "builder":
                var steps = new FuzzProfile(random, size);
                Input = steps.ToString();
                _make = steps.Build;
                break;
            case "definition":
                var json = new FuzzText(random).Mutate(new DefinitionMaker(random).Make(size, out _));
                Input = json;
                _make = () => QualificationProfile.Create(ProfileDefinition.Parse(json), ProbeFields.All);
                break;
            case "settings":
                var settings = FuzzSettings.Flatten(DataJson.Read(new DefinitionMaker(random).Make(size, out _)));
                new FuzzSettings(random).Mutate(settings);
                Input = TextOf(settings);
                _make = () => QualificationProfile.Create(ProfileDefinition.FromSettings(settings), ProbeFields.All);
                break;
            case "map":
                _map = new FuzzMap(random);
                var renamed = _map.Rename(new DefinitionMaker(random).Make(size, out var twin));
                _twin = random.Chance(0.5) ? twin : null;
                if (random.Chance(0.6))
                {
                    if (_twin is null) renamed = new FuzzText(random).Mutate(renamed);
                    Input = _map + "\n" + renamed;
                    _make = () => QualificationProfile.Create(ProfileDefinition.Parse(renamed), _fields);
                    break;
                }

                var flat = FuzzSettings.Flatten(DataJson.Read(renamed));
                if (_twin is null) new FuzzSettings(random).Mutate(flat);
                Input = _map + "\n" + TextOf(flat);
                _make = () => QualificationProfile.Create(ProfileDefinition.FromSettings(flat), _fields);
                break;
            default:
                var coded = new FuzzProfile(random, size);
                var overrides = Enumerable.Range(0, random.Between(1, 6)).Select(_ => new ProfileSetting(
                    random.Pick("QualifyAt", "Floor", "Cap", "Hysteresis", "NearMissWithin",
                        $"Criteria:c{random.Below(size)}:" + random.Pick(
                            "Weight", "Required", "MetFrom", "Effort", "Label", "AtLeast", "Linear:From", "Linear:To",
                            "Decay:HalfLife", "Count"),
                        $"Groups:g{random.Below(size)}:{random.Pick("Floor", "Cap")}"),
                    random.Pick("0", "50", "-3", "1e-400", "1e16", "true", "false", "NaN", "", "x", "0.25", "100"))).ToList();
                Input = coded + "\n" + TextOf(overrides);
                _make = () => QualificationProfile.Create<Probe>("fuzzed", coded.Define, overrides);
                break;
        }
    }

    /// <summary>What is thrown at the door, for people.</summary>
    public string Input { get; }

    public void Run()
    {
        using var process = Process.GetCurrentProcess();
        var start = process.TotalProcessorTime;
#if NET
        var before = GC.GetAllocatedBytesForCurrentThread();
#endif
        if (Make() is { } profile) Keep(profile);
        process.Refresh();
        var time = process.TotalProcessorTime - start;
        Assert.True(time < MostTime, $"It took {time} of the processor.");
#if NET
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(bytes < MostBytes, $"It allocated {bytes} bytes.");
#endif
    }

    private static string TextOf(List<ProfileSetting> settings) =>
        string.Join("\n", settings.Select(setting => $"{setting.Path}={setting.Value}"));

    private static void KeepMessage(string message)
    {
        Assert.NotEmpty(message);
        Assert.InRange(message.Length, 1, LongestMessage);
    }

    private QualificationProfile<Probe>? Make()
    {
        if (_map is not null)
        {
            try
            {
                _fields = _map.Build();
                Assert.True(_map.IsLegal, "A map takes names that it can't have.");
            }
            catch (ArgumentException e)
            {
                Assert.False(_map.IsLegal, e.Message);
                KeepMessage(e.Message);
                return null;
            }
        }

        try
        {
            return _make();
        }
        catch (QualificationProfileException e)
        {
            Assert.Null(_twin);
            Assert.InRange(e.Faults.Count, 1, 101);
            foreach (var fault in e.Faults) KeepMessage(fault.Message);
            return null;
        }
    }

    private void Keep(QualificationProfile<Probe> profile)
    {
        foreach (var remark in profile.Lint) KeepMessage(remark.Message);
        var probes = new Probe[Probes];
        for (var i = 0; i < probes.Length; i++) probes[i] = Probe.Generate(_random, Asking.AsOf, _random.Pick(0, 0.25, 0.8));
        var decisions = Array.ConvertAll(probes, probe => profile.Decide(probe, Asking.AsOf));
        Assert.Equal(decisions, profile.DecideAll(probes, Asking.AsOf));
        Assert.Equal(decisions, profile.DecideAll(probes.ToList(), Asking.AsOf, 2));
        for (var i = 0; i < probes.Length; i++) KeepDecision(profile, probes[i], decisions[i]);
        KeepExport(profile, probes, decisions);
        if (_twin is not null) KeepTwin(profile, _twin, probes, decisions);
    }

    private void KeepDecision(QualificationProfile<Probe> profile, Probe probe, Decision decision)
    {
        Assert.InRange(decision.Lowest, 0, 100);
        Assert.InRange(decision.Highest, decision.Lowest, 100);
        Assert.InRange(decision.Score, decision.Lowest, decision.Highest);
        var result = profile.Explain(probe, Asking.AsOf);
        Assert.Equal(decision, result.Decision);
        Assert.Equal(result.DisplayScore, result.Lines.Sum(line => line.Points));
        Assert.InRange(decision.Score - (double)result.DisplayScore, -1e-6, 0.010001);
        var text = result.ToText(ExplanationTexts.English);
        Assert.NotEmpty(result.ToText(ExplanationTexts.Swedish));

        var json = result.ToRecord().ToJson();
        var replayed = profile.Replay(DecisionRecord.Parse(json));
        Assert.Equal(decision, replayed.Decision);
        Assert.Equal(json, replayed.ToRecord().ToJson());
        Assert.Equal(text, replayed.ToText(ExplanationTexts.English));

        // A changed one says the same or is refused.
        var changed = new FuzzText(_random).Mutate(json);
        DecisionRecord record;
        try
        {
            record = DecisionRecord.Parse(changed);
        }
        catch (FormatException)
        {
            return;
        }

        Assert.Equal(json, record.ToJson());
    }

    private void KeepExport(QualificationProfile<Probe> profile, Probe[] probes, Decision[] decisions)
    {
        ProfileDefinition definition;
        try
        {
            definition = profile.ToDefinition(_fields);
        }
        catch (QualificationProfileException e)
        {
            Assert.All(
                e.Faults, fault =>
                Assert.True(
                fault.Code.StartsWith("export.", StringComparison.Ordinal)
                || fault.Code is "data.text" or "data.size" or "data.depth", fault.Code + ": " + fault.Message));
            return;
        }

        var again = QualificationProfile.Create(ProfileDefinition.Parse(definition.ToJson()), _fields);
        Assert.Equal(profile.Declaration, again.Declaration);
        Assert.Equal(profile.Fingerprint, again.Fingerprint);
        Assert.Equal(decisions, again.DecideAll(probes, Asking.AsOf));
    }

    // Whatever the fields are called, the same is decided; but records are of one profile.
    private static void KeepTwin(
        QualificationProfile<Probe> profile, QualificationProfile<Probe> twin, Probe[] probes, Decision[] decisions)
    {
        Assert.Equal(decisions, twin.DecideAll(probes, Asking.AsOf));
        var record = twin.Explain(probes[0], Asking.AsOf).ToRecord();
        if (twin.Fingerprint == profile.Fingerprint) Assert.Equal(decisions[0], profile.Replay(record).Decision);
        else Assert.Throws<ArgumentException>(() => profile.Replay(record));
    }
}
