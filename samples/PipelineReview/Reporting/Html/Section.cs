using System.Collections.Generic;

namespace PipelineReview.Reporting.Html;

/// <summary>A heading and its content.</summary>
public sealed record Section(string Heading, IReadOnlyList<Block> Blocks)
{
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
