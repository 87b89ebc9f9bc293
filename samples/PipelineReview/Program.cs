using System;
using System.Text;
using PipelineReview;

// A pipe on Windows would otherwise get the console's old code page.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
Console.Out.NewLine = "\n";
return ReviewProgram.Run(args, Console.Out, Console.Error, isTerminal: !Console.IsOutputRedirected);
