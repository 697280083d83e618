namespace GitOps;

/// <summary>
/// What the API server gets for a text: it is written again without the author's quotes, its variables are put in as text, and the result is read as YAML 1.1.
/// </summary>
internal static class SubstitutedValue
{
    /// <summary>
    /// The value of a text, or <see langword="null"/> when a variable is not known (the lookup gives <see langword="null"/> for it) or the text cannot be parsed.
    /// </summary>
    public static YamlValue? Of(string text, Func<string, string?> lookup)
    {
        var result = Evaluate(text, lookup, isKey: false);
        return result.IsTooMuch ? YamlValue.Error(result.Error!) : result.Value is { } substituted ? Yaml11.ReadPlain(substituted) : null;
    }

    /// <summary>The text behind <c>key: </c> after substitution.</summary>
    public static string? Substitute(string text, Func<string, string?> lookup, bool isKey) => Evaluate(text, lookup, isKey).Value;

    private static SubstitutionResult Evaluate(string text, Func<string, string?> lookup, bool isKey) =>
        // Every line break is taken out of a value before it is put in (kustomize_varsub.go).
        SubstitutionEvaluator.Evaluate(SubstitutionText.Parse(YamlEmission.Write(text, column: 3, isKey: isKey)), name => lookup(name)?.Replace("\n", ""));

    /// <summary>What is wrong with the YAML once a key's variables are put in, or <see langword="null"/>; a key that becomes a number or boolean stays the key of that text.</summary>
    public static string? KeyFault(string key, Func<string, string?> lookup)
    {
        var result = Evaluate(key, lookup, isKey: true);
        if (result.Value is not { } substituted)
            return result.IsTooMuch ? result.Error : null;
        var file = YamlFile.Read(substituted + ": v\n");
        return file.Faults.Count > 0 ? file.Faults[0].Message
            : file.Documents.Count == 1 && file.Documents[0].Mapping is { Entries.Count: 1 } mapping && mapping.Entries[0].Key is YamlScalar ? null
            : "it is no key any more";
    }

    /// <summary>Whether a field of the type takes the value; what cannot be said is taken.</summary>
    public static bool Fits(this YamlValue value, FieldType type) => value.Kind != YamlValueKind.Error && type switch
    {
        FieldType.String => value.Kind == YamlValueKind.String,
        FieldType.Boolean => value.Kind == YamlValueKind.Bool,
        FieldType.Integer => value.Kind == YamlValueKind.Integer,
        FieldType.Number => value.IsNumber,
        FieldType.IntOrString => value.Kind is YamlValueKind.Integer or YamlValueKind.String,
        FieldType.Object => value.Kind == YamlValueKind.Mapping,
        FieldType.Array => value.Kind == YamlValueKind.Sequence,
        _ => true,
    };

    /// <summary>The kind in the words of a message.</summary>
    public static string Describe(this YamlValue value) => value.Kind switch
    {
        YamlValueKind.String => "a string",
        YamlValueKind.Null => "null",
        YamlValueKind.Bool => $"the boolean {value.Text}",
        YamlValueKind.Integer or YamlValueKind.Float => $"the number {value.Text}",
        YamlValueKind.Mapping => "a map",
        YamlValueKind.Sequence => "a list",
        _ => "no YAML",
    };
}
