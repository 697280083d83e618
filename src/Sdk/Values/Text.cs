namespace GitOps;

/// <summary>Helpers for text in manifests, where <c>${…}</c> and <c>$$</c> have a meaning for Flux.</summary>
public static class Text
{
    /// <summary>
    /// Marks text in which every <c>$</c> is meant as it stands: a script, a dashboard, a regular expression. Synth escapes it for as many
    /// substitutions as Flux really makes on that object (none, one, or two below a Kustomization that is itself substituted), so the applied object
    /// holds exactly this text.
    /// </summary>
    /// <param name="text">The text, with <c>${…}</c> and <c>$</c> as they shall arrive.</param>
    /// <returns>A text for any string field; it may be concatenated and interpolated.</returns>
    public static string Literal(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Create(text.Length, text, static (marked, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                marked[i] = source[i] == '$' && MayBeRead(source, i) ? LiteralDollars.Mark : source[i];
        });
    }

    // Flux reads '${' and '$$' and nothing else. A dollar at an end may come to stand beside another text's, so it is marked too.
    private static bool MayBeRead(string text, int at) => at == 0 || at == text.Length - 1 || text[at + 1] is '{' or '$';

    /// <summary>
    /// Wraps a variable so that its value stays a string whatever it looks like: kustomize drops the quotes around <c>${X}</c>, so the value <c>on</c> or
    /// <c>123</c> would become a bool or a number. When the value is empty the result is empty too and reads as null.
    /// </summary>
    /// <param name="variable">A whole expression, <c>${X}</c>.</param>
    /// <returns><c>${X:-: }</c>: the blank behind the colon makes kustomize quote the whole text (fluxcd/pkg kustomize_varsub.go substitutes text).</returns>
    /// <exception cref="ArgumentException">The text is not exactly one plain <c>${NAME}</c>.</exception>
    public static string Quoted(string variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        if (!variable.StartsWith("${", StringComparison.Ordinal) || !variable.EndsWith('}') || !IsName(variable.AsSpan(2, variable.Length - 3)))
            throw new ArgumentException($"'{variable}' is not a single variable such as ${{NAME}}.", nameof(variable));
        return string.Concat(variable.AsSpan(0, variable.Length - 1), ":-: }");
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || char.IsAsciiDigit(name[0]))
            return false;
        foreach (var c in name)
            if (!char.IsAsciiLetterOrDigit(c) && c != '_')
                return false;
        return true;
    }
}
