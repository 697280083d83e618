using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GitOps;

/// <summary>The rules over YAML files that say nothing of C#'s texts: components that are none, files that are not there, keys of variable sources. Told in the file, and at the class that stands for a component's folder.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FileAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rejected = Rule.Create(RejectedVariableNameRule.Id, RejectedVariableNameRule.Title, RejectedVariableNameRule.Message, DiagnosticSeverity.Error);
    private static readonly DiagnosticDescriptor Newline = Rule.Create(NewlineInValueRule.Id, NewlineInValueRule.Title, NewlineInValueRule.Message, DiagnosticSeverity.Warning);
    private static readonly DiagnosticDescriptor NotAComponent = Rule.Create(RuleIds.NotAComponent, KustomizeMessages.NotAComponentTitle, KustomizeMessages.NotAComponent, DiagnosticSeverity.Error);
    private static readonly DiagnosticDescriptor NoFolder = Rule.Create(ComponentMissingRule.Id, ComponentMissingRule.Title, KustomizeMessages.ComponentClassWithoutFolder, DiagnosticSeverity.Error);
    private static readonly DiagnosticDescriptor Missing = Rule.Create(RuleIds.ResourceMissing, KustomizeMessages.ResourceMissingTitle, KustomizeMessages.ResourceMissing, DiagnosticSeverity.Error);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rejected, Newline, NoFolder, NotAComponent, Missing, Rules.UnreadableYaml];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (FluxTypes.Find(start.Compilation) is not { } types)
                return;
            var found = new Lazy<FileFindings>(() => FileFindings.Of(start.Compilation, types, start.Options));
            var scopes = AppScopes.Of(types);
            var folders = new Lazy<ComponentFolders>(() => new ComponentFolders(start.Options));
            start.RegisterSymbolAction(symbol => JudgeFolder(symbol, types, scopes, folders), SymbolKind.NamedType);
            start.RegisterAdditionalFileAction(file => found.Value.Report(file, this));
        });
    }

    /// <summary>A class that stands for a component in YAML, written by hand: its folder must be there, as far as the project shows it.</summary>
    private static void JudgeFolder(SymbolAnalysisContext context, FluxTypes types, AppScopes scopes, Lazy<ComponentFolders> folders)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Class || type.IsAbstract || !FluxTypes.Derives(type, types.Component) || scopes.IsWritten(type) || scopes.DirectoryOf(type) is not { } directory)
            return;
        switch (folders.Value.Judge(directory, context.CancellationToken))
        {
            case ComponentFolderVerdict.Missing:
                context.ReportDiagnostic(Diagnostic.Create(NoFolder, type.Locations[0], type.Name, folders.Value.InRepository(directory)));
                break;
            case ComponentFolderVerdict.NoComponent:
                context.ReportDiagnostic(Diagnostic.Create(NotAComponent, type.Locations[0], folders.Value.InRepository(directory), folders.Value.KindOf(directory, context.CancellationToken)));
                break;
        }
    }
}
