using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using PipelineReview.Reporting;
using PipelineReview.Reporting.Csv;
using PipelineReview.Reporting.Html;
using PipelineReview.Reviewing;
using PipelineReview.Suggesting;
using Spectre.Console;
using Sqo.Qualification;

namespace PipelineReview;

/// <summary>The program, which writes to any output.</summary>
internal sealed class ReviewProgram
{
    private const int Fine = 0;
    private const int BadInput = 2;
    private const int MostRowsRejected = 3;

    private readonly TextWriter _output;
    private readonly TextWriter _errors;
    private readonly bool _isTerminal;

    private ReviewProgram(TextWriter output, TextWriter errors, bool isTerminal)
    {
        _output = output;
        _errors = errors;
        _isTerminal = isTerminal;
    }

    /// <summary>Runs it.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="output">Where the review goes.</param>
    /// <param name="errors">Where the faults of the input go.</param>
    /// <param name="isTerminal">Whether the output is the terminal of this process, with colors and progress.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string[] args, TextWriter output, TextWriter errors, bool isTerminal) =>
        new ReviewProgram(output, errors, isTerminal).Run(args);

    private int Run(string[] args)
    {
        RootCommand root = ReviewOptions.Command(Run, Suggest);
        root.Add(ProfileCommands.Lint(_output));
        root.Add(ProfileCommands.Diff(_output));
        ParseResult command = root.Parse(args);
        if (command.Errors.Count > 0)
        {
            return Refuse([.. command.Errors.Select(error => error.Message)]);
        }

        try
        {
            return command.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = _output, Error = _errors });
        }
        catch (InputException e)
        {
            Refuse([.. e.Faults]);
            return e.RowsRejected ? MostRowsRejected : BadInput;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse([$"The review can't be read or written: {e.Message}"]);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Refuse([$"The review can't be made of this input: {e.GetType().Name}: {e.Message}"]);
        }
    }

    private int Run(ReviewOptions options)
    {
        ExplanationTexts texts = ReviewTexts.For(options.Culture);
        Review review = _isTerminal
            ? TerminalProgress.While(AnsiConsole.Console, texts, progress => Review.Run(options, progress))
            : Review.Run(options, (_, _, _) => { });
        if (options.JsonFile is { } json)
        {
            OutputFile.Write("--json", json, review.FilesRead, JsonReport.Render(review));
        }

        if (options.CsvFolder is { } folder)
        {
            OutputFile.CreateFolder("--csv", folder);
            CsvList[] lists = [.. new CsvLists(review, texts).All()];
            foreach (CsvList list in lists)
            {
                OutputFile.Write(
                    "--csv", Path.Combine(folder, list.FileName), review.FilesRead, CsvListWriter.Render(list, options.Culture));
            }

            // A list of an earlier review would look like one of this review.
            foreach (string name in CsvLists.FileNames.Except(lists.Select(list => list.FileName)))
            {
                OutputFile.Delete("--csv", Path.Combine(folder, name), review.FilesRead);
            }
        }

        foreach (string line in review.MostRejected)
        {
            _output.WriteLine(line);
        }

        if (options.HtmlFile is { } html)
        {
            IReadOnlyList<Block> page = ReviewDocument.Of(review, options.Culture, texts, isComplete: true);
            OutputFile.Write("--html", html, review.FilesRead, HtmlReport.Render(page, texts));
        }

        IReadOnlyList<Block> document = ReviewDocument.Of(review, options.Culture, texts);
        if (_isTerminal)
        {
            new TerminalRenderer(AnsiConsole.Console).Write(document);
        }
        else
        {
            new PlainRenderer(_output).Write(document);
        }

        return review.MostRejected.Count > 0 ? MostRowsRejected : Fine;
    }

    private int Suggest(string file)
    {
        _output.Write(MapSuggestion.Of(file));
        return Fine;
    }

    private int Refuse(string[] faults)
    {
        try
        {
            foreach (string fault in faults)
            {
                _errors.WriteLine(fault);
            }
        }
        catch (IOException)
        {
            // There is nowhere left to report it.
        }

        return BadInput;
    }
}
