using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;

namespace PipelineReview.Reporting.Html;

/// <summary>Draws past months as bars, and coming months as bars of their means under a fan.</summary>
internal static class FanSvg
{
    private const double HalfBar = 0.36;

    // What can be read on a phone.
    private const int MostNarrowMonths = 9;

    private static readonly OxyColor Ink = OxyColor.Parse("#334155");
    private static readonly OxyColor Line = OxyColor.Parse("#e2e8f0");
    private static readonly OxyColor Won = OxyColor.Parse("#64748b");
    private static readonly OxyColor Open = OxyColor.Parse("#0f766e");
    private static readonly OxyColor NewBusiness = OxyColor.Parse("#5eead4");
    private static readonly OxyColor Fan = OxyColor.Parse("#c2410c");

    /// <summary>The chart, as an SVG element.</summary>
    public static string Of(FanChart chart) => Of(chart, width: 960, height: 400);

    /// <summary>The last months of the chart, for a narrow page.</summary>
    public static string NarrowOf(FanChart chart) =>
        Of(chart with { Months = [.. chart.Months.TakeLast(MostNarrowMonths)] }, width: 400, height: 360);

    private static string Of(FanChart chart, int width, int height)
    {
        // It scales with the page, and is a single image for screen readers.
        var exporter = new SvgExporter { Width = width, Height = height, IsDocument = false, TextMeasurer = new RoomyText(width, height) };
        string id = string.Create(CultureInfo.InvariantCulture, $"clip{width}-");

        // Two charts on one page must not share the ids of what they clip.
        XElement svg = XElement.Parse(exporter.ExportToString(ModelOf(chart))
            .Replace("\"clipPath", $"\"{id}", StringComparison.Ordinal)
            .Replace("#clipPath", $"#{id}", StringComparison.Ordinal));
        svg.SetAttributeValue("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {width} {height}"));
        svg.SetAttributeValue("role", "img");
        svg.SetAttributeValue("aria-label", $"{chart.Title}. {string.Join("; ", chart.Months.Select(month => TextOf(month, chart)))}.");
        return svg.ToString(SaveOptions.DisableFormatting);
    }

    private static string TextOf(FanMonth month, FanChart chart) => month.Forecast is { } range
        ? $"{month.Label}: {chart.Words.Range} {chart.Value(range.Low)} - {chart.Value(range.High)}, {chart.Words.Middle} {chart.Value(range.Middle)}"
        : $"{month.Label}: {chart.Value(month.Won ?? 0)}";

    private static PlotModel ModelOf(FanChart chart)
    {
        var model = new PlotModel
        {
            Culture = CultureInfo.InvariantCulture,
            DefaultFont = "Arial",
            TextColor = Ink,
            PlotAreaBorderThickness = new OxyThickness(0),
            Padding = new OxyThickness(4),
        };
        model.Legends.Add(new Legend
        {
            LegendPlacement = LegendPlacement.Outside,
            LegendPosition = LegendPosition.TopLeft,
            LegendOrientation = LegendOrientation.Horizontal,
            LegendSymbolLength = 22,
            LegendItemSpacing = 20,
        });
        model.Axes.Add(new LinearAxis
        {
            Position = AxisPosition.Bottom,
            Minimum = -0.6,
            Maximum = chart.Months.Count - 0.4,
            MajorStep = Math.Ceiling(chart.Months.Count / 20.0),
            MinorTickSize = 0,
            MajorTickSize = 0,
            AxislineStyle = LineStyle.Solid,
            AxislineColor = Won,
            LabelFormatter = at => LabelOf(chart.Months, at),
        });
        model.Axes.Add(new LinearAxis
        {
            Position = AxisPosition.Left,
            Minimum = 0,
            MaximumPadding = 0.05,
            MinorTickSize = 0,
            MajorTickSize = 0,
            MajorGridlineStyle = LineStyle.Solid,
            MajorGridlineColor = Line,
            LabelFormatter = chart.Value,
        });
        model.Series.Add(Bars(chart.Words.Won, Won, chart.Months, month => (0, month.Won)));
        model.Series.Add(Bars(chart.Words.Open, Open, chart.Months, month => (0, month.Forecast?.Open)));
        model.Series.Add(Bars(chart.Words.NewBusiness, NewBusiness, chart.Months, month =>
            (month.Forecast?.Open ?? 0, month.Forecast?.Open + month.Forecast?.NewBusiness)));
        AddFan(model, chart);
        return model;
    }

    private static RectangleBarSeries Bars(string title, OxyColor color, IReadOnlyList<FanMonth> months, Func<FanMonth, (double From, double? To)> of)
    {
        var bars = new RectangleBarSeries { Title = title, FillColor = color, StrokeThickness = 0 };
        foreach ((int i, FanMonth month) in months.Index())
        {
            if (of(month) is { To: { } to } bar)
            {
                bars.Items.Add(new RectangleBarItem(i - HalfBar, bar.From, i + HalfBar, to));
            }
        }

        return bars;
    }

    private static void AddFan(PlotModel model, FanChart chart)
    {
        var fan = new AreaSeries { Title = chart.Words.Range, Color = Fan, Color2 = Fan, StrokeThickness = 1, Fill = OxyColor.FromAColor(36, Fan) };
        var middle = new LineSeries { Title = chart.Words.Middle, Color = Fan, StrokeThickness = 2, MarkerType = MarkerType.Circle, MarkerSize = 4, MarkerFill = Fan };
        foreach ((int i, FanMonth month) in chart.Months.Index())
        {
            bool isLastWon = month.Won is not null && i + 1 < chart.Months.Count && chart.Months[i + 1].Forecast is not null;
            if (month.Forecast is { } range)
            {
                Add(i, range.Low, range.Middle, range.High);
            }
            else if (isLastWon)
            {
                Add(i, month.Won!.Value, month.Won.Value, month.Won.Value);
            }
        }

        model.Series.Add(fan);
        model.Series.Add(middle);

        void Add(int at, double low, double mid, double high)
        {
            fan.Points.Add(new DataPoint(at, high));
            fan.Points2.Add(new DataPoint(at, low));
            middle.Points.Add(new DataPoint(at, mid));
        }
    }

    // The year on its own line.
    private static string LabelOf(IReadOnlyList<FanMonth> months, double at)
    {
        int i = (int)Math.Round(at);
        if (i < 0 || i >= months.Count)
        {
            return "";
        }

        string label = months[i].Label;
        int space = label.LastIndexOf(' ');
        return space < 0 ? label : $"{label[..space]}\n{label[(space + 1)..]}";
    }
}
