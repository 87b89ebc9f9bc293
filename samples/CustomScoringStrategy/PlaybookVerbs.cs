using Sqo.Qualification;

namespace CustomScoringStrategy;

/// <summary>A word of our own on the builder: it reads like the library's, which enter by the same <c>ScoreBy</c>.</summary>
internal static class PlaybookVerbs
{
    public static ProfileBuilder<T> ScoreByPlaybook<T>(this ProfileBuilder<T> profile) => profile.ScoreBy(layout => new PlaybookStrategy(layout));
}
