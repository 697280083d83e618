namespace GitOps;

/// <summary>An object's file beside a kustomization.yaml that does not list it, nor does any other: it was forgotten, or should be gone.</summary>
internal static class UnlistedFileRule
{
    public const string Id = RuleIds.UnlistedFile;
    public const string Title = "A file that no kustomization lists";
    public const string Message = "'{0}' holds a {1} and is listed nowhere, so it is never applied; list it in '{2}', or delete it";

    public static IEnumerable<Finding> Check(ReadTree tree)
    {
        var read = tree.Files.Asked;
        foreach (var folder in read.Where(static path => KustomizeReader.FileNames.Contains(RepositoryPath.NameOf(path))).Select(RepositoryPath.FolderOf).Distinct(StringComparer.Ordinal).OrderBy(static folder => folder, StringComparer.Ordinal))
            foreach (var path in tree.Files.FilesIn(folder))
            {
                if (!TreeFiles.IsYaml(path) || read.Contains(path))
                    continue;
                var file = tree.Files.Yaml(path);
                if (file is { IsTooLarge: false, Unreadable: null } && file.Values.Count > 0 && file.Values.All(static value => value.TextOf("apiVersion") is { Length: > 0 } && value.TextOf("kind") is { Length: > 0 } && value.MapOf("metadata").TextOf("name") is { Length: > 0 }))
                    yield return RuleMessage.Warning(Id, Places.Of(file.Values[0].Origin) ?? new(path), Message, RepositoryPath.NameOf(path), file.Values[0].TextOf("kind")!, tree.Files.KustomizationOf(folder)!);
            }
    }
}
