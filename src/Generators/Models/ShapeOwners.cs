namespace GitOps;

/// <summary>Which kind uses which types: what one kind alone uses stands in its file.</summary>
internal sealed class ShapeOwners
{
    private readonly Dictionary<SchemaTypeName, SchemaTypeName?> owners = [];

    /// <summary>The one kind that uses a type; null when there are several, or none.</summary>
    public SchemaTypeName? OnlyOwner(SchemaTypeName type) => owners.TryGetValue(type, out var owner) ? owner : null;

    public static ShapeOwners Of(SchemaModel model)
    {
        var result = new ShapeOwners();
        var shapes = model.Shapes.ToDictionary(static shape => shape.Name);
        foreach (var kind in model.Kinds)
        {
            var seen = new HashSet<SchemaTypeName>();
            var open = new Stack<SchemaShape>();
            open.Push(kind.Body);
            while (open.Count > 0)
                foreach (var field in open.Pop().Fields)
                    for (var type = field.Type; type is not null; type = type.Item)
                        if (type.Name is { } name && !type.IsExternal && seen.Add(name) && shapes.TryGetValue(name, out var shape))
                            open.Push(shape);
            foreach (var name in seen)
                result.owners[name] = result.owners.ContainsKey(name) ? null : kind.Name;
        }

        return result;
    }
}
