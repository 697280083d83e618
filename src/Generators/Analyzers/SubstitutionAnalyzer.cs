using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace GitOps;

/// <summary>
/// The rules over substitution in constant strings, inside classes derived from FluxApp, FluxNamespace, FluxComponent and FluxCluster, and in the project's YAML files; in a helper
/// outside of them, whose texts become any app's, only what needs no app: the syntax of what flows into an object. Syntax alone picks the candidates: a class without a <c>$</c>, a
/// brace or a variable's constant is never bound for it.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SubstitutionAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Undefined = Rule.Create(UndefinedVariableRule.Id, UndefinedVariableRule.Title, UndefinedVariableRule.Message, DiagnosticSeverity.Error);
    private static readonly DiagnosticDescriptor UndefinedAnywhere = Rule.Create(UndefinedVariableRule.Id, UndefinedVariableRule.Title, UndefinedVariableRule.AnywhereMessage, DiagnosticSeverity.Error);
    private static readonly DiagnosticDescriptor Unreadable = Rule.Create(SubstitutionSyntaxRule.Id, SubstitutionSyntaxRule.Title, SubstitutionSyntaxRule.Message, DiagnosticSeverity.Error);
    private static readonly DiagnosticDescriptor Misleading = Rule.Create(MisleadingOperatorRule.Id, MisleadingOperatorRule.Title, MisleadingOperatorRule.Message, DiagnosticSeverity.Warning);
    private static readonly DiagnosticDescriptor Method = Rule.Create(StringMethodOnPlaceholderRule.Id, StringMethodOnPlaceholderRule.Title, StringMethodOnPlaceholderRule.Message, DiagnosticSeverity.Warning);
    private static readonly DiagnosticDescriptor SingleBrace = Rule.Create(SingleBraceTemplateRule.Id, SingleBraceTemplateRule.Title, SingleBraceTemplateRule.Message, DiagnosticSeverity.Warning);
    private static readonly DiagnosticDescriptor Escaped = Rule.Create(EscapedByInterpolationRule.Id, EscapedByInterpolationRule.Title, EscapedByInterpolationRule.Message, DiagnosticSeverity.Error);

    private static readonly DiagnosticDescriptor ChangesType = Rule.Create(ValueChangesTypeRule.Id, ValueChangesTypeRule.Title, "{0}", DiagnosticSeverity.Error);
    private static readonly DiagnosticDescriptor MissingSource = Rule.Create(MissingVariableSourceRule.Id, MissingVariableSourceRule.Title, MissingVariableSourceRule.Message, DiagnosticSeverity.Error);

    private static readonly DiagnosticDescriptor NeverRuns = Rule.Create(SubstitutionNeverRunsRule.Id, SubstitutionNeverRunsRule.Title, SubstitutionNeverRunsRule.Message, DiagnosticSeverity.Warning);
    private static readonly DiagnosticDescriptor NeverRunsWithSource = Rule.Create(SubstitutionNeverRunsRule.Id, SubstitutionNeverRunsRule.Title, SubstitutionNeverRunsRule.SourceMessage, DiagnosticSeverity.Warning);
    private static readonly DiagnosticDescriptor DeclaredKey = Rule.Create(DeclaredKeyRule.Id, DeclaredKeyRule.Title, DeclaredKeyRule.Message, DiagnosticSeverity.Error);

    /// <summary>The members of an app whose texts are built; those of others stand in its ks.yaml, which it does not substitute itself.</summary>
    private static readonly HashSet<string> BuiltMembers = new(StringComparer.Ordinal) { "Manifests", "Patches", "Kustomize" };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Undefined, Unreadable, Misleading, Method, SingleBrace, Escaped, ChangesType, MissingSource, NeverRuns, DeclaredKey];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (FluxTypes.Find(start.Compilation) is not { } types)
                return;
            var scopes = AppScopes.Of(types);
            var constants = new Lazy<Dictionary<string, List<IFieldSymbol>>>(() => Placeholders(types));
            var open = new Lazy<HashSet<(string Kind, string Name)>>(() => OpenSources.Of(start.Options));
            var files = new Lazy<FileFindings>(() => FileFindings.Of(start.Compilation, types, start.Options));
            start.RegisterAdditionalFileAction(file => files.Value.Report(file, this));
            start.RegisterSemanticModelAction(model =>
            {
                foreach (var one in TreeOverview.Of(model.SemanticModel.SyntaxTree, model.CancellationToken).Classes)
                    if (one.Texts.Count > 0 && one.Declaration.Kind() is SyntaxKind.ClassDeclaration or SyntaxKind.RecordDeclaration)
                        new Reader(model, one, types, scopes, constants.Value, open, files).Read();
            });
            start.RegisterSymbolAction(symbol => JudgeSources(symbol, types, files), SymbolKind.NamedType);
        });
    }

    /// <summary>The constants that hold an expression, by name: only where one of these stands must it be known what it is.</summary>
    private static Dictionary<string, List<IFieldSymbol>> Placeholders(FluxTypes types) =>
        types.UserClasses.SelectMany(static type => type.GetMembers().OfType<IFieldSymbol>())
            .Where(static field => field is { IsConst: true, Type.SpecialType: SpecialType.System_String, ConstantValue: string value } && value.IndexOf('$') >= 0)
            .GroupBy(static field => field.Name, StringComparer.Ordinal).ToDictionary(static same => same.Key, static same => same.ToList(), StringComparer.Ordinal);

    private static void JudgeSources(SymbolAnalysisContext context, FluxTypes types, Lazy<FileFindings> files)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (FluxTypes.Derives(type, types.VariableSource) && AppScopes.IdOf(type) is { } id)
        {
            var fields = type.GetMembers().OfType<IFieldSymbol>().Where(static field => field is { IsConst: true, ConstantValue: string }).ToList();
            foreach (var finding in DeclaredKeyRule.Check(AppScopes.ModelOf(type), files.Value.ObjectsOf(id.Kind, id.Name), null))
                if (fields.Find(field => (string)field.ConstantValue! == "${" + finding.Arguments[1] + "}") is { } field)
                    context.ReportDiagnostic(Diagnostic.Create(DeclaredKey, field.Locations[0], finding.AlsoAt.Select(files.Value.At).Where(static at => at is not null).Select(static at => at!), finding.Arguments.ToArray<object>()));
        }

        if (!FluxTypes.Derives(type, types.App) || FluxTypes.AttributeOf(type, types.AppAttribute) is null)
            return;
        foreach (var finding in files.Value.Homes.Missing(type))
            context.ReportDiagnostic(Diagnostic.Create(
                MissingSource, files.Value.Homes.PlaceOf(type, finding, context.CancellationToken), finding.AlsoAt.Select(files.Value.At).Where(static at => at is not null).Select(static at => at!), FixHints.Of(finding), finding.Arguments.ToArray<object>()));
    }

    /// <summary>One class.</summary>
    private sealed class Reader(
        SemanticModelAnalysisContext context, TreeOverview.Class one, FluxTypes types, AppScopes scopes, Dictionary<string, List<IFieldSymbol>> constants, Lazy<HashSet<(string Kind, string Name)>> open, Lazy<FileFindings> files)
    {
        private INamedTypeSymbol type = null!;
        private VariableScope? scope;
        private bool isUncertain;
        private bool isHelper;

        public void Read()
        {
            var candidates = Candidates();
            if (candidates.Count == 0 || context.SemanticModel.GetDeclaredSymbol(one.Declaration, context.CancellationToken) is not INamedTypeSymbol symbol)
                return;
            type = symbol;
            isHelper = !IsOurs(symbol);
            // The SDK itself speaks of expressions in its messages.
            if (isHelper && SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, types.App.ContainingAssembly))
                return;
            foreach (var root in candidates)
                Judge(root);
        }

        private bool IsOurs(INamedTypeSymbol symbol) => FluxTypes.Derives(symbol, types.App) || FluxTypes.Derives(symbol, types.Component)
            || FluxTypes.Derives(symbol, types.Namespace) || FluxTypes.Derives(symbol, types.Cluster);

        private List<ExpressionSyntax> Candidates()
        {
            var roots = new List<ExpressionSyntax>();
            var seen = new HashSet<ExpressionSyntax>();
            foreach (var found in one.Texts)
            {
                var text = found;
                if (found is IdentifierNameSyntax name)
                {
                    if (!constants.ContainsKey(name.Identifier.ValueText))
                        continue;
                    text = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
                }

                if (ConstantText.RootOf(text) is var root && seen.Add(root))
                    roots.Add(root);
            }

            return roots;
        }

        /// <summary>
        /// Whether a text may have a fault. Binding is what costs, and most texts are right: they are recognised as such by their look and the names in them.
        /// </summary>
        private bool MayBeWrong(ExpressionSyntax root)
        {
            isUncertain = false;
            // Text.Literal, or a method of somebody's that has the name: what it is given is no text of an object.
            if (root.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Literal" } } } })
                return false;
            var text = ConstantText.Glance(root, Resolve);
            if (isUncertain || (!isHelper && text.Parts is [{ Constant: not null }] && root.Parent is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or BinaryExpressionSyntax or ConditionalAccessExpressionSyntax or ParenthesizedExpressionSyntax))
                return true;
            var model = new TextModel(text.Value);
            if (SingleBraceTemplateRule.Check(model).Any() || EscapedParts(text).Any())
                return true;
            if (!SubstitutionText.MayHoldExpressions(text.Value))
                return false;
            if (model.Parsed.Error is not null || MisleadingOperatorRule.Check(model).Any())
                return true;
            if (!FluxTypes.Derives(type, types.App))
                return isHelper && files.Value.VariablesAnywhere is { } names && UndefinedVariableRule.Check(model, names).Any();
            return !Scope.IsOpen && (Scope.Runs == false || model.Parsed.Expressions.Any(expression => expression.IsRequired && !Scope.Has(expression.Name)) || (model.Parsed.Whole is not null && ChangesIn(model) is not null));
        }

        /// <summary>What its texts take, with the values that are known.</summary>
        private VariableScope Scope
        {
            get
            {
                if (scope is null)
                {
                    var app = scopes.Of(type);
                    scope = new FluxModel([app], files.Value.KnownSources).ScopeOf(app);
                }

                return scope;
            }
        }

        /// <summary>What becomes of a text that is all of a string field.</summary>
        private Finding? ChangesIn(TextModel model) =>
            Scope is { IsOpen: false, Runs: true } && SubstitutionRules.KnownValues(Scope, model) is { } values ? ValueChangesTypeRule.Check(new TextModel(model.Text) { Type = FieldType.String }, values) : null;

        /// <summary>A constant by its class's simple name, where that says enough.</summary>
        private (string? Value, ISymbol? Constant) Resolve(ExpressionSyntax expression)
        {
            var (name, of) = expression switch
            {
                MemberAccessExpressionSyntax { Expression: SimpleNameSyntax outer } access => (access.Name.Identifier.ValueText, outer.Identifier.ValueText),
                MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax outer } access => (access.Name.Identifier.ValueText, outer.Name.Identifier.ValueText),
                IdentifierNameSyntax own => (own.Identifier.ValueText, null),
                _ => (null, (string?)null),
            };
            if (name is null || !constants.TryGetValue(name, out var fields))
                return (null, null);
            var named = fields.Where(field => of is null || field.ContainingType.Name == of).ToList();
            // Several of one name, or one through an alias or a base: the compiler knows.
            if (named.Count != 1)
            {
                isUncertain |= named.Count > 1 || of is null || fields.Any(field => !field.ContainingType.IsSealed && !field.ContainingType.IsStatic);
                return (null, null);
            }

            return ((string)named[0].ConstantValue!, named[0]);
        }

        private void Judge(ExpressionSyntax root)
        {
            if (!MayBeWrong(root))
                return;
            var text = ConstantText.Read(root, context.SemanticModel, context.CancellationToken);
            if (text.Value.IndexOf('$') < 0 && text.Value.IndexOf('{') < 0)
                return;
            if (context.SemanticModel.GetOperation(root, context.CancellationToken) is not { } operation)
                return;
            if (!isHelper && PlaceholderUse.Of(operation, text) is { } use)
            {
                context.ReportDiagnostic(Diagnostic.Create(Method, use.Place, additionalLocations: null, use.Replacement is null ? null : FixHints.With(FixHints.Replacement, use.Replacement), use.Arguments));
                return;
            }

            if (TextFlow.IsYaml(operation, types))
            {
                JudgeYaml(text, root);
                return;
            }

            if (!TextFlow.ReachesObject(operation, types) || !IsOfTheTree(root))
                return;
            var model = new TextModel(text.Value);
            Report(text, SingleBraceTemplateRule.Check(model), SingleBrace);
            if (ReportEscaped(text) || !SubstitutionText.MayHoldExpressions(text.Value))
                return;
            if (isHelper || FluxTypes.Derives(type, types.App) || FluxTypes.Derives(type, types.Component))
                JudgeExpressions(text, model);
        }

        /// <summary>YAML in the code: each scalar is a text of its own, at its place in the literal.</summary>
        private void JudgeYaml(ConstantText yaml, ExpressionSyntax root)
        {
            if (isHelper || !FluxTypes.Derives(type, types.App) || !IsOfTheTree(root) || yaml.Value.IndexOf(ConstantText.Hole) >= 0 || scopes.Of(type) is not { IsEnabled: true } known || scopes.IsTakenOut(type))
                return;
            var lines = new TextLines(yaml.Value);
            foreach (var text in FileFindings.ResourceTexts("manifest.yaml", yaml.Value))
            {
                var app = known with { Texts = [text] };
                var flux = new FluxModel([app], scopes.Sources);
                if (flux.ScopeOf(app).Runs != true || text.IsLiteral)
                    continue;
                if (SubstitutionSyntaxRule.Check(text) is { } fault)
                    ReportIn(fault, Unreadable);
                else
                    foreach (var finding in UndefinedVariableRule.Check(flux, app))
                        if (!app.Sources.Any(source => open.Value.Contains((source.Kind, source.Name))))
                            ReportIn(finding, Undefined);
            }

            void ReportIn(Finding finding, DiagnosticDescriptor rule)
            {
                if (finding is { Place: { } place, Span: { } span } && lines.OffsetOf(place.Line, place.Column) is var offset && offset + span.Length <= yaml.Value.Length && yaml.IsKnown(offset, span.Length))
                    context.ReportDiagnostic(Diagnostic.Create(rule, At(yaml.SpanOf(offset, span.Length)), null, FixHints.Of(finding), finding.Arguments.ToArray<object>()));
            }
        }

        private void JudgeExpressions(ConstantText text, TextModel model)
        {
            // A component's texts are substituted by each app that includes it, and a helper's by whoever takes them.
            var app = FluxTypes.Derives(type, types.App) ? scopes.Of(type) with { Texts = [model] } : null;
            if (app is { IsEnabled: false } || (app is not null && scopes.IsTakenOut(type)))
                return;
            var flux = app is null ? null : new FluxModel([app], scopes.Sources);
            if (flux is not null && flux.ScopeOf(app!).Runs == false && model.Parsed.Error is null && !IsOfAProgram(text.Root))
                foreach (var finding in SubstitutionNeverRunsRule.Check(flux, app!, scopes.Sources))
                    Report(text, [finding], finding.VariableSource is null ? NeverRuns : NeverRunsWithSource);
            if (flux is not null && flux.ScopeOf(app!).Runs != true)
                return;
            if (SubstitutionSyntaxRule.Check(model) is { } fault)
            {
                Report(text, [fault], Unreadable);
                return;
            }

            Report(text, MisleadingOperatorRule.Check(model), Misleading);
            if (flux is null)
            {
                // Whoever takes a helper's text: a variable that no app has is undefined for all of them.
                if (isHelper && files.Value.VariablesAnywhere is { } names)
                    Report(text, UndefinedVariableRule.Check(model, names), UndefinedAnywhere);
                return;
            }

            var undefined = UndefinedVariableRule.Check(flux, app!).Where(finding => finding.Span is { } span && text.IsKnown(span.Offset, span.Length)).ToList();
            if (model.Parsed.Whole is not null && TextFlow.IsAllOfAString(context.SemanticModel.GetOperation(text.Root, context.CancellationToken), types) && ChangesIn(model) is { } change)
                Report(text, [change with { Arguments = [change.Message] }], ChangesType);
            // The files are read only when there is something to say.
            if (undefined.Count > 0 && !app!.Sources.Any(source => open.Value.Contains((source.Kind, source.Name))))
                Report(text, undefined, Undefined);
        }

        /// <summary>Whether a text stands in what a container is started with, as a property or as a key of values.</summary>
        private static bool IsOfAProgram(SyntaxNode node) => node.Ancestors().TakeWhile(static around => around is not MemberDeclarationSyntax).OfType<AssignmentExpressionSyntax>().Any(static assignment => assignment.Left switch
        {
            IdentifierNameSyntax name => name.Identifier.ValueText is "Command" or "Args",
            ImplicitElementAccessSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax key }] } => key.Token.ValueText is "command" or "args",
            _ => false,
        });

        private static IEnumerable<ConstantText.Part> EscapedParts(ConstantText text)
        {
            foreach (var part in text.Parts)
            {
                if (part.Constant is null || !part.Value.StartsWith("${", StringComparison.Ordinal) || part.Offset == 0 || text.PartAt(part.Offset - 1).Map is null)
                    continue;
                var dollars = 0;
                while (dollars < part.Offset && text.Value[part.Offset - 1 - dollars] == '$')
                    dollars++;
                if (dollars % 2 == 1)
                    yield return part;
            }
        }

        /// <summary>A <c>$</c> of the author's before a constant that is a placeholder.</summary>
        private bool ReportEscaped(ConstantText text)
        {
            var reported = false;
            foreach (var part in EscapedParts(text))
            {
                var start = text.SpanOf(part.Offset - 1, 1).Start;
                // The braces of the interpolation belong to what is wrong.
                var whole = text.Root.FindNode(part.Span, getInnermostNodeForTie: true).FirstAncestorOrSelf<InterpolationSyntax>()?.Span ?? part.Span;
                context.ReportDiagnostic(Diagnostic.Create(Escaped, At(TextSpan.FromBounds(start, whole.End)), "$" + part.Value));
                reported = true;
            }

            return reported;
        }

        /// <summary>Whether the member holds texts that are built and substituted.</summary>
        private bool IsOfTheTree(SyntaxNode node)
        {
            if (!isHelper && !FluxTypes.Derives(type, types.App))
                return true;
            var member = node.FirstAncestorOrSelf<MemberDeclarationSyntax>();
            return member switch
            {
                PropertyDeclarationSyntax property when !isHelper && property.Modifiers.Any(SyntaxKind.OverrideKeyword) => BuiltMembers.Contains(property.Identifier.ValueText),
                // A map alone may be what Substitute is given.
                PropertyDeclarationSyntax property => !IsMap(property.Type),
                MethodDeclarationSyntax method => !IsMap(method.ReturnType),
                _ => true,
            };
        }

        private static bool IsMap(TypeSyntax written) => written.DescendantNodesAndSelf().OfType<GenericNameSyntax>().Any(static name => name.Identifier.ValueText == "Map");

        private void Report(ConstantText text, IEnumerable<Finding> findings, DiagnosticDescriptor rule)
        {
            foreach (var finding in findings)
                if (finding.Span is { } span && text.IsKnown(span.Offset, span.Length))
                {
                    var definition = text.PartAt(span.Offset).Constant?.Locations.Where(static location => location.IsInSource);
                    context.ReportDiagnostic(Diagnostic.Create(rule, At(text.SpanOf(span.Offset, span.Length)), definition, FixHints.Of(finding), finding.Arguments.ToArray<object>()));
                }
        }

        private Location At(TextSpan span) => Location.Create(one.Declaration.SyntaxTree, span);
    }
}
