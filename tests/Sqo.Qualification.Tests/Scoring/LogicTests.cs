using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Scoring;

/// <summary>Strong Kleene logic.</summary>
public class LogicTests
{
    private const AnswerState Met = AnswerState.Met;
    private const AnswerState Unmet = AnswerState.Unmet;
    private const AnswerState Unknown = AnswerState.Unknown;

    [Theory]
    [InlineData(true, true, Met)]
    [InlineData(true, null, Unknown)]
    [InlineData(true, false, Unmet)]
    [InlineData(null, true, Unknown)]
    [InlineData(null, null, Unknown)]
    [InlineData(null, false, Unmet)]
    [InlineData(false, true, Unmet)]
    [InlineData(false, null, Unmet)]
    [InlineData(false, false, Unmet)]
    public void AllOf_TwoParts_IsKleenesAnd(bool? first, bool? second, AnswerState expected) =>
        Assert.Equal(expected, StateOf((p, parts) => p.AllOf("c", parts), first, second));

    [Theory]
    [InlineData(true, true, Met)]
    [InlineData(true, null, Met)]
    [InlineData(true, false, Met)]
    [InlineData(null, true, Met)]
    [InlineData(null, null, Unknown)]
    [InlineData(null, false, Unknown)]
    [InlineData(false, true, Met)]
    [InlineData(false, null, Unknown)]
    [InlineData(false, false, Unmet)]
    public void AnyOf_TwoParts_IsKleenesOr(bool? first, bool? second, AnswerState expected) =>
        Assert.Equal(expected, StateOf((p, parts) => p.AnyOf("c", parts), first, second));

    [Theory]
    [InlineData(true, true, Unmet)]
    [InlineData(true, null, Unmet)]
    [InlineData(true, false, Unmet)]
    [InlineData(null, true, Unmet)]
    [InlineData(null, null, Unknown)]
    [InlineData(null, false, Unknown)]
    [InlineData(false, true, Unmet)]
    [InlineData(false, null, Unknown)]
    [InlineData(false, false, Met)]
    public void NoneOf_TwoParts_IsKleenesNotOr(bool? first, bool? second, AnswerState expected) =>
        Assert.Equal(expected, StateOf((p, parts) => p.NoneOf("c", parts), first, second));

    [Theory]
    [InlineData(true, true, null, Met)]
    [InlineData(true, null, null, Unknown)]
    [InlineData(true, null, false, Unknown)]
    [InlineData(true, false, false, Unmet)]
    [InlineData(null, null, null, Unknown)]
    [InlineData(null, false, false, Unmet)]
    [InlineData(false, true, true, Met)]
    public void AtLeast_TwoOfThree_CountsMetAndUnknown(bool? first, bool? second, bool? third, AnswerState expected) =>
        Assert.Equal(expected, StateOf((p, parts) => p.AtLeast(2, "c", parts), first, second, third));

    [Theory]
    [InlineData(null)]
    [InlineData(true)]
    [InlineData(false)]
    public void AtLeast_OneOrAll_AreAnyOfAndAllOf(bool? last)
    {
        foreach (var first in new bool?[] { true, false, null })
        {
            Assert.Equal(
                StateOf((p, parts) => p.AnyOf("c", parts), first, last), StateOf((p, parts) => p.AtLeast(1, "c", parts), first, last));
            Assert.Equal(
                StateOf((p, parts) => p.AllOf("c", parts), first, last), StateOf((p, parts) => p.AtLeast(2, "c", parts), first, last));
        }
    }

    [Fact]
    public void NoneOf_OnePart_IsNot()
    {
        Assert.Equal(Unmet, StateOf((p, parts) => p.NoneOf("c", parts), true));
        Assert.Equal(Met, StateOf((p, parts) => p.NoneOf("c", parts), false));
        Assert.Equal(Unknown, StateOf((p, parts) => p.NoneOf("c", parts), (bool?)null));
    }

    [Fact]
    public void AllOf_GradedPart_IsMetFromWhereThePartSays()
    {
        AnswerState StateAt(double number) => Asking.State(number, b =>
            b.AllOf("c", g => g.Criterion("part", x => x.Value).Linear(0, 1).MetFrom(0.7)));
        Assert.Equal(Unmet, StateAt(0.69));
        Assert.Equal(Met, StateAt(0.7));
        Assert.Equal(Unknown, StateAt(double.NaN));
    }

    /// <summary>
    /// Where every part stands alone, a combination is known exactly when all ways to fill in the unknown parts agree.
    /// </summary>
    [Fact]
    public void AnyNesting_EveryWayToFillInTheUnknown_AgreesOrTheAnswerIsUnknown() => Property.Holds(1_500, (random, size) =>
    {
        var facts = new List<bool?>();
        var formula = Formula.Generate(random, size, depth: 0, facts);
        if (formula.Parts.Count == 0) formula = new Formula(SpecKind.AllOf, 0, 0, [formula]);
        for (var i = 0; i < facts.Count; i++) facts[i] = random.Pick<bool?>(true, false, null);

        var unknown = Enumerable.Range(0, facts.Count).Where(i => facts[i] is null).ToList();
        var outcomes = new HashSet<bool>();
        for (var fill = 0; fill < 1 << unknown.Count; fill++)
        {
            var filled = facts.Select(fact => fact ?? false).ToArray();
            for (var i = 0; i < unknown.Count; i++) filled[unknown[i]] = (fill & (1 << i)) != 0;
            outcomes.Add(formula.Holds(filled));
        }

        var expected = outcomes.Count == 2 ? Unknown : outcomes.Single() ? Met : Unmet;
        Assert.Equal(expected, Asking.State(facts.ToArray(), b => formula.AddTo(b)));
    });

    private static AnswerState StateOf(
        Func<CriteriaBuilder<Box<bool?[]>>, Action<CombinationBuilder<Box<bool?[]>>>, CriterionBuilder<Box<bool?[]>>> combine,
        params bool?[] facts) =>
        Asking.State(facts, b => combine(b, parts =>
        {
            for (var i = 0; i < facts.Length; i++)
            {
                var index = i;
                parts.Criterion("part" + i, x => x.Value[index]).IsTrue();
            }
        }));

    /// <summary>A formula of two-valued logic.</summary>
    private sealed class Formula(SpecKind kind, int count, int fact, List<Formula> parts)
    {
        public List<Formula> Parts => parts;

        public static Formula Generate(SeededRandom random, int size, int depth, List<bool?> facts)
        {
            if (depth == 3 || (depth > 0 && random.Chance(0.5)) || facts.Count >= size)
            {
                facts.Add(null);
                return new Formula(SpecKind.Leaf, 0, facts.Count - 1, []);
            }

            var parts = new List<Formula>();
            for (var i = random.Between(1, 4); i > 0; i--) parts.Add(Generate(random, size, depth + 1, facts));
            return new Formula(
                random.Pick(SpecKind.AllOf, SpecKind.AnyOf, SpecKind.NoneOf, SpecKind.AtLeast), random.Between(1, parts.Count), 0, parts);
        }

        public bool Holds(bool[] facts) => kind switch
        {
            SpecKind.Leaf => facts[fact],
            SpecKind.AllOf => parts.TrueForAll(part => part.Holds(facts)),
            SpecKind.AnyOf => parts.Exists(part => part.Holds(facts)),
            SpecKind.NoneOf => !parts.Exists(part => part.Holds(facts)),
            _ => parts.Count(part => part.Holds(facts)) >= count,
        };

        public CriterionBuilder<Box<bool?[]>> AddTo(CriteriaBuilder<Box<bool?[]>> builder, string id = "c")
        {
            void AddParts(CombinationBuilder<Box<bool?[]>> inner)
            {
                for (var i = 0; i < parts.Count; i++) parts[i].AddTo(inner, id + "." + i);
            }

            return kind switch
            {
                SpecKind.Leaf => builder.Criterion(id, x => x.Value[fact]).IsTrue(),
                SpecKind.AllOf => builder.AllOf(id, AddParts),
                SpecKind.AnyOf => builder.AnyOf(id, AddParts),
                SpecKind.NoneOf => builder.NoneOf(id, AddParts),
                _ => builder.AtLeast(count, id, AddParts),
            };
        }
    }
}
