using System;
using System.Globalization;
using System.Linq;
using PipelineReview.Reading;
using Xunit;

namespace Sqo.Qualification.Samples.Tests.Reading;

public sealed class DateFormatTests
{
    [Theory]
    [InlineData("46143", "excelSerial", "", "2026-05-01 00:00:00")]
    [InlineData("46143.5", "excelSerial", "", "2026-05-01 12:00:00")]
    [InlineData("61", "excelSerial", "", "1900-03-01 00:00:00")]
    [InlineData("60", "excelSerial", "", null)]
    [InlineData("20260501", "excelSerial", "", null)]
    [InlineData("-5", "excelSerial", "", null)]
    [InlineData("1777593600", "unixSeconds", "", "2026-05-01 00:00:00")]
    [InlineData("1777593600.25", "unixSeconds", "", "2026-05-01 00:00:00")]
    [InlineData("1777593600000", "unixMilliseconds", "", "2026-05-01 00:00:00")]
    [InlineData("1777593600000", "unixSeconds", "", null)]
    [InlineData("1777593600", "unixMilliseconds", "", null)]
    [InlineData("12. März 2026", "d. MMMM yyyy", "de-DE", "2026-03-12 00:00:00")]
    [InlineData("12 mars 2026", "d MMMM yyyy", "sv-SE", "2026-03-12 00:00:00")]
    [InlineData("3 févr. 2026", "d MMM yyyy", "fr-FR", "2026-02-03 00:00:00")]
    [InlineData("3 févr 2026", "d MMM yyyy", "fr-FR", "2026-02-03 00:00:00")]
    [InlineData("3 feb. 2026", "d MMM yyyy", "es-ES", "2026-02-03 00:00:00")]
    [InlineData("3 feb 2026", "d MMM yyyy", "es-ES", "2026-02-03 00:00:00")]
    [InlineData("03-FEB-2026", "dd-MMM-yyyy", "", "2026-02-03 00:00:00")]
    [InlineData("3 Feb. 2026", "d MMM yyyy", "", "2026-02-03 00:00:00")]
    [InlineData("12. März 2026", "d. MMMM yyyy", "", null)]
    [InlineData("3 Foo 2026", "d MMM yyyy", "fr-FR", null)]
    public void TryRead_Date_IsReadByItsFormat(string text, string format, string culture, string? expected)
    {
        var read = DateFormat.Of(format, DateFormat.NamesOf(CultureInfo.GetCultureInfo(culture))!)!
            .TryRead(text, zone: null, out var value);
        Assert.Equal(expected, read ? value.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : null);
    }

    [Fact]
    public void TryRead_Epoch_IsTheDayInTheTimeZone()
    {
        var format = DateFormat.Of("unixSeconds", DateTimeFormatInfo.InvariantInfo)!;
        Assert.True(format.TryRead("1777593599", TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm"), out var stockholm));
        Assert.True(format.TryRead("1777593599", zone: null, out var universal));
        Assert.Equal((1, 30), (stockholm.Day, universal.Day));
    }

    [Theory]
    [InlineData("fa-IR")]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    public void NamesOf_CultureWithAnotherCalendar_ReadsTheYearOfGregory(string culture)
    {
        var format = DateFormat.Of("yyyy-MM-dd", DateFormat.NamesOf(CultureInfo.GetCultureInfo(culture))!)!;
        Assert.True(format.TryRead("2026-05-01", zone: null, out var date));
        Assert.Equal(new DateTime(2026, 5, 1), date);
    }

    [Theory]
    [InlineData("MM/yyyy")]
    [InlineData("dd.mm.yyyy")]
    [InlineData("excel")]
    public void DateFormats_NoWholeDay_IsRefused(string format) => Assert.Equal(
        $"dateFormats \"{format}\": must be an exact format with year, month and day, such as yyyy-MM-dd or d/M/yyyy, " +
        "or one of excelSerial, unixSeconds and unixMilliseconds",
        DealFiles.Fault(DealFiles.Map(dates: $"\"{format}\", \"yyyy-MM-dd\"")));

    [Fact]
    public void Read_UnreadableDate_NamesLineColumnValueAndRule()
    {
        var read = DealFiles.Read(DealFiles.Map(dates: "\"excelSerial\""), DealFiles.Header + "a,open,1,46143,,\nb,open,1,2026-05-01,,\n");
        Assert.Equal(new DateTime(2026, 5, 1), read.Deals.Single().Created);
        Assert.Equal((3, "created \"2026-05-01\": is not a date in the form excelSerial"), (read.Rejected[0].Line, read.Faults[0]));
    }

    [Fact]
    public void Read_NoFormatInTheMap_IsAFaultOfTextsOnly() => Assert.Equal(
        "dateFormats: must have at least one format, because the map has dates",
        DealFiles.Fault($"{{ \"columns\": {{ {DealFiles.Columns} }}, {DealFiles.Stages} }}"));
}
