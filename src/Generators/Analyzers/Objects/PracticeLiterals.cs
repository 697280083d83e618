using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GitOps;

/// <summary>
/// The rules of practice over Helm values and over what the SDK's constructs make values of, at the literal: a tag that moves, a secret. The texts alone pick the candidates; what stands around
/// one of them is bound then.
/// </summary>
internal static class PracticeLiterals
{
    /// <summary>Whether a string literal may be a tag that moves or a secret, by itself and the name that it is given.</summary>
    public static bool MayMind(LiteralExpressionSyntax literal)
    {
        var text = literal.Token.ValueText;
        if (text.EndsWith("latest", StringComparison.Ordinal) && (text.Length == 6 || text[text.Length - 7] == ':'))
            return true;
        if (text.Length < 4)
            return false;
        if (SecretLiteralRule.HoldsPassword(text))
            return true;
        // A property of a chart's own values is called like its key.
        if (literal.Parent is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var property } })
            return SecretLiteralRule.IsSecret(property, text);
        if (KeyOf(literal) is not { Token.ValueText: var key })
            return false;
        return SecretLiteralRule.IsSecret(key, text)
            || (key == "value" && literal.FirstAncestorOrSelf<InitializerExpressionSyntax>(static node => !node.IsKind(SyntaxKind.ComplexElementInitializerExpression)) is { } around
                && Entries(around).Any(entry => entry.Key is LiteralExpressionSyntax { Token.ValueText: "name" } && entry.Value is LiteralExpressionSyntax name && SecretLiteralRule.IsSecret(name.Token.ValueText, text)));
    }

    /// <summary>What is said at a candidate, without a place; <see langword="null"/> where it is no value of a chart.</summary>
    public static Finding? Judge(LiteralExpressionSyntax literal, FluxTypes types, SemanticModel model, CancellationToken ct)
    {
        if (literal.Parent is ArgumentSyntax { Parent: ArgumentListSyntax arguments } argument)
            return OfArgument(argument, arguments, literal.Token.ValueText, types, model, ct);
        if (EntryOf(literal) is not { } entry || MapOf(entry) is not { } map)
            return null;
        var fields = new List<KeyValuePair<string, string?>>();
        ExpressionSyntax? own = null;
        foreach (var (key, value) in Entries(map))
        {
            var name = key is null ? null : TextOf(key, model, ct);
            var text = value is null ? null : TextOf(value, model, ct);
            if (value is not null && Behind(value) == literal)
                own = key;
            // A name or a digest that is not known may be the digest.
            if (name is null || (name == PracticeRules.Digest && text is null && value is not LiteralExpressionSyntax))
                (name, text) = (PracticeRules.Digest, PracticeRules.NotKnown);
            fields.RemoveAll(field => field.Key == name);
            fields.Add(new(name, text));
        }

        if (own is null || TextOf(own, model, ct) is not { } at || PracticeRules.OfMap(fields).Where(said => said.Field == at).Select(static said => said.Finding).FirstOrDefault() is not { } finding)
            return null;
        return IsOfAChart(map, types, model, ct) ? finding : null;
    }

    /// <summary>The image or the version that a construct is made with.</summary>
    private static Finding? OfArgument(ArgumentSyntax argument, ArgumentListSyntax arguments, string text, FluxTypes types, SemanticModel model, CancellationToken ct)
    {
        if (arguments.Parent is not (BaseObjectCreationExpressionSyntax or PrimaryConstructorBaseTypeSyntax or ConstructorInitializerSyntax)
            || model.GetSymbolInfo(arguments.Parent, ct).Symbol is not IMethodSymbol { ContainingType: var made } called || !IsOfTheSdk(made, types))
            return null;
        return (made.Name, ParameterOf(argument)) switch
        {
            ("AppImage", "Tag") => UnpinnedImageRule.InValues(name => name == "tag" ? text : name == "repository" ? Other("Repository") : null)?.Finding,
            ("AppTemplate", "tag") => UnpinnedChartRule.OfTag(text),
            _ => null,
        };

        string? ParameterOf(ArgumentSyntax given) =>
            given.NameColon?.Name.Identifier.ValueText ?? (arguments.Arguments.IndexOf(given) is var index && index < called.Parameters.Length ? called.Parameters[index].Name : null);

        string? Other(string parameter) => arguments.Arguments.FirstOrDefault(given => ParameterOf(given) == parameter) is { Expression: var value } ? TextOf(value, model, ct) : null;
    }

    /// <summary>Whether a map is one of Helm values, or of the variables of a container: not a free-form part of another object, which Helm never sees.</summary>
    private static bool IsOfAChart(InitializerExpressionSyntax map, FluxTypes types, SemanticModel model, CancellationToken ct)
    {
        var type = TypeOf(map);
        if (type is INamedTypeSymbol { Name: "Named", TypeArguments: [{ Name: "AppEnv" }] } && IsOfTheSdk(type, types))
            return true;
        if (!IsValues(type))
            return false;
        // Out to where the values go as a whole.
        for (SyntaxNode node = map; ; node = node.Parent!)
            switch (node.Parent)
            {
                case BaseObjectCreationExpressionSyntax creation when types.IsManifest(model.GetTypeInfo(creation, ct).Type):
                    // The fields of an object without a model.
                    return false;
                case AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax } or InitializerExpressionSyntax or BaseObjectCreationExpressionSyntax or CollectionExpressionSyntax or ExpressionElementSyntax
                    or ParenthesizedExpressionSyntax or CastExpressionSyntax or ConditionalExpressionSyntax or SwitchExpressionArmSyntax or SwitchExpressionSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax
                    or BinaryExpressionSyntax:
                    continue;
                case AssignmentExpressionSyntax assignment:
                    return model.GetSymbolInfo(assignment.Left, ct).Symbol is not IPropertySymbol property || IsForValues(property.Name, property.ContainingType);
                case ArgumentSyntax { Parent.Parent: { } call }:
                    // What it is put over or under is values too; what else the SDK takes is a patch or a field.
                    return model.GetSymbolInfo(call, ct).Symbol is { ContainingType: { } owner } && (IsValues(owner) || !types.IsModel(owner));
                default:
                    // What an app says of its Kustomization.
                    return map.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is not { Identifier.ValueText: "OtherSpec" };
            }

        ITypeSymbol? TypeOf(InitializerExpressionSyntax of) => of.Parent switch
        {
            BaseObjectCreationExpressionSyntax creation => model.GetTypeInfo(creation, ct).Type,
            AssignmentExpressionSyntax assignment => model.GetTypeInfo(assignment.Left, ct).Type,
            _ => null,
        };

        bool IsValues(ITypeSymbol? of) => of is { Name: "Values", ContainingType: null } && IsOfTheSdk(of, types);

        bool IsForValues(string property, INamedTypeSymbol owner) =>
            types.IsModelClass(owner) ? property == "Values" && owner.Name == "HelmReleaseSpec" : !IsOfTheSdk(owner, types) || property == "Values";
    }

    private static bool IsOfTheSdk(ITypeSymbol type, FluxTypes types) => SymbolEqualityComparer.Default.Equals(type.ContainingNamespace, types.App.ContainingNamespace);

    private static string? TextOf(ExpressionSyntax expression, SemanticModel model, CancellationToken ct) =>
        Behind(expression) is LiteralExpressionSyntax literal ? literal.Token.Value as string : model.GetConstantValue(expression, ct).Value as string;

    /// <summary>The literal that a value is, with comments or without.</summary>
    private static ExpressionSyntax Behind(ExpressionSyntax value) => Declared.Plain(value) switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WithComment" or "WithTrailingComment", Expression: var inner } } => Behind(inner),
        CastExpressionSyntax cast => Behind(cast.Expression),
        var plain => plain,
    };

    /// <summary>What a literal is the value of in a map's initializer; it may stand there with comments.</summary>
    private static ExpressionSyntax? EntryOf(LiteralExpressionSyntax literal)
    {
        ExpressionSyntax node = literal;
        while (node.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax)
            node = (ExpressionSyntax)node.Parent;
        return node.Parent switch
        {
            AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax } assignment when assignment.Right == node => assignment,
            InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression, Expressions: [_, var value] } pair when value == node => pair,
            _ => null,
        };
    }

    private static InitializerExpressionSyntax? MapOf(ExpressionSyntax entry) => entry.Parent as InitializerExpressionSyntax;

    /// <summary>The name that a literal is the value of, where that is a literal too.</summary>
    private static LiteralExpressionSyntax? KeyOf(LiteralExpressionSyntax literal) => literal.Parent switch
    {
        AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax key }] } } => key,
        InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression, Expressions: [LiteralExpressionSyntax key, var value] } when value == literal => key,
        _ => null,
    };

    private static IEnumerable<(ExpressionSyntax? Key, ExpressionSyntax? Value)> Entries(InitializerExpressionSyntax map)
    {
        foreach (var entry in map.Expressions)
            yield return entry switch
            {
                AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: [{ Expression: var key }] }, Right: var value } => (key, value),
                InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression, Expressions: [var key, var value] } => (key, value),
                _ => (null, null),
            };
    }
}
