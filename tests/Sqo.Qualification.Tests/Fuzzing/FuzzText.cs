using System;
using System.Text;
using Sqo.Qualification.Tests.Infrastructure;

namespace Sqo.Qualification.Tests.Fuzzing;

/// <summary>Changes to texts that are read.</summary>
internal sealed class FuzzText(SeededRandom random)
{
    /// <summary>What breaks a text or a number.</summary>
    public static readonly string[] Tokens =
    [
        "{", "}", "[", "]", ",", ":", "\"", "null", "true", "1e999", "-", "1e-400", "1e16", "-0", "\\ud800", "NaN", "\u0000", "\ud83d",
            "\"weight\": 0,", "\"required\": true,", "\"5\"", "0.1",
    ];

    /// <summary>A text with up to five changes, often with none.</summary>
    public string Mutate(string text)
    {
        var changed = new StringBuilder(text);
        for (var i = random.Below(6); i > 0; i--)
        {
            var at = random.Below(changed.Length);
            switch (random.Below(5))
            {
                case 0: changed.Remove(at, Math.Min(random.Between(1, 12), changed.Length - at)); break;
                case 1: changed.Insert(at, random.Pick(Tokens)); break;
                case 2: changed[at] = (char)random.Below(random.Pick(128, 65_536)); break;
                case 3: changed.Insert(at, changed.ToString(at, Math.Min(random.Between(1, 60), changed.Length - at))); break;
                default: ChangeDigit(changed, at); break;
            }

            if (changed.Length == 0) changed.Append(' ');
        }

        return changed.ToString();
    }

    private void ChangeDigit(StringBuilder text, int start)
    {
        for (var at = start; at < text.Length; at++)
        {
            if (!char.IsDigit(text[at])) continue;
            text[at] = (char)('0' + random.Below(10));
            return;
        }
    }
}
