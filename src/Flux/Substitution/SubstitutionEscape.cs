using System.Text;

namespace GitOps;

/// <summary>How a literal passes through substitution unchanged.</summary>
internal static class SubstitutionEscape
{
    /// <summary>
    /// Writes a text so that it is itself again after so many passes: none where Flux does not substitute, two inside a Kustomization that is itself
    /// substituted. Only what would be read differently is doubled: a <c>$</c> before <c>{</c> or <c>$</c>.
    /// </summary>
    public static string Literal(string text, int passes = 1)
    {
        for (var pass = 0; pass < passes; pass++)
            text = Once(text);
        return text;
    }

    /// <summary>Whether one pass would change the text or fail on it.</summary>
    public static bool IsNeeded(string text)
    {
        for (var i = text.IndexOf('$'); i >= 0 && i + 1 < text.Length; i = text.IndexOf('$', i + 1))
            if (text[i + 1] is '{' or '$')
                return true;
        return false;
    }

    private static string Once(string text)
    {
        if (!IsNeeded(text))
            return text;
        var result = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            result.Append(text[i]);
            // The last `$` of a run keeps its place: a plain character follows it, and a pair would be read from the left.
            if (text[i] == '$' && i + 1 < text.Length && text[i + 1] is '{' or '$')
                result.Append('$');
        }

        return result.ToString();
    }
}
