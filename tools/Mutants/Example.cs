using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace GitOps.Mutants;

/// <summary>The example as the compiler is given it by a real build: its sources, references, options, files and their metadata.</summary>
internal sealed class Example
{
    private readonly CSharpCommandLineArguments arguments;
    private readonly AnalyzerConfigSet configs;

    private Example(string folder, CSharpCommandLineArguments arguments, IReadOnlyDictionary<string, string> files)
    {
        Folder = folder;
        Files = files;
        this.arguments = arguments;
        configs = AnalyzerConfigSet.Create(arguments.AnalyzerConfigPaths.Select(path => AnalyzerConfig.Parse(SourceText.From(File.ReadAllText(path)), path)).ToList());
        Options = new BuildOptions(configs);
        Compilation = CSharpCompilation.Create(
            arguments.CompilationName ?? "HomeOps",
            arguments.SourceFiles.Select(source => Parse(source.Path, File.ReadAllText(source.Path))),
            arguments.MetadataReferences.Select(static reference => MetadataReference.CreateFromFile(reference.Reference, reference.Properties)),
            arguments.CompilationOptions.WithSyntaxTreeOptionsProvider(null));
        AdditionalFiles = [.. arguments.AdditionalFiles.Select(file => new BuildText(file.Path, file.Path, File.ReadAllText(file.Path)))];
        Driver = CSharpGeneratorDriver.Create([new WiringGenerator().AsSourceGenerator(), new ValuesGenerator().AsSourceGenerator()], AdditionalFiles, arguments.ParseOptions, Options)
            .RunGeneratorsAndUpdateCompilation(Compilation, out var generated, out _);
        Generated = (CSharpCompilation)generated;
    }

    /// <summary>The example's folder, which is its repository's root.</summary>
    public string Folder { get; }

    /// <summary>All its files by path below the folder, build output aside.</summary>
    public IReadOnlyDictionary<string, string> Files { get; }

    /// <summary>The project as it is written.</summary>
    public CSharpCompilation Compilation { get; }

    /// <summary>The project with what the generators add.</summary>
    public CSharpCompilation Generated { get; }

    public GeneratorDriver Driver { get; }

    public ImmutableArray<BuildText> AdditionalFiles { get; }

    public BuildOptions Options { get; }

    /// <summary>Reads it; the compiler's arguments are those of a build in which the compiler does not run.</summary>
    public static Example Read(string folder)
    {
        var arguments = CSharpCommandLineParser.Default.Parse(CompilerArguments.Of(folder), folder, sdkDirectory: null);
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Where(static path => !path.StartsWith("bin/", StringComparison.Ordinal) && !path.StartsWith("obj/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .ToDictionary(static path => path, path => File.ReadAllText(Path.Combine(folder, path)), StringComparer.Ordinal);
        return new Example(folder, arguments, files);
    }

    /// <summary>The trees that its author wrote, by path below the folder.</summary>
    public IEnumerable<(string Path, CSharpSyntaxTree Tree)> Sources() =>
        from tree in Generated.SyntaxTrees
        let path = PathOf(tree.FilePath)
        where Files.ContainsKey(path)
        orderby path
        select (path, (CSharpSyntaxTree)tree);

    public string PathOf(string full) => Path.GetRelativePath(Folder, full).Replace('\\', '/');

    public SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(SourceText.From(text, System.Text.Encoding.UTF8), arguments.ParseOptions, path);

    /// <summary>A mutant as the compiler would be given it.</summary>
    public (CSharpCompilation Compilation, ImmutableArray<BuildText> Files) With(Mutant mutant)
    {
        var compilation = Compilation;
        var files = AdditionalFiles;
        foreach (var (path, text) in mutant.Edits)
        {
            var full = Path.Combine(Folder, path);
            var tree = compilation.SyntaxTrees.FirstOrDefault(tree => tree.FilePath == full);
            if (tree is not null)
                compilation = text is null ? compilation.RemoveSyntaxTrees(tree) : compilation.ReplaceSyntaxTree(tree, Parse(full, text));
            var file = files.FirstOrDefault(file => file.Path == full);
            if (file is not null)
                files = text is null ? files.Remove(file) : files.Replace(file, new BuildText(full, full, text));
            else if (text is not null && mutant.MovedFrom.TryGetValue(path, out var from) && files.Concat(AdditionalFiles).FirstOrDefault(file => file.Path == Path.Combine(Folder, from)) is { } origin)
                files = files.Add(new BuildText(full, origin.Origin, text));
        }

        return (compilation, [.. files.OrderBy(static file => file.Path, StringComparer.Ordinal)]);
    }

    /// <summary>A file of the build; the compiler knows of it what the build said of the file that it was.</summary>
    internal sealed class BuildText(string path, string origin, string text) : AdditionalText
    {
        private readonly SourceText source = SourceText.From(text, System.Text.Encoding.UTF8);

        public override string Path { get; } = path;

        public string Origin { get; } = origin;

        public override SourceText GetText(CancellationToken cancellationToken = default) => source;
    }

    /// <summary>What the build's editorconfig files say of the project, its sources and its files.</summary>
    internal sealed class BuildOptions(AnalyzerConfigSet configs) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(configs.GlobalConfigOptions.AnalyzerOptions);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values(configs.GetOptionsForSourcePath(tree.FilePath).AnalyzerOptions);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
            new Values(configs.GetOptionsForSourcePath(textFile is BuildText file ? file.Origin : textFile.Path).AnalyzerOptions);

        private sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
        }
    }
}
