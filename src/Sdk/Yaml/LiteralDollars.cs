using System.Text;

namespace GitOps;

/// <summary>
/// Dollars that <see cref="Text.Literal"/> marked, written so that each is one dollar again after all substitutions that pass over it. The mark is a
/// noncharacter, so that no text of an author holds it; it survives concatenation, interpolation and string methods.
/// </summary>
internal static class LiteralDollars
{
    public const char Mark = '\uFDD0';

    /// <summary>As a number of passes: the text goes into another text, whose writer will know how often.</summary>
    public const int Keep = -1;

    /// <summary>The root's, an app's, and those of a Kustomization inside it, over what that one patches.</summary>
    public const int MostPasses = 4;

    // What the mark is in UTF-8, for bytes that an author encoded.
    private static readonly byte[] MarkBytes = Encoding.UTF8.GetBytes(Mark.ToString());

    public static bool In(string text) => text.Contains(Mark, StringComparison.Ordinal);

    /// <summary>The text for so many passes.</summary>
    /// <exception cref="YamlWriteException">A literal <c>${</c> stands in the default of an expression, where there is no way to write it.</exception>
    public static string Write(string text, int passes)
    {
        if (passes == Keep || !In(text))
            return text;
        if (passes == 0)
            return text.Replace(Mark, '$');
        var arguments = SubstitutionText.MayHoldExpressions(text) ? UnescapedArguments(text) : [];
        var result = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != Mark && !IsLoneDollarBeforeMark(text, i))
            {
                result.Append(text[i]);
                continue;
            }

            var isInArgument = arguments.Exists(argument => argument.Start <= i && i < argument.End);
            if (isInArgument && i + 1 < text.Length && text[i + 1] == '{')
                throw new YamlWriteException("a literal '${' stands in the default or pattern of a variable, where Flux takes no escape; write the text without the default");
            // Inside an argument the pass that evaluates the expression leaves `$$` as it is (fluxcd/pkg envsubst parse.go).
            result.Append('$', 1 << (isInArgument ? passes - 1 : passes));
        }

        return result.ToString();
    }

    /// <summary>The text as substitution would read it, for rules: a literal dollar is no expression, also where none runs and it stands as a single one.</summary>
    public static string Noted(string text) => In(text) ? text.Replace(Mark.ToString(), "$$", StringComparison.Ordinal) : text;

    /// <summary>
    /// A YAML text for which each scalar says how often it is substituted; what is no scalar (a comment) is not.
    /// </summary>
    /// <param name="yaml">The text, which may hold marks.</param>
    /// <param name="passesOf">The number of passes, by the document and the path of a scalar in it.</param>
    public static string WriteInYaml(string yaml, Func<YamlDocument, YamlText, int> passesOf)
    {
        if (!In(yaml))
            return yaml;
        var file = YamlFile.Read(yaml);
        var result = new StringBuilder(yaml.Length + 16);
        var written = 0;
        foreach (var (start, end, passes) in Scalars(file, passesOf))
        {
            result.Append(file.Text[written..start].Replace(Mark, '$')).Append(Write(file.Text[start..end], passes));
            written = end;
        }

        return result.Append(file.Text[written..].Replace(Mark, '$')).ToString();
    }

    /// <summary>What an author encoded as base64 is out of every substitution's reach, and so is the mark inside it: the dollar itself belongs there.</summary>
    public static string InBase64(string base64)
    {
        var bytes = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, bytes, out var length) || bytes.AsSpan(0, length).IndexOf(MarkBytes) < 0)
            return base64;
        var result = new List<byte>(length);
        for (var i = 0; i < length; i++)
        {
            if (bytes.AsSpan(i, length - i).StartsWith(MarkBytes))
            {
                result.Add((byte)'$');
                i += MarkBytes.Length - 1;
            }
            else
            {
                result.Add(bytes[i]);
            }
        }

        return Convert.ToBase64String([.. result]);
    }

    private static IEnumerable<(int Start, int End, int Passes)> Scalars(YamlFile file, Func<YamlDocument, YamlText, int> passesOf)
    {
        var seen = new SortedDictionary<int, (int, int, int)>();
        foreach (var document in file.Documents)
            foreach (var text in YamlText.Below(document.Root))
                if (In(text.Scalar.Text) && !seen.ContainsKey(text.Scalar.Start.Offset))
                    seen.Add(text.Scalar.Start.Offset, (text.Scalar.Start.Offset, Math.Min(text.Scalar.End.Offset, file.Text.Length), passesOf(document, text)));
        return seen.Values;
    }

    // An odd dollar of the author's right before a literal one would pair with the first that is written for it.
    private static bool IsLoneDollarBeforeMark(string text, int at)
    {
        if (text[at] != '$' || at + 1 == text.Length || text[at + 1] != Mark)
            return false;
        var run = 0;
        for (var i = at; i >= 0 && text[i] == '$'; i--)
            run++;
        return run % 2 == 1;
    }

    // Where `$$` is not read as one dollar: defaults and the patterns of trims, but not those of replacements.
    private static List<(int Start, int End)> UnescapedArguments(string text)
    {
        var found = new List<(int, int)>();
        foreach (var expression in SubstitutionText.Parse(text).Expressions)
            if (expression.Arguments.Count > 0 && !expression.Operator.StartsWith('/'))
                found.Add((expression.NameOffset + expression.Name.Length + expression.Operator.Length, expression.Offset + expression.Length - 1));
        return found;
    }
}
