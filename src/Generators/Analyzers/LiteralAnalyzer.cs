using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GitOps;

/// <summary>
/// Constant strings that become a Duration or a Quantity. The text alone picks the candidates, so that most code is not bound for this: one that is
/// right for the other of the two (<c>"1h"</c> for a Quantity) is left to synth.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LiteralAnalyzer : DiagnosticAnalyzer
{
    private const int LongestLiteral = 40;

    private static readonly DiagnosticDescriptor DurationRule = Rule.Create(DurationLiteralRule.Id, DurationLiteralRule.Title, DurationLiteralRule.Message, DiagnosticSeverity.Error);
    private static readonly DiagnosticDescriptor QuantityRule = Rule.Create(QuantityLiteralRule.Id, QuantityLiteralRule.Title, QuantityLiteralRule.Message, DiagnosticSeverity.Error);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [DurationRule, QuantityRule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (FluxTypes.Find(start.Compilation) is { Duration: { } duration, Quantity: { } quantity })
                start.RegisterSemanticModelAction(model =>
                {
                    foreach (var literal in TreeOverview.Of(model.SemanticModel.SyntaxTree, model.CancellationToken).Numbers)
                        Judge(model, literal, duration, quantity);
                });
        });
    }

    private static void Judge(SemanticModelAnalysisContext context, LiteralExpressionSyntax literal, INamedTypeSymbol duration, INamedTypeSymbol quantity)
    {
        var text = literal.Token.ValueText;
        if (text.Length > LongestLiteral || !MayBeMeant(text) || !IsValue(literal))
            return;
        // An entry of a map: none holds durations, and a plain number (`["PORT"] = "8080"`) is a quantity. To bind it would bind all that stands around it.
        if (literal.Parent is AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax } && QuantityLiteralRule.Check(text) is null)
            return;
        var target = TargetOf(literal, context.SemanticModel, context.CancellationToken);
        var finding = SymbolEqualityComparer.Default.Equals(target, duration) ? DurationLiteralRule.Check(text)
            : SymbolEqualityComparer.Default.Equals(target, quantity) ? QuantityLiteralRule.Check(text)
            : null;
        if (finding is not null)
            context.ReportDiagnostic(Diagnostic.Create(finding.Id == DurationLiteralRule.Id ? DurationRule : QuantityRule, literal.GetLocation(), finding.Arguments.ToArray<object>()));
    }

    /// <summary>What starts as a number does and is no duration; with a suffix of its own (<c>5Gi</c>) or two points (<c>1.2.3</c>) it is not meant for one.</summary>
    private static bool MayBeMeant(string text) =>
        text.Length > 0 && text.IndexOf('.') == text.LastIndexOf('.') && text[0] is '+' or '-' or '.' or (>= '0' and <= '9')
        && DurationLiteralRule.Check(text) is not null && (QuantityLiteralRule.Check(text) is not null || text.All(static character => character is '.' or (>= '0' and <= '9')));

    /// <summary>Whether a literal can be converted where it stands; as a key or an operand it stays a string.</summary>
    private static bool IsValue(LiteralExpressionSyntax literal) => literal.Parent switch
    {
        ArgumentSyntax { Parent: BracketedArgumentListSyntax } => false,
        BinaryExpressionSyntax binary => binary.IsKind(SyntaxKind.CoalesceExpression),
        CaseSwitchLabelSyntax or ConstantPatternSyntax or AttributeArgumentSyntax => false,
        _ => true,
    };

    private static ITypeSymbol? TargetOf(ExpressionSyntax literal, SemanticModel model, CancellationToken ct)
    {
        var value = literal;
        while (value.Parent is ParenthesizedExpressionSyntax or ConditionalExpressionSyntax or SwitchExpressionArmSyntax or SwitchExpressionSyntax)
        {
            if (value.Parent is ExpressionSyntax outer)
                value = outer;
            else
                value = (ExpressionSyntax)value.Parent.Parent!;
        }

        if (value.Parent is CastExpressionSyntax cast)
            return model.GetTypeInfo(cast, ct).Type;
        // A literal inside a choice is converted alone or with it.
        foreach (var expression in new[] { literal, value })
            if (model.GetTypeInfo(expression, ct).ConvertedType is { } converted && converted.SpecialType != SpecialType.System_String)
                return converted is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [{ } inner] } ? inner : converted;
        return value.Parent is ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax made } ? model.GetTypeInfo(made, ct).Type : null;
    }
}
