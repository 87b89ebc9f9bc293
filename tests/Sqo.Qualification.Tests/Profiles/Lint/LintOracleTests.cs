using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Profiles.Lint;

/// <summary>What a remark says is true: for each, a search of generated profiles and answers for a counterexample.</summary>
public class LintOracleTests
{
    private const int Sheets = 60;

    private static readonly Dictionary<string, Action<QualificationProfile<Probe>, LintWarning, SeededRandom>> Oracles = new()
    {
        ["threshold.perfect-only"] = (profile, _, random) => Each(profile, random, sheet =>
        {
            if (!IsKnown(profile, sheet)) return;
            var score = profile.Rule.Strategy.Score(sheet).Score;
            var perfect = profile.Rule.Strategy.Score(profile.Rule.Layout.NothingKnown()).Highest;
            Assert.False(score < perfect - 1e-6 && profile.Rule.IsReached(score), $"{score} reaches {profile.Threshold}.");
        }),
        ["threshold.idle"] = (profile, _, random) =>
        {
            // The same gates and score decide the same where the threshold is 0, and where it is the highest.
            var without = new DecisionRule(
                profile.Rule.Layout, profile.Rule.Strategy, profile.Threshold > 0 ? 1e-6 : 0, profile.NearMissMargin, 0);
            Each(profile, random, sheet =>
            {
                Assert.Equal(without.Decide(sheet, 0).Verdict, profile.Rule.Decide(sheet, 0).Verdict);
                if (profile.Threshold <= 0) Assert.True(profile.Rule.IsReached(profile.Rule.Strategy.Score(sheet).Lowest));
            });
        },
        ["hysteresis.whole"] = (profile, _, random) => Each(profile, random, sheet =>
            Assert.True(profile.Rule.Staying.IsReached(profile.Rule.Strategy.Score(sheet).Lowest))),
        ["criterion.idle"] = (profile, lint, random) => Turning(profile, lint, random, (one, other) =>
        {
            var (a, b) = (profile.Rule.Decide(one, 0), profile.Rule.Decide(other, 0));
            Assert.Equal((a.Verdict, a.Score, a.Lowest, a.Highest), (b.Verdict, b.Score, b.Lowest, b.Highest));
        }),
        ["weight.idle"] = (profile, lint, random) =>
        {
            var criterion = profile.Criteria.Single(c => c.Id == lint.Id);
            Turning(profile, lint, random, (one, other) =>
            {
                // The state of a condition decides what else counts; that is not its weight.
                if (profile.Rule.Layout.PlaceOf(criterion) >= 0 && StateOf(one) != StateOf(other)) return;
                Assert.Equal(profile.Rule.Strategy.Score(one), profile.Rule.Strategy.Score(other));
            });

            AnswerState StateOf(AnswerSheet sheet) => sheet.Answers[criterion.Index].StateFrom(criterion.MetFrom);
        },
        ["weight.of-gate"] = (profile, lint, random) =>
        {
            var gate = profile.Criteria.Single(c => c.Id == lint.Id);
            double? points = null;
            Each(profile, random, sheet =>
            {
                if (!(sheet.Answers[gate.Index].Raw >= gate.MetFrom)) return;
                var line = profile.Rule.Strategy.Explain(sheet).Single(l => l.Criterion == gate).ExactPoints;
                Assert.Equal(points ??= line, line);
            });
        },
        ["cap.swallows"] = (profile, lint, random) =>
        {
            var criterion = profile.Criteria.Single(c => c.Id == lint.Id);
            Each(profile, random, sheet =>
            {
                if (sheet.IsInForce(criterion) != true) return;
                sheet.Answers[criterion.Index] = new Answer(criterion.HighestValue);
                sheet.Decays[criterion.Index] = 1;
                Assert.Contains(
                    profile.Rule.Strategy.Explain(sheet), line => line.Kind == ScoreLineKind.Cap && Holds(line.Group!, criterion));
            });
        },
        ["cap.idle"] = (profile, lint, random) => Each(profile, random, sheet =>
            Assert.DoesNotContain(
                profile.Rule.Strategy.Explain(sheet), line =>
                line.Kind == ScoreLineKind.Cap && line.Group!.Id == lint.Id && line.ExactPoints < -1e-9)),
        ["floor.idle"] = (profile, lint, random) => Each(profile, random, sheet =>
            Assert.DoesNotContain(
                profile.Rule.Strategy.Explain(sheet), line =>
                line.Kind == ScoreLineKind.Floor && line.Group!.Id == lint.Id && line.ExactPoints > 1e-9)),
        ["dimension.idle"] = (profile, lint, random) => Assert.Equal(0, profile.ThresholdOf(QuotedIn(lint))),
        ["grade.all"] = (profile, lint, random) => Each(profile, random, sheet =>
            Assert.Contains(profile.GradeOf(profile.Rule.Decide(sheet, 0))!, profile.QualifyingGrades!)),
        ["grade.idle"] = (profile, lint, random) => Each(profile, random, sheet =>
        {
            var decision = profile.Rule.Decide(sheet, 0);
            if (decision.IsQualified) Assert.NotEqual(QuotedIn(lint), profile.GradeOf(decision));
        }),
        ["grade.skipped"] = (profile, lint, random) =>
        {
            Assert.Contains(QuotedIn(lint), profile.QualifyingGrades!);
            Assert.DoesNotContain(QuotedIn(lint, 1), profile.QualifyingGrades!);
        },
        ["when.gate"] = (profile, lint, random) =>
        {
            var criterion = profile.Criteria.Single(c => c.Id == lint.Id);
            Each(profile, random, sheet =>
            {
                if (profile.Rule.Decide(sheet, 0).Verdict == Verdict.Qualified) Assert.True(sheet.IsInForce(criterion));
            });
        },
    };

    [Fact]
    public void Lint_AnyProfile_SaysNothingFalse()
    {
        var seen = new HashSet<string>();
        Property.Holds(Deep.Size(700, 20_000), (random, size) =>
        {
            var strategy = random.Chance(0.5) ? SpecStrategy.Default
                : (SpecStrategy)random.Below(Enum.GetValues(typeof(SpecStrategy)).Length);
            ProfileSpec.Generate(random, 1 + (size / 2), strategy, out var profile);
            Check(profile, random, seen);
        });
        Property.Holds(Deep.Size(700, 20_000), (random, size) => Check(Prone(random, 1 + (size / 3)), random, seen));
        Property.Holds(Deep.Size(60, 2_000), (random, _) => Check(Graded(random), random, seen));
        // Each remark has come up, or nothing was held against it.
        Assert.Equal(
            Oracles.Keys.OrderBy(code => code, StringComparer.Ordinal), seen.Where(code => code != "gate.contradiction")
            .OrderBy(code => code, StringComparer.Ordinal));
    }

    [Fact]
    public void Codes_OfTheLinter_AllHaveAnOracle() =>
        Assert.Equal(
            LintTests.KnownCodes.OrderBy(code => code, StringComparer.Ordinal),
            Oracles.Keys.Concat(["gate.contradiction", "requirement.text"]).OrderBy(code => code, StringComparer.Ordinal));

    [Fact]
    public void Lint_GatesOnOneText_ContradictOnlyWhereNoTextMeetsBoth()
    {
        string[] words = ["a", "A", "b", "B", "ss", "SS", "ß", "é", "e\u0301", ""];
        Property.Holds(Deep.Size(2_000, 50_000), (random, _) =>
        {
            void Ask(ProfileBuilder<Probe> p, string id)
            {
                var comparison = random.Pick(
                    StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase, StringComparison.InvariantCulture,
                    StringComparison.InvariantCultureIgnoreCase);
                var list = Enumerable.Range(0, random.Between(1, 3)).Select(_ => random.Pick(words)).ToArray();
                var verbs = p.Criterion(id, d => d.Texts[0]);
                (random.Below(3) switch
                {
                    0 => verbs.OneOf(comparison, list),
                    1 => verbs.NoneOf(comparison, list),
                    _ => verbs.EqualTo(list[0], comparison),
                }).Required();
            }

            var profile = QualificationProfile.Create<Probe>("two", p =>
            {
                Ask(p, "one");
                Ask(p, "other");
            });
            if (profile.Lint.All(remark => remark.Code != "gate.contradiction")) return;
            foreach (var word in words.Concat(["x"])) Assert.False(
                profile.Decide(new Probe { Texts = { [0] = word } }, Asking.AsOf).IsQualified,
                $"\"{word}\" meets both:\n{profile.Declaration}");
        });
    }

    [Fact]
    public void Lint_GatesOnOneNumber_ContradictOnlyWhereNoNumberMeetsBoth() => Property.Holds(Deep.Size(1_000, 50_000), (random, _) =>
    {
        void Ask(ProfileBuilder<Probe> p, string id)
        {
            var verbs = p.Criterion(id, d => d.Counts[0]);
            var bound = random.Between(0, 3);
            (random.Below(6) switch
            {
                0 => verbs.AtLeast(bound),
                1 => verbs.AtMost(bound),
                2 => verbs.Above(bound),
                3 => verbs.Below(bound),
                4 => verbs.Between(bound, bound + random.Below(2)),
                _ => verbs.EqualTo(bound),
            }).Required();
        }

        var profile = QualificationProfile.Create<Probe>("two", p =>
        {
            Ask(p, "one");
            Ask(p, "other");
        });
        if (profile.Lint.All(remark => remark.Code != "gate.contradiction")) return;
        for (var value = -1; value < 6; value++) Assert.False(
            profile.Decide(new Probe { Counts = { [0] = value } }, Asking.AsOf).IsQualified);
    });

    [Fact]
    public void Lint_SelectorsOfOneTextThatReadTwoFields_DoNotContradict()
    {
        // A helper's parameter has one name, whatever is handed to it.
        static void Gate(ProfileBuilder<Probe> p, string id, Func<Probe, bool?> selector, bool wanted)
        {
            if (wanted) p.Criterion(id, selector).IsTrue().Required();
            else p.Criterion(id, selector).IsFalse().Required();
        }

        static void Slot(ProfileBuilder<Probe> p, string id, int slot, bool wanted)
        {
            if (wanted) p.Criterion(id, d => d.Flags[slot]).IsTrue().Required();
            else p.Criterion(id, d => d.Flags[slot]).IsFalse().Required();
        }

        Assert.Empty(Build(p =>
        {
            Gate(p, "one", d => d.Flags[0], true);
            Gate(p, "other", d => d.Flags[1], false);
        }).Lint);
        Assert.Empty(Build(p =>
        {
            Slot(p, "one", 0, true);
            Slot(p, "other", 1, false);
        }).Lint);
        Assert.Equal("gate.contradiction", Assert.Single(Build(p =>
        {
            p.Criterion("one", d => d.Flags[0]).IsTrue().Required();
            p.Criterion("other", deal => deal.Flags[0]).IsFalse().Required();
        }).Lint).Code);
    }

    [Fact]
    public void Lint_ConstantsOfOneName_DoNotContradict()
    {
        static void First(ProfileBuilder<Probe> p)
        {
            const int slot = 0;
            p.Criterion("one", d => d.Flags[slot]).IsTrue().Required();
        }

        static void Second(ProfileBuilder<Probe> p)
        {
            const int slot = 1;
            p.Criterion("other", d => d.Flags[slot]).IsFalse().Required();
        }

        Assert.Empty(Build(p =>
        {
            First(p);
            Second(p);
        }).Lint);
    }

    [Fact]
    public void Lint_TwoCurvesThatReachTheThresholdHalfway_IsNotPerfectOnly()
    {
        var profile = Build(p =>
        {
            p.Criterion("a", d => d.Numbers[0]).Linear(0, 100).Weight(50);
            p.Criterion("b", d => d.Numbers[1]).Linear(0, 100).Weight(50);
            p.QualifyAt(60);
        });
        Assert.True(profile.Decide(new Probe { Numbers = { [0] = 61, [1] = 61 } }, Asking.AsOf).IsQualified);
        Assert.Empty(profile.Lint);
    }

    [Fact]
    public void Lint_ThresholdThatNearMissesHangOn_IsNotIdle()
    {
        QualificationProfile<Probe> With(double threshold) => Build(p =>
        {
            for (var i = 0; i < 3; i++)
            {
                var slot = i;
                p.Criterion($"gate{i}", d => d.Flags[slot]).IsTrue().Required();
            }

            p.QualifyAt(threshold).NearMissWithin(0);
        });
        var probe = new Probe { Flags = { [0] = false, [1] = null, [2] = true } };
        Assert.NotEqual(With(50).Decide(probe, Asking.AsOf).Verdict, With(80).Decide(probe, Asking.AsOf).Verdict);
        Assert.Empty(With(50).Lint);
    }

    private static void Check(QualificationProfile<Probe> profile, SeededRandom random, HashSet<string> seen)
    {
        foreach (var remark in profile.Lint)
        {
            seen.Add(remark.Code);
            if (Oracles.TryGetValue(remark.Code, out var oracle)) oracle(profile, remark, random);
        }
    }

    /// <summary>Profiles near what is remarked on: few criteria, round numbers, bounds that touch.</summary>
    private static QualificationProfile<Probe> Graded(SeededRandom random) => Build(p =>
    {
        p.Criterion("fit", d => d.Numbers[0]).Linear(0, 100).Dimension(Dimensions.Fit).Weight(10);
        p.Criterion("activity", d => d.Flags[0]).IsTrue().Dimension(Dimensions.Engagement).Weight(10);
        var share = random.Pick(0.3, 0.7, 1);
        var grades = GradeScale.Letters.Bands
            .SelectMany(letter => GradeScale.Digits.Bands.Select(digit => letter.Grade + digit.Grade))
            .Where(_ => random.Chance(share));
        p.ScoreByFitAndEngagement().QualifyGrades(["A1", .. grades.Where(grade => grade != "A1")]);
    });

    private static QualificationProfile<Probe> Prone(SeededRandom random, int size)
    {
        for (; ; )
        {
            try
            {
                return Build(p =>
                {
                    for (var i = 0; i < size; i++)
                    {
                        var id = i;
                        if (random.Chance(0.4))
                        {
                            var group = p.Group($"g{id}", g =>
                            {
                                for (var j = random.Between(1, 3); j > 0; j--) Weigh(g, $"c{id}.{j}");
                                if (random.Chance(0.2)) g.Group($"i{id}", inner => Weigh(inner, $"i{id}.1")).Floor(random.Pick(0.0, 5))
                                    .Cap(random.Pick(5.0, 10));
                            });
                            if (random.Chance(0.6)) group.Cap(random.Pick(0.0, 5, 10, 15, 20));
                            if (random.Chance(0.6)) group.Floor(random.Pick(-10.0, -5, 0, 5));
                        }
                        else
                        {
                            Weigh(p, $"c{id}");
                        }
                    }

                    p.QualifyAt(random.Pick(0.0, 10, 50, 90, 100));
                    if (random.Chance(0.5)) p.NearMissWithin(random.Pick(0.0, 10));
                    if (random.Chance(0.3)) p.Hysteresis(random.Pick(10.0, 50, 100));
                });
            }
            catch (QualificationProfileException)
            {
            }
        }

        void Weigh(CriteriaBuilder<Probe> b, string id)
        {
            var slot = random.Below(Probe.Slots);
            var criterion = random.Chance(0.2) ? b.Criterion(id, d => d.Numbers[slot]).Linear(0, 100)
                : b.Criterion(id, d => d.Flags[slot]).IsTrue();
            if (random.Chance(0.8)) criterion.Weight(random.Pick(-10.0, -5, 5, 10, 20));
            if (random.Chance(0.3)) criterion.Required();
        }
    }

    private static void Turning(
        QualificationProfile<Probe> profile, LintWarning lint, SeededRandom random, Action<AnswerSheet, AnswerSheet> check)
    {
        var criterion = profile.Criteria.Single(c => c.Id == lint.Id);
        Each(profile, random, sheet =>
        {
            var other = Copy(profile, sheet);
            other.Answers[criterion.Index] = AnswerOf(criterion, random);
            other.Decays[criterion.Index] = 1;
            check(sheet, other);
        });
    }

    /// <summary>All corners of small profiles, and sheets at random, the parts of combinations left to themselves.</summary>
    private static string QuotedIn(LintWarning lint, int index = 0) => lint.Message.Split('"')[(2 * index) + 1];

    private static void Each(QualificationProfile<Probe> profile, SeededRandom random, Action<AnswerSheet> check)
    {
        var criteria = profile.Rule.Layout.All;
        var scored = criteria.Where(c => c.Parent is null).ToArray();
        for (var corner = 0; scored.Length <= 6 && corner < 1 << scored.Length; corner++)
        {
            var sheet = profile.Rule.Layout.NothingKnown();
            for (var i = 0; i < scored.Length; i++)
            {
                sheet.Answers[scored[i].Index] = new Answer((corner & (1 << i)) == 0 ? 0 : scored[i].HighestValue);
                sheet.Decays[scored[i].Index] = 1;
            }

            check(sheet);
        }

        for (var i = 0; i < Sheets; i++)
        {
            var sheet = profile.Rule.Layout.NothingKnown();
            foreach (var criterion in scored)
            {
                sheet.Answers[criterion.Index] = AnswerOf(criterion, random);
                sheet.Decays[criterion.Index] = criterion.DecayHalfLifeDays is null ? 1 : random.Share();
            }

            check(sheet);
        }
    }

    private static Answer AnswerOf(CriterionInfo criterion, SeededRandom random) => random.Below(4) switch
    {
        0 => Answer.Unknown,
        1 => new Answer(0),
        2 when criterion.IsGraded => new Answer(random.Share() * criterion.HighestValue),
        _ => new Answer(criterion.HighestValue),
    };

    private static AnswerSheet Copy(QualificationProfile<Probe> profile, AnswerSheet sheet)
    {
        var copy = profile.Rule.Layout.NothingKnown();
        Array.Copy(sheet.Answers, copy.Answers, profile.Rule.Layout.All.Length);
        Array.Copy(sheet.Decays, copy.Decays, profile.Rule.Layout.All.Length);
        return copy;
    }

    private static bool IsKnown(QualificationProfile<Probe> profile, AnswerSheet sheet) =>
        profile.Rule.Layout.ScoredCriteria.All(c => sheet.Answers[c.Index].IsKnown);

    private static bool Holds(GroupInfo group, CriterionInfo criterion)
    {
        for (var inner = criterion.Group; inner is not null; inner = inner.Parent)
        {
            if (inner == group) return true;
        }

        return false;
    }

    private static QualificationProfile<Probe> Build(Action<ProfileBuilder<Probe>> define) => QualificationProfile.Create("lint", define);
}
