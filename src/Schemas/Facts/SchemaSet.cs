using System.Text;

namespace GitOps;

/// <summary>
/// The schemas that are known: what the SDK ships, and the user's own CRDs, which win for the same group, version and kind. Immutable, shared by threads, and read as
/// far as it is asked for.
/// </summary>
internal sealed class SchemaSet
{
    private static readonly Lazy<SchemaSet> Loaded = new(() => new SchemaSet([new ShippedSchemas(Resource)]));

    /// <summary>The nearest source first; what the SDK ships comes last.</summary>
    private readonly IReadOnlyList<SchemaSource> sources;

    private SchemaSet(IReadOnlyList<SchemaSource> sources) => this.sources = sources;

    /// <summary>What the SDK ships: the facts of <c>schemas/</c>.</summary>
    public static SchemaSet Shipped => Loaded.Value;

    /// <summary>Every apiVersion and kind that is known; no type is read for it.</summary>
    public IEnumerable<(string ApiVersion, string Kind)> Kinds => sources.SelectMany(source => source.Kinds).Distinct();

    /// <summary>The set with a user's document in front. Read it with <see cref="SchemaReadOptions.Exact"/>, or core types inside it are taken for today's.</summary>
    public SchemaSet With(SchemaModel model) => model.Kinds.IsEmpty && model.Values is null ? this : new([new ModelSchemas(model, sources[sources.Count - 1]), .. sources]);

    /// <summary>The kind, or null when this version of it is not known.</summary>
    public SchemaKind? Find(string apiVersion, string kind) => Find(apiVersion, kind, out _);

    /// <summary>The kind and the source in which its types are looked up.</summary>
    public SchemaKind? Find(string apiVersion, string kind, out SchemaSource source)
    {
        foreach (var candidate in sources)
            if (candidate.Find(apiVersion, kind) is { } found)
            {
                source = candidate;
                return found;
            }

        source = sources[sources.Count - 1];
        return null;
    }

    /// <summary>The kinds of this name in every group and version, each once.</summary>
    public IReadOnlyList<SchemaKind> KindsNamed(string kind)
    {
        var found = new List<SchemaKind>();
        foreach (var source in sources)
            foreach (var candidate in source.KindsNamed(kind))
                if (!found.Exists(other => other.Group == candidate.Group && other.Version == candidate.Version))
                    found.Add(candidate);
        return found;
    }

    /// <summary>
    /// The versions (newest first) in which the user's own CRD serves a kind, when it serves it at all and not in this one: a CRD in the repository says what the cluster has.
    /// </summary>
    public IReadOnlyList<string> OwnVersions(string apiVersion, string kind)
    {
        var slash = apiVersion.IndexOf('/');
        var group = slash < 0 ? "" : apiVersion.Substring(0, slash);
        var versions = new List<SchemaKind>();
        foreach (var source in sources)
            if (source is ModelSchemas)
                versions.AddRange(source.KindsNamed(kind).Where(found => found.Group == group));
        return versions.OrderByDescending(static found => found.Version, ApiVersionComparer.Instance).Select(static found => found.ApiVersion).ToList();
    }

    /// <summary>The shape of an object type, or null.</summary>
    public SchemaShape? Shape(SchemaTypeName name)
    {
        foreach (var source in sources)
            if (source.Shape(name) is { } shape)
                return shape;
        return null;
    }

    /// <summary>The source in which the names inside a type are looked up.</summary>
    public SchemaSource SourceOf(SchemaType type)
    {
        var inner = type;
        while (inner.Item is not null)
            inner = inner.Item;
        foreach (var source in sources)
            if ((inner.Variant ?? inner.Name) is { } name && (source.Shape(name) is not null || source.Enum(name) is not null))
                return source;
        return sources[sources.Count - 1];
    }

    /// <summary>The values of an enum, or null.</summary>
    public SchemaEnum? Enum(SchemaTypeName name)
    {
        foreach (var source in sources)
            if (source.Enum(name) is { } values)
                return values;
        return null;
    }

    /// <summary>The shape of a model's C# type, by its namespace and name; a kind's own body too.</summary>
    public SchemaShape? ByCSharpName(string csharpNamespace, string name) => Shape(new SchemaTypeName(csharpNamespace, name));

    /// <summary>The kind whose C# type this is, or null.</summary>
    public SchemaKind? KindByCSharpName(string csharpNamespace, string name)
    {
        foreach (var source in sources)
            if (source.KindOf(new SchemaTypeName(csharpNamespace, name)) is { } found)
                return found;
        return null;
    }

    /// <summary>
    /// What stands at a place of a kind: names of fields, <c>[0]</c> (or any other <c>[…]</c>) for an item of a list, keys of maps. Null where nothing is known:
    /// no such field, inside free-form values, an unknown kind.
    /// </summary>
    public SchemaType? TypeAt(string apiVersion, string kind, IReadOnlyList<string> segments)
    {
        if (Find(apiVersion, kind, out var source) is not { } found || segments.Count == 0)
            return null;
        if (segments.Count == 1 && segments[0] is "apiVersion" or "kind")
            return new SchemaType(SchemaTypeKind.String);
        return Walk(found.Body, source, segments, 0);
    }

    /// <summary>The same from a shape on.</summary>
    public SchemaType? TypeAt(SchemaShape shape, IReadOnlyList<string> segments)
    {
        foreach (var source in sources)
            if (source.Shape(shape.Name) is { } own && own == shape)
                return Walk(shape, source, segments, 0);
        return null;
    }

    private static SchemaType? Walk(SchemaShape? shape, SchemaSource source, IReadOnlyList<string> segments, int at)
    {
        SchemaType? type = null;
        for (; at < segments.Count; at++)
        {
            var segment = segments[at];
            var isItem = segment.Length > 0 && segment[0] == '[';
            if (shape is not null)
                type = Field(shape, segment)?.Type;
            else
                type = type?.Kind == SchemaTypeKind.List && isItem || type?.Kind == SchemaTypeKind.Map && !isItem ? type.Item : null;
            if (type is null)
                return null;
            shape = type.Kind == SchemaTypeKind.Object && (type.Variant ?? type.Name) is { } name ? source.Shape(name) : null;
        }

        return type;
    }

    private static SchemaField? Field(SchemaShape shape, string name)
    {
        foreach (var field in shape.Fields)
            if (field.Name == name)
                return field;
        return null;
    }

    private static string? Resource(string name)
    {
        using var stream = typeof(SchemaSet).Assembly.GetManifestResourceStream($"facts/{name}.txt");
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
