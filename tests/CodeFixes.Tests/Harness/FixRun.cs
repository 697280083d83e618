using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace GitOps.Tests;

/// <summary>A small project in a workspace, as an editor has it: what is offered for its diagnostics, and its text once an offer is taken.</summary>
internal sealed class FixRun
{
    private static readonly ImmutableArray<CodeFixProvider> Fixes = [.. Made<CodeFixProvider>()];

    private readonly Document document;
    private readonly AnalyzerOptions options;

    private FixRun(Document document, AnalyzerOptions options)
    {
        this.document = document;
        this.options = options;
    }

    /// <summary>All ids that have a fix.</summary>
    public static IReadOnlyCollection<string> FixableIds { get; } = [.. Fixes.SelectMany(static fix => fix.FixableDiagnosticIds).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The project of the wrong programs, with another text of its first file.</summary>
    public static FixRun Of(string text, IReadOnlyList<InputFile>? files = null)
    {
        var input = WrongProgram.Input(text, files) with { Generators = [new WiringGenerator()], CheckOutput = false };
        var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Home", "Home", LanguageNames.CSharp,
            compilationOptions: input.Compile().Options, parseOptions: ProjectInput.ParseOptions, metadataReferences: input.References));
        foreach (var (path, source) in input.Sources.Skip(1).Concat(GeneratorRun.Start(input).Files.Select(static file => (file.Key, file.Value))))
            project = project.AddDocument(Path.GetFileName(path), SourceText.From(source, System.Text.Encoding.UTF8), filePath: path).Project;
        return new(project.AddDocument("Program.cs", SourceText.From(text, System.Text.Encoding.UTF8), filePath: input.Sources[0].Path), new AnalyzerOptions([.. input.Files], new InputOptions(input.Properties)));
    }

    /// <summary>The offers for everything that the analyzers say, in their order.</summary>
    public async Task<IReadOnlyList<CodeAction>> Offers()
    {
        var offers = new List<CodeAction>();
        foreach (var diagnostic in await Diagnostics())
            foreach (var fix in Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(diagnostic.Id)))
                await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => offers.Add(action), CancellationToken.None));
        return offers;
    }

    /// <summary>The text once the first offer of a kind is taken.</summary>
    public async Task<string> Fixed(string key)
    {
        var offers = await Offers();
        return await Applied(offers.FirstOrDefault(offer => offer.EquivalenceKey == key)
            ?? throw new InvalidOperationException($"no offer '{key}' among: {string.Join(", ", offers.Select(static offer => offer.EquivalenceKey))}"));
    }

    /// <summary>The text once an offer is taken for the whole document.</summary>
    public async Task<string> FixedAll(string key)
    {
        var diagnostics = await Diagnostics();
        var fix = Fixes.Single(fix => diagnostics.Any(diagnostic => fix.FixableDiagnosticIds.Contains(diagnostic.Id)));
        var context = new FixAllContext(document, fix, FixAllScope.Document, key, fix.FixableDiagnosticIds, new Known(diagnostics), CancellationToken.None);
        return await Applied((await fix.GetFixAllProvider()!.GetFixAsync(context))!);
    }

    /// <summary>The refactorings at the first place where a text stands.</summary>
    public async Task<IReadOnlyList<CodeAction>> RefactoringsAt(string at)
    {
        var actions = new List<CodeAction>();
        var position = (await document.GetTextAsync()).ToString().IndexOf(at, StringComparison.Ordinal);
        foreach (var provider in Made<CodeRefactoringProvider>())
            await provider.ComputeRefactoringsAsync(new CodeRefactoringContext(document, new TextSpan(position, 0), actions.Add, CancellationToken.None));
        return actions;
    }

    public async Task<string> Applied(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        return (await operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!.GetTextAsync()).ToString();
    }

    private async Task<IReadOnlyList<Diagnostic>> Diagnostics()
    {
        var compilation = (CSharpCompilation)(await document.Project.GetCompilationAsync())!;
        var said = await compilation.WithAnalyzers(AnalyzerRun.Analyzers, options).GetAnalyzerDiagnosticsAsync();
        return [.. said.Where(diagnostic => diagnostic.Location.SourceTree?.FilePath == document.FilePath).OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    private static IEnumerable<T> Made<T>() =>
        typeof(TextFix).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract).OrderBy(static type => type.Name, StringComparer.Ordinal)
            .Select(static type => (T)Activator.CreateInstance(type)!);

    private sealed class Known(IReadOnlyList<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
