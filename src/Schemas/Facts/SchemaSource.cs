using System.Collections.Concurrent;

namespace GitOps;

/// <summary>Where schemas come from: what the SDK ships, or one document of the user's. A type's names are looked up in the source that uses them.</summary>
internal abstract class SchemaSource
{
    private readonly ConcurrentDictionary<SchemaTypeName, ShapeNode?> compiled = new();

    /// <summary>A shape made ready for checking; null when the name leads nowhere.</summary>
    public ShapeNode? Compiled(SchemaTypeName name)
    {
        if (compiled.TryGetValue(name, out var node))
            return node;
        return compiled.GetOrAdd(name, Shape(name) is { } shape ? new ShapeNode(shape, this) : null);
    }

    /// <summary>The kinds of a name, in every group and version.</summary>
    public abstract IReadOnlyList<SchemaKind> KindsNamed(string kind);

    public abstract SchemaKind? Find(string apiVersion, string kind);

    /// <summary>The kind whose body has this C# name, or null.</summary>
    public abstract SchemaKind? KindOf(SchemaTypeName body);

    /// <summary>Every apiVersion and kind, without reading a type.</summary>
    public abstract IEnumerable<(string ApiVersion, string Kind)> Kinds { get; }

    /// <summary>A shape or a variant.</summary>
    public abstract SchemaShape? Shape(SchemaTypeName name);

    public abstract SchemaEnum? Enum(SchemaTypeName name);
}

/// <summary>The facts that the assembly carries. The list of kinds is read when first asked for, a namespace's text when one of its types is, a type when it is needed itself.</summary>
internal sealed class ShippedSchemas : SchemaSource
{
    private readonly Lazy<IReadOnlyList<FactsKind>> list;
    private readonly Lazy<Dictionary<(string, string), FactsKind>> byVersion;
    private readonly Lazy<ILookup<string, FactsKind>> byName;
    private readonly Lazy<Dictionary<SchemaTypeName, FactsKind>> byBody;
    private readonly ConcurrentDictionary<string, FactsText> texts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<FactsKind, SchemaKind> kinds = new();
    private readonly Func<string, string?> open;

    /// <param name="open">The text of a resource (<c>kinds</c>, or the last word of a C# namespace), or null.</param>
    public ShippedSchemas(Func<string, string?> open)
    {
        this.open = open;
        list = new(() => ReadKinds(open("kinds") ?? ""));
        byVersion = new(() => list.Value.ToDictionary(kind => (kind.ApiVersion, kind.Kind)));
        byName = new(() => list.Value.ToLookup(kind => kind.Kind, StringComparer.Ordinal));
        byBody = new(() => list.Value.ToDictionary(kind => kind.Name));
    }

    public override IEnumerable<(string ApiVersion, string Kind)> Kinds => list.Value.Select(kind => (kind.ApiVersion, kind.Kind));

    public override IReadOnlyList<SchemaKind> KindsNamed(string kind) => byName.Value[kind].Select(Read).ToList();

    public override SchemaKind? Find(string apiVersion, string kind) => byVersion.Value.TryGetValue((apiVersion, kind), out var found) ? Read(found) : null;

    public override SchemaKind? KindOf(SchemaTypeName body) => byBody.Value.TryGetValue(body, out var found) ? Read(found) : null;

    public override SchemaShape? Shape(SchemaTypeName name) => TextOf(name)?.Shape(name);

    public override SchemaEnum? Enum(SchemaTypeName name) => TextOf(name)?.Enum(name);

    private SchemaKind Read(FactsKind kind) => kinds.TryGetValue(kind, out var read) ? read : kinds.GetOrAdd(kind, kind.ToKind(Shape(kind.Name)!));

    private FactsText? TextOf(SchemaTypeName name)
    {
        if (!name.Namespace.StartsWith(FactsWriter.Prefix, StringComparison.Ordinal))
            return null;
        if (!texts.TryGetValue(name.Namespace, out var text))
            text = texts.GetOrAdd(name.Namespace, new FactsText(name.Namespace, open(FactsWriter.Short(name.Namespace)) ?? ""));
        return text;
    }

    private static IReadOnlyList<FactsKind> ReadKinds(string text)
    {
        var kinds = new List<FactsKind>();
        for (var at = 0; at < text.Length; at = kinds[kinds.Count - 1].End)
            kinds.Add(new FactsReader("", text, at).ReadKind());
        return kinds;
    }
}

/// <summary>A document of the user's, read with <see cref="SchemaReadOptions.Exact"/>. What it does not define itself is shipped.</summary>
internal sealed class ModelSchemas : SchemaSource
{
    private readonly SchemaModel model;
    private readonly SchemaSource shipped;
    private readonly Dictionary<SchemaTypeName, SchemaShape> shapes = [];
    private readonly Dictionary<SchemaTypeName, SchemaEnum> enums = [];

    public ModelSchemas(SchemaModel model, SchemaSource shipped)
    {
        this.model = model;
        this.shipped = shipped;
        foreach (var shape in model.Shapes)
            shapes[shape.Name] = shape;
        foreach (var shape in model.Variants)
            shapes[shape.Name] = shape;
        foreach (var kind in model.Kinds)
            shapes[kind.Name] = kind.Body;
        foreach (var values in model.Enums)
            enums[values.Name] = values;
    }

    public override IEnumerable<(string ApiVersion, string Kind)> Kinds
    {
        get
        {
            foreach (var kind in model.Kinds)
                yield return (kind.ApiVersion, kind.Kind);
        }
    }

    public override IReadOnlyList<SchemaKind> KindsNamed(string kind) => model.Kinds.Where(found => found.Kind == kind).ToList();

    public override SchemaKind? Find(string apiVersion, string kind)
    {
        foreach (var found in model.Kinds)
            if (found.Kind == kind && found.ApiVersion == apiVersion)
                return found;
        return null;
    }

    public override SchemaKind? KindOf(SchemaTypeName body)
    {
        foreach (var found in model.Kinds)
            if (found.Name == body)
                return found;
        return null;
    }

    public override SchemaShape? Shape(SchemaTypeName name) => shapes.TryGetValue(name, out var shape) ? shape : shipped.Shape(name);

    public override SchemaEnum? Enum(SchemaTypeName name) => enums.TryGetValue(name, out var values) ? values : shipped.Enum(name);
}

/// <summary>No schema at all.</summary>
internal sealed class EmptySchemas : SchemaSource
{
    public static EmptySchemas Instance { get; } = new();

    public override IEnumerable<(string ApiVersion, string Kind)> Kinds => [];

    public override IReadOnlyList<SchemaKind> KindsNamed(string kind) => [];

    public override SchemaKind? Find(string apiVersion, string kind) => null;

    public override SchemaKind? KindOf(SchemaTypeName body) => null;

    public override SchemaShape? Shape(SchemaTypeName name) => null;

    public override SchemaEnum? Enum(SchemaTypeName name) => null;
}
