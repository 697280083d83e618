namespace GitOps;

/// <summary>What a reader makes of a scalar.</summary>
internal enum YamlValueKind
{
    String,
    Null,
    Bool,
    Integer,
    Float,

    /// <summary>A mapping (a text that opens one, where a plain scalar was meant).</summary>
    Mapping,

    /// <summary>A list.</summary>
    Sequence,

    /// <summary>The reader stops with an error.</summary>
    Error,
}

/// <summary>What a reader makes of a scalar: its kind and its value.</summary>
/// <param name="Text">Of a string its text; of all others their JSON form; of an error what the reader finds wrong.</param>
internal readonly record struct YamlValue(YamlValueKind Kind, string Text)
{
    public static YamlValue Null { get; } = new(YamlValueKind.Null, "null");

    public static YamlValue True { get; } = new(YamlValueKind.Bool, "true");

    public static YamlValue False { get; } = new(YamlValueKind.Bool, "false");

    public static YamlValue String(string text) => new(YamlValueKind.String, text);

    public static YamlValue Integer(string json) => new(YamlValueKind.Integer, json);

    public static YamlValue Float(string json) => new(YamlValueKind.Float, json);

    public static YamlValue Error(string message) => new(YamlValueKind.Error, message);

    public bool IsNumber => Kind is YamlValueKind.Integer or YamlValueKind.Float;
}
