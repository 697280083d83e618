using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace GitOps.Tests;

/// <summary>Compiles a small program with its registry, as a build does: an assembly and its PDB on disk.</summary>
internal static class Compiler
{
    private const string Usings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using GitOps;
        global using static GitOps.Numbers;
        global using GitOps.Models.FluxCD;
        global using GitOps.Models.Kubernetes;
        """;

    // The SDK's own compiler is loaded before a type of it is touched.
    [ModuleInitializer]
    internal static void Load() => CompilerAssemblies.Load().Should().BeNull();

    public static void Build(string assembly, string projectFolder, IEnumerable<string> files, params string[] references)
    {
        var parse = new CSharpParseOptions(LanguageVersion.Latest);
        var trees = files.Select(file => CSharpSyntaxTree.ParseText(Text(file), parse, file)).ToList();
        var usings = CSharpSyntaxTree.ParseText(SourceText.From(Usings, Encoding.UTF8, SourceHashAlgorithm.Sha256), parse, Path.Combine(projectFolder, "obj", "Usings.g.cs"));
        var compilation = CSharpCompilation.Create(
            Path.GetFileNameWithoutExtension(assembly),
            [.. trees, usings],
            [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(IsForUsers).Concat(references).Select(static path => MetadataReference.CreateFromFile(path))],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([new WiringGenerator().AsSourceGenerator()], parseOptions: parse, optionsProvider: new ProjectOptions(projectFolder))
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out var faults);
        faults.Where(static fault => fault.Severity == DiagnosticSeverity.Error).Should().BeEmpty();
        Directory.CreateDirectory(Path.GetDirectoryName(assembly)!);
        using var image = File.Create(assembly);
        using var pdb = File.Create(Path.ChangeExtension(assembly, ".pdb"));
        var embedded = generated.SyntaxTrees.Where(tree => !trees.Contains(tree)).Select(static tree => EmbeddedText.FromSource(tree.FilePath, tree.GetText()));
        var result = generated.Emit(image, pdb, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb), embeddedTexts: embedded);
        result.Diagnostics.Where(static fault => fault.Severity == DiagnosticSeverity.Error).Should().BeEmpty();
    }

    // The example has apps of its own, which the registry would take.
    private static bool IsForUsers(string path) => Path.GetFileName(path) is not ("HomeOps.dll" or "GitOps.Accept.Tests.dll");

    private static SourceText Text(string file)
    {
        var content = File.ReadAllBytes(file);
        return SourceText.From(content, content.Length, checksumAlgorithm: SourceHashAlgorithm.Sha256);
    }

    /// <summary>The registry's project properties.</summary>
    private sealed class ProjectOptions(string folder) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Properties(new()
        {
            ["build_property.ProjectDir"] = folder + Path.DirectorySeparatorChar,
            ["build_property.GitOpsRoot"] = Path.GetDirectoryName(folder)!,
        });

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Properties([]);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Properties([]);
    }

    private sealed class Properties(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
