using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace PipelineReview.Reporting.Html;

/// <summary>
/// The review as a self-contained page, without scripts or network access. Blazor's renderer encodes every text, so a tag in the name
/// of a deal is shown as text.
/// </summary>
internal static class HtmlReport
{
    /// <param name="document">The review.</param>
    /// <param name="language">Its language, as in "sv".</param>
    /// <returns>The page, in UTF-8.</returns>
    public static byte[] Render(IReadOnlyList<Block> document, string language) =>
        Encoding.UTF8.GetBytes(RenderAsync(document, language).GetAwaiter().GetResult());

    private static async Task<string> RenderAsync(IReadOnlyList<Block> document, string language)
    {
        await using ServiceProvider services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(ReportPage.Sections)] = Section.Of(document),
            [nameof(ReportPage.Language)] = language,
            [nameof(ReportPage.Styles)] = Styles(),
        });
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<ReportPage>(parameters)).ToHtmlString());
    }

    private static string Styles()
    {
        using Stream resource = typeof(HtmlReport).Assembly.GetManifestResourceStream("report.css")!;
        return new StreamReader(resource).ReadToEnd();
    }
}
