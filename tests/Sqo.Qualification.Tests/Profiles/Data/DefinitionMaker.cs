using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;

namespace Sqo.Qualification.Tests.Profiles.Data;

/// <summary>Definitions at random, as JSON that the library had no part in, with every operator on every type of field that it
/// fits.</summary>
internal sealed class DefinitionMaker(SeededRandom random)
{
    private int _ids;
    private bool _takesPrerequisites;

    /// <summary>Makes definitions until one gives a profile: at random, a score may be flat or a threshold out of reach.</summary>
    public string Make(int size, out QualificationProfile<Probe> profile)
    {
        for (; ; )
        {
            _ids = 0;
            var json = Profile(size);
            try
            {
                profile = QualificationProfile.Create(ProfileDefinition.Parse(json), ProbeFields.All);
                return json;
            }
            catch (QualificationProfileException e) when (e.Faults.All(
                f => f.Code is "score.flat" or "mean.prerequisites" or "threshold.unreachable" or "profile.undecided" or "decay.no-weight"
                    or "activity.twice"))
            {
            }
        }
    }

    private static string Text(string value) => "\"" + value.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";

    private string Profile(int size)
    {
        var parts = new List<string> { "\"name\": \"made\"", $"\"qualifyAt\": {random.Pick(10, 35, 50)}" };
        if (random.Chance(0.5)) parts.Add("\"version\": \"2026-11\"");
        if (random.Chance(0.5)) parts.Add($"\"nearMissWithin\": {random.Pick("5", "12.5", "4e1")}");
        if (random.Chance(0.3)) parts.Add("\"hysteresis\": 2.5");
        if (random.Chance(0.3)) parts.Add("\"onError\": \"answerUnknown\"");
        var scoring = random.Below(6);
        var takesBounds = scoring is 0 or 1 or 2;
        var takesNegative = takesBounds || scoring == 5;
        if (scoring > 0)
        {
            parts.Add(
                "\"scoring\": {\"strategy\": " +
                (takesBounds ? $"\"weightedPoints\"{random.Pick("", "", ", \"scale\": \"fromZero\"", ", \"scale\": \"stretched\"")}}}"
                : scoring == 3 ? "\"weightedMean\"}"
                : scoring == 4 ? "\"geometricMean\"}"
                : "\"logOdds\", \"intercept\": -1.25, \"greatest\": 0.95}"));
        }

        if (takesBounds && random.Chance(0.3)) parts.Add("\"cap\": 200");
        _takesPrerequisites = scoring is not 4 and not 5;
        var nodes = Enumerable.Range(0, size).Select(_ => Node(0, takesBounds, takesNegative)).Concat(Framework()).Concat([Anchor()]);
        parts.Add($"\"criteria\": [{string.Join(", ", nodes)}]");
        if (random.Chance(0.5))
        {
            parts.Add(
                "\"nextActions\": [{\"verdict\": \"qualified\", \"text\": \"Call\"}, {\"id\": \"own\", \"verdict\": " +
                "\"nearMiss\", \"text\": \"Ring\"}]");
        }
        if (random.Chance(0.3)) parts.Reverse();
        return "{" + string.Join(", ", parts) + "}";
    }

    // Something that always tells opportunities apart.
    private string Anchor() => $"{{\"id\": \"anchor\", \"field\": \"flag2\", \"isTrue\": true, \"weight\": {random.Pick("2", "3.5")}}}";

    private string[] Framework() => random.Chance(0.8) ? [] : [random.Pick(
        "{\"use\": \"bant\", \"evidence\": [{\"id\": \"budget\", \"field\": \"evidence\", \"weight\": 5, \"label\": \"B\"}, " +
            "{\"id\": \"need\", \"field\": \"flag1\"}], \"leaveOut\": [\"authority\", \"timeline\"]}",
        "{\"use\": \"startup\", \"nextActions\": false, \"evidence\": [{\"id\": \"market\", \"field\": \"evidence\", \"atLeast\": " +
            "\"claimed\"}], \"conditions\": [{\"id\": \"budget\", \"field\": \"amount1\", \"atLeast\": 10}], \"leaveOut\": [\"interest\"]}",
        "{\"use\": \"champ\", \"points\": {\"claimed\": 2, \"confirmed\": 4}, \"evidence\": [{\"id\": \"money\", \"field\": " +
            "\"evidence\"}], \"leaveOut\": [\"challenges\", \"authority\", \"prioritization\"], \"stages\": {\"field\": \"text1\", " +
            "\"order\": [\"saas\", \"retail\"], \"from\": [{\"stage\": \"retail\", \"atLeast\": \"documented\"}]}}")];

    private string Node(int depth, bool takesBounds, bool takesNegative)
    {
        var id = $"\"id\": \"c{_ids++}\"";
        if (depth < 2 && random.Chance(0.2))
        {
            var inner = string.Join(
                ", ", Enumerable.Range(0, random.Between(1, 3)).Select(_ => Node(depth + 1, takesBounds, takesNegative)));
            return $"{{{id}, \"criteria\": [{inner}]{(takesBounds && random.Chance(0.5) ? ", \"cap\": 90.5" : "")}" +
                $"{(random.Chance(0.5) ? ", \"label\": \"Gruppe Ä\"" : "")}}}";
        }

        if (depth < 3 && random.Chance(0.2))
        {
            var parts = Enumerable.Range(0, random.Between(1, 3)).Select(_ => "{" + $"\"id\": \"c{_ids++}\", " + Asking() + "}").ToList();
            var combine = random.Pick("allOf", "anyOf", "noneOf", "atLeast");
            var count = combine == "atLeast" ? $", \"count\": {random.Between(1, parts.Count)}" : "";
            return $"{{{id}, \"combine\": \"{combine}\"{count}, \"parts\": [{string.Join(", ", parts)}], {Counting(takesNegative)}}}";
        }

        if (random.Chance(0.1)) return $"{{{id}, {Scoring(takesNegative)}}}";
        return $"{{{id}, {Asking()}, {Counting(takesNegative)}}}";
    }

    private string Scoring(bool takesNegative) => "\"field\": \"activities\", \"activity\": {" + random.Pick(
        "\"types\": [\"saas\"], \"points\": 10, \"halfLife\": 30, \"cap\": 40",
        "\"except\": [\"saas\", \"fintech\"], \"points\": 2.5, \"cap\": 10, \"capPerWeek\": 5",
        "\"points\": 0.5, \"cap\": 8, \"timesValue\": true",
        takesNegative ? "\"types\": [\"retail\", \"malmö\"], \"points\": -5, \"floor\": -12.5" : "\"points\": 5, \"cap\": 9") + "}";

    private string Counting(bool takesNegative)
    {
        var parts = new List<string> { $"\"weight\": {random.Pick(takesNegative ? "-2.5" : "2.5", "1", "3.0", "0.1")}" };
        if (random.Chance(0.2)) parts.Add(random.Pick("\"required\": true", "\"required\": false"));
        else if (_takesPrerequisites && random.Chance(0.2)) parts.Add("\"when\": \"anchor\"");
        if (random.Chance(0.2)) parts.Add($"\"metFrom\": {random.Pick("0.5", "0.25")}");
        if (random.Chance(0.2)) parts.Add(
            $"\"decay\": {{\"by\": \"{random.Pick(ProbeFields.Dates)}\", \"halfLife\": {random.Pick("30", "7.5")}}}");
        if (random.Chance(0.3)) parts.Add(
            $"\"label\": {random.Pick("\"Label\"", "\"\\u00c4 \\\"b\\\" \\ud83d\\ude00\"")}, \"dimension\": \"fit\", \"effort\": 0");
        if (random.Chance(0.2)) parts.Add(
            "\"question\": \"Why?\\nReally?\", \"nextAction\": \"Ask\", \"currency\": \"SEK\", \"revision\": \"b\"");
        return string.Join(", ", parts);
    }

    private string Asking()
    {
        var bound = random.Between(-9, 95);
        var far = bound + random.Between(1, 60);
        switch (random.Below(8))
        {
            case 0:
            case 1:
                var field = random.Pick("amount1", "amount2", "count1", "count2", "number1", "number2", "reading");
                var point = field.StartsWith("count", StringComparison.Ordinal) ? "" : random.Pick("", ".5", ".10");
                return $"\"field\": \"{field}\", " + random.Below(9) switch
                {
                    0 => $"\"{random.Pick("atLeast", "atMost", "above", "below", "equalTo")}\": {bound}{point}",
                    1 => $"\"{random.Pick("atLeast", "atMost", "above", "below", "equalTo")}\": {bound}{point}",
                    2 => $"\"between\": {{\"lower\": {bound}, \"upper\": {far}{point}}}",
                    3 => $"\"linear\": {{\"from\": {bound}, \"to\": {far}}}",
                    4 => $"\"linear\": {{\"to\": {bound}.25, \"from\": {far}}}",
                    5 => $"\"steps\": [{{\"at\": {bound}, \"value\": 0.2}}, {{\"at\": {far}, \"value\": 0.7}}]",
                    6 => $"\"piecewiseLinear\": [{{\"at\": {bound}, \"value\": 0.9}}, {{\"at\": {far}, \"value\": 0.61}}]",
                    _ => $"\"logistic\": {{\"midpoint\": {bound}, \"steepness\": {random.Pick("-0.1", "0.25")}}}",
                };
            case 2:
                return $"\"field\": \"{random.Pick("flag1", "FLAG2")}\", " + random.Pick(
                    "\"isTrue\": true", "\"isFalse\": true", "\"atLeast\": \"claimed\"", "\"atLeast\": \"confirmed\"");
            case 3:
                var comparison = random.Pick("", ", \"comparison\": \"ordinal\"", ", \"comparison\": \"invariantCulture\"");
                return $"\"field\": \"{random.Pick(ProbeFields.Texts)}\", " + random.Below(6) switch
                {
                    0 => "\"equalTo\": \"saas\"" + comparison,
                    1 => "\"oneOf\": [\"SaaS\", \"fintech\", \"MALMÖ\"]" + comparison,
                    2 => "\"noneOf\": [\"retail\", \"\"]" + comparison,
                    3 => "\"contains\": \"a\"" + comparison,
                    4 => "\"matches\": " + Text("^[a-z]\\w+$") +
                        random.Pick("", ", \"timeLimit\": \"00:00:02\"", ", \"ignoreCase\": false"),
                    _ => "\"isPresent\": true",
                };
            case 4:
                return $"\"field\": \"{random.Pick(ProbeFields.Dates)}\", " + random.Below(5) switch
                {
                    0 => $"\"withinNext\": {random.Between(0, 60)}",
                    1 => $"\"withinLast\": {random.Between(0, 60)}",
                    2 => $"\"before\": {random.Pick("\"2026-06-30\"", "\"2026-06-30T16:00\"", "\"2026-06-30T16:00:00.1234567Z\"")}",
                    3 => "\"after\": \"2026-01-01T00:00:00Z\"",
                    _ => $"\"halfLife\": {random.Pick("14", "0.5")}",
                };
            case 5:
                return random.Chance(0.5)
                    ? $"\"field\": \"duration\", \"{random.Pick("atLeast", "below", "equalTo")}\": " +
                        $"\"{random.Pick("1.00:00:00", "02:30:00", "-00:00:00.5")}\""
                    : $"\"field\": \"evidence\", \"atLeast\": \"{random.Pick("Claimed", "confirmed", "Documented")}\"";
            case 6:
                return "\"field\": \"region\", " +
                    random.Pick("\"equalTo\": \"North\"", "\"oneOf\": [\"north\", \"East\"]", "\"noneOf\": [\"West\"]");
            default:
                return random.Pick(
                    "\"field\": \"tags\", \"containsAny\": [\"edi\", \"api\"]",
                    "\"field\": \"tags\", \"containsAll\": [\"edi\", \"API\"], \"comparison\": \"ordinal\"",
                    "\"field\": \"tags\", \"countAtLeast\": 2",
                    "\"field\": \"counts\", \"containsAny\": [7, 8]",
                    $"\"field\": \"activities\", \"{random.Pick("a", "noA")}ctivityWithinLast\": {{\"types\": [\"SaaS\"], \"days\": 30}}");
        }
    }
}
