namespace GitOps;

/// <summary>The schemas that count for a tree: those that are shipped or given, and the CustomResourceDefinitions in it of kinds that none of these knows.</summary>
internal static class TreeSchemas
{
    public static SchemaSet Of(ReadCluster cluster, SchemaSet known, CancellationToken cancellation)
    {
        var definitions = cluster.Index.OfKind("apiextensions.k8s.io", "CustomResourceDefinition");
        if (definitions.Count == 0)
            return known;
        var unknown = new HashSet<(string Group, string Kind)>(cluster.Objects.Where(item => known.Find(item.Built.ApiVersion, item.Kind) is null).Select(static item => (item.Group, item.Kind)));
        // A file may hold hundreds of definitions, and is read once.
        var sources = definitions.Where(item => item.Spec.TextOf("group") is { } group && item.Spec.MapOf("names").TextOf("kind") is { } kind && unknown.Contains((group, kind)))
            .Select(static item => (item.Built.Value.Origin as YamlNode)?.Source).Where(static source => source?.Path is not null).Distinct();
        var options = new SchemaReadOptions { Exact = true, Kinds = unknown.Select(static kind => $"{kind.Group}/{kind.Kind}").OrderBy(static kind => kind, StringComparer.Ordinal).ToEquatableArray() };
        foreach (var source in sources)
            known = known.With(SchemaReader.Read(source!.Path!, source.Text, options, cancellation));
        return known;
    }
}
