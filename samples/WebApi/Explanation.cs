using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification;

namespace WebApi;

/// <summary>The explanation of a decision: values for programs, and texts in one language for people.</summary>
internal sealed record Explanation(
    string Account,
    ProfileName Profile,
    DateTime AsOf,
    Verdict Verdict,
    string VerdictText,
    decimal Score,
    decimal Lowest,
    decimal Highest,
    double Threshold,
    double Completeness,
    IReadOnlyList<CriterionAnswer> Criteria,
    IReadOnlyList<Advice> NextActions,
    IReadOnlyList<Advice> Questions,
    IReadOnlyList<IReadOnlyList<Advice>> WhatItWouldTake,
    string Text)
{
    public static Explanation Of(Deal deal, QualificationResult result, ExplanationTexts texts) => new(
        deal.Account,
        new ProfileName(result.ProfileName, result.ProfileVersion, result.Fingerprint),
        result.AsOf,
        result.Verdict,
        texts.Verdict(result.Verdict),
        result.DisplayScore,
        result.DisplayLowest,
        result.DisplayHighest,
        result.Threshold,
        result.Completeness,
        [.. result.Criteria.Select(criterion => CriterionAnswer.Of(criterion, texts))],
        [.. result.NextActions.Select(action => new Advice(action.Id, texts.Action(action)))],
        [.. result.Questions.Select(question => new Advice(question.Id, texts.Question(question.Criterion)))],
        [.. result.Remedies.Select(remedy => remedy.Steps.Select(step => new Advice(step.Result.Id, texts.Step(step))).ToList())],
        result.ToText(texts));
}

/// <summary>A criterion of the profile and the deal's answer.</summary>
internal sealed record CriterionAnswer(
    string Id, string Label, AnswerState State, bool IsRequired, string Requirement, string Actual, decimal Points)
{
    public static CriterionAnswer Of(CriterionResult result, ExplanationTexts texts) => new(
        result.Id,
        texts.Label(result.Criterion),
        result.State,
        result.Criterion.IsRequired,
        texts.Requirement(result.Criterion),
        texts.Value(result.Actual, result.Criterion.Currency),
        result.Points);
}

/// <summary>Something to do or to ask.</summary>
internal sealed record Advice(string Id, string Text);
