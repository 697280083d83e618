namespace GitOps;

/// <summary>
/// The texts that Flux will substitute, exactly as it will see them: those of objects are noted while they are written, those of raw YAML are read back.
/// </summary>
internal sealed class RenderedTexts
{
    private readonly Dictionary<FluxApp, List<TextModel>> byApp = [];

    private readonly HashSet<FluxApp> open = [];

    public IReadOnlyList<TextModel> Of(FluxApp app) => byApp.GetValueOrDefault(app) ?? [];

    /// <summary>Whether there are texts of an app that cannot be read here: a remote base, a file that is not there.</summary>
    public bool HasUnseen(FluxApp app) => open.Contains(app);

    public void SomeAreUnseen(FluxApp app) => open.Add(app);

    /// <summary>The texts of an object, noted by the writer; the notes are taken off it.</summary>
    public void Take(List<WrittenText> notes, FluxApp? app, KubernetesObject item, FindingPlace? place, bool isOff)
    {
        if (notes.Count == 0)
            return;
        if (app is not null)
        {
            var texts = Texts(app);
            var isSecret = item is { Kind: "Secret", ApiVersion: "v1" };
            foreach (var (text, segments, isKey) in notes)
                texts.Add(Model(text, segments, isKey, place, isOff, isSecret));
        }

        notes.Clear();
    }

    /// <summary>The texts of raw YAML.</summary>
    public void Read(string yaml, FluxApp app, FindingPlace? place)
    {
        if (!SubstitutionText.MayHoldExpressions(yaml))
            return;
        var texts = Texts(app);
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
    public void Generated(string text, FluxApp? app, FindingPlace? place, string field, bool isLiteral)
    {
        if (app is not null && text.Contains('$', StringComparison.Ordinal))
            Texts(app).Add(new TextModel(text, place, field) { IsLiteral = isLiteral, Type = FieldType.String });
    }

    private List<TextModel> Texts(FluxApp app)
    {
        if (!byApp.TryGetValue(app, out var texts))
            byApp.Add(app, texts = []);
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
