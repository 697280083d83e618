using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GitOps;

/// <summary>What a property says without being run: its one expression, where it has one.</summary>
internal static class Declared
{
    /// <summary>The property of that name that counts for a type: its own or that of its nearest base.</summary>
    public static IPropertySymbol? Property(INamedTypeSymbol type, string name)
    {
        for (var current = type; current is not null; current = current.BaseType)
            if (current.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault(static property => !property.IsIndexer) is { } property)
                return property;
        return null;
    }

    /// <summary>The expression that a property returns, or <see langword="null"/> where its code is more than that or not here.</summary>
    public static ExpressionSyntax? Expression(IPropertySymbol property)
    {
        if (property.DeclaringSyntaxReferences is not [{ } reference] || reference.GetSyntax() is not PropertyDeclarationSyntax declaration)
            return null;
        if (declaration.ExpressionBody is { } arrow)
            return Plain(arrow.Expression);
        if (declaration.AccessorList?.Accessors.FirstOrDefault(static accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration)) is not { } getter)
            return null;
        if (getter.ExpressionBody is { } short_)
            return Plain(short_.Expression);
        if (getter.Body is { } body)
            return body.Statements is [ReturnStatementSyntax { Expression: { } returned }] ? Plain(returned) : null;
        // One that a constructor may set is not known by its initializer.
        return declaration.AccessorList.Accessors.Count == 1 && declaration.Initializer is { } initializer && property.ContainingType.InstanceConstructors.All(static made => made.IsImplicitlyDeclared)
            ? Plain(initializer.Value) : null;
    }

    /// <summary>A property's constant bool, or <see langword="null"/> when it is not one.</summary>
    public static bool? Bool(INamedTypeSymbol type, string name) =>
        Property(type, name) is { } property && Expression(property) is LiteralExpressionSyntax literal
            ? literal.Kind() switch { SyntaxKind.TrueLiteralExpression => true, SyntaxKind.FalseLiteralExpression => false, _ => null }
            : null;

    /// <summary>An expression without its parentheses and the sign that it is not null.</summary>
    public static ExpressionSyntax Plain(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax inner => Plain(inner.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } inner => Plain(inner.Operand),
        _ => expression,
    };
}
