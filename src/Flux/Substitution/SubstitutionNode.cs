namespace GitOps;

/// <summary>A piece of a text that Flux substitutes: plain text, or a <see cref="SubstitutionExpression"/>.</summary>
/// <param name="Offset">Where it starts in the text, in UTF-16 units.</param>
/// <param name="Length">How much of the text it takes.</param>
internal abstract record SubstitutionNode(int Offset, int Length);

/// <summary>Text between expressions, or inside their arguments.</summary>
/// <param name="Offset">Where it starts.</param>
/// <param name="Length">How much of the text it takes, escapes included.</param>
/// <param name="Value">The text with its escapes undone (<c>$$</c> is one <c>$</c>).</param>
internal sealed record SubstitutionLiteral(int Offset, int Length, string Value) : SubstitutionNode(Offset, Length);

/// <summary>One <c>${…}</c>.</summary>
/// <param name="Offset">Where its <c>$</c> stands.</param>
/// <param name="Length">Up to and with its closing brace.</param>
/// <param name="Name">The variable.</param>
/// <param name="NameOffset">Where the variable's name starts in the text.</param>
/// <param name="Operator">Empty, or <c>:-</c>, <c>:=</c>, <c>=</c>, <c>:?</c>, <c>:+</c>, <c>:</c>, <c>#</c>, <c>##</c>, <c>%</c>, <c>%%</c>, <c>/</c>, <c>//</c>, <c>/#</c>, <c>/%</c>, <c>^</c>, <c>^^</c>, <c>,</c>, <c>,,</c>; a length is <c>#</c> without arguments.</param>
/// <param name="Arguments">What stands after the operator: a default's pieces, an offset and a length, a pattern and a replacement.</param>
internal sealed record SubstitutionExpression(int Offset, int Length, string Name, int NameOffset, string Operator, IReadOnlyList<SubstitutionNode> Arguments)
    : SubstitutionNode(Offset, Length)
{
    /// <summary>Whether the operator gives a text when the variable is not set: all of <c>:- := = :? :+</c> do (template.go isDefaultOp).</summary>
    public bool HasDefault => IsDefault(Operator);

    /// <summary>Whether the variable must be set (strict mode, the default since Flux 2.9).</summary>
    public bool IsRequired => !HasDefault;

    /// <summary>The default as it is written in the text that the expression was read from.</summary>
    public string DefaultIn(string text)
    {
        var start = NameOffset + Name.Length + Operator.Length;
        return text.Substring(start, Offset + Length - 1 - start);
    }

    internal static bool IsDefault(string op) => op is ":-" or ":=" or "=" or ":?" or ":+";
}
