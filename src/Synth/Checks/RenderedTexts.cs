namespace GitOps;

/// <summary>
/// The texts that Flux will substitute, exactly as it will see them: those of objects are noted while they are written, those of raw YAML are read back.
/// </summary>
internal sealed class RenderedTexts
{
    private readonly Dictionary<object, List<TextModel>> byUnit = [];

    private readonly HashSet<object> open = [];

    /// <summary>The texts of an app, or of a component written in C#.</summary>
    public IReadOnlyList<TextModel> Of(object unit) => byUnit.GetValueOrDefault(unit) ?? [];

    /// <summary>Puts other texts in the place of what a component was noted with.</summary>
    public void Replace(object unit, IReadOnlyList<TextModel> texts) => byUnit[unit] = [.. texts];

    /// <summary>Whether there are texts of an app that cannot be read here: a remote base, a file that is not there.</summary>
    public bool HasUnseen(object unit) => open.Contains(unit);

    public void SomeAreUnseen(object unit) => open.Add(unit);

    /// <summary>The texts of an object, noted by the writer; the notes are taken off it.</summary>
    public void Take(List<WrittenText> notes, object? unit, KubernetesObject item, FindingPlace? place, bool isOff)
    {
        if (notes.Count == 0)
            return;
        if (unit is not null)
        {
            var texts = Texts(unit);
            var isSecret = item is { Kind: "Secret", ApiVersion: "v1" };
            foreach (var (text, segments, isKey) in notes)
                texts.Add(Model(text, segments, isKey, place, isOff, isSecret));
        }

        notes.Clear();
    }

    /// <summary>The texts of raw YAML.</summary>
    public void Read(string yaml, object unit, FindingPlace? place)
    {
        if (!SubstitutionText.MayHoldExpressions(yaml))
            return;
        var texts = Texts(unit);
        foreach (var document in YamlFile.Read(yaml).Documents)
        {
            if (document.Mapping is not { } root)
                continue;
            var isOff = IsOff(root);
            var isSecret = root.Text("kind") == "Secret" && root.Text("apiVersion") == "v1";
            foreach (var scalar in YamlText.Below(root))
                if (SubstitutionText.MayHoldExpressions(scalar.Scalar.Text))
                    texts.Add(Model(scalar.Scalar.Text, scalar.Segments, scalar.IsKey, place, isOff, isSecret));
        }
    }

    /// <summary>A text that a generator puts into a ConfigMap or Secret.</summary>
    public void Generated(string text, object? unit, FindingPlace? place, string field, bool isLiteral)
    {
        if (unit is not null && text.Contains('$', StringComparison.Ordinal))
            Texts(unit).Add(new TextModel(text, place, field) { IsLiteral = isLiteral, Type = FieldType.String });
    }

    private List<TextModel> Texts(object unit)
    {
        if (!byUnit.TryGetValue(unit, out var texts))
            byUnit.Add(unit, texts = []);
        return texts;
    }

    private static TextModel Model(string text, IReadOnlyList<string> segments, bool isKey, FindingPlace? place, bool isOff, bool isSecret) =>
        new(text, place, YamlText.PathOf(segments))
        {
            IsKey = isKey,
            // The data of a Secret is base64, which no substitution reaches.
            IsLiteral = isOff || (isSecret && segments is ["data", ..]),
        };

    /// <summary>Whether an object in YAML is taken out of substitution.</summary>
    public static bool IsOff(YamlMapping root) =>
        root["metadata"] is YamlMapping metadata && (Marks(metadata["labels"]) || Marks(metadata["annotations"]));

    private static bool Marks(YamlNode? entries) => (entries as YamlMapping)?.Text(SubstitutionSwitch.Key) == SubstitutionSwitch.Disabled;
}
