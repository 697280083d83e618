namespace GitOps;

/// <summary>What disappears from the tree is deleted from the cluster. Says which Kustomizations go, and stops where data would go with them.</summary>
internal sealed class PruneGuard
{
    private readonly DiskReader reader;
    private readonly TreePlan plan;
    private readonly TreeComparison comparison;
    private readonly SynthOptions options;
    private readonly List<Finding> findings = [];
    private readonly HashSet<string> accountedFor = new(StringComparer.Ordinal);

    private PruneGuard(IFileSystem disk, TreePlan plan, TreeComparison comparison, SynthOptions options) =>
        (reader, this.plan, this.comparison, this.options) = (new DiskReader(disk), plan, comparison, options);

    public static List<Finding> Run(IFileSystem disk, TreePlan plan, TreeComparison comparison, SynthOptions options) =>
        new PruneGuard(disk, plan, comparison, options).Run();

    private List<Finding> Run()
    {
        // Only a file that changes or goes can lose something: unchanged ones are never read.
        var standing = new List<DiskKustomization>();
        foreach (var change in comparison.Changes)
            if (change.MayHoldKustomization && Goes(change))
                foreach (var document in reader.Documents(change.Path))
                    if (DiskKustomization.From(document, change.Path, reader.NamespaceAround(change.Path, plan.Roots)) is { } kustomization)
                        standing.Add(kustomization);

        var planned = new Dictionary<string, PlannedKustomization>(StringComparer.Ordinal);
        // Several clusters may each have one of that name.
        foreach (var kustomization in plan.Kustomizations) planned[kustomization.ClusterFolder + ":" + kustomization.Address] = kustomization;

        var vanished = new List<DiskKustomization>();
        foreach (var kustomization in standing)
            if (Planned(planned, kustomization) is not { } stays) vanished.Add(kustomization);
            else CheckComponents(kustomization, stays);
        var arriving = Arriving(standing);
        foreach (var kustomization in vanished) Vanishes(kustomization, vanished, arriving);
        CheckObjects();
        return findings;
    }

    private static bool Goes(FileChange change) => change.Action is FileAction.Update or FileAction.Delete or FileAction.KeepEditedOrphan;

    private PlannedKustomization? Planned(Dictionary<string, PlannedKustomization> planned, DiskKustomization kustomization)
    {
        var cluster = ClusterOf(kustomization.Place.Path);
        if (kustomization.Namespace is not null) return planned.GetValueOrDefault(cluster + ":" + kustomization.Address);
        foreach (var candidate in planned.Values)
            if (candidate.Name == kustomization.Name && candidate.ClusterFolder == cluster) return candidate;
        return null;
    }

    private string ClusterOf(string path)
    {
        var found = "";
        foreach (var kustomization in plan.Kustomizations)
            if (kustomization.ClusterFolder.Length > found.Length && TreePath.IsIn(path, kustomization.ClusterFolder)) found = kustomization.ClusterFolder;
        return found;
    }

    private List<PlannedKustomization> Arriving(List<DiskKustomization> standing)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var kustomization in standing) known.Add(kustomization.Address);
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var change in comparison.Changes)
            if (change.Action is FileAction.Create or FileAction.Update) written.Add(change.Path);
        var arriving = new List<PlannedKustomization>();
        foreach (var kustomization in plan.Kustomizations)
            if (written.Contains(kustomization.File) && !known.Contains(kustomization.Address))
                arriving.Add(kustomization);
        return arriving;
    }

    private void Vanishes(DiskKustomization kustomization, List<DiskKustomization> vanished, List<PlannedKustomization> arriving)
    {
        var held = new HeldObjects(reader);
        held.Of(kustomization with { KeepsObjects = false });
        accountedFor.UnionWith(held.Visited);
        var successor = Successor(kustomization, vanished, arriving);
        var what = successor is null ? $"the Kustomization '{kustomization.Address}' disappears"
            : successor.Name == kustomization.Name ? $"the Kustomization '{kustomization.Address}' moves to '{successor.Address}', which is a delete and a create"
            : $"the Kustomization '{kustomization.Address}' is renamed to '{successor.Address}', which is a delete and a create";
        if (kustomization.KeepsObjects)
            findings.Add(Report(FindingSeverity.Suggestion, $"{what}; its objects stay in the cluster"));
        else if (held.Found.Count == 0 || IsAllowed(kustomization.Address))
            findings.Add(Report(FindingSeverity.Warning, $"{what}: Flux deletes {Deleted(held.Found)} from the cluster"));
        else
            findings.Add(Report(FindingSeverity.Error, $"{what}: Flux would delete {Named(held.Found)} from the cluster; to keep the data, set deletionPolicy Orphan or prune false "
                + $"and let Flux apply that first; to give it up, synth with --allow-prune {kustomization.Address}") with
            { Id = RuleIds.WouldPrune });

        Finding Report(FindingSeverity severity, string message) =>
            new(RuleIds.KustomizationDisappears, severity, message, successor?.Place ?? kustomization.Place) { AlsoAt = PlacesOf(held.Found) };
    }

    /// <summary>The new Kustomization that takes a vanished one's place: over the same folder, of the same name, or the only new one where only one goes.</summary>
    private static PlannedKustomization? Successor(DiskKustomization gone, List<DiskKustomization> vanished, List<PlannedKustomization> arriving)
    {
        PlannedKustomization? only = null;
        var here = 0;
        foreach (var candidate in arriving)
        {
            if (candidate.Name == gone.Name) return candidate;
            foreach (var folder in candidate.Folders)
                if (folder == gone.Folder) return candidate;
            if (candidate.Namespace != gone.Namespace) continue;
            only = candidate;
            here++;
        }
        foreach (var other in vanished)
            if (other != gone && other.Namespace == gone.Namespace) return null;
        return here == 1 ? only : null;
    }

    /// <summary>A Kustomization that stays, but drops a component that holds data.</summary>
    private void CheckComponents(DiskKustomization standing, PlannedKustomization stays)
    {
        if (standing.Components.Count == 0 || standing.KeepsObjects || stays.Folders.Count == 0) return;
        var held = new HeldObjects(reader);
        foreach (var component in standing.Components)
        {
            var remains = false;
            foreach (var folder in stays.Folders) remains |= folder == component;
            if (!remains) held.In(component, standing.Variables);
        }
        if (held.Found.Count == 0 || IsAllowed(stays.Address)) return;
        findings.Add(new Finding(RuleIds.WouldPrune, FindingSeverity.Error,
            $"the Kustomization '{stays.Address}' drops a component: Flux would delete {Named(held.Found)} from the cluster; to give it up, synth with --allow-prune {stays.Address}",
            stays.Place ?? standing.Place)
        { AlsoAt = PlacesOf(held.Found) });
    }

    /// <summary>Protected objects that are no longer planned though the Kustomization around them stays.</summary>
    private void CheckObjects()
    {
        HashSet<string>? planned = null;
        foreach (var change in comparison.Changes)
        {
            if (!change.MayHoldProtected || !Goes(change) || accountedFor.Contains(change.Path)) continue;
            foreach (var document in reader.Documents(change.Path))
            {
                if (ProtectedObject.From(document, change.Path) is not { } gone) continue;
                planned ??= PlannedIdentities();
                if (planned.Contains($"{gone.Kind}/{gone.Name}") || IsAllowed(gone.Address)) continue;
                findings.Add(new Finding(RuleIds.WouldPrune, FindingSeverity.Error,
                    $"'{gone.Address}' disappears: Flux would delete it from the cluster, with all that it holds; to keep it, give it the annotation "
                    + $"'kustomize.toolkit.fluxcd.io/prune: disabled' and let Flux apply that first; to give it up, synth with --allow-prune {gone.Address}", gone.Place));
            }
        }
    }

    private HashSet<string> PlannedIdentities()
    {
        var identities = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in plan.Files)
        {
            foreach (var item in file.Objects) identities.Add($"{item.Kind}/{item.Name}");
            if (file.Objects.Count > 0 || !ProtectedObject.MayBeIn(file.Content.Span)) continue;
            foreach (var document in DiskReader.Documents(file.Content.ToArray()))
                if (ProtectedObject.From(document, file.Path) is { } item) identities.Add($"{item.Kind}/{item.Name}");
        }
        return identities;
    }

    private bool IsAllowed(string address)
    {
        foreach (var allowed in options.AllowPrune)
            if (allowed == address) return true;
        return false;
    }

    private static string Deleted(IReadOnlyList<ProtectedObject> held) => held.Count == 0 ? "what it holds" : $"what it holds, {Named(held)} too,";

    private static string Named(IReadOnlyList<ProtectedObject> held)
    {
        var names = new List<string>();
        foreach (var item in held)
            if (names.Count < 4) names.Add($"{item.Kind} '{item.Name}' ({item.Place})");
        if (held.Count > names.Count) names.Add($"{held.Count - names.Count} more");
        return string.Join(", ", names);
    }

    private static List<FindingPlace> PlacesOf(IReadOnlyList<ProtectedObject> held)
    {
        var places = new List<FindingPlace>(held.Count);
        foreach (var item in held) places.Add(item.Place);
        return places;
    }
}
