using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace GitOps;

/// <summary>The author's program, compiled anew in memory with other literals. Nothing of it touches the disk.</summary>
internal sealed class ProgramBuild
{
    private readonly List<(ProgramProject Project, CSharpCompilation Compilation)> projects = [];
    private readonly Dictionary<ProgramDocument, SyntaxTree> trees = [];

    /// <param name="sources">The program's assemblies, those that others need first.</param>
    public ProgramBuild(IReadOnlyList<ProgramProject> sources)
    {
        var own = sources.Select(static project => project.Name).ToHashSet(StringComparer.Ordinal);
        // All that the running program was started with; facades of the framework among it, so the implementation assemblies do for a compiler.
        var platform = ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(path => !own.Contains(Path.GetFileNameWithoutExtension(path)) && File.Exists(path))
            .Select(static path => (MetadataReference)MetadataReference.CreateFromFile(path)).ToArray();
        foreach (var project in sources)
        {
            var parse = Parsing(project.Options);
            foreach (var document in project.Documents)
                trees.Add(document, CSharpSyntaxTree.ParseText(SourceText.From(document.Content, document.Content.Length), parse, document.Name));
            projects.Add((project, CSharpCompilation.Create(project.Name, project.Documents.Select(document => trees[document]), platform, Compiling(project.Options))));
        }
    }

    /// <summary>The literals in the author's own files.</summary>
    public IEnumerable<SourceLiteral> Literals() =>
        trees.Where(static entry => entry.Key.File is not null && !IsGenerated(entry.Value)).SelectMany(static entry => SourceLiterals.In(entry.Key, entry.Value));

    /// <summary>Whether a change leaves a file that C# reads, in which the literal says what it should.</summary>
    public bool Holds(LiteralChange change)
    {
        var tree = Changed(trees[change.Literal.Document], [change]);
        if (tree.GetDiagnostics().Any(static found => found.Severity == DiagnosticSeverity.Error))
            return false;
        // The text between two holes may become empty, and is no token any more.
        return change.Value.Length == 0 || SourceLiterals.At(change.Literal.Document, tree, change.Literal.Start)?.Value == change.Value;
    }

    /// <summary>The bytes of a file with its changes.</summary>
    public byte[] Content(ProgramDocument document, IEnumerable<LiteralChange> changes)
    {
        var text = Changed(trees[document], changes).GetText();
        var encoding = text.Encoding ?? new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return [.. document.Content.AsSpan().StartsWith(encoding.GetPreamble()) ? encoding.GetPreamble() : [], .. encoding.GetBytes(text.ToString())];
    }

    /// <summary>What the program with these changes renders; <see langword="null"/> when it does not compile or has nothing to render.</summary>
    /// <param name="render">Renders with the classes of the assembly given.</param>
    /// <param name="fault">What the compiler or the renderer says then.</param>
    public TreePlan? Render(IReadOnlyCollection<LiteralChange> changes, Func<Assembly, RenderResult> render, out string? fault)
    {
        fault = null;
        var byDocument = changes.ToLookup(static change => change.Literal.Document);
        var built = new List<(string Name, CSharpCompilation Compilation, MemoryStream Image)>(projects.Count);
        foreach (var (project, original) in projects)
        {
            var compilation = original.AddReferences(built.Select(static other => other.Compilation.ToMetadataReference()));
            foreach (var document in project.Documents.Where(byDocument.Contains))
                compilation = compilation.ReplaceSyntaxTree(trees[document], Changed(trees[document], byDocument[document]));
            var image = new MemoryStream();
            var result = compilation.Emit(image, manifestResources: Resources(project.Assembly));
            if (!result.Success)
            {
                fault = result.Diagnostics.First(static found => found.Severity == DiagnosticSeverity.Error).ToString();
                return null;
            }
            built.Add((project.Name, compilation, image));
        }

        var context = new BuildContext(built.ToDictionary(static project => project.Name, static project => project.Image, StringComparer.Ordinal));
        try
        {
            var rendered = render(context.LoadFromAssemblyName(new AssemblyName(built[^1].Name)));
            fault = rendered.Findings.FirstOrDefault(static found => found.Severity == FindingSeverity.Error)?.ToString();
            return fault is null ? rendered.Plan : null;
        }
        finally
        {
            context.Unload();
        }
    }

    private static SyntaxTree Changed(SyntaxTree tree, IEnumerable<LiteralChange> changes) =>
        tree.WithChangedText(tree.GetText().WithChanges(changes.Select(static change => new TextChange(new TextSpan(change.Start, change.Length), change.Text)).OrderBy(static change => change.Span.Start)));

    private static bool IsGenerated(SyntaxTree tree) => tree.GetRoot().GetLeadingTrivia().Any(static trivia => trivia.ToString().Contains("<auto-generated", StringComparison.OrdinalIgnoreCase));

    private static CSharpParseOptions Parsing(IReadOnlyDictionary<string, string> options)
    {
        var version = LanguageVersion.Default;
        if (options.TryGetValue("language-version", out var given))
            LanguageVersionFacts.TryParse(given, out version);
        return new CSharpParseOptions(version, DocumentationMode.None, SourceCodeKind.Regular, options.GetValueOrDefault("define", "").Split(',', StringSplitOptions.RemoveEmptyEntries));
    }

    private static CSharpCompilationOptions Compiling(IReadOnlyDictionary<string, string> options) =>
        new CSharpCompilationOptions(Enum.TryParse<OutputKind>(options.GetValueOrDefault("output-kind"), out var kind) ? kind : OutputKind.DynamicallyLinkedLibrary)
            .WithAllowUnsafe(options.GetValueOrDefault("unsafe") == "True")
            .WithOverflowChecks(options.GetValueOrDefault("checked") == "True")
            .WithNullableContextOptions(Enum.TryParse<NullableContextOptions>(options.GetValueOrDefault("nullable"), out var nullable) ? nullable : NullableContextOptions.Disable)
            // A warning of the author's is the build's to tell, and the assemblies of a framework never agree in all versions.
            .WithGeneralDiagnosticOption(ReportDiagnostic.Suppress)
            .WithAssemblyIdentityComparer(DesktopAssemblyIdentityComparer.Default);

    private static IEnumerable<ResourceDescription> Resources(Assembly assembly) =>
        assembly.GetManifestResourceNames().Select(name => new ResourceDescription(name, () => assembly.GetManifestResourceStream(name)!, isPublic: true));

    /// <summary>Loads the assemblies just built; all others are the running program's.</summary>
    private sealed class BuildContext(Dictionary<string, MemoryStream> images) : AssemblyLoadContext("accept", isCollectible: true)
    {
        protected override Assembly? Load(AssemblyName name)
        {
            if (!images.TryGetValue(name.Name!, out var image))
                return null;
            image.Position = 0;
            return LoadFromStream(image);
        }
    }
}
