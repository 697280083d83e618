namespace GitOps;

/// <summary>A rule as plain logic: negations stand at the atoms alone, and a ternary with a constant is an and or an or.</summary>
internal abstract record CelLogic
{
    public sealed record Atom(CelNode Node, bool IsNegated) : CelLogic;

    public sealed record And(IReadOnlyList<CelLogic> Parts) : CelLogic;

    public sealed record Or(IReadOnlyList<CelLogic> Parts) : CelLogic;

    /// <summary>One thing when a condition holds, another when not.</summary>
    public sealed record Choice(CelLogic Condition, CelLogic NotCondition, CelLogic Then, CelLogic Otherwise) : CelLogic;

    public sealed record Constant(bool Value) : CelLogic;

    public static CelLogic Of(CelNode node, bool isNegated = false)
    {
        switch (node)
        {
            case CelUnary { IsNot: true } not:
                return Of(not.Operand, !isNegated);
            case CelLiteral { Value: CelBool constant }:
                return new Constant(constant.Value != isNegated);
            case CelLogical logical:
                var parts = logical.Operands.Select(operand => Of(operand, isNegated));
                return logical.IsAnd != isNegated ? All(parts) : Any(parts);
            case CelBinary { Operator: CelOperator.Equal or CelOperator.NotEqual, Right: CelLiteral { Value: CelBool constant } } binary:
                return Of(binary.Left, isNegated != (binary.Operator == CelOperator.Equal != constant.Value));
            case CelBinary { Operator: CelOperator.NotEqual } binary:
                return new Atom(new CelBinary(binary.Offset, CelOperator.Equal, binary.Left, binary.Right), !isNegated);
            case CelConditional choice:
                var (condition, not2) = (Of(choice.Condition), Of(choice.Condition, isNegated: true));
                return (Of(choice.Then, isNegated), Of(choice.Otherwise, isNegated)) switch
                {
                    (Constant { Value: true }, var otherwise) => Any([condition, otherwise]),
                    (Constant { Value: false }, var otherwise) => All([not2, otherwise]),
                    (var then, Constant { Value: true }) => Any([not2, then]),
                    (var then, Constant { Value: false }) => All([condition, then]),
                    var (then, otherwise) => new Choice(condition, not2, then, otherwise),
                };
            default:
                return new Atom(node, isNegated);
        }
    }

    private static CelLogic All(IEnumerable<CelLogic> parts)
    {
        var flat = parts.SelectMany(static part => part is And inner ? inner.Parts : [part]).Where(static part => part is not Constant { Value: true }).ToArray();
        if (flat.Any(static part => part is Constant))
            return new Constant(false);
        // That a field is there goes without saying where more is asked of it.
        var kept = flat.Where(part => part is not Atom { IsNegated: false } atom || PathOf(atom) is not { } path || !flat.Any(other => Asks(other, path))).ToArray();
        return kept.Length == 0 ? new Constant(true) : kept.Length == 1 ? kept[0] : new And(kept);
    }

    private static CelLogic Any(IEnumerable<CelLogic> parts)
    {
        var flat = parts.SelectMany(static part => part is Or inner ? inner.Parts : [part]).Where(static part => part is not Constant { Value: false }).ToArray();
        if (flat.Any(static part => part is Constant))
            return new Constant(true);
        // A rule about a field holds where there is none: that goes without saying too.
        var kept = flat.Where(part => part is not Atom { IsNegated: true } atom || PathOf(atom) is not { } path || !flat.Any(other => Asks(other, path))).ToArray();
        return kept.Length == 0 ? new Constant(false) : kept.Length == 1 ? kept[0] : new Or(kept);
    }

    /// <summary>The field of which <c>has(…)</c> asks, as it is written.</summary>
    private static string? PathOf(Atom atom) =>
        atom.Node is CelSelect { IsTest: true } test && CelSignatures.Qualified(test.Operand) is { } operand ? operand + "." + test.Field : null;

    /// <summary>It asks more of a field than whether it is there: for its value, or for a field below it.</summary>
    private static bool Asks(CelLogic logic, string path) => logic switch
    {
        Atom atom => Asks(atom.Node, path),
        And and => and.Parts.Any(part => Asks(part, path)),
        Or or => or.Parts.Any(part => Asks(part, path)),
        Choice choice => Asks(choice.Condition, path) || Asks(choice.Then, path) || Asks(choice.Otherwise, path),
        _ => false,
    };

    private static bool Asks(CelNode node, string path) =>
        node is not CelSelect { IsTest: true } && CelSignatures.Qualified(node) == path
        || node is CelSelect { IsTest: true } test && CelSignatures.Qualified(test.Operand) == path
        || CelFreeNames.Children(node).Any(child => Asks(child, path));

    public static CelLogic Not(CelLogic logic) => logic switch
    {
        Atom atom => atom with { IsNegated = !atom.IsNegated },
        And and => Any(and.Parts.Select(Not)),
        Or or => All(or.Parts.Select(Not)),
        Choice choice => choice with { Then = Not(choice.Then), Otherwise = Not(choice.Otherwise) },
        _ => new Constant(!((Constant)logic).Value),
    };
}
