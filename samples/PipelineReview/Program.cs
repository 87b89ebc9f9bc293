using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Text;
using PipelineReview;
using PipelineReview.Reporting;
using PipelineReview.Reporting.Csv;
using PipelineReview.Reporting.Html;
using PipelineReview.Reviewing;
using Spectre.Console;
using Sqo.Qualification;

const int Fine = 0;
const int BadInput = 2;
const int MostRowsRejected = 3;

// A pipe on Windows would otherwise get the console's old code page.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
Console.Out.NewLine = "\n";

ParseResult command = ReviewOptions.Command(Run).Parse(args);
if (command.Errors.Count > 0)
{
    return Refuse([.. command.Errors.Select(error => error.Message)]);
}

try
{
    return command.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
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

static int Run(ReviewOptions options)
{
    ExplanationTexts texts = ReviewTexts.For(options.Culture);
    bool isTerminal = !Console.IsOutputRedirected;
    Review review = isTerminal
        ? TerminalProgress.While(AnsiConsole.Console, texts, progress => Review.Run(options, progress))
        : Review.Run(options, (_, _, _) => { });
    if (options.JsonFile is { } json)
    {
        OutputFile.Write("--json", json, review.FilesRead, JsonReport.Render(review));
    }

    if (options.CsvFolder is { } folder)
    {
        OutputFile.CreateFolder("--csv", folder);
        foreach (CsvList list in new CsvLists(review, texts).All())
        {
            OutputFile.Write("--csv", Path.Combine(folder, list.FileName), review.FilesRead, CsvListWriter.Render(list, options.Culture));
        }
    }

    foreach (string line in review.MostRejected)
    {
        Console.WriteLine(line);
    }

    IReadOnlyList<Block> document = ReviewDocument.Of(review, options.Culture, texts);
    if (options.HtmlFile is { } html)
    {
        OutputFile.Write("--html", html, review.FilesRead, HtmlReport.Render(document, texts.Language));
    }

    if (isTerminal)
    {
        new TerminalRenderer(AnsiConsole.Console).Write(document);
    }
    else
    {
        new PlainRenderer(Console.Out).Write(document);
    }

    return review.MostRejected.Count > 0 ? MostRowsRejected : Fine;
}

static int Refuse(string[] faults)
{
    try
    {
        foreach (string fault in faults)
        {
            Console.Error.WriteLine(fault);
        }
    }
    catch (IOException)
    {
        // There is nowhere left to report it.
    }

    return BadInput;
}
