using System.Text;
using System.Text.RegularExpressions;

namespace GitOps.Tests;

/// <summary>Reads <c>../shared/data/vectors/envsubst.txt</c>: what the controllers' own code gave.</summary>
internal static partial class EnvsubstVectors
{
    /// <summary>The variables of the first table, named in the file's head.</summary>
    public static readonly IReadOnlyDictionary<string, string> Variables = new Dictionary<string, string>
    {
        ["9X"] = "nine",
        ["D"] = "def",
        ["DOM"] = "a.b.c",
        ["E"] = "",
        ["N"] = "7",
        ["P"] = "/x/y/z.txt",
        ["UNI"] = "héllo",
        ["V"] = "val",
    };

    /// <summary>The variables of the last table; its rows name them in the results.</summary>
    public static readonly IReadOnlyDictionary<string, string> TrimVariables = new Dictionary<string, string>
    {
        ["D"] = "a.b.c",
        ["S"] = "aaa",
        ["P"] = "/x/y/z",
        ["U8"] = "héé",
    };

    /// <summary>Expression, result with unset variables allowed, result in strict mode.</summary>
    public static IEnumerable<(string Text, string Lenient, string Strict)> Table()
    {
        string? pending = null;
        foreach (var line in Lines().TakeWhile(static line => !line.StartsWith("== ", StringComparison.Ordinal)))
        {
            // The second of these is one half of a row whose other half is not in the file.
            if (line.StartsWith("# ", StringComparison.Ordinal) || line == "${U:-line1")
                continue;
            var text = pending is null ? line : pending + "\n" + line;
            var columns = Row().Match(text);
            // A text of two lines is written on two.
            pending = columns.Success ? null : text;
            if (columns.Success)
                yield return (columns.Groups[1].Value, columns.Groups[2].Value, columns.Groups[3].Value);
        }
    }

    /// <summary>Name, the text after substitution, the JSON or null when it is an error.</summary>
    public static IEnumerable<(string Name, string Substituted, string? Json)> Pipeline()
    {
        var lines = Lines().SkipWhile(static line => !line.StartsWith("== ", StringComparison.Ordinal)).Skip(1).ToList();
        for (var i = 0; i + 2 < lines.Count; i++)
        {
            if (!lines[i].EndsWith(':') || !lines[i + 1].StartsWith("  subst : ", StringComparison.Ordinal))
                continue;
            var result = lines[i + 2];
            yield return (lines[i][..^1], Unquote(lines[i + 1]["  subst : ".Length..]),
                result.StartsWith("  json  : ", StringComparison.Ordinal) ? result["  json  : ".Length..] : null);
        }
    }

    /// <summary>Expression and result as a Go literal; the error's words after a result that is the text itself.</summary>
    public static IEnumerable<(string Text, string Result, string? Error)> Trims()
    {
        foreach (var line in Lines())
        {
            var match = Trim().Match(line);
            if (match.Success)
                yield return (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value == "<nil>" ? null : match.Groups[3].Value);
        }
    }

    /// <summary>A Go string literal; a lone byte becomes what <see cref="Utf8Text"/> makes of half a character.</summary>
    public static string Unquote(string literal)
    {
        var result = new StringBuilder();
        for (var i = 1; i < literal.Length - 1; i++)
        {
            if (literal[i] != '\\')
            {
                result.Append(literal[i]);
                continue;
            }

            i++;
            switch (literal[i])
            {
                case 'n':
                    result.Append('\n');
                    break;
                case 't':
                    result.Append('\t');
                    break;
                case 'x':
                    result.Append((char)(0xDC00 + Convert.ToInt32(literal.Substring(i + 1, 2), 16)));
                    i += 2;
                    break;
                case 'u':
                    result.Append((char)Convert.ToInt32(literal.Substring(i + 1, 4), 16));
                    i += 4;
                    break;
                default:
                    result.Append(literal[i]);
                    break;
            }
        }

        return result.ToString();
    }

    public static string[] Lines() => File.ReadAllLines(SharedData.Data("vectors", "envsubst.txt"));

    [GeneratedRegex(@"^(.*?) *\| (""(?:[^""\\]|\\.)*""|ERR\(.*?\)) *\| (""(?:[^""\\]|\\.)*""|ERR\(.*\))$", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^(\$\{\S+) +(""(?:[^""\\]|\\.)*"") (<nil>|[a-z ]+)$")]
    private static partial Regex Trim();
}
