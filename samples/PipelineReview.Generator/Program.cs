using System;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using PipelineReview.Generator;

const int DealCount = 2_000;
const int CompanyCount = 700;

var seed = new Option<ulong>("--seed")
{
    Description = "The seed of the random numbers; the same seed gives the same bytes.",
    DefaultValueFactory = _ => 2026,
};
var output = new Option<DirectoryInfo>("--output")
{
    Description = "The folder to write pipeline.csv and products.csv into.",
    DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("samples", "PipelineReview", "Data")),
};
output.AcceptExistingOnly();

var command = new RootCommand("Generates the pipeline of the PipelineReview sample. Run it in the root of the repository.")
{
    seed,
    output,
};
command.SetAction(result => Generate(result.GetValue(seed), result.GetRequiredValue(output).FullName));
return command.Parse(args).Invoke();

static void Generate(ulong seed, string folder)
{
    var asOf = new DateTime(2026, 10, 31);
    var random = new RandomSource(seed);
    Company[] companies = new CompanyMaker(random).Make(CompanyCount);
    DealDraft[] deals = new DealMaker(random, asOf).Make(DealCount, companies);

    var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
    File.WriteAllText(Path.Combine(folder, "pipeline.csv"), new Export(random, new RandomSource(~seed), asOf).Write(deals), utf8);

    string prices = string.Concat(Catalog.Products.Select(product =>
        string.Create(CultureInfo.InvariantCulture, $"{product.Name},{product.ListPrice}\n")));
    File.WriteAllText(Path.Combine(folder, "products.csv"), $"Product,List Price\n{prices}", utf8);
}
