using System;
using System.Linq;
using Xunit;

namespace Sqo.Qualification.Tests.Forecasting.Models;

public class ForecastModelsTests
{
    [Fact]
    public void BuiltIn_Ids_AreUniqueAndInKebabCase()
    {
        var ids = ForecastModels.BuiltIn.Select(model => model.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(ids, id => Assert.Matches("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", id));
    }

    [Fact]
    public void BuiltIn_DefaultsPartsNaiveAndWeightedPipeline_AreAllThere() => Assert.Equal(
        [ForecastModels.Default.Id, .. ForecastModels.DefaultParts.Select(part => part.Id), "naive", "weighted-pipeline"],
        ForecastModels.BuiltIn.Select(model => model.Id));

    [Fact]
    public void Find_IdOfABuiltInModel_IsThatModel() =>
        Assert.All(ForecastModels.BuiltIn, model => Assert.Same(model, ForecastModels.Find(model.Id)));

    [Theory]
    [InlineData("")]
    [InlineData("Naive")]
    [InlineData("naive ")]
    [InlineData("time to close")]
    public void Find_OtherText_FindsNothing(string id) => Assert.Null(ForecastModels.Find(id));

    [Fact]
    public void Find_Null_Throws() => Assert.Throws<ArgumentNullException>("id", () => ForecastModels.Find(null!));
}
