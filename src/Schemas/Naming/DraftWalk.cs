namespace GitOps;

/// <summary>Walks from kinds to everything they are made of, nearest first: each shape and enum is met once, at the shortest path that leads to it.</summary>
internal static class DraftWalk
{
    /// <summary>Every shape (without the kinds' own bodies) and every enum, each with the first use of it.</summary>
    public static IReadOnlyList<(object Draft, DraftUse Use)> Of(IEnumerable<KindDraft> kinds)
    {
        var found = new List<(object, DraftUse)>();
        var seen = new HashSet<object>();
        var queue = new Queue<(ShapeDraft Shape, DraftUse Use)>();
        foreach (var kind in kinds)
            if (seen.Add(kind.Body))
                queue.Enqueue((kind.Body, new DraftUse(kind, null, "", "")));
        while (queue.Count > 0)
        {
            var (shape, use) = queue.Dequeue();
            foreach (var field in shape.Fields)
            {
                var suffix = "";
                for (var type = field.Type; type is not null; type = type.Item)
                {
                    if (type.Shape is { } inner && seen.Add(inner))
                    {
                        var here = new DraftUse(use.Kind, use, field.Name, suffix);
                        found.Add((inner, here));
                        queue.Enqueue((inner, here));
                    }
                    if (type.Enum is { } values && seen.Add(values))
                        found.Add((values, new DraftUse(use.Kind, use, field.Name, suffix)));
                    suffix += type.Kind == SchemaTypeKind.List ? "[]" : type.Kind == SchemaTypeKind.Map ? "{}" : "";
                }
            }
        }
        return found;
    }
}
