using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GitOps;

/// <summary>From a property with <c>[Variable]</c> to a value. Symbols end here.</summary>
internal static class VariablePropertyParser
{
    private static readonly HashSet<string> FilledByApp = new(StringComparer.Ordinal) { "APP", "NAMESPACE" };

    /// <summary>The property, or <see langword="null"/> for one that cannot be a variable: that is the analyzer's to say.</summary>
    public static VariableCandidate? Parse(GeneratorAttributeSyntaxContext context, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var property = (IPropertySymbol)context.TargetSymbol;
        return Read(property, (PropertyDeclarationSyntax)context.TargetNode, context.SemanticModel, ct).Spec is { } spec ? new VariableCandidate(Owner(property.ContainingType), spec) : null;
    }

    /// <summary>A property with the attribute, or why it cannot be a variable; neither where the compiler itself has something to say.</summary>
    public static (VariablePropertySpec? Spec, string? Fault) Read(IPropertySymbol property, PropertyDeclarationSyntax declaration, SemanticModel model, CancellationToken ct)
    {
        if (FaultOf(property) is { } fault)
            return (null, fault);
        var name = VariableOf(property)!;
        if (VariableName.Fault(name) is { } nameFault)
            return (null, $"its name would be '{name}', and that {nameFault}; give another with [Variable(\"…\")]");
        if (FilledByApp.Contains(name))
            return (null, $"'{name}' is filled in by the app that includes the component; write {(name == "APP" ? "AppName" : "AppNamespace")} in the texts");
        if (property.Type.TypeKind == TypeKind.Error)
            return (null, null);
        if (KindOf(property.Type) is not { } kind)
            return (null, $"a variable is a text, and '{property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}' is none; use string, bool, int, long, double, Quantity, Duration, IntOrString, an open enum, IReadOnlyList<string>, Map<string> or Values");
        var isNullable = property.NullableAnnotation == NullableAnnotation.Annotated;
        if (property.IsRequired)
            return isNullable
                ? (null, "it is required and may be null, which would leave the variable unset; make it not nullable, or give it a default")
                : (new VariablePropertySpec(property.Name, name, kind.Kind, kind.Type, null), null);
        if (declaration.Initializer?.Value is not { } initializer || isNullable)
            return (null, "it is neither required nor has a default; write 'required', or a value behind it, which becomes the default");
        if (DefaultOf(initializer, kind.Kind, model, ct) is not { } preset)
            return (null, $"its default '{initializer}' is no constant that can be read here; the texts of the component hold it, so write it out");
        return ExpressionFault(name, preset) is { } unwritable ? (null, unwritable) : (new VariablePropertySpec(property.Name, name, kind.Kind, kind.Type, preset), null);
    }

    /// <summary>Each class with its properties.</summary>
    public static IEnumerable<WrittenComponentSpec> Group(IEnumerable<VariableCandidate> candidates)
    {
        foreach (var same in candidates.GroupBy(static candidate => candidate.Owner.FullName, StringComparer.Ordinal))
            yield return new WrittenComponentSpec(
                same.First().Owner,
                same.Select(static candidate => candidate.Property).OrderBy(static property => property.Name, StringComparer.Ordinal).ToEquatableArray());
    }

    /// <summary>The text that stands for a variable in the component.</summary>
    public static string Expression(string variable, string? preset) => preset is null ? $"${{{variable}}}" : $"${{{variable}:={preset}}}";

    private static string? FaultOf(IPropertySymbol property)
    {
        var type = property.ContainingType;
        if (!AppParser.Derives(type, "FluxComponent"))
            return $"'{type.Name}' is no component; derive it from FluxComponent";
        for (var outer = type; outer is not null; outer = outer.ContainingType)
            if (outer.Arity > 0)
                return $"'{outer.Name}' is generic, and a component is written once; derive a class of its own for each";
            else if (!outer.DeclaringSyntaxReferences.Any(static reference => reference.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword)))
                return $"'{outer.Name}' is not partial, and its other half, with the class Variables, is generated; write 'partial'";
        if (property.IsStatic)
            return "it is static, and each user of the component sets its own";
        if (property.SetMethod is null)
            return "nobody can set it; give it 'init'";
        if (type.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(other => !SymbolEqualityComparer.Default.Equals(other, property) && VariableOf(other) == VariableOf(property)) is { } twin
            && string.CompareOrdinal(twin.Name, property.Name) < 0)
            return $"'{twin.Name}' is the variable '{VariableOf(property)}' already; give one of them another name";
        return null;
    }

    /// <summary>The variable of a property with the attribute; <see langword="null"/> without it.</summary>
    public static string? VariableOf(IPropertySymbol property) =>
        property.GetAttributes().FirstOrDefault(static attribute => AppParser.Is(attribute.AttributeClass, "VariableAttribute", 0)) is { } attribute
            ? attribute.ConstructorArguments is [{ Value: string given }] ? given : CSharpNames.ToVariable(property.ContainingType.Name, property.Name)
            : null;

    private static (VariablePropertyKind Kind, string Type)? KindOf(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { ConstructedFrom.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] })
            type = inner;
        if (type is not INamedTypeSymbol named)
            return null;
        var full = named.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        if (named.SpecialType == SpecialType.System_String || AppParser.Is(named, "IntOrString", 0) || AppParser.Is(named, "Values", 0))
            return (VariablePropertyKind.Text, full);
        if (Keyword(named) is { } keyword)
            return (VariablePropertyKind.Value, keyword);
        if (AppParser.Is(named, "Value", 1) && Keyword(named.TypeArguments[0]) is { } wrapped)
            return (VariablePropertyKind.Value, wrapped);
        if (AppParser.Is(named, "Map", 1) && named.TypeArguments[0].SpecialType == SpecialType.System_String)
            return (VariablePropertyKind.Map, full);
        if (named is { Name: "IReadOnlyList", Arity: 1 } && named.ContainingNamespace.ToDisplayString() == "System.Collections.Generic" && named.TypeArguments[0].SpecialType == SpecialType.System_String)
            return (VariablePropertyKind.List, full);
        return named.IsValueType && named.AllInterfaces.Any(static one => AppParser.Is(one, "ITextValue", 0)) ? (VariablePropertyKind.TextValue, full) : null;
    }

    private static string? Keyword(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean => "bool",
        SpecialType.System_Int32 => "int",
        SpecialType.System_Int64 => "long",
        SpecialType.System_Double => "double",
        _ => null,
    };

    /// <summary>The text of a default, or <see langword="null"/> when it is not known at compile time.</summary>
    private static string? DefaultOf(ExpressionSyntax initializer, VariablePropertyKind kind, SemanticModel model, CancellationToken ct)
    {
        initializer = Declared.Plain(initializer);
        switch (initializer)
        {
            // An empty mapping: nothing at all, for '}' would end the default. Flux reads it as null, and the field is as good as left out.
            case BaseObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 }, Initializer: null or { Expressions.Count: 0 } } when kind is VariablePropertyKind.Map or VariablePropertyKind.Text:
            case CollectionExpressionSyntax { Elements.Count: 0 } when kind == VariablePropertyKind.Map:
                return "";
            case CollectionExpressionSyntax list when kind is VariablePropertyKind.List or VariablePropertyKind.Text:
                var text = new StringBuilder("[");
                foreach (var element in list.Elements)
                {
                    if (element is not ExpressionElementSyntax { Expression: var item } || model.GetConstantValue(item, ct) is not { HasValue: true, Value: string value })
                        return null;
                    text.Append(text.Length > 1 ? "," : "").Append(JsonOf(value));
                }

                return text.Append(']').ToString();
            default:
                return model.GetConstantValue(initializer, ct) is { HasValue: true, Value: { } constant } ? TextOf(constant) : null;
        }
    }

    private static string? TextOf(object constant) => constant switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        int or long => Convert.ToString(constant, CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => null,
    };

    // As FlowText of the SDK writes it; what it would escape is no text for a default.
    private static string JsonOf(string text) => "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("'", "\\u0027") + "\"";

    /// <summary>Why <c>${X:=default}</c> would not give that default.</summary>
    private static string? ExpressionFault(string variable, string preset)
    {
        var expression = Expression(variable, preset);
        var parsed = SubstitutionText.Parse(expression);
        if (preset.IndexOf('\n') >= 0 || preset.IndexOf('\r') >= 0)
            return "its default has a line break, and a variable's value loses those; write it in one line";
        return parsed.Error is null && parsed.Whole is { HasDefault: true } whole && whole.DefaultIn(expression) == preset
            ? null
            : $"'{expression}' does not give that default: in a default the first '}}' ends it, and nothing is escaped; make the property required, or put the text into the component itself";
    }

    private static VariableOwnerSpec Owner(INamedTypeSymbol type)
    {
        var declarations = new List<string>();
        for (var outer = type; outer is not null; outer = outer.ContainingType)
            declarations.Insert(0, AppParser.Declaration(outer));
        var isPlain = AppParser.Is(type.BaseType, "FluxComponent", 0);
        return new VariableOwnerSpec(
            type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat),
            type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(),
            type.Name,
            declarations.ToEquatableArray(),
            isPlain && !type.IsAbstract && type.InstanceConstructors.All(static made => made.IsImplicitlyDeclared),
            !type.GetMembers("AddVariables").OfType<IMethodSymbol>().Any(static method => method.IsOverride),
            !isPlain);
    }
}
