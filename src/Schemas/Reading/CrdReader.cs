namespace GitOps;

/// <summary>Reads CustomResourceDefinitions (apiextensions.k8s.io/v1) into kinds.</summary>
internal sealed class CrdReader(FaultList faults, SchemaReadOptions options, SchemaNodeReader nodes)
{
    /// <summary>ObjectMeta, whichever group the kind belongs to.</summary>
    public static SchemaTypeName ObjectMeta { get; } = new("GitOps.Models.Kubernetes", "ObjectMeta");

    public static bool IsCrd(YamlMapping document) => document.Text("kind") == "CustomResourceDefinition";

    public IEnumerable<KindDraft> Read(YamlMapping crd)
    {
        if (crd.Text("apiVersion") is { } apiVersion && apiVersion != "apiextensions.k8s.io/v1")
        {
            faults.Invalid($"a CustomResourceDefinition of '{apiVersion}' is not read; bring it to apiextensions.k8s.io/v1", crd["apiVersion"]!.Start);
            yield break;
        }
        if (Child(crd, "spec") is not { } spec || Text(spec, "group") is not { } group || Child(spec, "names") is not { } names || Text(names, "kind") is not { } kind)
            yield break;
        if (!options.Wants(group, kind))
            yield break;
        if (spec["versions"] is not YamlSequence { Items.Count: > 0 } versions)
        {
            faults.Invalid($"the CustomResourceDefinition of '{kind}' has no 'versions'", (spec["versions"] ?? spec).Start);
            yield break;
        }
        foreach (var item in versions.Items)
        {
            if (item is not YamlMapping version)
            {
                faults.Invalid("a version is a mapping", item.Start);
                continue;
            }
            if (Text(version, "name") is { } name && ReadVersion(spec, names, version, group, kind, name) is { } draft)
                yield return draft;
        }
    }

    private KindDraft? ReadVersion(YamlMapping spec, YamlMapping names, YamlMapping version, string group, string kind, string name)
    {
        var served = version.Text("served") != "false";
        // A version without a schema that the API server rejects anyway is history.
        if (!served)
            return null;
        if (Child(version, "schema") is not { } schema || Child(schema, "openAPIV3Schema") is not { } root)
            return null;
        var raw = RawSchema.Read(root, faults, options.KeepTexts);
        return new KindDraft(group, name, kind, ReadBody(raw))
        {
            Constraints = nodes.Constraints(raw),
            ReplicasPath = ((version["subresources"] as YamlMapping)?["scale"] as YamlMapping)?.Text("specReplicasPath"),
            HasStatus = raw.Properties?["status"] is not null,
            Plural = names.Text("plural") ?? "",
            Singular = names.Text("singular") is { Length: > 0 } singular ? singular : kind.ToLowerInvariant(),
            ShortNames = names["shortNames"] is YamlSequence list ? list.Items.OfType<YamlScalar>().Select(shortName => shortName.Text).ToEquatableArray() : default,
            Scope = spec.Text("scope") == "Cluster" ? SchemaScope.Cluster : SchemaScope.Namespaced,
            Storage = version.Text("storage") == "true",
            Deprecated = version.Text("deprecated") == "true",
            DeprecationWarning = options.KeepTexts ? version.Text("deprecationWarning") : null,
        };
    }

    private ShapeDraft ReadBody(RawSchema raw)
    {
        // apiVersion and kind are the kind's own; status is the cluster's to write.
        var fields = raw.Properties is null
            ? []
            : nodes.ReadFields(raw.Properties, raw.Required, 1, static field => field is not ("apiVersion" or "kind" or "status" or "metadata"));
        // ObjectMeta is the same everywhere; a CRD can limit name and generateName.
        var metadata = raw.Properties?["metadata"] is YamlMapping { } node && nodes.Condition(node, 0) with { JsonType = null } is var asked && asked != SchemaConstraints.None ? asked : null;
        fields.Insert(0, new FieldDraft("metadata", new TypeDraft(SchemaTypeKind.Object) { External = ObjectMeta, Constraints = metadata })
        {
            Required = raw.Required.Contains("metadata"),
        });
        return new ShapeDraft(fields, raw.PreserveUnknown) { Id = DraftKeys.Hash(DraftKeys.Of(fields, raw.PreserveUnknown)), Description = raw.Description };
    }

    private YamlMapping? Child(YamlMapping parent, string name)
    {
        if (parent[name] is YamlMapping child)
            return child;
        faults.Invalid($"'{name}' is missing or is no mapping", (parent[name] ?? parent).Start);
        return null;
    }

    private string? Text(YamlMapping parent, string name)
    {
        if (parent.Text(name) is { Length: > 0 } text)
            return text;
        faults.Invalid($"'{name}' is missing or is no text", (parent[name] ?? parent).Start);
        return null;
    }
}
