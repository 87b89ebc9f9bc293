using System;
using System.CommandLine;
using System.Linq;
using System.Text;
using PipelineReview;
using PipelineReview.Reading;

const int Fine = 0;
const int BadInput = 2;

// A pipe on Windows would otherwise get the console's old code page.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

ParseResult command = ReviewOptions.Command(Review).Parse(args);
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
    return Refuse([.. e.Faults]);
}

static int Review(ReviewOptions options)
{
    using DealReader reader = DealReader.Open(options.DealsFile, options.MapFile);
    PipelineSnapshot snapshot = PipelineSnapshot.Take([.. reader.Read()], reader.Map, options.AsOf);
    ReadSummary.Write(Console.Out, reader, snapshot);
    return Fine;
}

static int Refuse(string[] faults)
{
    foreach (string fault in faults)
    {
        Console.Error.WriteLine(fault);
    }

    return BadInput;
}
