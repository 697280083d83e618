using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace GitOps.Tests;

/// <summary>Looks for what a pipeline value must not hold: it would keep a whole compilation alive, and never be equal to its successor.</summary>
internal static class ModelPurity
{
    /// <summary>The paths of all such things below a value.</summary>
    public static IEnumerable<string> Offences(object? value) => Walk(value, value?.GetType().Name ?? "null", new HashSet<object>(ReferenceEqualityComparer.Instance));

    private static IEnumerable<string> Walk(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string or Type or Delegate)
            return [];
        if (value is ISymbol or SyntaxNode or SyntaxTree or SyntaxReference or Location or SourceText or AdditionalText or Compilation or SemanticModel
            or AnalyzerConfigOptions or AnalyzerConfigOptionsProvider or Diagnostic or AttributeData or TypedConstant or SyntaxToken or IOperation)
            return [$"{path} is a {value.GetType().Name}"];
        if (!value.GetType().IsValueType && !seen.Add(value))
            return [];
        if (value is IEnumerable items and not IDictionary && value.GetType().Namespace is { } space && space.StartsWith("System", StringComparison.Ordinal))
            return value is string[]? [] : items.Cast<object?>().SelectMany((item, index) => Walk(item, $"{path}[{index}]", seen)).ToList();
        return FieldsOf.GetOrAdd(value.GetType(), Fields).SelectMany(field => Walk(field.GetValue(value), path + "." + field.Name, seen)).ToList();
    }

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<Type, FieldInfo[]> FieldsOf = new();

    /// <summary>The fields that can hold something other than text and numbers.</summary>
    private static FieldInfo[] Fields(Type? type)
    {
        var fields = new List<FieldInfo>();
        for (; type is not null && type != typeof(object); type = type.BaseType)
            fields.AddRange(type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                .Where(static field => !IsPlain(Nullable.GetUnderlyingType(field.FieldType) ?? field.FieldType)));
        return [.. fields];
    }

    private static bool IsPlain(Type type) => type == typeof(string) || type.IsPrimitive || type.IsEnum;
}
