using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace GitOps;

/// <summary>
/// What the API server would reject of the objects that code makes, as far as their creations say it: patterns, limits, list keys, and the rules that a schema states
/// in CEL; and what practice advises against in them. Each creation is read by its syntax and judged with what cannot be known left out; only one that then seems wrong is bound, and judged again.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ObjectAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Name = Rule.Create(ObjectNameRule.Id, ObjectNameRule.Title, ObjectNameRule.Message, DiagnosticSeverity.Error);
    private static readonly DiagnosticDescriptor EnumValue = Rule.Create(UnknownEnumValueRule.Id, UnknownEnumValueRule.Title, UnknownEnumValueRule.Message, DiagnosticSeverity.Warning);
    private static readonly DiagnosticDescriptor Pattern = Rule.Create(PatternRule.Id, PatternRule.Title, PatternRule.Message, DiagnosticSeverity.Error);
    private static readonly DiagnosticDescriptor Limit = Rule.Create(LimitRule.Id, LimitRule.Title, LimitRule.Message, DiagnosticSeverity.Error);
    private static readonly DiagnosticDescriptor Duplicate = Rule.Create(DuplicateItemRule.Id, DuplicateItemRule.Title, DuplicateItemRule.Message, DiagnosticSeverity.Error);
    private static readonly DiagnosticDescriptor Validation = Rule.Create(BrokenValidationRule.Id, BrokenValidationRule.Title, BrokenValidationRule.Message, DiagnosticSeverity.Error);
    private static readonly DiagnosticDescriptor Format = Rule.Create(FormatRule.Id, FormatRule.Title, FormatRule.Message, DiagnosticSeverity.Error);
    private static readonly DiagnosticDescriptor Label = Rule.Create(LabelRule.Id, LabelRule.Title, LabelRule.Message, DiagnosticSeverity.Error);
    private static readonly DiagnosticDescriptor LeadingZero = Rule.Create(LeadingZeroRule.Id, LeadingZeroRule.Title, LeadingZeroRule.Message, DiagnosticSeverity.Warning);
    private static readonly DiagnosticDescriptor Union = Rule.Create(UnionRule.Id, UnionRule.Title, UnionRule.Message, DiagnosticSeverity.Error);
    private static readonly DiagnosticDescriptor Metadata = Rule.Create(MetadataRule.Id, MetadataRule.Title, MetadataRule.Message, DiagnosticSeverity.Error);

    private static readonly DiagnosticDescriptor ChartValue = Rule.Create(ChartValueRule.Id, ChartValueRule.Title, ChartValueRule.Message, DiagnosticSeverity.Error);
    private static readonly DiagnosticDescriptor Chart = Rule.Create(ChartAndChartRefRule.Id, ChartAndChartRefRule.Title, ChartAndChartRefRule.Message, DiagnosticSeverity.Error);
    private static readonly DiagnosticDescriptor Url = Rule.Create(OciUrlRule.Id, OciUrlRule.Title, OciUrlRule.Message, DiagnosticSeverity.Error);
    private static readonly DiagnosticDescriptor Semver = Rule.Create(SemverRangeRule.Id, SemverRangeRule.Title, SemverRangeRule.Message, DiagnosticSeverity.Error);

    private static readonly DiagnosticDescriptor UnpinnedChart = Rule.Create(UnpinnedChartRule.Id, UnpinnedChartRule.Title, UnpinnedChartRule.Message, DiagnosticSeverity.Warning);
    private static readonly DiagnosticDescriptor UnpinnedImage = Rule.Create(UnpinnedImageRule.Id, UnpinnedImageRule.Title, UnpinnedImageRule.Message, DiagnosticSeverity.Warning);
    private static readonly DiagnosticDescriptor InfiniteRetries = Rule.Create(InfiniteRetriesRule.Id, InfiniteRetriesRule.Title, InfiniteRetriesRule.Message, DiagnosticSeverity.Warning);
    private static readonly DiagnosticDescriptor SecretLiteral = Rule.Create(SecretLiteralRule.Id, SecretLiteralRule.Title, SecretLiteralRule.Message, DiagnosticSeverity.Warning);

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById =
        new[] { Chart, Url, Semver, Name, EnumValue, Pattern, Limit, Duplicate, Validation, Format, Label, LeadingZero, Union, Metadata, ChartValue, UnpinnedChart, UnpinnedImage, InfiniteRetries, SecretLiteral }.ToImmutableDictionary(static rule => rule.Id);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [Chart, Url, Semver, Name, EnumValue, Pattern, Limit, Duplicate, Validation, Format, Label, LeadingZero, Union, Metadata, ChartValue, UnpinnedChart, UnpinnedImage, InfiniteRetries, SecretLiteral];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (FluxTypes.Find(start.Compilation) is not { } types)
                return;
            var models = new Lazy<ModelTypes>(() => ModelTypes.Of(types, start.Options));
            start.RegisterSemanticModelAction(model =>
            {
                foreach (var one in TreeOverview.Of(model.SemanticModel.SyntaxTree, model.CancellationToken).Classes)
                    if (one.Declaration.Kind() is SyntaxKind.ClassDeclaration or SyntaxKind.RecordDeclaration or SyntaxKind.StructDeclaration)
                    {
                        if (one.Creations.Count > 0)
                            new Reader(model, one, models).Read();
                        foreach (var literal in one.Practices ?? [])
                            if (PracticeLiterals.Judge(literal, types, model.SemanticModel, model.CancellationToken) is { } finding)
                                model.ReportDiagnostic(Diagnostic.Create(ById[finding.Id], literal.GetLocation(), finding.Arguments.ToArray<object>()));
                    }
            });
            start.RegisterSymbolAction(symbol => JudgeName(symbol, types), SymbolKind.NamedType);
        });
    }

    /// <summary>The name of an app: at the attribute that gives it, or at the class that it is made of.</summary>
    private static void JudgeName(SymbolAnalysisContext context, FluxTypes types)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Class || !FluxTypes.Derives(type, types.App) || FluxTypes.AttributeOf(type, types.AppAttribute) is not { } attribute)
            return;
        var given = AppParser.Argument(attribute, "Name");
        if (ObjectNameRule.OfApp(given ?? KubernetesNames.FromClassName(type.Name)) is { } finding)
            context.ReportDiagnostic(Diagnostic.Create(Name, given is null ? type.Locations[0] : ArgumentOf(attribute, "Name", context.CancellationToken) ?? type.Locations[0], finding.Arguments.ToArray<object>()));
    }

    private static Location? ArgumentOf(AttributeData attribute, string name, CancellationToken ct) =>
        (attribute.ApplicationSyntaxReference?.GetSyntax(ct) as AttributeSyntax)?.ArgumentList?.Arguments
            .FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)?.Expression.GetLocation();

    /// <summary>One class.</summary>
    private sealed class Reader(SemanticModelAnalysisContext context, TreeOverview.Class one, Lazy<ModelTypes> models)
    {
        /// <summary>Creations that were judged as a part of the one around them.</summary>
        private readonly HashSet<BaseObjectCreationExpressionSyntax> covered = [];

        private readonly HashSet<TextSpan> zeros = [];
        private readonly SourcePlaces places = new("");

        public void Read()
        {
            foreach (var creation in one.Creations)
                if (!covered.Contains(creation) && TypeOf(creation) is { } written && models.Value.Of(written) is { } type)
                    Judge(creation, type);
        }

        /// <summary>The type of a creation as it is written: in it, or where its value is declared.</summary>
        private static TypeSyntax? TypeOf(BaseObjectCreationExpressionSyntax creation)
        {
            if (creation is ObjectCreationExpressionSyntax { Type: var type })
                return type;
            SyntaxNode node = creation;
            while (node.Parent is ParenthesizedExpressionSyntax or ArrowExpressionClauseSyntax or ReturnStatementSyntax or BlockSyntax or EqualsValueClauseSyntax or AccessorDeclarationSyntax or AccessorListSyntax
                || (node.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression } assignment && assignment.Right == node))
                node = node.Parent!;
            return node.Parent switch
            {
                PropertyDeclarationSyntax property => property.Type,
                MethodDeclarationSyntax method => method.ReturnType,
                LocalFunctionStatementSyntax method => method.ReturnType,
                VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax variable } => variable.Type,
                _ => null,
            };
        }

        private void Judge(BaseObjectCreationExpressionSyntax creation, ModelType type)
        {
            ReportZeros(creation);
            // What might be null is taken for a value first: if nothing is wrong then, nothing has to be bound.
            // A chart's source is taken for one whose charts have versions.
            var first = new ModelValues(type.Schemas, static _ => true, static _ => "HelmRepository", inner => covered.Add(inner));
            if (Findings(first, creation, type).Count > 0 && ModelTypes.IsOf(context.SemanticModel.GetTypeInfo(creation, context.CancellationToken).Type, type))
                foreach (var finding in Findings(new ModelValues(type.Schemas, IsPresent, KindOf), creation, type))
                    Report(finding);
        }

        /// <summary>Numbers with a leading zero, wherever they stand in the object: free-form values too.</summary>
        private void ReportZeros(BaseObjectCreationExpressionSyntax creation)
        {
            foreach (var literal in one.Zeros)
                if (creation.Span.Contains(literal.Span) && literal.Parent is not (ArgumentSyntax or BinaryExpressionSyntax) && LeadingZeroRule.CheckCSharp(literal.Token.Text, null) is { } zero
                    && !literal.Ancestors().TakeWhile(node => node != creation).Any(static node => node is AnonymousFunctionExpressionSyntax) && zeros.Add(literal.Span))
                    context.ReportDiagnostic(Diagnostic.Create(LeadingZero, literal.GetLocation(), zero.Arguments.ToArray<object>()));
        }

        private List<Finding> Findings(ModelValues values, BaseObjectCreationExpressionSyntax creation, ModelType type)
        {
            var schemas = type.Schemas.Schemas;
            if (type.Kind is null && type.Schemas.IsOfChart(type.Name))
                return [.. OfChart(values, creation, type)];
            var found = type.Kind is { } kind && values.Of(kind, creation) is var whole
                ? ObjectRules.Check(whole, schemas, PlaceOf).Concat(FluxObjectRules.Check(whole, PlaceOf)).Concat(PracticeRules.Check(whole, PlaceOf, wantsLimits: false))
                : ObjectRules.Findings(
                    ObjectValidator.ValidateType(values.Of(type.Shape, creation), type.Shape, schemas, isCore: type.Name.Namespace == CoreChecks.Namespace), type.Name.Name, PlaceOf, isClosed: false);
            return [.. Own(found)];
        }

        /// <summary>Values of a chart that has a schema: Helm judges them by it. A rule of practice has something to say only where a literal is one that it may mind.</summary>
        private IEnumerable<Finding> OfChart(ModelValues values, BaseObjectCreationExpressionSyntax creation, ModelType type) =>
            Own(ObjectRules.Findings(ObjectValidator.ValidateType(values.Of(type.Shape, creation), type.Shape, type.Schemas.Schemas, isCore: false), type.Name.Name, PlaceOf, isClosed: true)).Select(ChartValueRule.Of)
                .Concat(one.Practices is null ? [] : PracticeRules.OfChart(values.AsWritten().Of(type.Shape, creation), PlaceOf));

        // What is missing, unknown or of another type is the compiler's to say; durations and quantities have an analyzer of their own.
        private static IEnumerable<Finding> Own(IEnumerable<Finding> found) => found.Where(static finding => ById.ContainsKey(finding.Id));

        private void Report(Finding finding)
        {
            // Of a number that is not what it looks like that alone is said.
            if (places.Find(finding.Place) is { } at && !zeros.Contains(at.SourceSpan))
                context.ReportDiagnostic(Diagnostic.Create(
                    ById[finding.Id], at, finding.Severity == FindingSeverity.Error ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning, null, FixHints.Of(finding), finding.Arguments.ToArray<object>()));
        }

        /// <summary>A value stands where its expression does; a whole object where its <c>new</c> does, for what it holds is right in itself.</summary>
        private FindingPlace? PlaceOf(object? origin) => origin is not SyntaxNode node ? null : places.Of(node switch
        {
            ObjectCreationExpressionSyntax made => Between(made.NewKeyword, made.Type.GetLastToken()),
            ImplicitObjectCreationExpressionSyntax made => Between(made.NewKeyword, made.ArgumentList.CloseParenToken),
            _ => node.GetLocation(),
        });

        private Location Between(SyntaxToken first, SyntaxToken last) => Location.Create(one.Declaration.SyntaxTree, TextSpan.FromBounds(first.SpanStart, last.Span.End));

        /// <summary>The kind of the object that an expression refers to.</summary>
        private string? KindOf(ExpressionSyntax expression) =>
            context.SemanticModel.GetTypeInfo(expression, context.CancellationToken).Type is INamedTypeSymbol found
                ? (found is { Name: "ObjectRef", TypeArguments: [INamedTypeSymbol target] } ? target : found) is { Name: "HelmRepository" or "GitRepository" or "Bucket" } kind ? kind.Name : null
                : null;

        private bool? IsPresent(ExpressionSyntax expression) =>
            context.SemanticModel.GetTypeInfo(expression, context.CancellationToken) is { Type: { } found, Nullability.FlowState: NullableFlowState.NotNull }
                && found.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T ? true : null;
    }
}
