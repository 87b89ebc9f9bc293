using System;
using System.Linq;
#if !NETFRAMEWORK
using System.Text.Json;
#endif
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Results;

public class ResultModelTests
{
    [Theory]
    [InlineData(true, true)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void ToModel_AnyLanguage_HasTheValuesAndEveryTextOfTheResult(bool isSwedish, bool isVague)
    {
        var texts = isSwedish ? ExplanationTexts.Swedish : ExplanationTexts.English;
        var deal = isVague ? ReviewDeal.Vague() : new ReviewDeal { Budget = 1, HasPain = true };
        var result = ReviewDeal.Profile().Explain(deal, Asking.AsOf);
        var model = result.ToModel(texts);
        var text = result.ToText(texts);
        Assert.Equal(text, model.Text);
        Assert.Equal(texts.Language, model.Language);
        Assert.Equal((result.Verdict, texts.Verdict(result.Verdict)), (model.Verdict, model.VerdictText));
        Assert.Equal((result.DisplayScore, result.DisplayLowest, result.DisplayHighest), (model.Score, model.Lowest, model.Highest));
        Assert.Equal(
            result.Criteria.Select(each => (each.Id, each.State, each.Points)),
            model.Criteria.Select(each => (each.Id, each.State, each.Points)));
        Assert.Equal(result.DisplayScore, model.Lines.Sum(line => line.Points));
        Assert.Equal(isVague, model.Questions.Count > 0);
        string[] lines = [.. text.Split('\n').Select(line => line.Trim())];
        Assert.All(model.Criteria, each => Assert.Contains(each.Text, lines));
        Assert.All(model.Questions.Concat(model.NextActions).Concat(model.Notes), each => Assert.Contains(each.Text, lines));
        Assert.All(model.Remedies, steps => Assert.Contains(string.Join("; ", steps), lines));
    }

    [Fact]
    public void ToModel_MissingValue_IsNull()
    {
        var model = ReviewDeal.Profile().Explain(new ReviewDeal(), Asking.AsOf).ToModel(ExplanationTexts.English);
        Assert.Contains(model.Criteria, each => each is { Actual: null, StateText: "unknown" });
        Assert.Throws<ArgumentNullException>("texts", () => ReviewDeal.Profile().Explain(new ReviewDeal(), Asking.AsOf).ToModel(null!));
    }
#if !NETFRAMEWORK

    [Fact]
    public void ToModel_Serialized_HoldsEverything()
    {
        var model = ReviewDeal.Profile().Explain(new ReviewDeal { Budget = 1 }, Asking.AsOf).ToModel(ExplanationTexts.English);
        using var json = JsonDocument.Parse(JsonSerializer.Serialize(model));
        Assert.Equal(typeof(ResultModel).GetProperties().Select(p => p.Name), json.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal(model.Criteria.Count, json.RootElement.GetProperty("Criteria").GetArrayLength());
        Assert.Equal(model.Text, json.RootElement.GetProperty("Text").GetString());
    }
#endif
}
