using System.Text;

namespace GitOps.Benchmarks;

/// <summary>Breaks a text in one of the ways in which texts are broken: by editors, merges, templates, and by people who want to hurt.</summary>
internal sealed class FuzzMutator(Random random, IReadOnlyList<string> others)
{
    private static readonly string[] Words =
    [
        "${X}", "${X:=}", "${X:-${Y:-z}}", "${", "${X[0]}", "$${X}", "$$", "~", "null", "{", "}", "[", "]", "{}", "[]", "&a", "*a", "<<: *a", "!!binary x", "!x", "|", ">", "|-\n  x", "'", "\"", "# c", ": ", "- ", "? ", "---", "...",
        "\t", "\r", "\0", "\uFEFF", "\u0085", "\uD800", "é", "😀", "0", "-1", "1e400", "0x1F", "08", "99999999999999999999", "true", "yes", "2024-01-01", "..", "../../..", "/", "https://x/y?ref=1", "git::x", "kustomization.yaml",
        "resources:", "components:", "patches:", "dependsOn:", "namespace: x", "kind: Kustomization", "kind: Component", "kind: List\nitems: []", "apiVersion: kustomize.toolkit.fluxcd.io/v1", "spec:", "metadata:", "name: x",
        "postBuild: {substitute: {X: y}}", "op: replace", "op: copy", "path: /spec", "path: ./", "$patch: delete", "helmCharts:", "replacements:", "images: [{name: x}]", "self.x == 1", "^(a+)+$", "enabled: 1",
    ];

    public string Mutate(string text)
    {
        for (var times = random.Next(1, 4); times > 0; times--)
            text = Once(text);
        return text;
    }

    private string Once(string text)
    {
        var lines = text.Split('\n').ToList();
        var at = random.Next(lines.Count);
        switch (random.Next(16))
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(at, lines[random.Next(lines.Count)]);
                break;
            case 2:
                var other = random.Next(lines.Count);
                (lines[at], lines[other]) = (lines[other], lines[at]);
                break;
            case 3:
                lines[at] = "  " + lines[at];
                break;
            case 4:
                lines[at] = lines[at].Length > 1 ? lines[at][1..] : lines[at];
                break;
            case 5:
                lines.Insert(at, new string(' ', random.Next(0, 8)) + Word());
                break;
            case 6 or 7:
                // A value by another.
                var colon = lines[at].IndexOf(": ", StringComparison.Ordinal);
                lines[at] = colon < 0 ? Word() : lines[at][..(colon + 2)] + Word();
                break;
            case 8:
                var key = lines[at].TrimStart(' ', '-').Split(':')[0];
                if (key.Length > 0) lines[at] = lines[at].Replace(key, random.Next(2) == 0 ? Word() : key + "x", StringComparison.Ordinal);
                break;
            case 9:
                return Insert(text, Word());
            case 10:
                return text.Length == 0 ? text : text[..random.Next(text.Length)];
            case 11:
                return text.Length == 0 ? text : text.Remove(random.Next(text.Length), 1);
            case 12:
                var donor = others[random.Next(others.Count)].Split('\n');
                var start = random.Next(donor.Length);
                lines.InsertRange(at, donor.Skip(start).Take(random.Next(1, 12)));
                break;
            case 13:
                return others[random.Next(others.Count)];
            case 14:
                var noise = new StringBuilder(text);
                for (var i = random.Next(1, 9); i > 0 && noise.Length > 0; i--) noise[random.Next(noise.Length)] = (char)random.Next(0, random.Next(2) == 0 ? 128 : 65536);
                return noise.ToString();
            default:
                // A block again and again, each time deeper.
                var block = string.Join('\n', lines.Skip(at).Take(4));
                lines.InsertRange(at, Enumerable.Range(0, random.Next(2, 40)).SelectMany(depth => block.Split('\n').Select(line => new string(' ', depth) + line)));
                break;
        }
        return string.Join('\n', lines);
    }

    private string Insert(string text, string what) => text.Insert(random.Next(text.Length + 1), what);

    private string Word() => Words[random.Next(Words.Length)];
}
