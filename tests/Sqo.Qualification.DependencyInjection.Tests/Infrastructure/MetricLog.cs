using System;
using System.Collections.Generic;
using System.Diagnostics.Metrics;
using System.Linq;

namespace Sqo.Qualification.DependencyInjection.Tests.Infrastructure;

/// <summary>Sums up what the meter of one container tells.</summary>
internal sealed class MetricLog : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Dictionary<string, double> _sums = new(StringComparer.Ordinal);

    public MetricLog(IMeterFactory factory)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == SqoTelemetry.MeterName && instrument.Meter.Scope == factory)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>One line for each instrument and its tags; of a histogram the number of measurements.</summary>
    public IEnumerable<string> Lines =>
        _sums.OrderBy(sum => sum.Key, StringComparer.Ordinal).Select(sum => FormattableString.Invariant($"{sum.Key} {sum.Value}"));

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var key = instrument.Name + " " + string.Join(",", tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));
        _sums.TryGetValue(key, out var sum);
        _sums[key] = sum + (instrument is Histogram<double> ? 1 : value);
    }
}
