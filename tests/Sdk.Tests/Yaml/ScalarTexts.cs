using System.Text;

namespace GitOps.Tests;

/// <summary>Strings that YAML readers are known to take for something else, made from the pieces that decide it; the same ones on every run.</summary>
internal static class ScalarTexts
{
    private static readonly string[] Words =
    [
        "y", "Y", "n", "N", "yes", "Yes", "YES", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF", "true", "True", "TRUE", "false", "False", "FALSE",
        "null", "Null", "NULL", "~", "", "=", "<<", "inf", "Inf", "infinity", "nan", "NaN", ".inf", ".Inf", ".INF", ".nan", ".NaN", ".NAN", "---", "...", "--- a", "... a",
        "0x", "0X", "0o", "0O", "0b", "0B", "2024-01-01", "2024-1-2", "12:30", "12:30:45", "T12:30:45Z", "t1:2:3", "+01:00", "1.2.3", "10.0.0.1", "1Gi", "5m",
        "${X}", "${X:-: }", "${X:=d}", "$${X}", "{{ .V }}", "https://a.b/c?d=e#f", "ghcr.io/a/b:1.2@sha256:0a", "a b", "#c", "key: value", "- item", "? k", "!!str", "%YAML 1.1",
    ];

    private static readonly string[] Indicators =
        ["-", "?", ":", ",", "[", "]", "{", "}", "#", "&", "*", "!", "|", ">", "'", "\"", "%", "@", "`", "\\", "/", "$", "(", ")", ";", "<", "=", "~", "^", "_", "+", "."];

    private static readonly string[] Numeric = ["0", "1", "7", "8", "9", "12", "60", "99", "+", "-", ".", "_", "e", "E", "e+", "e-", "E3", ":", "x", "X", "o", "b", "a", "F", "p", "T", "Z", ","];

    private static readonly string[] Blanks = [" ", "  ", "\t", "\n", "\n\n", "\r", "\r\n", " \n", "\n ", "\n\t", "\t\n", "\u0085", "\u2028", "\u2029", "\uFEFF", "\u00A0", "\u3000", "\v", "\f"];

    private static readonly string[] Unusual =
        ["\0", "\u0001", "\u0007", "\b", "\u001B", "\u001F", "\u007F", "\u0080", "\u009F", "é", "ß", "日本", "\u200B", "\u200D", "\u202E", "\uD7FF", "\uE000", "\uFDEF", "\uFFFD", "\uFFFE", "\uFFFF",
            "😀", "👩\u200D💻", "\U0010FFFF", "\U0001F9D1"];

    private static readonly string[] Ordinary = ["a", "b", "abc", "name", "value", "x1", "lorem ipsum", "A", "z"];

    private static readonly string[][] All = [Words, Indicators, Numeric, Blanks, Unusual, Ordinary];

    // Some stay near one kind of trap (numbers of pieces of numbers), the others mix everything.
    private static readonly string[][][] Mixtures =
    [
        All, [Numeric], [Numeric, Numeric, Numeric, Blanks, Indicators], [Words, Blanks], [Words, Indicators], [Words, Numeric], [Indicators, Ordinary, Blanks], [Indicators], [Ordinary, Blanks], [Ordinary, Unusual, Blanks], All,
    ];

    public static List<string> Make(int count, int seed)
    {
        var random = new Random(seed);
        var texts = new List<string>(count);
        texts.AddRange(All.SelectMany(static pieces => pieces));
        var text = new StringBuilder();
        while (texts.Count < count)
        {
            var mixture = Mixtures[random.Next(Mixtures.Length)];
            text.Clear();
            for (var pieces = random.Next(1, random.Next(2, 9)); pieces > 0; pieces--)
            {
                var kind = mixture[random.Next(mixture.Length)];
                text.Append(kind[random.Next(kind.Length)]);
            }
            texts.Add(text.ToString());
        }
        return texts;
    }
}
