using System.Globalization;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Results;

public class ResultTextTests
{
    [Theory]
    [InlineData("typical", "en")]
    [InlineData("typical", "sv")]
    [InlineData("vague", "en")]
    [InlineData("vague", "sv")]
    [InlineData("good", "en")]
    [InlineData("good", "sv")]
    [InlineData("hopeless", "en")]
    [InlineData("hopeless", "sv")]
    public void ToText_Deal_IsAsReviewed(string deal, string language)
    {
        var item = deal switch
        {
            "typical" => ReviewDeal.Typical(),
            "vague" => ReviewDeal.Vague(),
            "good" => ReviewDeal.Good(),
            _ => ReviewDeal.Hopeless(),
        };
        var result = ReviewDeal.Profile().Explain(item, Asking.AsOf);
        Snapshot.Match(result.ToText(new CultureInfo(language)), $"ResultText_{deal}_{language}");
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("sv-SE")]
    [InlineData("ar-SA")]
    public void ToText_UnderAnyCurrentCulture_IsTheSameBytes(string culture)
    {
        var expected = Everything();
        using var scope = new CultureScope(culture);
        Assert.Equal(expected, Everything());

        static string Everything()
        {
            var profile = ReviewDeal.Profile();
            var result = profile.Explain(ReviewDeal.Typical(), Asking.AsOf);
            return result.ToText(ExplanationTexts.English) + result.ToText(ExplanationTexts.Swedish) + result.ToRecord().ToJson()
                + profile.Declaration + profile.Fingerprint + result + profile.Decide(ReviewDeal.Vague(), Asking.AsOf)
                + profile.Replay(DecisionRecord.Parse(result.ToRecord().ToJson())).ToRecord().ToJson();
        }
    }

    [Theory]
    [InlineData("en-US", "en")]
    [InlineData("sv-FI", "sv")]
    [InlineData("de-DE", "en")]
    [InlineData("", "en")]
    public void For_Culture_GivesItsLanguageOrEnglish(string culture, string language) =>
        Assert.Equal(language, ExplanationTexts.For(new CultureInfo(culture)).Language);
}
