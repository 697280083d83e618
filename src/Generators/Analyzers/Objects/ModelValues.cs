using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GitOps;

/// <summary>
/// Reads the object that a creation in C# makes, as far as its syntax tells: literals, creations inside it, collection expressions. All else is unknown. Nothing is
/// bound: the schema says what type a target-typed <c>new()</c> has, and the origin of each value is its expression.
/// </summary>
/// <param name="schemas">The shapes that fields name.</param>
/// <param name="isPresent">
/// Whether an expression that is not plain gives a value, and not null: <see langword="null"/> when that is not known. Asked for fields alone, for a null field is none.
/// </param>
/// <param name="kindOf">The kind of the source that an expression refers to; <see langword="null"/> when that is not known. Asked for a chart's source, which says whether its version counts.</param>
/// <param name="seen">Told of each creation that is read as a part of the one around it.</param>
internal sealed class ModelValues(ModelSchemaSet schemas, Func<ExpressionSyntax, bool?> isPresent, Func<ExpressionSyntax, string?> kindOf, Action<BaseObjectCreationExpressionSyntax>? seen = null)
{
    /// <summary>A creation inside creations is read no deeper than this.</summary>
    private const int Deepest = 64;

    private int depth;
    private bool isAsWritten;

    /// <summary>A reader for which only what is written counts, and not what a chart's own values may lay under it.</summary>
    public ModelValues AsWritten() => new(schemas, isPresent, kindOf) { isAsWritten = true };

    /// <summary>The whole object that a creation makes.</summary>
    public DataValue Of(SchemaKind kind, BaseObjectCreationExpressionSyntax creation)
    {
        var named = new List<DataField>();
        var metadata = new List<DataField>();
        if (NameOf(creation) is { } name)
            metadata.Add(new DataField("name", DataValue.Of(name.Token.ValueText, name), name));
        var rest = Fields(kind.Body, isKind: true, creation.Initializer, named, (property, assignment) =>
        {
            if (property != "Metadata")
                return property is "FileName" or "HeadComment" or "Comments" or "SubstitutionDisabled";
            if (assignment.Right is BaseObjectCreationExpressionSyntax { Initializer: { } inner })
            {
                seen?.Invoke((BaseObjectCreationExpressionSyntax)assignment.Right);
                Metadata(inner, metadata);
            }

            return true;
        });
        var fields = new List<DataField>
        {
            new("apiVersion", DataValue.Of(kind.ApiVersion, creation)),
            new("kind", DataValue.Of(kind.Kind, creation)),
            new("metadata", DataValue.Map(metadata, creation, isPartial: true)),
        };
        fields.AddRange(named);
        return DataValue.Map(fields, creation, rest);
    }

    /// <summary>A part of an object.</summary>
    public DataValue Of(SchemaShape shape, BaseObjectCreationExpressionSyntax creation)
    {
        var fields = new List<DataField>();
        var isPartial = Fields(shape, isKind: false, creation.Initializer, fields, static (property, _) => property == "Comments") || (shape.IsMerged && !isAsWritten);
        return DataValue.Map(fields, creation, isPartial);
    }

    /// <summary>A value of a type.</summary>
    public DataValue Of(SchemaType type, ExpressionSyntax expression)
    {
        if (depth >= Deepest)
            return DataValue.Unknown(expression);
        depth++;
        try
        {
            return Read(type, Declared.Plain(expression));
        }
        finally
        {
            depth--;
        }
    }

    private DataValue Read(SchemaType type, ExpressionSyntax expression)
    {
        switch (expression)
        {
            case LiteralExpressionSyntax literal:
                return Literal(type, literal);
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression, Operand: LiteralExpressionSyntax number }:
                return Number(number.Token.Value, expression, negate: true);
            case InterpolatedStringExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression }:
                return IsText(type) ? DataValue.UnknownText(expression) : DataValue.Unknown(expression);
            case CollectionExpressionSyntax list when type.Kind == SchemaTypeKind.List:
                return DataValue.List(
                    [.. list.Elements.OfType<ExpressionElementSyntax>().Select(element => Of(type.Item!, element.Expression))],
                    expression, isPartial: list.Elements.Any(static element => element is not ExpressionElementSyntax));
            case BaseObjectCreationExpressionSyntax creation when type.Kind == SchemaTypeKind.Object && type.Name is { } name && schemas.Schemas.Shape(name) is { } shape:
                if (!IsOf(creation, name) || creation.ArgumentList is { Arguments.Count: > 0 })
                    return DataValue.Map([], expression, isPartial: true);
                seen?.Invoke(creation);
                return Of(shape, creation);
            case BaseObjectCreationExpressionSyntax creation when type.Kind == SchemaTypeKind.Map:
                return Map(type.Item!, creation);
            case MemberAccessExpressionSyntax access when type is { Kind: SchemaTypeKind.String, Name: { } name } && access.Expression is SimpleNameSyntax of && of.Identifier.ValueText == name.Name:
                return schemas.Schemas.Enum(name)?.Values.FirstOrDefault(value => value.CSharpName == access.Name.Identifier.ValueText) is { } known
                    ? DataValue.Of(known.Value, expression)
                    : DataValue.UnknownText(expression);
            case not BaseObjectCreationExpressionSyntax when type.Name is { Name: "HelmReleaseSourceRef" } && kindOf(expression) is { } kind:
                return DataValue.Map([new DataField("kind", DataValue.Of(kind, expression), expression)], expression, isPartial: true);
            default:
                return Unknown(type, expression);
        }
    }

    /// <summary>What is not known is still of its field's type: the compiler sees to that. A number or bool may be a substitution, and its value is not known either.</summary>
    private static DataValue Unknown(SchemaType type, ExpressionSyntax expression) => type.Kind switch
    {
        SchemaTypeKind.Object or SchemaTypeKind.Map or SchemaTypeKind.FreeForm => DataValue.Map([], expression, isPartial: true),
        SchemaTypeKind.List => DataValue.List([], expression, isPartial: true),
        _ when IsText(type) => DataValue.UnknownText(expression),
        _ => DataValue.Unknown(expression),
    };

    private static DataValue Literal(SchemaType type, LiteralExpressionSyntax literal)
    {
        switch (literal.Kind())
        {
            case SyntaxKind.StringLiteralExpression when type.Kind is SchemaTypeKind.IntOrString or SchemaTypeKind.Any or SchemaTypeKind.FreeForm || IsText(type):
                var text = literal.Token.ValueText;
                return SubstitutionText.MayHoldExpressions(text) ? DataValue.UnknownText(literal) : DataValue.Of(text, literal);
            case SyntaxKind.TrueLiteralExpression or SyntaxKind.FalseLiteralExpression:
                return DataValue.Of(literal.IsKind(SyntaxKind.TrueLiteralExpression), literal);
            case SyntaxKind.NumericLiteralExpression:
                return Number(literal.Token.Value, literal, negate: false);
            default:
                return DataValue.Unknown(literal);
        }
    }

    private static DataValue Number(object? value, ExpressionSyntax expression, bool negate) => value switch
    {
        int or long or uint => DataValue.Of(Convert.ToInt64(value, CultureInfo.InvariantCulture) * (negate ? -1 : 1), expression),
        double or float or decimal => DataValue.Of(Convert.ToDouble(value, CultureInfo.InvariantCulture) * (negate ? -1 : 1), expression),
        _ => DataValue.Unknown(expression),
    };

    private DataValue Map(SchemaType item, BaseObjectCreationExpressionSyntax creation)
    {
        var fields = new List<DataField>();
        var isPartial = creation.ArgumentList is { Arguments.Count: > 0 };
        foreach (var entry in creation.Initializer?.Expressions ?? [])
        {
            var (key, value) = Entry(entry);
            if (key is null || value is null)
                isPartial = true;
            else
                Set(fields, new DataField(key.Token.ValueText, Of(item, value), key));
        }

        return DataValue.Map(fields, creation, isPartial);
    }

    /// <summary>An entry of a map's initializer, of which the name is a literal.</summary>
    private static (LiteralExpressionSyntax? Key, ExpressionSyntax? Value) Entry(ExpressionSyntax entry) => entry switch
    {
        AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax key }] }, Right: var value }
            when key.Token.Value is string text && !SubstitutionText.MayHoldExpressions(text) => (key, value),
        InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression, Expressions: [LiteralExpressionSyntax key, var value] }
            when key.Token.Value is string text && !SubstitutionText.MayHoldExpressions(text) => (key, value),
        _ => (null, null),
    };

    /// <summary>
    /// Reads the assignments of an initializer; true where there may be more fields than those. Assignments to properties that are no fields go to the last parameter, which
    /// says false where such a one may set fields.
    /// </summary>
    private bool Fields(SchemaShape shape, bool isKind, InitializerExpressionSyntax? initializer, List<DataField> fields, Func<string, AssignmentExpressionSyntax, bool> other)
    {
        var isPartial = false;
        var names = schemas.PropertiesOf(shape, isKind);
        foreach (var entry in initializer?.Expressions ?? [])
        {
            if (entry is not AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var property } } assignment)
            {
                isPartial = true;
                continue;
            }

            if (!names.TryGetValue(property, out var field))
            {
                isPartial |= !other(property, assignment);
                continue;
            }

            var value = Declared.Plain(assignment.Right);
            if (value is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression or (int)SyntaxKind.DefaultLiteralExpression })
                continue;
            // A field that may be null may be none.
            if (!IsPlain(value) && isPresent(value) is not true)
                isPartial = true;
            else
                Set(fields, new DataField(field.Name, Of(field.Type, value), assignment.Left));
        }

        return isPartial;
    }

    private static void Set(List<DataField> fields, DataField field)
    {
        var at = fields.FindIndex(other => other.Name == field.Name);
        if (at >= 0)
            fields[at] = field;
        else
            fields.Add(field);
    }

    /// <summary>Labels and annotations; names that are not literal leave the maps partial.</summary>
    private void Metadata(InitializerExpressionSyntax initializer, List<DataField> metadata)
    {
        foreach (var entry in initializer.Expressions)
        {
            if (entry is not AssignmentExpressionSyntax { Left: IdentifierNameSyntax left, Right: var right })
                continue;
            var (name, isMap) = left.Identifier.ValueText switch
            {
                "Name" => ("name", false),
                "Namespace" => ("namespace", false),
                "Labels" => ("labels", true),
                "Annotations" => ("annotations", true),
                _ => ("", false),
            };
            if (isMap && right is BaseObjectCreationExpressionSyntax map)
                Set(metadata, new DataField(name, Map(TextType, map), left));
            else if (name.Length > 0 && right is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } text)
                Set(metadata, new DataField(name, Literal(TextType, text), left));
        }
    }

    private static readonly SchemaType TextType = new(SchemaTypeKind.String);

    /// <summary>A literal name given to the constructor.</summary>
    private static LiteralExpressionSyntax? NameOf(BaseObjectCreationExpressionSyntax creation) =>
        creation.ArgumentList?.Arguments is [{ NameColon: null or { Name.Identifier.ValueText: "name" }, Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } name }, ..]
        && !SubstitutionText.MayHoldExpressions(name.Token.ValueText) ? name : null;

    /// <summary>Whether an expression gives a value for sure.</summary>
    private static bool IsPlain(ExpressionSyntax expression) => expression is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax or BaseObjectCreationExpressionSyntax
        or CollectionExpressionSyntax or PrefixUnaryExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression };

    private static bool IsText(SchemaType type) => type.Kind is SchemaTypeKind.String or SchemaTypeKind.Duration or SchemaTypeKind.Quantity;

    /// <summary>A creation that names its type names this one.</summary>
    private static bool IsOf(BaseObjectCreationExpressionSyntax creation, SchemaTypeName name) => creation is not ObjectCreationExpressionSyntax explicitly || SimpleName(explicitly.Type) == name.Name;

    /// <summary>The last part of a type's name as it is written.</summary>
    public static string? SimpleName(TypeSyntax type) => type switch
    {
        IdentifierNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax { Right: IdentifierNameSyntax right } => right.Identifier.ValueText,
        AliasQualifiedNameSyntax { Name: IdentifierNameSyntax name } => name.Identifier.ValueText,
        _ => null,
    };
}
