using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Learning.Scorecards;

public class LogisticModelTests
{
    public static TheoryData<string> Tables => new()
    {
        // R: write.csv(coef(summary(model))), write.table(sep = "\t"), write.csv2 with a decimal point.
        "\"\",\"Estimate\",\"Std. Error\",\"z " +
        "value\",\"Pr(>|z|)\"\n\"(Intercept)\",-1.5,0.2,-7.5,1e-10\n\"budget\",2.25,0.1,22,0\n\"fit\",-3e-1,0.1,-3,0.001\n",
        "\"Estimate\"\t\"Std. Error\"\n\"(Intercept)\"\t-1.5\t0.2\n\"budget\"\t2.25\t0.1\n\"fit\"\t-0.3\t0.1",
        "\"\";\"Estimate\"\r\n\"(Intercept)\";-1.5\r\n\"budget\";2.25\r\n\"fit\";-0.3\r\n",
        // pandas: model.params.to_csv(), whose heading is a number.
        ",0\nconst,-1.5\nbudget,2.25\nfit,-0.3\n",
        ",coef,std err,z\nIntercept,-1.5,0.2,-7\nbudget,2.25,0.1,22\nfit,-0.30,0.1,-3\n",
        // No heading, a byte order mark, blank lines, spaces, another order.
        "\uFEFFbudget , +2.25\r\n\r\n  fit, -.3\r\n\r\nintercept, -1.5",
        "term,estimate\nbudget,2.25\nfit,-0.3\n(Intercept),-1.5",
    };

    public static TheoryData<string, string> BadTables => new()
    {
        { "", "no intercept" },
        { "\n\r\n \uFEFF", "no intercept" },
        { "a,1", "no intercept" },
        { "(Intercept),1", "no term" },
        { "h,v\n(Intercept),1\nbudget", "Line 3 is \"budget\"" },
        { "(Intercept),1\n,2", "Line 2 is \",2\"" },
        { "(Intercept),1\na,b", "Line 2: the coefficient of \"a\" is \"b\"" },
        { "(Intercept),1\na,NA", "\"NA\"" },
        { "(Intercept),1\na,", "\"\"" },
        { "(Intercept),1\na,NaN", "finite" },
        { "(Intercept),1\na,Infinity", "finite" },
        { "(Intercept),1\na,0x10", "0x10" },
        { "(Intercept),1\na,1\na,2", "Line 3: the term \"a\" appears twice" },
        { "(Intercept),1\nconst,1\na,2", "Line 2: the term \"const\" appears twice" },
        { "(Intercept),1\n\"a,2", "Line 2 has a quotation mark" },
        // A decimal comma is no separator, and must not cut the number off.
        { "(Intercept);-1\na;2,25", "\"2,25\"" },
        { "a;2,25\n(Intercept);-1\nb;1", "\"2,25\"" },
        { "(Intercept)\t-1\na\t1 000", "\"1 000\"" },
        { "a,-\n(Intercept),1\nb,2", "\"-\"" },
        { "x\0y", "Line 1" },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void Parse_TableOfAStatisticsProgram_GivesTheModel(string table)
    {
        foreach (var culture in new[] { "tr-TR", "sv-SE" })
        {
            using var scope = new CultureScope(culture);
            var model = LogisticModel.Parse(table);
            Assert.Equal(-1.5, model.Intercept);
            Assert.Equal(["budget 2.25", "fit -0.3"], model.Terms.Select(t => FormattableString.Invariant($"{t.Key} {t.Value}")));
            Assert.Equal("2 terms, intercept -1.5", model.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(BadTables))]
    public void Parse_TableThatIsNone_SaysWhereAndWhy(string table, string reason) =>
        Assert.Contains(reason, Assert.Throws<FormatException>(() => LogisticModel.Parse(table)).Message, StringComparison.Ordinal);

    [Fact]
    public void Parse_QuotedNames_MayHoldSeparatorsAndQuotes() =>
        Assert.Equal(["a, \"b\"; c", "d"], LogisticModel.Parse("\"a, \"\"b\"\"; c\",1\nconst,0\nd,2").Terms.Select(t => t.Key));

    [Fact]
    public void Parse_AnyText_GivesAModelOrAFormatFault() => Property.Holds(3_000, (random, _) =>
    {
        var pieces =
            new[] { "(Intercept)", "const", "a", "b", ",", ";", "\t", "\"", "\n", "\r\n", "1", "-2.5", "1e999", " ", "\uFEFF", "é", "\0" };
        var text = string.Concat(Enumerable.Range(0, random.Below(20)).Select(_ => random.Pick(pieces)));
        try
        {
            Assert.NotEmpty(LogisticModel.Parse(text).Terms);
        }
        catch (FormatException)
        {
        }
    });

    [Fact]
    public void Constructor_BadTerms_AreRefused()
    {
        Assert.Throws<ArgumentNullException>(() => new LogisticModel(0, null!));
        Assert.Throws<ArgumentNullException>(() => LogisticModel.Parse(null!));
        KeyValuePair<string, double>[][] faulty =
        [
            Terms(), Terms(" ", 1), Terms(null!, 1), Terms("a", double.NaN), Terms("a", double.PositiveInfinity),
            [.. Terms("a", 1), .. Terms("a", 2)],
        ];
        foreach (var bad in faulty)
        {
            Assert.Throws<ArgumentException>(() => new LogisticModel(0, bad));
        }

        Assert.Throws<ArgumentException>(() => new LogisticModel(double.NaN, Terms("a", 1)));
    }

    [Fact]
    public void ScoreByLogOdds_OfAModel_IsItsLogisticFunction() => Property.Holds(300, (random, _) =>
    {
        var coefficients = Enumerable.Range(0, random.Between(1, 6)).Select(_ => (random.Share() - 0.5) * 6).ToArray();
        var intercept = (random.Share() - 0.5) * 4;
        var model = new LogisticModel(intercept, coefficients.Select((c, i) => new KeyValuePair<string, double>("x" + i, c)));
        var profile = QualificationProfile.Create<double[]>("fitted", p =>
        {
            for (var i = 0; i < coefficients.Length; i++)
            {
                var index = i;
                p.Criterion("x" + i, x => x[index]).Linear(0, 1);
            }

            p.ScoreByLogOdds(model, 0, 1).QualifyAt(0);
        });
        var values = coefficients.Select(_ => random.Share()).ToArray();
        var expected = 100 * Oracle.Logistic(intercept + coefficients.Select((c, i) => c * values[i]).Sum());
        Assert.Equal(expected, profile.Decide(values, Asking.AsOf).Score, 1e-9);
        Assert.Equal(coefficients, profile.Criteria.Select(c => c.Weight));
    });

    private static KeyValuePair<string, double>[] Terms() => [];

    private static KeyValuePair<string, double>[] Terms(string id, double coefficient) => [new(id, coefficient)];
}
