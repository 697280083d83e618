using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GitOps.Tests;

/// <summary>A file that MSBuild would hand to the compiler, with the metadata of its item.</summary>
internal sealed class InputFile(string path, string text, params (string Key, string Value)[] metadata) : AdditionalText
{
    private readonly SourceText source = SourceText.From(text, System.Text.Encoding.UTF8);

    public override string Path { get; } = path;

    public string Text { get; } = text;

    public IReadOnlyDictionary<string, string> Metadata { get; } =
        metadata.ToDictionary(pair => "build_metadata.AdditionalFiles." + pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase);

    public static InputFile Crd(string path, string text, string kinds = "") =>
        kinds.Length == 0 ? new(path, text, ("GitOpsCrd", "true")) : new(path, text, ("GitOpsCrd", "true"), ("Kinds", kinds));

    /// <summary>A schema of values, of a chart or for others to refer to.</summary>
    public static InputFile ValuesSchema(string path, string text, string chart = "", string url = "") => new(path, text, ("GitOpsValuesSchema", "true"), ("Chart", chart), ("Url", url));

    /// <summary>The same file with another text: what an editor leaves behind.</summary>
    public InputFile With(string newText) =>
        new(Path, newText, [.. Metadata.Select(pair => (pair.Key["build_metadata.AdditionalFiles.".Length..], pair.Value))]);

    public override SourceText GetText(CancellationToken cancellationToken = default) => source;
}
