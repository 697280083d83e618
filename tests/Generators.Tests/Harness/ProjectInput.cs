using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace GitOps.Tests;

/// <summary>A small project of a user: source, files, properties and the generators that run over them.</summary>
internal sealed record ProjectInput
{
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    public required IReadOnlyList<IIncrementalGenerator> Generators { get; init; }

    public IReadOnlyList<(string Path, string Text)> Sources { get; init; } = [("/home/me/repo/cluster/Program.cs", "")];

    public IReadOnlyList<InputFile> Files { get; init; } = [];

    public IReadOnlyDictionary<string, string> Properties { get; init; } =
        new Dictionary<string, string> { ["ProjectDir"] = "/home/me/repo/cluster/", ["RootNamespace"] = "Home", ["GitOpsTree"] = "/home/me/repo/kubernetes", ["GitOpsRoot"] = "/home/me/repo", ["GitOpsDefaultItems"] = "true" };

    public IReadOnlyList<MetadataReference> References { get; init; } = Tests.References.OfSdk;

    public string AssemblyName { get; init; } = "Home";

    /// <summary>Whether the output must compile; off only where a test is about time alone.</summary>
    public bool CheckOutput { get; init; } = true;

    public static SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(SourceText.From(text, System.Text.Encoding.UTF8), ParseOptions, path);

    public CSharpCompilation Compile() => CSharpCompilation.Create(
        AssemblyName,
        Sources.Select(source => Parse(source.Path, source.Text)),
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999));
}
