namespace GitOps;

/// <summary>A CEL expression that parses. Immutable; may be evaluated by many threads at once.</summary>
internal sealed class CelExpression
{
    private readonly HashSet<string> names;

    internal CelExpression(string text, CelNode root)
    {
        Text = text;
        Root = root;
        names = CelFreeNames.Of(root);
    }

    public string Text { get; }

    public CelNode Root { get; }

    /// <summary>It compares with the object's former state: the API server evaluates it on updates alone.</summary>
    public bool UsesOldSelf => Mentions("oldSelf");

    /// <summary>A variable of that name is used, other than one that a macro binds.</summary>
    public bool Mentions(string variable) => names.Contains(variable);

    /// <summary>Reads an expression. Never throws for what the text holds.</summary>
    public static CelParse Parse(string text) => new CelParser(text).Run();

    public override string ToString() => Text;
}
