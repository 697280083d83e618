namespace GitOps.SchemaFacts;

/// <summary>Our own words about kinds and fields (schemas/docs), brought to the types that they speak of.</summary>
internal sealed class DocTexts
{
    private readonly Dictionary<(SchemaTypeName Type, string Field), string> texts = [];
    private readonly List<string> lost = [];

    /// <summary>Texts of fields that the schemas do not have.</summary>
    public IReadOnlyList<string> Lost => lost;

    public string? this[SchemaTypeName type, string field = ""] => texts.GetValueOrDefault((type, field));

    public void Read(string folder, IReadOnlyList<SchemaModel> models)
    {
        var shapes = models.SelectMany(model => model.Shapes).Concat(models.SelectMany(model => model.Kinds).Select(kind => kind.Body)).ToDictionary(shape => shape.Name);
        foreach (var kind in models.SelectMany(model => model.Kinds).OrderByDescending(kind => kind.Version, ApiVersionComparer.Instance))
        {
            var file = Path.Combine(folder, $"{(kind.Group.Length == 0 ? "core" : kind.Group)}_{kind.Version}_{kind.Kind}.yaml");
            if (!File.Exists(file))
                continue;
            var yaml = YamlFile.Read(File.ReadAllText(file));
            if (yaml.Faults.Count > 0)
                throw new InvalidOperationException($"{file}: {yaml.Faults[0]}");
            foreach (var entry in yaml.Documents.FirstOrDefault()?.Mapping?.Entries ?? [])
                if (!Put(kind, entry.Name, ((YamlScalar)entry.Value).Text.Trim(), shapes))
                    lost.Add($"{Path.GetFileName(file)}: {entry.Name}");
        }
    }

    private bool Put(SchemaKind kind, string path, string text, Dictionary<SchemaTypeName, SchemaShape> shapes)
    {
        if (path == ".")
        {
            texts.TryAdd((kind.Name, ""), text);
            return true;
        }
        var shape = kind.Body;
        var parts = path.Split('.');
        for (var i = 0; i < parts.Length; i++)
        {
            var name = parts[i].Replace("[]", "", StringComparison.Ordinal).Replace("{}", "", StringComparison.Ordinal);
            var field = shape.Fields.FirstOrDefault(field => field.Name == name);
            if (field is null)
                return false;
            if (i == parts.Length - 1)
            {
                // A shape stands in many places; the first words about it are kept.
                texts.TryAdd((shape.Name, name), text);
                return true;
            }
            var type = field.Type;
            while (type.Item is not null)
                type = type.Item;
            if (type.Name is not { } next || !shapes.TryGetValue(next, out var inner))
                return false;
            shape = inner;
        }
        return false;
    }
}
