using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GitOps;

/// <summary>The rules over YAML files that say nothing of C#'s texts: components that are none, files that are not there, keys of variable sources. Told in the file.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FileAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rejected = Rule.Create(RejectedVariableNameRule.Id, RejectedVariableNameRule.Title, RejectedVariableNameRule.Message, DiagnosticSeverity.Error);
    private static readonly DiagnosticDescriptor Newline = Rule.Create(NewlineInValueRule.Id, NewlineInValueRule.Title, NewlineInValueRule.Message, DiagnosticSeverity.Warning);
    private static readonly DiagnosticDescriptor NotAComponent = Rule.Create(RuleIds.NotAComponent, KustomizeMessages.NotAComponentTitle, KustomizeMessages.NotAComponent, DiagnosticSeverity.Error);
    private static readonly DiagnosticDescriptor Missing = Rule.Create(RuleIds.ResourceMissing, KustomizeMessages.ResourceMissingTitle, KustomizeMessages.ResourceMissing, DiagnosticSeverity.Error);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rejected, Newline, NotAComponent, Missing];

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
            start.RegisterAdditionalFileAction(file => found.Value.Report(file, this));
        });
    }
}
