using System;
using System.Collections.Generic;
using System.Linq;

namespace Sqo.Qualification;

/// <summary>
/// A result as plain data for user interfaces, with every text in one language: what <see cref="QualificationResult.ToModel"/> returns.
/// A serializer can write it as it is.
/// </summary>
public sealed class ResultModel
{
    internal ResultModel(QualificationResult result, ExplanationTexts texts)
    {
        Language = texts.Language;
        ProfileName = result.ProfileName;
        ProfileVersion = result.ProfileVersion;
        Fingerprint = result.Fingerprint;
        AsOf = result.AsOf;
        Verdict = result.Verdict;
        VerdictText = texts.Verdict(result.Verdict);
        IsQualified = result.IsQualified;
        Score = result.DisplayScore;
        Lowest = result.DisplayLowest;
        Highest = result.DisplayHighest;
        Threshold = result.Threshold;
        Completeness = result.Completeness;
        Grade = result.Grade?.Name;
        var writer = new ResultWriter(texts);
        Text = writer.Write(result);
        Criteria = Listed(result.Criteria.Select(each => new CriterionModel(each, texts, writer.Criterion(each))));
        Lines = Listed(result.Lines.Select(line => new TextModel(line.Criterion?.Id, texts.Line(line), line.Points)));
        Questions = Listed(result.Questions.Select(each => new TextModel(each.Id, texts.Question(each.Criterion))));
        NextActions = Listed(result.NextActions.Select(action => new TextModel(action.Id, texts.Action(action))));
        Remedies = Listed(
            result.Remedies.Select(remedy => Listed(remedy.Steps.Select(step => new TextModel(step.Result.Id, texts.Step(step))))));
        Notes = Listed(result.Notes.Select(note => new TextModel(note.CriterionId, texts.Note(note))));
    }

    /// <summary>The language of the texts, such as "en".</summary>
    public string Language { get; }

    /// <summary>The name of the profile.</summary>
    public string ProfileName { get; }

    /// <summary>The version of the profile.</summary>
    public string ProfileVersion { get; }

    /// <summary>The fingerprint of the profile.</summary>
    public string Fingerprint { get; }

    /// <summary>The moment at which the opportunity was judged.</summary>
    public DateTime AsOf { get; }

    /// <summary>The verdict.</summary>
    public Verdict Verdict { get; }

    /// <summary>The verdict as a text.</summary>
    public string VerdictText { get; }

    /// <summary>Whether the opportunity qualifies.</summary>
    public bool IsQualified { get; }

    /// <summary>The score for display, from 0 to 100.</summary>
    public decimal Score { get; }

    /// <summary>The lowest score that unknown answers leave possible.</summary>
    public decimal Lowest { get; }

    /// <summary>The highest score that unknown answers leave possible.</summary>
    public decimal Highest { get; }

    /// <summary>The score to reach.</summary>
    public double Threshold { get; }

    /// <summary>The share of the weights whose answer is known, from 0 to 1.</summary>
    public double Completeness { get; }

    /// <summary>The grade; <see langword="null"/> if the profile gives none.</summary>
    public string? Grade { get; }

    /// <summary>Every criterion, in the order of the profile; parts of a combination follow it.</summary>
    public IReadOnlyList<CriterionModel> Criteria { get; }

    /// <summary>The score line by line; the points add up to the score.</summary>
    public IReadOnlyList<TextModel> Lines { get; }

    /// <summary>The questions to ask, the most useful first.</summary>
    public IReadOnlyList<TextModel> Questions { get; }

    /// <summary>What to do next.</summary>
    public IReadOnlyList<TextModel> NextActions { get; }

    /// <summary>The ways to qualify, each with its steps; empty if the opportunity qualifies, or nothing would do.</summary>
    public IReadOnlyList<IReadOnlyList<TextModel>> Remedies { get; }

    /// <summary>The notes of criteria.</summary>
    public IReadOnlyList<TextModel> Notes { get; }

    /// <summary>The whole explanation.</summary>
    public string Text { get; }

    private static IReadOnlyList<TItem> Listed<TItem>(IEnumerable<TItem> items) => Array.AsReadOnly(items.ToArray());
}
