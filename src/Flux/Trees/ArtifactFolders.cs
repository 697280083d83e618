namespace GitOps;

/// <summary>
/// What an ArtifactGenerator (source.extensions.fluxcd.io) copies from this repository: folders of the artifact and where they lie here. Plain copies of folders are
/// followed; of anything else nothing is known.
/// </summary>
internal sealed class ArtifactFolders
{
    private readonly Dictionary<(string Namespace, string Name), IReadOnlyList<(string To, string? From)>> _artifacts = [];

    public void Add(ReadObject generator)
    {
        var own = new HashSet<string>(StringComparer.Ordinal);
        foreach (var source in generator.Spec.ItemsOf("sources"))
            if (source.TextOf("alias") is { } alias && source.TextOf("name") == "flux-system")
                own.Add(alias);
        foreach (var artifact in generator.Spec.ItemsOf("artifacts"))
            if (artifact.TextOf("name") is { } name)
                _artifacts[(generator.Namespace, name)] = [.. artifact.ItemsOf("copy").Select(copy => (Target(copy.TextOf("to")), Source(copy.TextOf("from"), own)))];
    }

    /// <summary>The folder here that is a folder of the artifact; <see langword="null"/> when that cannot be told.</summary>
    public string? FolderOf(string @namespace, string name, string path)
    {
        if (!_artifacts.TryGetValue((@namespace, name), out var copies) || copies.Any(static copy => copy.From is null))
            return null;
        // The longest target that holds the path; two that overlap are merged there and nowhere here.
        var best = copies.Where(copy => IsBelow(path, copy.To)).OrderByDescending(static copy => copy.To.Length).FirstOrDefault();
        if (best.From is null || copies.Count(copy => copy.To == best.To) > 1)
            return null;
        var rest = best.To.Length == 0 ? path : path.Substring(best.To.Length).TrimStart('/');
        return rest.Length == 0 ? best.From : best.From.Length == 0 ? rest : best.From + "/" + rest;
    }

    private static bool IsBelow(string path, string folder) => folder.Length == 0 || path == folder || path.StartsWith(folder + "/", StringComparison.Ordinal);

    private static string Target(string? to) => to is not null && to.StartsWith("@artifact", StringComparison.Ordinal) ? RepositoryPath.FromRoot(to.Substring("@artifact".Length)) : "\0";

    /// <summary><c>@alias/folder/**</c>: what is in the folder.</summary>
    private static string? Source(string? from, HashSet<string> own)
    {
        if (from is null || from.Length == 0 || from[0] != '@')
            return null;
        var slash = from.IndexOf('/');
        if (slash < 0 || !own.Contains(from.Substring(1, slash - 1)) || !from.EndsWith("/**", StringComparison.Ordinal))
            return null;
        var folder = from.Substring(slash + 1, from.Length - slash - 1 - 2).TrimEnd('/');
        return folder.IndexOfAny(['*', '?', '[', '{']) >= 0 ? null : RepositoryPath.FromRoot(folder);
    }
}
