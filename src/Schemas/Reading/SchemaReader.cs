namespace GitOps;

/// <summary>Reads a file of schemas: CustomResourceDefinitions (several documents, several versions), or an OpenAPI v2 or v3 document, as YAML or JSON.</summary>
internal static class SchemaReader
{
    /// <param name="file">The file's name, for faults only.</param>
    public static SchemaModel Read(string file, string text, SchemaReadOptions options, CancellationToken cancellation = default)
    {
        var faults = new FaultList(file);
        var yaml = YamlFile.Read(text, cancellation);
        foreach (var fault in yaml.Faults)
            faults.Add(fault.Kind == YamlFaultKind.DuplicateKey ? SchemaFaultKind.Invalid : SchemaFaultKind.Unreadable, fault.Message, fault.Place);

        var openApi = yaml.Documents.Select(document => document.Mapping).FirstOrDefault(document => document is not null && OpenApiReader.IsOpenApi(document));
        if (openApi is not null)
            return new OpenApiReader(openApi, faults, options, cancellation).Read();

        var crds = new List<YamlMapping>();
        foreach (var document in yaml.Documents)
            Collect(document.Mapping, crds);
        if (crds.Count == 0 && yaml.Faults.Count == 0)
            faults.Add(SchemaFaultKind.NotASchema, "this is neither a CustomResourceDefinition nor an OpenAPI document", yaml.Documents.Count > 0 ? yaml.Documents[0].Start : new YamlMark(0, 1, 1));

        var reader = new CrdReader(faults, options, new SchemaNodeReader(faults, options, cancellation));
        var kinds = crds.SelectMany(reader.Read).ToList();
        Distinct(kinds);
        return Build(kinds, PathNames.Of(kinds), faults);
    }

    /// <summary>Builds a model of all that the kinds reach.</summary>
    internal static SchemaModel Build(IReadOnlyList<KindDraft> kinds, DraftNames names, FaultList faults)
    {
        var drafts = DraftWalk.Of(kinds);
        return ModelBuilder.Build(kinds, names, drafts.Select(found => found.Draft).OfType<ShapeDraft>(), drafts.Select(found => found.Draft).OfType<EnumDraft>(), faults.ToArray());
    }

    /// <summary>The CRDs of a document: itself, or the items of a <c>List</c> (<c>kubectl get crd -o yaml</c>).</summary>
    private static void Collect(YamlMapping? document, List<YamlMapping> crds)
    {
        if (document is null)
            return;
        if (CrdReader.IsCrd(document))
            crds.Add(document);
        else if (document.Text("kind") is "List" or "CustomResourceDefinitionList" && document["items"] is YamlSequence items)
            crds.AddRange(items.Items.OfType<YamlMapping>().Where(CrdReader.IsCrd));
    }

    /// <summary>A kind that stands twice in one file counts once.</summary>
    private static void Distinct(List<KindDraft> kinds)
    {
        var seen = new HashSet<(string, string, string)>();
        kinds.RemoveAll(kind => !seen.Add((kind.Group, kind.Version, kind.Kind)));
    }
}
