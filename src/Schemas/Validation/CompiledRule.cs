namespace GitOps;

/// <summary>A CEL rule, parsed once.</summary>
internal sealed class CompiledRule(SchemaRule rule)
{
    private CelExpression? expression;
    private CelExpression? message;
    private bool isParsed;

    public SchemaRule Rule { get; } = rule;

    /// <summary>Null for a rule that we cannot read: it is left to the server.</summary>
    public CelExpression? Expression
    {
        get
        {
            if (!isParsed)
            {
                expression = CelExpression.Parse(Rule.Expression).Expression;
                message = Rule.MessageExpression is null ? null : CelExpression.Parse(Rule.MessageExpression).Expression;
                isParsed = true;
            }

            return expression;
        }
    }

    /// <summary>The expression that gives the message, once <see cref="Expression"/> was asked for.</summary>
    public CelExpression? Message => message;
}
