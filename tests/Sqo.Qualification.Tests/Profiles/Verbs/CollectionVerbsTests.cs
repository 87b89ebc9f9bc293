using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Profiles.Verbs;

public class CollectionVerbsTests
{
    [Theory]
    [InlineData("API", AnswerState.Met, AnswerState.Unmet, AnswerState.Unmet)]
    [InlineData("sso,api,x", AnswerState.Met, AnswerState.Met, AnswerState.Met)]
    [InlineData("x,y", AnswerState.Unmet, AnswerState.Unmet, AnswerState.Met)]
    [InlineData("", AnswerState.Unmet, AnswerState.Unmet, AnswerState.Unmet)]
    [InlineData(null, AnswerState.Unknown, AnswerState.Unknown, AnswerState.Unknown)]
    public void EveryVerb_AnyCollectionOfTexts_MetByItsEntries(string? entries, AnswerState any, AnswerState all, AnswerState two)
    {
        var list = entries?.Split([','], StringSplitOptions.RemoveEmptyEntries).ToList();
        Check(list, b => b.Criterion("c", x => x.Value));
        Check(list?.ToArray(), b => b.Criterion("c", x => x.Value));
        Check(list is null ? null : new HashSet<string>(list), b => b.Criterion("c", x => x.Value));
        Check(list?.Select(entry => entry), b => b.Criterion("c", x => x.Value));
        Check<IReadOnlyCollection<string>?>(list, b => b.Criterion("c", x => x.Value));

        void Check<TList>(TList value, Func<CriteriaBuilder<Box<TList>>, CollectionVerbs<Box<TList>, string>> select)
        {
            Assert.Equal(any, Asking.State(value, b => select(b).ContainsAny("api", "sso")));
            Assert.Equal(all, Asking.State(value, b => select(b).ContainsAll("api", "sso")));
            Assert.Equal(two, Asking.State(value, b => select(b).CountAtLeast(2)));
        }
    }

    [Fact]
    public void ContainsAny_ComparerGiven_IsUsed()
    {
        string[] entries = ["API"];
        Assert.Equal(
            AnswerState.Unmet, Asking.State(entries, b => b.Criterion("c", x => x.Value).ContainsAny(StringComparer.Ordinal, "api")));
        Assert.Equal(
            AnswerState.Unmet, Asking.State(entries, b => b.Criterion("c", x => x.Value).ContainsAll(StringComparer.Ordinal, "api")));
    }

    [Fact]
    public void ContainsAny_OfNumbers_ComparesTheirValues()
    {
        List<int>? codes = [4, 7];
        Assert.Equal(AnswerState.Met, Asking.State(codes, b => b.Criterion("c", x => x.Value).ContainsAny(7, 9)));
        Assert.Equal(AnswerState.Unmet, Asking.State(codes, b => b.Criterion("c", x => x.Value).ContainsAll(7, 9)));
    }

    [Fact]
    public void CountAtLeast_TooFew_GapIsTheNumberLacking() =>
        Assert.Equal(2L, Asking.Explain(new List<string> { "a" }, b => b.Criterion("c", x => x.Value).CountAtLeast(3)).Gap);

    [Fact]
    public void Explain_CollectionChangedAfterwards_KeepsWhatItHeld()
    {
        var list = new List<string> { "a" };
        var result = Asking.Explain(list, b => b.Criterion("c", x => x.Value).ContainsAny("a"));
        list[0] = "z";
        Assert.Equal(["a"], Assert.IsAssignableFrom<IEnumerable<string>>(result.Actual));
    }

    [Fact]
    public void Satisfies_Collection_IsAskedAboutItsEntries() => Assert.Equal(
        AnswerState.Met,
        Asking.State(new List<string> { "a" }, b => b.Criterion("c", x => x.Value).Satisfies(entries => entries.Count() == 1)));
}
