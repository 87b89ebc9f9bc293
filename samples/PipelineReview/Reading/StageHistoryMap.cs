namespace PipelineReview.Reading;

/// <summary>Where the stages that the deals have gone through are listed.</summary>
/// <param name="File">The file, relative to the folder of the deals file.</param>
/// <param name="Id">The column of the deal's id.</param>
/// <param name="Stage">The column of the stage that the deal entered.</param>
/// <param name="Entered">The column of the date on which it did.</param>
internal sealed record StageHistoryMap(string File, ColumnRef Id, ColumnRef Stage, ColumnRef Entered);
