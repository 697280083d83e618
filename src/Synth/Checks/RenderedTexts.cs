namespace GitOps;

/// <summary>
/// The texts that Flux will substitute, exactly as it will see them: those of objects are noted while they are written, those of raw YAML are read back. Kept by who
/// substitutes them: an app, the root, or the users of a component.
/// </summary>
internal sealed class RenderedTexts
{
    private readonly SchemaSet schemas = SchemaSet.Shipped;

    private readonly Dictionary<object, List<RenderedText>> byOwner = [];

    private readonly HashSet<object> open = [];

    /// <summary>The texts of an app, of the root, or of a component.</summary>
    public IReadOnlyList<RenderedText> Of(object owner) => byOwner.GetValueOrDefault(owner) ?? [];

    /// <summary>Puts other texts in the place of what a component was noted with.</summary>
    public void Replace(object owner, IReadOnlyList<RenderedText> texts) => byOwner[owner] = [.. texts];

    /// <summary>Whether there are texts that cannot be read here: a remote base, a file that is not there.</summary>
    public bool HasUnseen(object owner) => open.Contains(owner);

    public void SomeAreUnseen(object owner) => open.Add(owner);

    /// <summary>The texts of an object, noted by the writer; the notes are taken off it.</summary>
    public void Take(List<WrittenText> notes, object owner, string apiVersion, string kind, FindingPlace? place, bool isOff)
    {
        if (notes.Count == 0)
            return;
        var texts = Texts(owner);
        var isSecret = kind == "Secret" && apiVersion == "v1";
        foreach (var (text, segments, isKey) in notes)
            texts.Add(new(Model(text, segments, isKey, place, isOff, isSecret, apiVersion, kind), apiVersion, kind, segments));
        notes.Clear();
    }

    /// <summary>The texts of raw YAML.</summary>
    public void Read(string yaml, object owner, FindingPlace? place, Func<YamlMapping, bool> isOff)
    {
        if (!MayMatter(yaml))
            return;
        foreach (var document in YamlFile.Read(yaml).Documents)
        {
            if (document.Mapping is not { } root)
                continue;
            var (apiVersion, kind) = (root.Text("apiVersion") ?? "", root.Text("kind") ?? "");
            var isLiteral = isOff(root);
            foreach (var scalar in YamlText.Below(root))
                if (MayMatter(scalar.Scalar.Text))
                    Texts(owner).Add(new(Model(scalar.Scalar.Text, scalar.Segments, scalar.IsKey, place, isLiteral, kind == "Secret" && apiVersion == "v1", apiVersion, kind), apiVersion, kind, scalar.Segments));
        }
    }

    /// <summary>The texts of a patch, which land in the objects that it reaches.</summary>
    public void ReadPatch(Patch patch, int? passes, object owner, FindingPlace? place, string list)
    {
        if (!MayMatter(patch.Text))
            return;
        // What it reaches is taken out of substitution, in a folder where the rest is not.
        var isLiteral = passes == 0 && LiteralDollars.In(patch.Text);
        var settled = LiteralDollars.Noted(patch.Text);
        foreach (var document in YamlFile.Read(settled).Documents)
        {
            var apiVersion = document.Mapping?.Text("apiVersion") ?? (patch.Target is { Group: { } group } target ? $"{group}/{target.Version}" : patch.Target?.Version ?? "");
            var kind = patch.Target?.Kind ?? document.Mapping?.Text("kind") ?? "";
            foreach (var (scalar, segments) in Landing(document.Root))
                if (MayMatter(scalar.Scalar.Text))
                    Texts(owner).Add(new(new TextModel(scalar.Scalar.Text, place, list + ": " + YamlText.PathOf(segments)) { IsKey = scalar.IsKey, IsLiteral = isLiteral, Type = FieldTypes.Of(schemas, apiVersion, kind, segments) }, apiVersion, kind, segments) { IsInPatch = true });
        }
    }

    /// <summary>A text that a generator puts into a ConfigMap or Secret.</summary>
    public void Generated(string text, object owner, FindingPlace? place, string key, string kind, bool isLiteral)
    {
        text = LiteralDollars.Noted(text);
        if (text.Contains('$', StringComparison.Ordinal))
            Texts(owner).Add(new(new TextModel(text, place, YamlText.PathOf(["data", key])) { IsLiteral = isLiteral, Type = FieldType.String }, "v1", kind, ["data", key]));
    }

    /// <summary>Whether an object in YAML is taken out of substitution.</summary>
    public static bool IsOff(YamlMapping root) =>
        root["metadata"] is YamlMapping metadata && (Marks(metadata["labels"]) || Marks(metadata["annotations"]));

    // Where the parts of a patch land: a merge patch's own paths, an operation's path and what stands below its value.
    private static IEnumerable<(YamlText, IReadOnlyList<string>)> Landing(YamlNode? root)
    {
        if (root is not YamlSequence operations)
            return YamlText.Below(root).Select(static text => (text, text.Segments));
        return operations.Items.OfType<YamlMapping>().SelectMany(static operation =>
            YamlText.Below(operation["value"], KustomizePatch.Segments(operation.Text("path") ?? "")).Select(static text => (text, text.Segments)));
    }

    private List<RenderedText> Texts(object owner)
    {
        if (!byOwner.TryGetValue(owner, out var texts))
            byOwner.Add(owner, texts = []);
        return texts;
    }

    // An expression, or a template that lost a brace.
    private static bool MayMatter(string text) => text.Contains('{', StringComparison.Ordinal);

    private TextModel Model(string text, IReadOnlyList<string> segments, bool isKey, FindingPlace? place, bool isOff, bool isSecret, string apiVersion, string kind) =>
        new(text, place, YamlText.PathOf(segments))
        {
            IsKey = isKey,
            Type = SubstitutionText.MayHoldExpressions(text) ? FieldTypes.Of(schemas, apiVersion, kind, segments) : FieldType.Any,
            // The data of a Secret is base64, which no substitution reaches.
            IsLiteral = isOff || (isSecret && segments is ["data", ..]),
        };

    private static bool Marks(YamlNode? entries) => (entries as YamlMapping)?.Text(SubstitutionSwitch.Key) == SubstitutionSwitch.Disabled;
}
