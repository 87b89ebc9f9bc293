using System;
using System.Text;
using Campaigns;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return CampaignProgram.Run(args, Console.Out, Console.Error);
