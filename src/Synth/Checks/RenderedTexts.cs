using System.Text;

namespace GitOps;

/// <summary>The texts that Flux will substitute, read back from what was rendered: exactly what it will see, whoever wrote it.</summary>
internal static class RenderedTexts
{
    /// <summary>The texts of an app's files that may hold an expression.</summary>
    public static IReadOnlyList<TextModel> Of(IEnumerable<PlannedFile> files, IEnumerable<GeneratorText> generated)
    {
        var texts = new List<TextModel>();
        foreach (var file in files)
            if (file.Content.Span.Contains((byte)'$'))
                Read(Encoding.UTF8.GetString(file.Content.Span), file, texts);
        foreach (var text in generated)
            if (text.Text.Contains('$', StringComparison.Ordinal))
                texts.Add(new TextModel(text.Text, text.Place, text.Field) { IsLiteral = text.IsLiteral, Type = FieldType.String });
        return texts;
    }

    private static void Read(string text, PlannedFile file, List<TextModel> texts)
    {
        var index = 0;
        foreach (var document in YamlFile.Read(text).Documents)
        {
            if (document.Mapping is not { } root)
                continue;
            var item = index < file.Objects.Count ? file.Objects[index] : null;
            index++;
            var isOff = IsOff(root);
            var isSecret = root.Text("kind") == "Secret" && root.Text("apiVersion") == "v1";
            foreach (var scalar in YamlText.Below(root))
                if (SubstitutionText.MayHoldExpressions(scalar.Scalar.Text))
                    texts.Add(new TextModel(scalar.Scalar.Text, item?.Place ?? file.Place, scalar.FieldPath)
                    {
                        IsKey = scalar.IsKey,
                        // The data of a Secret is base64, which no substitution reaches.
                        IsLiteral = isOff || (isSecret && scalar.Segments is ["data", ..]),
                    });
        }
    }

    private static bool IsOff(YamlMapping root) =>
        root["metadata"] is YamlMapping metadata && (Marks(metadata["labels"]) || Marks(metadata["annotations"]));

    private static bool Marks(YamlNode? entries) => (entries as YamlMapping)?.Text(SubstitutionSwitch.Key) == SubstitutionSwitch.Disabled;
}

/// <summary>The text of a file or literal that a generator puts into a ConfigMap or Secret.</summary>
/// <param name="App">The app that generates.</param>
/// <param name="Text">The text.</param>
/// <param name="Place">Where the generator is written.</param>
/// <param name="Field">The entry, as messages name it.</param>
/// <param name="IsLiteral">Substitution is disabled on the generated object.</param>
internal sealed record GeneratorText(FluxApp? App, string Text, FindingPlace? Place, string Field, bool IsLiteral);
