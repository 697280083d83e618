using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GitOps;

/// <summary>A string method, property or comparison on a constant that is a placeholder: it sees <c>${X}</c>.</summary>
internal static class PlaceholderUse
{
    // Each of these would need an escape of Flux's own in a replacement, or has none.
    private static readonly char[] Signs = ['/', '\\', '$', '{', '}'];

    /// <summary>The place, what the message is filled with, and the text that says the same to Flux, if there is one; or <see langword="null"/>.</summary>
    public static (Location Place, object[] Arguments, string? Replacement)? Of(IOperation operation, ConstantText text)
    {
        if (text.Parts is not [{ Constant: not null }] || SubstitutionText.Parse(text.Value).Whole is not { } whole)
            return null;
        var parent = operation.Parent;
        while (parent is IParenthesizedOperation)
            parent = parent.Parent;
        return parent switch
        {
            IInvocationOperation { TargetMethod: { ContainingType.SpecialType: SpecialType.System_String, IsStatic: false, Name: not ("ToString" or "GetEnumerator") } method } call
                when call.Instance == operation => Use(call, method.Name, whole.Name, method.Name, call),
            IPropertyReferenceOperation { Property: { ContainingType.SpecialType: SpecialType.System_String } property } reference
                when reference.Instance == operation => Use(reference, property.IsIndexer ? "[]" : property.Name, whole.Name, property.IsIndexer ? "[]" : property.Name, null),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison =>
                Use(comparison, comparison.OperatorKind == BinaryOperatorKind.Equals ? "==" : "!=", whole.Name, "", null),
            _ => null,
        };

        (Location, object[], string?) Use(IOperation place, string shown, string variable, string name, IInvocationOperation? call)
        {
            var instead = Instead(name, variable, call);
            // Only of what gives a text, of a variable without an operator of its own, and of the plain form of the method.
            var isSame = call is not null && instead is not null && whole.Operator.Length == 0 && call.Type?.SpecialType == SpecialType.System_String && call.Arguments.Length <= (name == "Replace" ? 2 : name == "Substring" ? 2 : 0);
            return (place.Syntax.GetLocation(), [shown, text.Value, instead ?? $"${{{variable}//./-}}"], isSame ? instead : null);
        }
    }

    /// <summary>What Flux itself can do with the value.</summary>
    private static string? Instead(string method, string variable, IInvocationOperation? call)
    {
        var arguments = call?.Arguments.Select(static argument => argument.Value.ConstantValue is { HasValue: true, Value: { } value } ? value.ToString() : null).ToList() ?? [];
        return method switch
        {
            "Replace" when arguments is [{ Length: > 0 } from, { } to, ..] && from.IndexOfAny(Signs) < 0 && to.IndexOfAny(Signs) < 0 => $"${{{variable}//{from}/{to}}}",
            "ToUpper" or "ToUpperInvariant" => $"${{{variable}^^}}",
            "ToLower" or "ToLowerInvariant" => $"${{{variable},,}}",
            "Substring" when arguments is [{ } start, { } length] => $"${{{variable}:{start}:{length}}}",
            "Substring" when arguments is [{ } start] => $"${{{variable}:{start}}}",
            "Length" => $"${{#{variable}}}",
            _ => null,
        };
    }
}
