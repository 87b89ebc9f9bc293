using System.Collections.Generic;
using System.Linq;

namespace PipelineReview.Reporting.Html;

/// <summary>A heading and its content.</summary>
public sealed record Section(string Heading, IReadOnlyList<Block> Blocks)
{
    /// <summary>The owners of the deals that its lists name.</summary>
    public IEnumerable<string> Owners => Blocks.SelectMany(block => block switch
    {
        DealList list => list.Rows.Select(row => row.Owner),
        Cards cards => cards.Deals.Select(card => card.Owner),
        _ => [],
    });

    /// <summary>The sections of a document, which starts with a heading.</summary>
    public static IReadOnlyList<Section> Of(IReadOnlyList<Block> document)
    {
        var sections = new List<Section>();
        List<Block> blocks = [];
        foreach (Block block in document)
        {
            if (block is Heading heading)
            {
                sections.Add(new Section(heading.Text, blocks = []));
            }
            else
            {
                blocks.Add(block);
            }
        }

        return sections;
    }
}
