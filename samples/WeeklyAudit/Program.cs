using System;
using System.Text;
using WeeklyAudit;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return WeeklyProgram.Run(args, Console.Out, Console.Error);
