using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GitOps.Mutants;

/// <summary>Faults of objects: fields that are missing, misspelt or of the wrong type, values that no reader takes, members that are not there.</summary>
internal sealed class FieldKinds(IReadOnlyList<Code> codes)
{
    public IEnumerable<Mutant> All() => Dropped().Concat(Misspelt()).Concat(WrongTypes()).Concat(Values()).Concat(Members());

    private IEnumerable<Mutant> Dropped() =>
        from field in Fields()
        where field.Property.IsRequired
        select field.Code.Replace("a required field is dropped", field.Assignment, "");

    private IEnumerable<Mutant> Misspelt() =>
        from field in Fields()
        select field.Code.Replace("a field is misspelt", field.Assignment.Left, Spelling.Wrong(field.Property.Name));

    private IEnumerable<Mutant> WrongTypes() =>
        from field in Fields()
        where field.Assignment.Right is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } && field.Property.Type.Name is "String" or "Duration" or "Quantity" or "Nullable"
        select field.Code.Replace("a field is given a value of another type", field.Assignment.Right, "true");

    private IEnumerable<Mutant> Values()
    {
        foreach (var code in codes)
            foreach (var literal in code.Nodes<LiteralExpressionSyntax>().Where(static literal => literal.IsKind(SyntaxKind.StringLiteralExpression)))
            {
                var type = code.Model.GetTypeInfo(literal).ConvertedType;
                var name = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0].Name : type?.Name;
                var text = literal.Token.ValueText;
                if (name == "Duration" && text.Length > 0 && char.IsAsciiDigit(text[0]))
                    yield return code.Replace("a duration in days", literal, "\"3d\"");
                else if (name == "Quantity" && text.Length > 0 && char.IsAsciiDigit(text[0]))
                    yield return code.Replace("a quantity in bytes", literal, "\"5Gb\"");
            }
    }

    /// <summary>The members of another app, of a source of variables, of an enum.</summary>
    private IEnumerable<Mutant> Members() =>
        from code in codes
        from access in code.Nodes<MemberAccessExpressionSyntax>()
        let symbol = code.Model.GetSymbolInfo(access).Symbol
        where symbol is IPropertySymbol or IFieldSymbol && symbol.ContainingAssembly.Name == code.Example.Generated.AssemblyName
        select code.Replace("a member of another class is misspelt", access.Name, Spelling.Wrong(access.Name.Identifier.ValueText));

    private IEnumerable<(Code Code, AssignmentExpressionSyntax Assignment, IPropertySymbol Property)> Fields() =>
        from code in codes
        from assignment in code.Nodes<AssignmentExpressionSyntax>()
        where assignment is { Parent: InitializerExpressionSyntax, Left: IdentifierNameSyntax }
        let property = code.Model.GetSymbolInfo(assignment.Left).Symbol as IPropertySymbol
        where property is not null
        select (code, assignment, property);
}
