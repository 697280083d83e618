namespace GitOps;

/// <summary>Why Flux cannot parse a text; any such fault fails the whole object.</summary>
/// <param name="Offset">Where the fault is: the character that does not fit, or the end of the text.</param>
/// <param name="ExpressionOffset">Where the <c>${</c> starts that cannot be parsed.</param>
/// <param name="Message">Flux's own words (fluxcd/pkg envsubst parse.go).</param>
internal sealed record SubstitutionError(int Offset, int ExpressionOffset, string Message)
{
    /// <summary><c>${}</c>, <c>${ X}</c>, <c>${{ x }}</c>.</summary>
    public const string VariableName = "unable to parse variable name";

    /// <summary><c>${V-d}</c>, <c>${A[0]}</c>, <c>${A.B}</c>, or no brace at all.</summary>
    public const string ClosingBrace = "missing closing brace";

    /// <summary>An operator that is not finished.</summary>
    public const string BadSubstitution = "bad substitution";

    /// <summary>An argument that is missing, or an empty pattern.</summary>
    public const string Argument = "unable to parse substitution within function";

    /// <summary>A default that cannot be read.</summary>
    public const string Default = "unable to parse default function";

    /// <summary>Ours: Go's stack grows, ours does not, and nobody nests so deeply.</summary>
    public const string TooDeep = "expressions are nested too deeply";
}
