using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GitOps;

/// <summary>Where a string goes.</summary>
internal static class TextFlow
{
    /// <summary>
    /// Whether a string becomes text of an object: through conversions, conditions and lists into a member, indexer or argument of an SDK or generated model,
    /// and by no call or mark that takes it out of substitution.
    /// </summary>
    public static bool ReachesObject(IOperation text, FluxTypes types)
    {
        var reached = false;
        var child = text;
        for (var parent = text.Parent; parent is not null; child = parent, parent = parent.Parent)
        {
            if (IsOutside(parent, child, types))
                return false;
            if (!reached)
            {
                if (Takes(parent, child, types))
                    reached = true;
                else if (!PassesOn(parent, child))
                    return false;
            }
        }

        return reached;
    }

    /// <summary>Whether a text is YAML of its own, given to a method of the SDK that makes objects of it.</summary>
    public static bool IsYaml(IOperation text, FluxTypes types)
    {
        var at = text;
        while (at.Parent is IParenthesizedOperation or IConversionOperation { OperatorMethod: null })
            at = at.Parent;
        return at.Parent is IArgumentOperation { Parameter: { Name: "yaml" } parameter } argument && types.IsModel(parameter.ContainingType) && parameter.ContainingType.Name == "Manifest"
            // What is done to the objects afterwards may take them out of substitution.
            && argument.Parent?.Parent is IConversionOperation or ICollectionExpressionOperation;
    }

    /// <summary>Whether a text is the whole of a field that takes a string, and nothing else: a map's value or a property.</summary>
    public static bool IsAllOfAString(IOperation? text, FluxTypes types)
    {
        var at = text;
        while (at?.Parent is IParenthesizedOperation or IConversionOperation { OperatorMethod: null })
            at = at.Parent;
        return at?.Parent is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Type.SpecialType: SpecialType.System_String } property } } assignment
            && assignment.Value == at && types.IsModel(property.ContainingType)
            // Where an image's parts become one text.
            && property.ContainingType.Name is not ("ImageOverride" or "KustomizeOptions");
    }

    /// <summary>A place that takes the text for good.</summary>
    private static bool Takes(IOperation parent, IOperation child, FluxTypes types) => parent switch
    {
        IConversionOperation { OperatorMethod: { } method } => types.IsModel(method.ContainingType),
        IArgumentOperation { Parameter.ContainingSymbol: var called } => types.IsModel(called.ContainingType),
        ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } assignment => assignment.Value == child && types.IsModel(target.Member.ContainingType),
        IReturnOperation => false,
        _ => false,
    };

    private static bool PassesOn(IOperation parent, IOperation child) => parent switch
    {
        IConversionOperation or IParenthesizedOperation or IInterpolationOperation or IInterpolatedStringOperation or ICoalesceOperation or ICollectionExpressionOperation
            or IArrayInitializerOperation or IArrayCreationOperation => true,
        IBinaryOperation binary => binary.OperatorKind == BinaryOperatorKind.Add,
        IConditionalOperation conditional => conditional.Condition != child,
        ISwitchExpressionArmOperation arm => arm.Value == child,
        ISwitchExpressionOperation choice => choice.Value != child,
        _ => false,
    };

    private static bool IsOutside(IOperation parent, IOperation child, FluxTypes types) => parent switch
    {
        // Marked as literal; a path; a comment; YAML, of which each scalar is a text of its own that synth reads.
        IArgumentOperation { Parameter: { } parameter } => types.IsModel(parameter.ContainingType)
            && (parameter.ContainingType.Name is "Files" or "FieldComments" || parameter.ContainingSymbol.Name is "Literal" or "WithComment" or "WithTrailingComment" || parameter.Name == "yaml"),
        ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: var member } } => types.IsModel(member.ContainingType)
            && (member.Name is "Comment" or "TagComment" or "HeadComment" or "EntryComment" or "FileName" or "ReadyExpr" or "Comments"
                || (member.Name == "Data" && member.ContainingType.Name == "Secret")),
        // A component's properties become values of variables, and common metadata is set after substitution.
        IObjectCreationOperation { Type: { } made } creation => FluxTypes.Derives(made, types.Component)
            // What is generated into a Secret is base64.
            || made is { Name: "CommonMetadata" or "SecretGenerator" } || (types.IsManifest(made) && IsSwitchedOff(creation)),
        _ => false,
    };

    /// <summary>Whether an object's marks take it out of substitution, or might.</summary>
    private static bool IsSwitchedOff(IObjectCreationOperation creation)
    {
        if (creation.Syntax.DescendantNodes().OfType<LiteralExpressionSyntax>().Any(static literal => literal.Token.Value is string text && text.Contains(SubstitutionSwitch.Key)))
            return true;
        foreach (var assignment in (creation.Initializer?.Initializers ?? []).OfType<ISimpleAssignmentOperation>())
            if (assignment.Target is IPropertyReferenceOperation { Property.Name: var name })
            {
                if (name is "SubstitutionDisabled" or "Literal" && assignment.Value.ConstantValue is not { HasValue: true, Value: false })
                    return true;
                if (name is "Metadata" or "Labels" or "Annotations" && MayHoldSwitch(assignment.Value))
                    return true;
            }

        return false;
    }

    /// <summary>Metadata that is written out with constant keys shows whether the mark is among them.</summary>
    private static bool MayHoldSwitch(IOperation value)
    {
        foreach (var node in value.Syntax.DescendantNodesAndSelf())
            switch (node)
            {
                case ImplicitElementAccessSyntax { ArgumentList.Arguments: not [{ Expression: LiteralExpressionSyntax }] }:
                    return true;
                case AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "Labels" or "Annotations" }, Right: not (BaseObjectCreationExpressionSyntax or CollectionExpressionSyntax) }:
                    return true;
            }

        return value.Syntax is not (BaseObjectCreationExpressionSyntax or CollectionExpressionSyntax);
    }
}
