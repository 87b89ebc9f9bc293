using System;
using PipelineReview.Reviewing;
using Spectre.Console;
using Sqo.Qualification;

namespace PipelineReview.Reporting;

/// <summary>Shows the progress of the review in a terminal, and removes it at the end.</summary>
internal static class TerminalProgress
{
    public static T While<T>(IAnsiConsole console, ExplanationTexts texts, Func<Action<ReviewStep, int, int>, T> work) => console
        .Progress()
        .AutoClear(true)
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
        .Start(context =>
        {
            ProgressTask reading = context.AddTask(Markup.Escape(texts[Words.Reading]));
            ProgressTask forecasting = context.AddTask(Markup.Escape(texts[Words.Forecasting]), autoStart: false);
            ProgressTask explaining = context.AddTask(Markup.Escape(texts[Words.Explaining]), autoStart: false);
            reading.IsIndeterminate = true;
            return work((step, done, of) =>
            {
                ProgressTask task = step switch
                {
                    ReviewStep.Reading => reading,
                    ReviewStep.Forecasting => forecasting,
                    _ => explaining,
                };
                if (of == 0)
                {
                    return;
                }

                if (!task.IsStarted)
                {
                    task.StartTask();
                }

                task.IsIndeterminate = false;
                task.MaxValue = of;
                task.Value = done;
            });
        });
}
