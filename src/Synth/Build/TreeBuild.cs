using System.Collections.Concurrent;

namespace GitOps;

/// <summary>What building a tree with kustomize gave.</summary>
/// <param name="Built">How many Kustomizations were built.</param>
/// <param name="Left">How many were not, because their spec holds what only the cluster knows.</param>
internal sealed record TreeBuildResult(IReadOnlyList<Finding> Findings, int Built, int Left);

/// <summary><c>--build</c>: real kustomize over each Kustomization, several at once, and the rules for objects over what comes out.</summary>
internal static class TreeBuild
{
    private const int MostWorkers = 8;

    /// <param name="known">Findings of the rules; what they have said already is not said again.</param>
    public static TreeBuildResult Run(string repository, DiskFileTree tree, ReadTree read, TreeOptions options, KustomizeProgram program, IReadOnlyList<Finding> known, CancellationToken cancellation)
    {
        var waiting = new ConcurrentQueue<(ReadKustomization App, Lazy<SchemaSet> Schemas)>();
        var left = 0;
        foreach (var cluster in read.Clusters)
        {
            var schemas = new Lazy<SchemaSet>(() => TreeSchemas.Of(cluster, options.Schemas, cancellation));
            foreach (var app in cluster.Kustomizations)
            {
                if (app.IsOutside || app.Folder is null || !tree.HasFolder(app.Folder)) continue; // nothing of ours, or said already
                if (KustomizationMerge.IsKnown(app.Spec)) waiting.Enqueue((app, schemas));
                else left++;
            }
        }
        var count = waiting.Count;
        var findings = new ConcurrentBag<Finding>();
        var said = known.Select(Key).ToHashSet();
        var workers = Math.Min(Math.Min(Environment.ProcessorCount, MostWorkers), Math.Max(count, 1));
        Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellation }, _ =>
        {
            using var folder = new BuildFolder(repository, tree);
            while (waiting.TryDequeue(out var next))
                foreach (var finding in Build(folder, program, next.App, next.Schemas, cancellation))
                    if (!said.Contains(Key(finding))) findings.Add(finding);
        });
        return new TreeBuildResult([.. findings], count, left);

        static (string, string?, string?) Key(Finding finding) => (finding.Id, finding.Place?.Path, finding.FieldPath);
    }

    private static IEnumerable<Finding> Build(BuildFolder folder, KustomizeProgram program, ReadKustomization app, Lazy<SchemaSet> schemas, CancellationToken cancellation)
    {
        var (succeeded, output, errors) = folder.Build(program, app.Folder!, app.Spec, cancellation);
        if (!succeeded)
        {
            yield return Failed(app, errors);
            yield break;
        }
        var yaml = YamlFile.Read(output, cancellation);
        foreach (var document in yaml.Documents)
        {
            if (document.Mapping is not { } root) continue;
            var built = new KustomizeObject(YamlData.Of(root)) { Place = app.Place ?? new FindingPlace(app.Folder!) };
            // The object's own file is nearer than the Kustomization; kustomize does not say it, its name does.
            var source = app.Objects.FirstOrDefault(item => item.Kind == built.Kind && item.Group == built.Group && (item.Built.Name == built.Name || item.Name == built.Name))?.Place ?? built.Place;
            foreach (var finding in BuiltObject.Check(ObjectSubstitution.Apply(built, app.Scope), schemas.Value, source)) yield return finding;
        }
    }

    private static Finding Failed(ReadKustomization app, string errors)
    {
        var words = Words(errors);
        // What lies on another machine may be away for a moment: that is no fault of the repository's.
        var isRemote = words.Contains("://", StringComparison.Ordinal) || words.Contains("git fetch", StringComparison.Ordinal) || words.Contains("github.com", StringComparison.Ordinal);
        return new Finding(RuleIds.BuildFailed, isRemote ? FindingSeverity.Warning : FindingSeverity.Error, $"kustomize does not build '{app.Id}': {words}", app.Place ?? new FindingPlace(app.Folder!));
    }

    /// <summary>kubectl wraps its error: the words inside are what counts, and all of them.</summary>
    private static string Words(string errors)
    {
        var lines = errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(static line => !line.StartsWith("# Warning", StringComparison.Ordinal)).ToList();
        var text = string.Join(' ', lines).TrimEnd('.');
        const string Wrapped = "\"command failed\" err=";
        if (text.IndexOf(Wrapped, StringComparison.Ordinal) is >= 0 and var at) text = text[(at + Wrapped.Length)..].Trim(' ', '"', '<', '>');
        return text.Length == 0 ? "it does not say why" : text.Replace("\\\"", "\"", StringComparison.Ordinal);
    }
}
