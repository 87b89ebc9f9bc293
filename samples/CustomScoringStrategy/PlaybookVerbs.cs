using Sqo.Qualification;

namespace CustomScoringStrategy;

/// <summary>A custom verb of the builder: it reads like the built-in ones, which call the same <c>ScoreBy</c>.</summary>
internal static class PlaybookVerbs
{
    public static ProfileBuilder<T> ScoreByPlaybook<T>(this ProfileBuilder<T> profile) =>
        profile.ScoreBy(layout => new PlaybookStrategy(layout));
}
