using System.Text.RegularExpressions;

namespace GitOps.Mutants;

/// <summary>Faults of what lies in the repository as YAML: components, sources of variables, Kustomizations.</summary>
internal sealed partial class TreeKinds(Example example)
{
    private const string Components = "kubernetes/components/";

    public IEnumerable<Mutant> All() =>
        Keys().Concat(Folders()).Concat(ComponentVariables()).Concat(Entries()).Concat(Broken()).Concat(Kustomizations());

    /// <summary>A key that something names, deleted, renamed, and given a name that Flux rejects.</summary>
    private IEnumerable<Mutant> Keys()
    {
        foreach (var (path, text) in Yaml().Where(static file => file.Text.Contains("\ndata:\n", StringComparison.Ordinal) || file.Text.Contains("\nstringData:\n", StringComparison.Ordinal)))
            foreach (Match line in KeyLine().Matches(text))
            {
                var key = line.Groups["key"].Value;
                if (!IsNamed(key, path))
                    continue;
                yield return Mutant.Edited("a variable's key is deleted", key, path, text.Remove(line.Index, line.Length));
                yield return Mutant.Edited("a variable's key is renamed", $"{key} becomes {key}_2", path, Put(text, line.Groups["key"], key + "_2"));
                yield return Mutant.Edited("a variable's key is misspelt", key, path, Put(text, line.Groups["key"], Spelling.Wrong(key)));
                yield return Mutant.Edited("a key that Flux rejects", $"tls.crt beside {key}", path, text.Insert(line.Index, "  tls.crt: x\n"));
            }
    }

    /// <summary>A component's folder, gone or elsewhere, or no component.</summary>
    private IEnumerable<Mutant> Folders()
    {
        foreach (var folder in ComponentFolders())
        {
            var files = example.Files.Where(file => file.Key.StartsWith(folder + "/", StringComparison.Ordinal)).ToList();
            yield return new Mutant("a component's folder is deleted", folder, files.ToDictionary(static file => file.Key, static _ => (string?)null));
            var moved = files.ToDictionary(file => folder + "2" + file.Key[folder.Length..], static file => file.Key);
            yield return new Mutant("a component's folder is renamed", $"{folder} becomes {folder}2",
                files.Select(static file => (file.Key, Text: (string?)null)).Concat(moved.Select(pair => (pair.Key, Text: (string?)example.Files[pair.Value]))).ToDictionary(static edit => edit.Key, static edit => edit.Text))
            { MovedFrom = moved };
            var file = folder + "/kustomization.yaml";
            yield return Mutant.Edited("a component's kind is Kustomization", "kind", file, example.Files[file].Replace("kind: Component", "kind: Kustomization", StringComparison.Ordinal));
        }
    }

    private IEnumerable<Mutant> ComponentVariables()
    {
        foreach (var folder in ComponentFolders())
        {
            var files = example.Files.Where(file => file.Key.StartsWith(folder + "/", StringComparison.Ordinal) && file.Key.EndsWith(".yaml", StringComparison.Ordinal)).ToList();
            foreach (var name in files.SelectMany(static file => Variable().Matches(file.Value)).Select(static match => match.Groups["name"].Value).Where(static name => name is not ("APP" or "NAMESPACE")).Distinct().Order(StringComparer.Ordinal))
            {
                var isRequired = files.Any(file => file.Value.Contains("${" + name + "}", StringComparison.Ordinal));
                var isSet = IsSet(name, folder);
                // A variable that is neither required nor set anywhere may have any name.
                if (isRequired || isSet)
                    yield return new Mutant("a component's variable is renamed", $"{folder}: {name}",
                        files.Where(file => file.Value.Contains(name, StringComparison.Ordinal)).ToDictionary(static file => file.Key, file => (string?)Regex.Replace(file.Value, $@"\b{name}\b", name + "_2")));
                foreach (var (path, text) in files)
                    foreach (Match match in Variable().Matches(text))
                    {
                        if (match.Groups["name"].Value != name)
                            continue;
                        if (match.Groups["default"].Length > 0 && !match.Value.Contains(":=${", StringComparison.Ordinal))
                            yield return Mutant.Edited("a component's variable loses its default", $"{name} at {match.Index}", path, Put(text, match.Groups["default"], ""));
                        else if (match.Groups["default"].Length == 0)
                            yield return Mutant.Edited("a component's variable is misspelt once", $"{name} at {match.Index}", path, Put(text, match.Groups["name"], Spelling.Wrong(name)));
                        yield return Mutant.Edited("a component's expression that Flux cannot parse", $"{name} at {match.Index}", path, Put(text, match, "${" + name + "-x}"));
                    }
            }
        }
    }

    /// <summary>Files that a kustomization.yaml lists: gone, or misspelt.</summary>
    private IEnumerable<Mutant> Entries()
    {
        foreach (var folder in ComponentFolders())
        {
            var path = folder + "/kustomization.yaml";
            foreach (Match entry in Entry().Matches(example.Files[path]))
            {
                yield return Mutant.Edited("a listed file is gone", "deleted", $"{folder}/{entry.Groups["file"].Value}", null);
                yield return Mutant.Edited("a listed file is misspelt", entry.Groups["file"].Value, path, Put(example.Files[path], entry.Groups["file"], "x" + entry.Groups["file"].Value));
            }
        }
    }

    /// <summary>A file that is no YAML any more.</summary>
    private IEnumerable<Mutant> Broken() =>
        Yaml().Where(file => file.Path.StartsWith(Components, StringComparison.Ordinal) && !IsOwned(TreePath.FolderOf(file.Path))).Select(static file => Mutant.Edited("a file is no YAML", "an open quote", file.Path, file.Text + "broken: \"\n"));

    /// <summary>The folders of apps that stay YAML.</summary>
    private IEnumerable<Mutant> Kustomizations()
    {
        var owned = new HashSet<string>(example.Files.Where(static file => TreePath.FileOf(file.Key) == OwnershipManifest.FileName)
            .SelectMany(static file => OwnershipManifest.Read(System.Text.Encoding.UTF8.GetBytes(file.Value)).Select(line => TreePath.Join(TreePath.FolderOf(file.Key), line.Path))), StringComparer.Ordinal);
        foreach (var (path, text) in Yaml().Where(file => file.Path.StartsWith("kubernetes/apps/", StringComparison.Ordinal) && !owned.Contains(file.Path)))
        {
            if (TreePath.FileOf(path) == "ks.yaml")
            {
                yield return Mutant.Edited("a Kustomization in YAML is deleted", "deleted", path, null);
                foreach (Match name in MetadataName().Matches(text))
                    yield return Mutant.Edited("a Kustomization in YAML is renamed", name.Groups["name"].Value, path, Put(text, name.Groups["name"], name.Groups["name"].Value + "-2"));
            }

            if (TreePath.FileOf(path) == "kustomization.yaml")
                foreach (Match entry in Entry().Matches(text))
                    yield return Mutant.Edited("a listed file is misspelt", entry.Groups["file"].Value, path, Put(text, entry.Groups["file"], "x" + entry.Groups["file"].Value)) with { IsForSynth = true };
        }
    }

    private IEnumerable<string> ComponentFolders() =>
        example.Files.Keys.Where(static path => path.StartsWith(Components, StringComparison.Ordinal) && TreePath.FileOf(path) == "kustomization.yaml").Select(TreePath.FolderOf)
            .Where(folder => !IsOwned(folder));

    // What synth writes is no input: it comes out again as it was.
    private bool IsOwned(string folder) => example.Files.ContainsKey(TreePath.Join(folder, OwnershipManifest.FileName));

    private IEnumerable<(string Path, string Text)> Yaml() => example.Files.Where(static file => file.Key.EndsWith(".yaml", StringComparison.Ordinal)).Select(static file => (file.Key, file.Value));

    /// <summary>Whether something outside a file names a source's variable: as text, or by its constant.</summary>
    private bool IsNamed(string variable, string except) =>
        example.Files.Any(file => file.Key != except && (file.Key.EndsWith(".cs", StringComparison.Ordinal)
            ? Regex.IsMatch(file.Value, $@"\.{CSharpNames.FromVariable(variable)}\b|\$\{{+{variable}\b")
            : file.Value.Contains("${" + variable, StringComparison.Ordinal) && !file.Key.StartsWith("kubernetes/apps/", StringComparison.Ordinal)));

    /// <summary>Whether an app sets a component's variable: VOLSYNC_CAPACITY of components/volsync is <c>new Volsync { Capacity = … }</c>.</summary>
    private bool IsSet(string variable, string folder)
    {
        var component = CSharpNames.FromKubernetesName(TreePath.FileOf(folder));
        var property = CSharpNames.FromVariable(variable[(variable.IndexOf('_', StringComparison.Ordinal) + 1)..]);
        return example.Files.Any(file => file.Key.EndsWith(".cs", StringComparison.Ordinal) && Regex.IsMatch(file.Value, $@"new {component}\s*(\(\))?\s*\{{[^{{}}]*\b{property} ="));
    }

    private static string Put(string text, Capture at, string by) => text.Remove(at.Index, at.Length).Insert(at.Index, by);

    [GeneratedRegex(@"^  (?<key>[A-Z][A-Z0-9_]+): .*\n", RegexOptions.Multiline)]
    private static partial Regex KeyLine();

    [GeneratedRegex(@"\$\{(?<name>[A-Z][A-Z0-9_]*)(?<default>:?[=-](?:\$\{\w+\}|[^}])*)?\}")]
    private static partial Regex Variable();

    [GeneratedRegex(@"^  - (?:\./)?(?<file>[\w.-]+\.ya?ml)$", RegexOptions.Multiline)]
    private static partial Regex Entry();

    [GeneratedRegex(@"^kind: Kustomization\nmetadata:\n  name: (?:&\w+ )?(?<name>[\w-]+)$", RegexOptions.Multiline)]
    private static partial Regex MetadataName();
}
