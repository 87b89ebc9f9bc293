using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Scoring.Grades;

public class GradeTests
{
    [Theory]
    [InlineData(100, "A", "1")]
    [InlineData(75, "A", "1")]
    [InlineData(74.9999999999, "A", "1")] // missed by a rounding
    [InlineData(74.99, "B", "2")]
    [InlineData(50, "B", "2")]
    [InlineData(49.9, "C", "3")]
    [InlineData(25, "C", "3")]
    [InlineData(24.9, "D", "4")]
    [InlineData(0, "D", "4")]
    public void GradeOf_DefaultBands_StartWhereTheySay(double score, string letter, string digit)
    {
        Assert.Equal(letter, GradeScale.Letters.GradeOf(score));
        Assert.Equal(digit, GradeScale.Digits.GradeOf(score));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(100.1)]
    [InlineData(double.NaN)]
    public void GradeOf_NoScore_IsRefused(double score) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => GradeScale.Letters.GradeOf(score));

    [Fact]
    public void GradeScale_BandsThatAreNoScale_AreRefusedByName()
    {
        Assert.Throws<ArgumentNullException>(() => new GradeScale(null!));
        Refused("no bands");
        Refused("index 1", new("A", 50), new(" ", 0));
        Refused("index 0", default(GradeBand));
        Refused("\"A\" appears twice", new("A", 50), new("A", 0));
        Refused("\"A\" starts at 101", new("A", 101), new("B", 0));
        Refused("\"B\" starts at -1", new("A", 50), new("B", -1));
        Refused("\"A\" starts at NaN", new("A", double.NaN), new("B", 0));
        Refused("\"B\" starts at 50 after \"A\" at 50", new("A", 50), new("B", 50), new("C", 0));
        Refused("\"B\" starts at 60 after \"A\" at 50", new("A", 50), new("B", 60), new("C", 0));
        Refused("starts at 10; it must start at 0", new("A", 50), new("B", 10));

        static void Refused(string words, params GradeBand[] bands) =>
            Assert.Contains(words, Assert.Throws<ArgumentException>(() => new GradeScale(bands)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GradeScale_BandsChangedAfterwards_StayAsTheyWere()
    {
        var bands = new[] { new GradeBand("hot", 50), new GradeBand("cold", 0) };
        var scale = new GradeScale(bands);
        bands[0] = new GradeBand("warm", 10);
        Assert.Equal("hot", scale.GradeOf(50));
        Assert.Equal(["hot", "cold"], scale.Bands.Select(b => b.Grade));
        Assert.Equal("only", new GradeScale(new GradeBand("only", 0)).GradeOf(100));
    }

    [Fact]
    public void FitEngagementOptions_BlankOrNull_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new FitEngagementOptions { FitDimension = " " });
        Assert.Throws<ArgumentNullException>(() => new FitEngagementOptions { EngagementDimension = null! });
        Assert.Throws<ArgumentNullException>(() => new FitEngagementOptions { Letters = null! });
        Assert.Throws<ArgumentNullException>(() => new FitEngagementOptions { Digits = null! });
    }

    [Fact]
    public void FitEngagementOptions_ChangedAfterwards_ChangeNothing()
    {
        var options = new FitEngagementOptions { FitShare = 0.3 };
        var profile = QualificationProfile.Create<double[]>("sides", p =>
        {
            p.ScoreByFitAndEngagement(options).QualifyAt(50);
            Change();
            p.Criterion("fit", d => d[0]).Linear(0, 1).Dimension(Dimensions.Fit).Weight(10);
            p.Criterion("engagement", d => d[1]).Linear(0, 1).Dimension(Dimensions.Engagement).Weight(10);
        });
        Assert.Equal("B2", profile.Explain([0.6, 0.5], Asking.AsOf).Grade!.Name);
        options = new FitEngagementOptions();
        var matrix = new GradeMatrix(options, [profile.Explain([0.6, 0.5], Asking.AsOf).Grade!]);
        var text = matrix.ToText(ExplanationTexts.English);
        Change();
        Assert.Equal(text, matrix.ToText(ExplanationTexts.English));

        void Change()
        {
            options.FitShare = 1;
            options.FitDimension = "other";
            options.Letters = options.Digits = new GradeScale(new GradeBand("Z", 0));
        }
    }

    [Fact]
    public void Grade_FitAndEngagementKnown_IsLetterAndDigit()
    {
        var result = Profile(new FitEngagementOptions { FitShare = 0.3 }).Explain([0.6, 0.5], Asking.AsOf);
        Assert.Equal("B2", result.Grade!.Name);
        Assert.Equal("B2", result.Grade.ToString());
        Assert.Equal("B", result.Grade.Fit.ToString());
        Assert.True(result.Grade.IsSettled);
        Assert.Equal(Dimensions.Fit, result.Grade.Fit.Dimension);
        Assert.Equal(60, result.Grade.Fit.Range.Score, 1e-9);
        Assert.Equal((0.3 * 60) + (0.7 * 50), result.Decision.Score, 1e-9);
        Assert.Contains("Grade B2", result.ToText(ExplanationTexts.English), StringComparison.Ordinal);
        Assert.Contains("Betyg B2", result.ToText(ExplanationTexts.Swedish), StringComparison.Ordinal);
    }

    [Fact]
    public void Grade_SomethingUnknown_HasARange()
    {
        var grade = Profile(new FitEngagementOptions()).Explain([0.8, double.NaN], Asking.AsOf).Grade!;
        Assert.Equal("A4", grade.Name);
        Assert.Equal("A4", grade.Lowest);
        Assert.Equal("A1", grade.Highest);
        Assert.False(grade.IsSettled);
    }

    [Fact]
    public void Grade_NamesThatRunTogether_AreStillTwoParts()
    {
        // "A" + "11" and "A1" + "1" read the same.
        var options = new FitEngagementOptions
        {
            Letters = new GradeScale(new GradeBand("A1", 50), new GradeBand("A", 0)),
            Digits = new GradeScale(new GradeBand("1", 50), new GradeBand("11", 0)),
        };
        var grade = QualificationProfile.Create<double[]>("both", p =>
        {
            p.Criterion("fit", x => x[0]).Linear(0, 1).Dimension(Dimensions.Fit).Weight(1);
            p.Criterion("engagement", x => x[0]).Linear(1, 0).Dimension(Dimensions.Engagement).Weight(1);
            p.ScoreByFitAndEngagement(new FitEngagementOptions { Letters = options.Letters, Digits = options.Digits }).QualifyAt(50);
        }).Explain([double.NaN, 0], Asking.AsOf).Grade!;
        Assert.Equal("A11", grade.Lowest);
        Assert.Equal("A11", grade.Highest);
        Assert.False(grade.IsSettled);
    }

    [Fact]
    public void Grade_OfAnotherStrategy_IsNull() => Assert.Null(QualificationProfile.Create<double[]>("none", p =>
    {
        p.Criterion("a", x => x[0]).Linear(0, 1).Weight(1);
        p.ScoreByWeightedMean().QualifyAt(50);
    }).Explain([1], Asking.AsOf).Grade);

    [Fact]
    public void GradeMatrix_Grades_AreCountedAndPrinted()
    {
        var options = new FitEngagementOptions();
        var profile = Profile(options);
        var grades = new List<FitEngagementGrade>();
        for (var i = 0; i <= 20; i++)
        {
            for (var j = 0; j <= 60; j++) grades.Add(profile.Explain([i / 20.0, j / 60.0], Asking.AsOf).Grade!);
        }

        var matrix = new GradeMatrix(options, grades);
        Assert.Equal(21 * 61, matrix.Total);
        // From 0.75 there are 6 and 16; from 0.5 5 and 15.
        Assert.Equal(6 * 16, matrix["A", "1"]);
        Assert.Equal(5 * 15, matrix["B", "2"]);
        Assert.Equal(matrix.Total, options.Letters.Bands.Sum(l => options.Digits.Bands.Sum(d => matrix[l.Grade, d.Grade])));
        Snapshot.Match(matrix.ToText(ExplanationTexts.English), "GradeMatrix_en");
        Snapshot.Match(matrix.ToText(ExplanationTexts.Swedish), "GradeMatrix_sv");
        Assert.Equal(matrix.ToText(ExplanationTexts.English), matrix.ToString());
        using (new CultureScope("sv-SE")) Assert.Equal(matrix.ToText(ExplanationTexts.English), matrix.ToString());
    }

    [Fact]
    public void GradeMatrix_WhatDoesNotFit_IsRefused()
    {
        var options = new FitEngagementOptions();
        var grade = Profile(options).Explain([1, 1], Asking.AsOf).Grade!;
        var other = new FitEngagementOptions { Letters = new GradeScale(new GradeBand("Z", 0)) };
        Assert.Throws<ArgumentNullException>(() => new GradeMatrix(null!, []));
        Assert.Throws<ArgumentNullException>(() => new GradeMatrix(options, null!));
        Assert.Contains(
            "index 1 is null", Assert.Throws<ArgumentException>(() => new GradeMatrix(options, [grade, null!])).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "\"A1\"", Assert.Throws<ArgumentException>(() => new GradeMatrix(other, [grade])).Message, StringComparison.Ordinal);
        Assert.Contains(
            "\"E1\"", Assert.Throws<KeyNotFoundException>(() => new GradeMatrix(options, [])["E", "1"]).Message, StringComparison.Ordinal);
        Assert.Equal(0, new GradeMatrix(options, []).Total);
        Assert.Throws<ArgumentNullException>(() => new GradeMatrix(options, [])[null!, "1"]);
    }

    private static QualificationProfile<double[]> Profile(
        FitEngagementOptions options) => QualificationProfile.Create<double[]>("sides", p =>
    {
        p.Criterion("fit", x => x[0]).Linear(0, 1).Dimension(Dimensions.Fit).Weight(4);
        p.Criterion("engagement", x => x[1]).Linear(0, 1).Dimension(Dimensions.Engagement).Weight(1);
        p.ScoreByFitAndEngagement(options).QualifyAt(50);
    });
}
