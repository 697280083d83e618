namespace GitOps;

/// <summary>
/// Follows a kustomization file to every text that its build holds: resources, nested components, patches, generated ConfigMaps. It builds nothing; what a
/// patch changes or drops stands here as it is written.
/// </summary>
/// <param name="followsKustomizations">Whether the paths of Flux Kustomizations among the resources are read too: one level, so a circle of them ends.</param>
internal sealed class KustomizeReader(IFileTree tree, bool followsKustomizations = true, CancellationToken cancellation = default)
{
    /// <summary>The names of a kustomization file, in the order in which Flux looks for them.</summary>
    public static readonly IReadOnlyList<string> FileNames = ["kustomization.yaml", "kustomization.yml", "Kustomization"];

    private const string FluxGroup = "kustomize.toolkit.fluxcd.io/";

    /// <summary>How many kustomizations around what is read now take it out of substitution.</summary>
    private int _takenOut;

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<VariableAssignment> _patchedForwards = [];

    public List<VariableOccurrence> Occurrences { get; } = [];

    public List<EmittedKustomization> Kustomizations { get; } = [];

    public List<ObjectModel> Objects { get; } = [];

    /// <summary>Every text with an expression, those that cannot be parsed too.</summary>
    public List<TextModel> Texts { get; } = [];

    /// <summary>What is wrong with the files; a text that cannot be parsed is not among them.</summary>
    public List<Finding> Findings { get; } = [];

    /// <summary>What patches add to the <c>postBuild.substitute</c> of every emitted Kustomization.</summary>
    public IReadOnlyList<VariableAssignment> PatchedForwards => _patchedForwards;

    /// <summary>The kustomization file of a folder, or <see langword="null"/>.</summary>
    public static string? FileOf(IFileTree tree, string folder) =>
        FileNames.Select(name => folder.Length == 0 ? name : folder + "/" + name).FirstOrDefault(path => tree.Read(path) is not null);

    /// <summary>The folder of a <c>spec.path</c>: without a kustomization file Flux takes every YAML file below it.</summary>
    public void ReadRoot(string folder)
    {
        if (FileOf(tree, folder) is { } file)
        {
            ReadKustomization(file);
            return;
        }

        var nested = new List<string>();
        foreach (var path in tree.FilesBelow(folder))
            if (FileNames.Contains(RepositoryPath.NameOf(path)))
                nested.Add(RepositoryPath.FolderOf(path));
        foreach (var path in tree.FilesBelow(folder))
            if (IsYaml(path) && !nested.Any(inner => path.StartsWith(inner + "/", StringComparison.Ordinal)))
                ReadResources(path);
        foreach (var inner in nested.Where(inner => !nested.Any(outer => inner.StartsWith(outer + "/", StringComparison.Ordinal))))
            ReadFolder(inner, null);
    }

    /// <summary>A folder that something names: it must hold a kustomization file.</summary>
    public void ReadFolder(string folder, FindingPlace? from)
    {
        cancellation.ThrowIfCancellationRequested();
        if (FileOf(tree, folder) is { } file)
            ReadKustomization(file);
        else
            Findings.Add(RuleMessage.Error(RuleIds.ResourceMissing, from ?? new(folder), KustomizeMessages.NoKustomizationFile, folder));
    }

    private static bool IsYaml(string path) => path.EndsWith(".yaml", StringComparison.Ordinal) || path.EndsWith(".yml", StringComparison.Ordinal);

    private void ReadKustomization(string path)
    {
        if (!_seen.Add(path) || Open(path) is not { } file)
            return;
        var folder = RepositoryPath.FolderOf(path);
        foreach (var root in file.Documents.Select(static document => document.Mapping).Where(static root => root is not null))
        {
            var isOff = TakesOut(folder, root!);
            if (isOff)
                _takenOut++;
            foreach (var entry in Scalars(root!["resources"]).Concat(Scalars(root["bases"])))
                ReadResource(folder, path, entry);
            foreach (var entry in Scalars(root["components"]))
                if (!RepositoryPath.IsRemote(entry.Text) && RepositoryPath.Combine(folder, entry.Text) is { } inner)
                    ReadFolder(inner, At(path, entry.Start));
            foreach (var patch in Mappings(root["patches"]).Concat(Mappings(root["patchesJson6902"])))
                ReadPatch(file, path, folder, patch);
            foreach (var patch in Scalars(root["patchesStrategicMerge"]))
                ReadPatchText(file, path, folder, patch, null);
            foreach (var generator in Mappings(root["configMapGenerator"]))
                ReadGenerator(file, path, folder, generator, root["generatorOptions"] as YamlMapping);
            foreach (var field in new[] { "namespace", "namePrefix", "nameSuffix", "commonLabels", "labels", "commonAnnotations", "images", "replicas" })
                Collect(file, path, YamlText.Below(root[field], [field]), "kustomize.config.k8s.io/v1beta1", "Kustomization");
            if (isOff)
                _takenOut--;
        }
    }

    /// <summary>
    /// Whether a kustomization takes what it builds out of substitution, or part of it: by annotations and labels for all, or by a patch. Which objects a patch
    /// reaches is not asked here; then nothing is said of any.
    /// </summary>
    private bool TakesOut(string folder, YamlMapping root) =>
        Marks(root["commonAnnotations"]) || Marks(root["commonLabels"]) || Mappings(root["labels"]).Any(static entry => Marks(entry["pairs"]))
        || Mappings(root["patches"]).Concat(Mappings(root["patchesJson6902"])).Any(patch => Mentions(patch.Text("patch")) || MentionsIn(folder, patch.Text("path")))
        || Scalars(root["patchesStrategicMerge"]).Any(patch => Mentions(patch.Text) || MentionsIn(folder, patch.Text));

    private bool MentionsIn(string folder, string? path) => path is not null && path.IndexOf('\n') < 0 && RepositoryPath.Combine(folder, path) is { } file && Mentions(tree.Read(file));

    private static bool Marks(YamlNode? node) => node is YamlMapping map && map.Text(SubstitutionSwitch.Key) == SubstitutionSwitch.Disabled;

    // In a JSON pointer the slash of the key is '~1'.
    private static bool Mentions(string? text) => text is not null && (text.Contains(SubstitutionSwitch.Key) || text.Contains(SubstitutionSwitch.Key.Replace("/", "~1")));

    private void ReadResource(string folder, string path, YamlScalar entry)
    {
        if (RepositoryPath.IsRemote(entry.Text))
            return;
        var place = At(path, entry.Start);
        var target = RepositoryPath.Combine(folder, entry.Text);
        if (target is not null && tree.HasFolder(target))
            ReadFolder(target, place);
        else if (target is not null && tree.Read(target) is not null)
            ReadResources(target);
        else
            Findings.Add(RuleMessage.Error(RuleIds.ResourceMissing, place, KustomizeMessages.ResourceMissing, entry.Text));
    }

    private void ReadResources(string path)
    {
        if (!_seen.Add(path) || Open(path) is not { } file)
            return;
        foreach (var document in file.Documents)
            if (document.Mapping is { } root)
                ReadObject(file, path, root);
    }

    private void ReadObject(YamlFile file, string path, YamlMapping root)
    {
        var apiVersion = root.Text("apiVersion") ?? "";
        var kind = root.Text("kind") ?? "";
        var metadata = root["metadata"] as YamlMapping;
        var slash = apiVersion.IndexOf('/');
        Objects.Add(new(slash < 0 ? "" : apiVersion.Substring(0, slash), kind, metadata?.Text("namespace") ?? "", metadata?.Text("name") ?? "", At(path, root.Start))
        {
            Version = slash < 0 ? apiVersion : apiVersion.Substring(slash + 1),
            Secret = kind switch
            {
                "ExternalSecret" => ((root["spec"] as YamlMapping)?["target"] as YamlMapping)?.Text("name"),
                "Certificate" => (root["spec"] as YamlMapping)?.Text("secretName"),
                _ => null,
            },
        });
        if (kind == "Kustomization" && apiVersion.StartsWith(FluxGroup, StringComparison.Ordinal))
            Kustomizations.Add(EmittedKustomizationReader.Read(tree, path, root, followsKustomizations, cancellation));
        if (SubstitutionSwitch.IsOff(Map(metadata?["labels"]), Map(metadata?["annotations"])))
            return;
        // Base64 is out of the substitution's reach.
        Collect(file, path, YamlText.Below(root).Where(text => !(kind == "Secret" && text.Segments[0] == "data")), apiVersion, kind);
    }

    private void ReadPatch(YamlFile file, string path, string folder, YamlMapping patch)
    {
        var target = patch["target"] as YamlMapping;
        if ((patch["path"] ?? patch["patch"]) is YamlScalar text)
            ReadPatchText(file, path, folder, text, target);
    }

    private void ReadPatchText(YamlFile file, string path, string folder, YamlScalar text, YamlMapping? target)
    {
        // A patch's text has lines; a path has none, nor a colon with a blank.
        if (text.Text.IndexOf('\n') < 0 && !text.Text.Contains(": ") && RepositoryPath.Combine(folder, text.Text) is { } patchPath)
        {
            if (tree.Read(patchPath) is null)
                Findings.Add(RuleMessage.Error(RuleIds.ResourceMissing, At(path, text.Start), KustomizeMessages.ResourceMissing, text.Text));
            else if (_seen.Add(patchPath) && Open(patchPath) is { } patchFile)
                CollectPatch(patchFile, patchPath, target, static mark => mark);
            return;
        }

        var places = new ScalarPlaces(file.Text, text);
        // What an expression's place is in the inner text, its ${ is in the outer one.
        CollectPatch(YamlFile.Read(text.Text, cancellation), path, target, mark => places.Of(mark.Offset));
    }

    private void CollectPatch(YamlFile file, string path, YamlMapping? target, Func<YamlMark, YamlMark> map)
    {
        foreach (var document in file.Documents)
        {
            if (document.Root is YamlSequence operations)
            {
                foreach (var operation in Mappings(operations))
                    Collect(file, path, YamlText.Below(operation["value"], KustomizePatch.Segments(operation.Text("path") ?? "")), KustomizePatch.ApiVersion(target), target?.Text("kind") ?? "", map, isPatch: true);
                continue;
            }

            if (document.Mapping is not { } root)
                continue;
            var kind = target?.Text("kind") ?? root.Text("kind") ?? "";
            if (kind == "Kustomization" && (root["spec"] as YamlMapping)?["postBuild"] is YamlMapping { } postBuild && postBuild["substitute"] is YamlMapping substitute)
                _patchedForwards.AddRange(EmittedKustomizationReader.Assignments(substitute, path));
            Collect(file, path, YamlText.Below(root), root.Text("apiVersion") ?? KustomizePatch.ApiVersion(target), kind, map, isPatch: true);
        }
    }

    private void ReadGenerator(YamlFile file, string path, string folder, YamlMapping generator, YamlMapping? shared)
    {
        var own = generator["options"] as YamlMapping;
        if (new[] { own, shared }.Any(static options => SubstitutionSwitch.IsOff(Map(options?["labels"]), Map(options?["annotations"]))))
            return;
        Collect(file, path, YamlText.Below(generator["literals"], ["data"]), "v1", "ConfigMap");
        foreach (var entry in Scalars(generator["files"]).Concat(Scalars(generator["envs"])))
        {
            var equals = entry.Text.IndexOf('=');
            var written = entry.Text.Substring(equals + 1);
            if (RepositoryPath.IsRemote(written))
                continue;
            if (RepositoryPath.Combine(folder, written) is { } from && tree.Read(from) is { } content)
                CollectContent(from, content, equals > 0 ? entry.Text.Substring(0, equals) : RepositoryPath.NameOf(from));
            else
                Findings.Add(RuleMessage.Error(RuleIds.ResourceMissing, At(path, entry.Start), KustomizeMessages.ResourceMissing, written));
        }
    }

    /// <summary>A file that becomes one value of a ConfigMap: any text, not only YAML.</summary>
    private void CollectContent(string path, string content, string key)
    {
        if (!SubstitutionText.MayHoldExpressions(content))
            return;
        var lines = new TextLines(content);
        CollectText(new(content, new(path), YamlText.PathOf(["data", key])), ["data", key], false, "v1", "ConfigMap", offset => At(path, lines.Of(offset)), isPatch: false);
    }

    private void Collect(YamlFile file, string path, IEnumerable<YamlText> texts, string apiVersion, string kind, Func<YamlMark, YamlMark>? map = null, bool isPatch = false)
    {
        foreach (var text in texts)
        {
            if (!SubstitutionText.MayHoldExpressions(text.Scalar.Text))
                continue;
            var places = new ScalarPlaces(file.Text, text.Scalar);
            CollectText(new(text.Scalar.Text, null, text.FieldPath), text.Segments, text.IsKey, apiVersion, kind,
                offset => At(path, map is null ? places.Of(offset) : map(places.Of(offset))), isPatch);
        }
    }

    private void CollectText(TextModel text, IReadOnlyList<string> segments, bool isKey, string apiVersion, string kind, Func<int, FindingPlace> place, bool isPatch)
    {
        if (_takenOut > 0)
            return;
        if (text.Parsed.Error is { } error)
        {
            Texts.Add(new(text.Text, place(error.ExpressionOffset), text.FieldPath) { IsKey = isKey, PlaceAt = place });
            return;
        }

        Texts.Add(new(text.Text, place(0), text.FieldPath) { IsKey = isKey, PlaceAt = place });
        Occurrences.AddRange(VariableOccurrences.Of(Texts[Texts.Count - 1], segments, apiVersion, kind, place, isPatch));
    }

    private YamlFile? Open(string path)
    {
        cancellation.ThrowIfCancellationRequested();
        if (tree.Read(path) is not { } content)
            return null;
        var file = YamlFile.Read(content, cancellation);
        foreach (var fault in file.Faults)
            if (fault.Kind != YamlFaultKind.DuplicateKey)
                Findings.Add(new(RuleIds.UnreadableYaml, FindingSeverity.Error, fault.Message, At(path, fault.Place)));
        return file;
    }

    private static IEnumerable<YamlScalar> Scalars(YamlNode? node) => node is YamlSequence list ? list.Items.OfType<YamlScalar>() : [];

    private static IEnumerable<YamlMapping> Mappings(YamlNode? node) => node is YamlSequence list ? list.Items.OfType<YamlMapping>() : [];

    private static Dictionary<string, string>? Map(YamlNode? node)
    {
        if (node is not YamlMapping mapping)
            return null;
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in mapping.Entries)
            if (entry.Value is YamlScalar value)
                map[entry.Name] = value.Text;
        return map;
    }

    private static FindingPlace At(string path, YamlMark mark) => new(path, mark.Line, mark.Column);
}
