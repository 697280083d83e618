namespace GitOps;

/// <summary>How a scalar is written.</summary>
internal enum YamlScalarStyle
{
    Plain,
    SingleQuoted,
    DoubleQuoted,
    Literal,
    Folded,
}

/// <summary>A scalar: its text after quotes, escapes and folding.</summary>
internal sealed class YamlScalar : YamlNode
{
    private YamlValue? core;

    internal YamlScalar(string text, YamlScalarStyle style, YamlMark start, YamlMark end, string? tag, string? anchor)
        : base(start, end, tag, anchor)
    {
        Text = text;
        Style = style;
    }

    public string Text { get; }

    public YamlScalarStyle Style { get; }

    public bool IsPlain => Style == YamlScalarStyle.Plain;

    /// <summary>What a reader of YAML 1.2 (core schema) makes of it.</summary>
    public YamlValue Core => core ??= Read(Yaml12.Resolve);

    /// <summary>What the readers of Flux and kubectl (YAML 1.1, go-yaml v2) make of it.</summary>
    public YamlValue Yaml11 => Read(GitOps.Yaml11.Resolve);

    private YamlValue Read(Func<string, YamlValue> resolve) => Tag switch
    {
        null => IsPlain ? resolve(Text) : YamlValue.String(Text),
        YamlTags.Int or YamlTags.Float or YamlTags.Bool or YamlTags.Null => resolve(Text),
        _ => YamlValue.String(Text),
    };

    public override string ToString() => Text;
}
