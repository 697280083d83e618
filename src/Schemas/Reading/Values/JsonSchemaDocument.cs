namespace GitOps;

/// <summary>A JSON Schema document, read with places: what references into it lead to.</summary>
internal sealed class JsonSchemaDocument
{
    private readonly YamlNode? root;
    private Dictionary<string, YamlMapping>? anchors;

    private JsonSchemaDocument(ValuesSchemaFile file, YamlNode? root, FaultList faults, string referrersDialect)
    {
        File = file;
        this.root = root;
        Faults = faults;
        var mapping = root as YamlMapping;
        Dialect = mapping?.Text("$schema") ?? referrersDialect;
        Base = WithoutFragment(mapping?.Text("$id") ?? mapping?.Text("id") ?? "") is { Length: > 0 } id ? JsonSchemaAddress.Combine(file.Url, id) : file.Url;
    }

    public ValuesSchemaFile File { get; }

    public FaultList Faults { get; }

    /// <summary>Its address: what it calls itself, or what the user says.</summary>
    public string Base { get; }

    public string Dialect { get; }

    /// <summary>Up to draft 7 what stands beside a reference says nothing.</summary>
    public bool IgnoresSiblings => Dialect.IndexOf("/draft-0", StringComparison.Ordinal) >= 0;

    /// <summary>The whole schema; null when the file could not be read.</summary>
    public SchemaPart? Root => root is null ? null : new SchemaPart(this, root);

    public static JsonSchemaDocument Read(ValuesSchemaFile file, string referrersDialect, CancellationToken cancellation)
    {
        var faults = new FaultList(file.Path);
        var start = new YamlMark(0, 1, 1);
        if (file.Text is null)
        {
            faults.Invalid($"the schema has more than {ValuesSchemaFile.MostCharacters / 1_000_000} million characters and is not read; is it the chart's values.schema.json?", start);
            return new JsonSchemaDocument(file, null, faults, referrersDialect);
        }

        var yaml = YamlFile.Read(file.Text, cancellation);
        foreach (var fault in yaml.Faults)
            faults.Add(fault.Kind == YamlFaultKind.DuplicateKey ? SchemaFaultKind.Invalid : SchemaFaultKind.Unreadable, fault.Message, fault.Place);
        var isReadable = yaml.Faults.All(static fault => fault.Kind == YamlFaultKind.DuplicateKey);
        var root = isReadable ? yaml.Documents.Select(static document => document.Root).FirstOrDefault(static node => node is not null) : null;
        if (isReadable && root is not YamlMapping)
        {
            faults.Add(SchemaFaultKind.NotASchema, "this is no JSON Schema: the file holds no object", root?.Start ?? start);
            root = null;
        }

        return new JsonSchemaDocument(file, root, faults, referrersDialect);
    }

    /// <summary>What a reference's fragment stands for: a path (<c>/definitions/a</c>), or the name of an anchor.</summary>
    public SchemaPart? At(string fragment)
    {
        if (fragment.Length == 0)
            return Root;
        if (fragment[0] != '/')
            return Anchors.TryGetValue("#" + fragment, out var anchored) ? new SchemaPart(this, anchored) : null;
        var node = root;
        foreach (var segment in JsonSchemaAddress.Segments(fragment))
            node = node switch
            {
                YamlMapping mapping => mapping[segment],
                YamlSequence list when int.TryParse(segment, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var index) && index < list.Items.Count => list.Items[index],
                _ => null,
            };
        return node is null ? null : new SchemaPart(this, node);
    }

    /// <summary>A schema inside this document that has an address of its own.</summary>
    public SchemaPart? Embedded(string address) => Anchors.TryGetValue(address, out var found) ? new SchemaPart(this, found) : null;

    private Dictionary<string, YamlMapping> Anchors
    {
        get
        {
            if (anchors is not null)
                return anchors;
            anchors = new Dictionary<string, YamlMapping>(StringComparer.Ordinal);
            Collect(root, anchors);
            return anchors;
        }
    }

    private void Collect(YamlNode? node, Dictionary<string, YamlMapping> found)
    {
        if (node is YamlSequence list)
            foreach (var item in list.Items)
                Collect(item, found);
        if (node is not YamlMapping mapping)
            return;
        foreach (var keyword in new[] { "$anchor", "$dynamicAnchor" })
            if (mapping.Text(keyword) is { } name)
                found["#" + name] = mapping;
        if (mapping.Text("$id") is { } id && mapping != root)
            found[id.Length > 0 && id[0] == '#' ? id : WithoutFragment(JsonSchemaAddress.Combine(Base, id))] = mapping;
        foreach (var entry in mapping.Entries)
            Collect(entry.Value, found);
    }

    private static string WithoutFragment(string address) => address.IndexOf('#') is var hash && hash >= 0 ? address.Substring(0, hash) : address;
}

/// <summary>A schema at its place: a mapping, or <c>true</c> or <c>false</c>.</summary>
internal readonly record struct SchemaPart(JsonSchemaDocument Document, YamlNode Node)
{
    public YamlMapping? Mapping => Node as YamlMapping;
}
