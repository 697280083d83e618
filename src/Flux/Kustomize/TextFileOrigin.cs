namespace GitOps;

/// <summary>Where the value of a generated ConfigMap comes from when it is a file's whole text.</summary>
internal sealed class TextFileOrigin(string path, string text)
{
    private TextLines? _lines;

    public string Path { get; } = path;

    public FindingPlace At(int offset)
    {
        var mark = (_lines ??= new TextLines(text)).Of(offset);
        return new(Path, mark.Line, mark.Column);
    }
}
