namespace GitOps;

/// <summary>Reads a Flux Kustomization that is itself a resource, with what its own path takes.</summary>
internal static class EmittedKustomizationReader
{
    public static EmittedKustomization Read(IFileTree tree, string path, YamlMapping root, bool readsPath, CancellationToken cancellation)
    {
        var metadata = root["metadata"] as YamlMapping;
        var spec = root["spec"] as YamlMapping;
        var postBuild = spec?["postBuild"] as YamlMapping;
        var @namespace = metadata?.Text("namespace");
        var specPath = spec?.Text("path");
        return new(metadata?.Text("name") ?? "", @namespace, Place(path, root))
        {
            Path = specPath,
            Source = ((spec?["sourceRef"] as YamlMapping)?.Text("kind") ?? "", (spec?["sourceRef"] as YamlMapping)?.Text("name") ?? ""),
            Forwards = postBuild?["substitute"] is YamlMapping substitute ? [.. Assignments(substitute, path)] : [],
            Sources = [.. Items(postBuild?["substituteFrom"]).Select(source => new VariableSourceReference(source.Text("kind") ?? "", source.Text("name") ?? "", Place(path, source))
            {
                IsOptional = (source["optional"] as YamlScalar)?.Yaml11 == YamlValue.True,
            })],
            Dependencies = [.. Items(spec?["dependsOn"]).Select(dependency =>
                new DependencyModel(new(dependency.Text("namespace") ?? "", dependency.Text("name") ?? ""), Place(path, dependency)) { HasReadyExpression = dependency["readyExpr"] is not null })],
            InnerParameters = readsPath ? Inner(tree, specPath, cancellation) : [],
        };
    }

    /// <summary>The entries of a <c>postBuild.substitute</c>.</summary>
    public static IEnumerable<VariableAssignment> Assignments(YamlMapping substitute, string path) =>
        substitute.Entries.Select(entry => new VariableAssignment(entry.Name, (entry.Value as YamlScalar)?.Text, Place(path, entry.Key)));

    private static IReadOnlyList<ComponentParameter> Inner(IFileTree tree, string? specPath, CancellationToken cancellation)
    {
        // A path with a variable in it is known when the component is used, and a root as path would read the whole repository.
        if (specPath is null || SubstitutionText.MayHoldExpressions(specPath) || RepositoryPath.FromRoot(specPath) is not { Length: > 0 } folder || !tree.HasFolder(folder))
            return [];
        var reader = new KustomizeReader(tree, followsKustomizations: false, cancellation);
        reader.ReadRoot(folder);
        return ComponentParameters.Of(reader.Occurrences);
    }

    private static IEnumerable<YamlMapping> Items(YamlNode? node) => node is YamlSequence list ? list.Items.OfType<YamlMapping>() : [];

    private static FindingPlace Place(string path, YamlNode node) => new(path, node.Start.Line, node.Start.Column);
}
