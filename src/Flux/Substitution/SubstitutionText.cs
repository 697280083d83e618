namespace GitOps;

/// <summary>A text as Flux's substitution reads it (fluxcd/pkg envsubst): its pieces, or the error that fails the object.</summary>
internal sealed class SubstitutionText
{
    private SubstitutionText(string text, IReadOnlyList<SubstitutionNode> nodes, SubstitutionError? error)
    {
        Text = text;
        Nodes = nodes;
        Error = error;
    }

    /// <summary>The text itself.</summary>
    public string Text { get; }

    /// <summary>Its pieces, in order; of a text that cannot be parsed, those before the fault.</summary>
    public IReadOnlyList<SubstitutionNode> Nodes { get; }

    /// <summary>Why it cannot be parsed, or <see langword="null"/>.</summary>
    public SubstitutionError? Error { get; }

    /// <summary>The expressions, each before those inside its arguments.</summary>
    public IEnumerable<SubstitutionExpression> Expressions => Walk(Nodes);

    /// <summary>The one expression that is the whole text, if it is: its value alone decides the type of the field.</summary>
    public SubstitutionExpression? Whole => Nodes.Count == 1 ? Nodes[0] as SubstitutionExpression : null;

    /// <summary>Reads a text; never throws.</summary>
    public static SubstitutionText Parse(string text)
    {
        // Most texts hold no expression at all.
        if (text.IndexOf('$') < 0)
            return new(text, text.Length == 0 ? [] : [new SubstitutionLiteral(0, text.Length, text)], null);
        var parser = new SubstitutionParser(text);
        var nodes = parser.ParseAll();
        return new(text, nodes, parser.Error);
    }

    /// <summary>Whether a text can hold an expression.</summary>
    public static bool MayHoldExpressions(string text) => text.IndexOf("${", StringComparison.Ordinal) >= 0;

    private static IEnumerable<SubstitutionExpression> Walk(IReadOnlyList<SubstitutionNode> nodes)
    {
        foreach (var node in nodes)
            if (node is SubstitutionExpression expression)
            {
                yield return expression;
                foreach (var inner in Walk(expression.Arguments))
                    yield return inner;
            }
    }
}
