namespace GitOps;

/// <summary>
/// Reads OpenAPI documents: <c>definitions</c> of v2, <c>components.schemas</c> of v3. Components have names, so they may refer to each other in circles.
/// The SDK's own facts are such documents; their <c>x-gitops-…</c> keywords name C# namespaces and say of a kind what a CRD says beside its schema.
/// </summary>
internal sealed class OpenApiReader
{
    private const string OwnPrefix3 = "#/components/schemas/";
    private const string OwnPrefix2 = "#/definitions/";

    private readonly FaultList faults;
    private readonly SchemaReadOptions options;
    private readonly SchemaNodeReader nodes;
    private readonly YamlMapping document;
    private readonly Dictionary<string, YamlMapping> components = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SchemaTypeName> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TypeDraft?> types = new(StringComparer.Ordinal);
    private readonly List<KindDraft> kinds = [];
    private readonly string documentNamespace;

    public OpenApiReader(YamlMapping document, FaultList faults, SchemaReadOptions options, CancellationToken cancellation)
    {
        this.document = document;
        this.faults = faults;
        this.options = options;
        nodes = new SchemaNodeReader(faults, options, cancellation) { ResolveReference = Resolve };
        documentNamespace = document.Text("x-gitops-namespace") ?? "GitOps.Models." + SchemaNames.Pascal((document["info"] as YamlMapping)?.Text("title") ?? "OpenApi") + "Api";
    }

    public static bool IsOpenApi(YamlMapping document) => document["openapi"] is not null || document["swagger"] is not null;

    public SchemaModel Read()
    {
        if (((document["components"] as YamlMapping)?["schemas"] ?? document["definitions"]) is not YamlMapping schemas)
        {
            faults.Invalid("the OpenAPI document has neither 'components.schemas' nor 'definitions'", document.Start);
            return new SchemaModel { Faults = faults.ToArray() };
        }
        foreach (var entry in schemas.Entries)
            if (entry.Value is YamlMapping schema)
                components[entry.Name] = schema;
            else
                faults.Invalid($"the component '{entry.Name}' is no schema", entry.Value.Start);
        Name();
        foreach (var entry in components)
            if (KindOf(entry.Value) is { } gvk ? options.Wants(gvk.Group, gvk.Kind) : options.Kinds is null)
                Component(entry.Key, entry.Value.Start);
        return Build();
    }

    private SchemaModel Build()
    {
        var draftNames = new DraftNames();
        var shapes = new List<ShapeDraft>();
        var enums = new List<EnumDraft>();
        var used = new HashSet<SchemaTypeName>(SchemaTypeNameComparer.IgnoreCase);
        var queue = new Queue<ShapeDraft>();
        var seen = new HashSet<object>();
        foreach (var type in types.Values)
        {
            if (type?.Shape is { } shape && seen.Add(shape))
                queue.Enqueue(shape);
            if (type?.Enum is { GivenName: { } enumName } values && seen.Add(values))
                AddEnum(values, enumName);
        }
        // Components carry their names; what stands inline takes its owner's and the field's.
        while (queue.Count > 0)
        {
            var shape = queue.Dequeue();
            shapes.Add(shape);
            var name = shape.GivenName!.Value;
            used.Add(name);
            draftNames.Add(shape, name);
            foreach (var field in shape.Fields)
                for (var type = field.Type; type is not null; type = type.Item)
                {
                    var word = SchemaNames.Pascal(type == field.Type ? field.Name : SchemaNames.Singular(field.Name));
                    if (type.Shape is { } inner && seen.Add(inner))
                    {
                        inner.GivenName ??= Free(new SchemaTypeName(name.Namespace, name.Name + word));
                        queue.Enqueue(inner);
                    }
                    if (type.Enum is { } values && seen.Add(values))
                        AddEnum(values, values.GivenName ?? Free(new SchemaTypeName(name.Namespace, name.Name + word)));
                }
        }
        return ModelBuilder.Build(kinds, draftNames, shapes, enums, faults.ToArray());

        void AddEnum(EnumDraft values, SchemaTypeName name)
        {
            enums.Add(values);
            draftNames.Add(values, name);
        }

        SchemaTypeName Free(SchemaTypeName name)
        {
            var free = name;
            for (var n = 2; names.ContainsValue(free) || !used.Add(free); n++)
                free = name with { Name = name.Name + n.ToString(System.Globalization.CultureInfo.InvariantCulture) };
            return free;
        }
    }

    /// <summary>Gives every component its C# name: the last part of its own, and as many parts before it as make it unique.</summary>
    private void Name()
    {
        var groups = components.Keys.GroupBy(LastPart, StringComparer.OrdinalIgnoreCase);
        foreach (var group in groups)
        {
            var rivals = group.ToList();
            foreach (var component in rivals)
            {
                var name = SchemaNames.Pascal(group.Key);
                if (rivals.Count > 1 && components[component].Text("x-gitops-name") is null)
                {
                    var parts = component.Split('.');
                    name = SchemaNames.Pascal(parts[parts.Length - 1]);
                    for (var i = parts.Length - 2; i >= 0 && rivals.Count(rival => EndsAlike(rival, parts, i + 1)) > 1; i--)
                        name += SchemaNames.Pascal(parts[i]);
                }
                names[component] = new SchemaTypeName(documentNamespace, components[component].Text("x-gitops-name") ?? name);
            }
        }
    }

    private static bool EndsAlike(string rival, string[] parts, int from)
    {
        var other = rival.Split('.');
        for (int i = parts.Length - 1, j = other.Length - 1; i >= from; i--, j--)
            if (j < 0 || !string.Equals(parts[i], other[j], StringComparison.OrdinalIgnoreCase))
                return false;
        return true;
    }

    private static string LastPart(string component) => component.Substring(component.LastIndexOf('.') + 1);

    private TypeDraft? Resolve(string reference, YamlMark place, string type)
    {
        var own = reference.StartsWith(OwnPrefix3, StringComparison.Ordinal) ? reference.Substring(OwnPrefix3.Length)
            : reference.StartsWith(OwnPrefix2, StringComparison.Ordinal) ? reference.Substring(OwnPrefix2.Length) : null;
        if (own is not null)
            return Component(own, place);
        var hash = reference.IndexOf(OwnPrefix3, StringComparison.Ordinal);
        if (hash > 0 && (document["x-gitops-files"] as YamlMapping)?.Text(reference.Substring(0, hash)) is { } otherNamespace)
            return new TypeDraft(type == "string" ? SchemaTypeKind.String : SchemaTypeKind.Object) { External = new SchemaTypeName(otherNamespace, reference.Substring(hash + OwnPrefix3.Length)) };
        faults.Unsupported($"the reference '{reference}' leads out of this document; anything is taken here", place);
        return null;
    }

    /// <summary>A component's type: its shape, its enum, or what it is an alias of.</summary>
    private TypeDraft? Component(string component, YamlMark place)
    {
        if (types.TryGetValue(component, out var known))
        {
            if (known is null)
                faults.Unsupported($"the component '{component}' is defined by itself; anything is taken here", place);
            return known;
        }
        if (!components.TryGetValue(component, out var node))
        {
            faults.Invalid($"there is no component '{component}'; anything is taken here", place);
            return null;
        }
        types[component] = null;
        return types[component] = ReadComponent(component, node);
    }

    private TypeDraft ReadComponent(string component, YamlMapping node)
    {
        var raw = RawSchema.Read(node, faults, options.KeepTexts);
        var name = names[component];
        if (raw.Properties is null || raw.Ref is not null || raw.AllOf.Count > 0 && raw.AllOf.Any(part => part["$ref"] is not null))
        {
            var type = nodes.Read(raw, node, name.Name, 1);
            if (type.Enum is { GivenName: null } values && type.Kind == SchemaTypeKind.String)
            {
                values.GivenName = name;
                values.Description = raw.Description;
                values.DocsUrl = raw.DocsUrl;
            }
            return type;
        }
        // Known before its fields are, for they may lead back to it.
        var shape = new ShapeDraft([], raw.PreserveUnknown || raw.AdditionalAny || raw.AdditionalSchema is not null)
        {
            GivenName = name,
            Description = raw.Description,
            DocsUrl = raw.DocsUrl,
        };
        var draft = new TypeDraft(SchemaTypeKind.Object) { Shape = shape };
        types[component] = draft;
        var kind = KindOf(node);
        shape.Fields = nodes.ReadFields(raw.Properties, raw.Required, 1, kind is null ? null : static field => field is not ("apiVersion" or "kind" or "status"));
        shape.Id = DraftKeys.Hash(DraftKeys.Of(shape.Fields, shape.PreserveUnknown));
        if (kind is { } gvk)
            kinds.Add(Kind(gvk.Group, gvk.Version, gvk.Kind, shape, node["x-gitops-kind"] as YamlMapping));
        return draft;
    }

    private static KindDraft Kind(string group, string version, string kind, ShapeDraft body, YamlMapping? more) => new(group, version, kind, body)
    {
        GivenName = body.GivenName,
        Plural = more?.Text("plural") ?? "",
        Singular = more?.Text("singular") ?? kind.ToLowerInvariant(),
        ShortNames = more?["shortNames"] is YamlSequence list ? list.Items.OfType<YamlScalar>().Select(item => item.Text).ToEquatableArray() : default,
        Scope = more?.Text("scope") switch { "Cluster" => SchemaScope.Cluster, "File" => SchemaScope.File, _ => SchemaScope.Namespaced },
        Served = more?.Text("served") != "false",
        Storage = more?.Text("storage") != "false",
        Deprecated = more?.Text("deprecated") == "true",
        DeprecationWarning = more?.Text("deprecationWarning"),
        ReplicasPath = more?.Text("replicas"),
        HasStatus = more?.Text("status") != "false",
    };

    /// <summary>The kind that a component is, if it is one object of one kind (not a list of them, nor an option of all).</summary>
    private static (string Group, string Version, string Kind)? KindOf(YamlMapping node)
    {
        if (node["x-kubernetes-group-version-kind"] is not YamlSequence { Items: { Count: 1 } items } || items[0] is not YamlMapping gvk || node["properties"] is not YamlMapping properties)
            return null;
        if (gvk.Text("kind") is not { } kind || gvk.Text("version") is not { } version || properties["items"] is not null && kind.EndsWith("List", StringComparison.Ordinal))
            return null;
        return (gvk.Text("group") ?? "", version, kind);
    }
}
