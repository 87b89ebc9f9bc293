using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Sqo.Qualification;

namespace PipelineReview.Reporting.Html;

/// <summary>
/// The review as a self-contained page without network access. Blazor's renderer encodes every text, so a tag in the name of a deal is
/// shown as text; the only script is that of the page, which the browser knows by its hash.
/// </summary>
internal static class HtmlReport
{
    /// <param name="document">The review.</param>
    /// <param name="texts">Its texts.</param>
    /// <returns>The page, in UTF-8.</returns>
    public static byte[] Render(IReadOnlyList<Block> document, ExplanationTexts texts) =>
        Encoding.UTF8.GetBytes(RenderAsync(document, texts).GetAwaiter().GetResult());

    private static async Task<string> RenderAsync(IReadOnlyList<Block> document, ExplanationTexts texts)
    {
        await using ServiceProvider services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(ReportPage.Sections)] = Section.Of(document),
            [nameof(ReportPage.Texts)] = texts,
            [nameof(ReportPage.Styles)] = Resource("report.css"),
            [nameof(ReportPage.Script)] = Resource("report.js"),
        });
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<ReportPage>(parameters)).ToHtmlString());
    }

    // Line ends as a browser reads them, since the hash is of what it reads.
    private static string Resource(string name)
    {
        using Stream resource = typeof(HtmlReport).Assembly.GetManifestResourceStream(name)!;
        return new StreamReader(resource).ReadToEnd().ReplaceLineEndings("\n");
    }
}
