using System.Text;

namespace GitOps;

/// <summary>Turns the manifests of an app, a namespace or a component into files of one folder and the entries of its kustomization.yaml.</summary>
internal sealed class ManifestRenderer(RenderState state, FolderContent content, string unit, ObjectOwner owner, FolderSubstitution substitution, object? applying = null)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Who substitutes: an app, the users of a component, or the root, which applies what namespaces hold.
    private object Unit => owner.Unit ?? applying ?? state.Root;

    // Generators that get the mark which their author did not set.
    private readonly HashSet<ResourceGenerator> takenOut = [];

    private DocumentWriter? probe;

    /// <summary>The construct whose objects are being written.</summary>
    public Construct? Inside { get; set; }

    /// <summary>The constructs that were listed.</summary>
    public List<Construct> Constructs { get; } = [];

    /// <summary>The apps that objects of constructs refer to.</summary>
    public List<(FluxApp To, Construct By)> Needed { get; } = [];

    public void Render(ManifestList manifests)
    {
        foreach (var item in manifests)
        {
            switch (item)
            {
                case KubernetesObject single:
                    Single(single);
                    break;
                case FileGroup group:
                    Objects(group.FileName, group.Objects, group);
                    break;
                case Construct construct:
                    var outer = Inside;
                    Constructs.Add(Inside = construct);
                    Render(construct.Manifests);
                    Inside = outer;
                    break;
                case YamlManifest text:
                    Text(text);
                    break;
                case ManifestFile file:
                    if (File(file, text => Settled(text, state.Places.Map(file.Place))) is { } entry)
                    {
                        content.Resources.Add((entry, file.EntryComment));
                        Resource(file);
                    }

                    break;
                case ConfigMapGenerator generator:
                    if (Generator(generator, "ConfigMap"))
                        content.ConfigMaps.Add(generator);
                    break;
                case SecretGenerator generator:
                    if (Generator(generator, "Secret"))
                        content.Secrets.Add(generator);
                    break;
                case null:
                    state.Error(RuleIds.AuthorCodeThrew, $"the manifests of {owner.Description} hold null; leave out what is not wanted, as in '.. condition ? [item] : []'",
                        owner.App is { } app ? state.Places.Map(app.Registration) : null);
                    break;
            }
        }
    }

    /// <summary>
    /// Puts a file of the author's into the tree and returns its entry for kustomization.yaml, or <see langword="null"/> after a fault.
    /// </summary>
    public string? File(ManifestFile file) => File(file, text => LiteralDollars.Write(text, substitution.Passes));

    /// <summary>Notes the texts of the folder's kustomization.yaml that land in objects.</summary>
    public void Note(KustomizeOptions options)
    {
        if (!state.Options.Checks)
            return;
        var place = owner.App is { } app ? state.Places.Map(app.Registration) : state.Cluster.Place;
        foreach (var patch in options.Patches)
            state.Texts.ReadPatch(patch, substitution.PassesOf(patch), Unit, place, "patches");
    }

    /// <summary>Whether Flux leaves alone what a generator makes.</summary>
    public bool IsOff(ResourceGenerator generator) => takenOut.Contains(generator) || substitution.Marker.IsSetOn(generator, Patchable(generator));

    /// <summary>Whether a generator gets the mark that takes it out of substitution, though its author set none.</summary>
    public bool IsTakenOut(ResourceGenerator generator) => takenOut.Contains(generator);

    /// <summary>A patch of the folder's kustomization.yaml, its literal dollars as often as what it reaches is substituted.</summary>
    public string TextOf(Patch patch)
    {
        if (!LiteralDollars.In(patch.Text))
            return patch.Text;
        var place = owner.App is { } app ? state.Places.Map(app.Registration) : null;
        var passes = substitution.PassesOf(patch);
        if (passes is null)
            PatchDocument.ReachesBoth(state, place, owner.Description);
        else if (passes > 0)
            Differing("a patch", place);
        return LiteralDollars.Write(patch.Text, passes ?? substitution.Passes);
    }

    private string? File(ManifestFile file, Func<string, string> settle)
    {
        var place = state.Places.Map(file.Place);
        if (file.Origin == ManifestFileOrigin.Remote)
            return file.Path;
        if (!IsInside(file.Path, place))
            return null;
        var path = TreePath.Join(content.Folder, file.Path);
        switch (file.Origin)
        {
            case ManifestFileOrigin.InTree:
                state.AuthorFiles.TryAdd(path, new AuthorFile(path, place));
                return "./" + file.Path;
            case ManifestFileOrigin.Beside:
                var source = Beside(file);
                if (state.Options.ReadProjectFile(source) is not { } bytes)
                {
                    state.Error(RuleIds.MissingFile, $"there is no file '{source}' in the project; Files.Beside takes a path relative to the C# file", place);
                    return null;
                }

                if (file.IsEncrypted && NotEncryptedRule.Check(source, Utf8.GetString(bytes), place) is { } plain)
                {
                    state.Findings.Add(plain);
                    return null;
                }

                Add(file.Path, bytes, place, [], mayRepeat: true);
                return "./" + file.Path;
            default:
                if (LoneSurrogate.Fault(file.Text!) is { } fault)
                {
                    state.Error(RuleIds.TextCannotBeWritten, $"'{file.Path}' cannot be written: {fault}", place);
                    return null;
                }

                try
                {
                    Add(file.Path, Utf8.GetBytes(settle(PatchDocument.Lines(file.Text!))), place, [], mayRepeat: true);
                    return "./" + file.Path;
                }
                catch (YamlWriteException unwritable)
                {
                    state.Error(RuleIds.TextCannotBeWritten, $"'{file.Path}' cannot be written: {unwritable.Message}", place);
                    return null;
                }

        }
    }

    // Objects in a file of the author's take variables too.
    private void Resource(ManifestFile file)
    {
        if (!state.Options.Checks)
            return;
        var path = TreePath.Join(content.Folder, file.Path);
        var text = file.Origin == ManifestFileOrigin.InTree && state.Options.Files.Read(path) is { } bytes ? Utf8.GetString(bytes) : TextOf(file);
        if (text is null)
            state.Texts.SomeAreUnseen(Unit);
        else
            state.Texts.Read(LiteralDollars.Noted(file.Text ?? text), Unit, state.Places.Map(file.Place), IsOff);
    }

    private void Single(KubernetesObject item)
    {
        var fileName = item.FileName;
        if (fileName is null)
        {
            // The first of a kind has the plain name, which people and tools know; the others carry their own name too.
            var kind = item.Kind.ToLowerInvariant();
            fileName = content.IsTaken(kind + ".yaml") ? $"{kind}-{FileSafe(item.ResolvedName)}.yaml" : kind + ".yaml";
        }

        Objects(fileName, [item], item);
    }

    private void Objects(string fileName, IReadOnlyList<KubernetesObject> items, ManifestItem listed)
    {
        var place = state.Places.Map(listed.Place);
        if (!IsFileName(fileName, place))
            return;
        state.Writer.StartFile(Sources(items));
        var planned = new List<PlannedObject>(items.Count);
        foreach (var item in items)
        {
            if (!Check(item))
                return;
            state.Writer.Context.App = owner.App;
            state.Writer.Context.Namespace = item.ResolvedNamespace;
            state.Writer.Context.Referred = (to, target) => Referred(to, target, item);
            var isOff = substitution.Marker.IsSetOn(item);
            state.Writer.Yaml.Notes?.Clear();
            if (!state.Try($"{item.Kind} '{item.ResolvedName}' of {owner.Description}", state.Places.Map(item.Place), () =>
                {
                    var isTakenOut = !isOff && MustBeTakenOut(item);
                    isOff |= isTakenOut;
                    Substituted(state.Writer, item, isOff);
                    state.Writer.At(state.Places.Map(item.Place));
                    state.Writer.Object(item, isTakenOut);
                }))
                return;
            substitution.Add(() => SubstitutionMarker.Patchable(item) with { IsOff = isOff });
            if (state.Writer.Yaml.Notes is { } notes)
                state.Texts.Take(notes, Unit, item.ApiVersion, item.Kind, state.Places.Map(item.Place), isOff);
            if (state.Options.Checks && !state.Writer.KeepsHelmValues && item is Models.FluxCD.HelmRelease { Spec.Values: { } values })
                state.Findings.AddRange(ValuesPractices.Check(values, state.Places.Map(item.Place), state.Cluster.Rules.RequireLimits));
            if (state.Options.KeepsObjects)
                state.Objects.Add(item);
            planned.Add(new PlannedObject(item.ApiVersion, item.Kind, item.ResolvedNamespace, item.ResolvedName!, state.Places.Map(item.Place)) { Owner = owner.App });
        }

        if (Add(fileName, state.Writer.EndFile(), place, planned, mayRepeat: false, state.Writer.TakeValues()))
            content.Resources.Add(("./" + fileName, listed.EntryComment));
    }

    private void Substituted(DocumentWriter writer, KubernetesObject item, bool isOff) =>
        writer.SubstitutedBy(isOff ? 0 : substitution.Passes, PostBuild.Of(item)?.Passes ?? 0, holdsBase64: item is { Kind: "Secret", ApiVersion: "v1" });

    /// <summary>
    /// Where the users of a component differ, an object with literal dollars and no variable is the same for all of them once Flux leaves it alone. With a variable in it there is no
    /// way, which is a finding.
    /// </summary>
    private bool MustBeTakenOut(KubernetesObject item)
    {
        if (substitution.Differing is null)
            return false;
        // Written once only to see what its texts hold.
        var texts = new List<string>();
        probe ??= new DocumentWriter(new TreeStyle { DocumentStart = false, Provenance = false });
        probe.StartFile();
        probe.Context.App = owner.App;
        probe.Context.Namespace = item.ResolvedNamespace;
        probe.Yaml.SettlesAll = true;
        probe.Yaml.SettlesTexts = (_, text) =>
        {
            texts.Add(text);
            return text.Replace(LiteralDollars.Mark, '$');
        };
        probe.Object(item);
        return MustBeTakenOut(texts, $"{item.Kind} '{item.ResolvedName}'", state.Places.Map(item.Place));
    }

    private bool MustBeTakenOut(IReadOnlyCollection<string> texts, string what, FindingPlace? place)
    {
        if (substitution.Differing is null || !texts.Any(LiteralDollars.In))
            return false;
        if (!texts.Any(SubstitutionText.MayHoldExpressions))
            return true;
        Differing(what, place);
        return false;
    }

    private void Differing(string what, FindingPlace? place)
    {
        if (substitution.Differing is var (with, without))
            state.Findings.Add(RuleMessage.Error(LiteralForBothRule.Id, place, LiteralForBothRule.Message, $"{what} of {owner.Description}", with, without,
                $"give {without} a variable, or keep texts with variables and texts with a literal '$' in objects of their own"));
    }

    private List<string> Sources(IReadOnlyList<KubernetesObject> items)
    {
        var sources = new List<string>(1);
        foreach (var item in items)
            if (state.Places.Map(item.Place)?.Path is { } source && !sources.Contains(source))
                sources.Add(source);
        return sources;
    }

    private bool Check(KubernetesObject item)
    {
        var place = state.Places.Map(item.Place);
        if (item.ResolvedName is not { Length: > 0 } name)
        {
            state.Error(RuleIds.ObjectName, item.ResolvedName is null
                ? $"this {item.Kind} needs a name: {owner.Description} has none to give"
                : $"the name of this {item.Kind} is empty; leave it out for the name of its app", place);
            return false;
        }

        if (item.IsProvided)
        {
            state.Error(RuleIds.ObjectListedTwice, $"{item.Kind} '{name}' is declared as Provided and listed by {owner.Description} all the same; either something else makes it, or the tree does", place);
            return false;
        }

        if (!ReferenceEquals(item.Owner, owner))
        {
            state.Error(RuleIds.ObjectListedTwice,
                $"{item.Kind} '{name}' is listed by {item.Owner?.Description} and by {owner.Description}; an object belongs to one Kustomization", place);
            return false;
        }

        if (RenamedTo(item.ApiVersion, item.Kind, name) is { } renamed)
        {
            if (name is not ("_" or "not-used"))
            {
                Renames(name, renamed, place);
                return false;
            }
        }
        else if (ObjectNames.Fault(item.ApiVersion, item.Kind, name) is { } fault)
        {
            state.Error(RuleIds.ObjectName, $"'{name}' cannot be the name of a {item.Kind}: it {fault}", place, "metadata.name");
            return false;
        }

        return IsFirst(item.ApiVersion, item.Kind, item.Metadata.Namespace, name, place);
    }

    // What kustomize calls a Namespace: its namespace transformer sets the name of one too.
    private string? RenamedTo(string apiVersion, string kind, string name) =>
        apiVersion == "v1" && kind == "Namespace" && owner.TargetNamespace is { } target && target != name ? target : null;

    private void Renames(string name, string target, FindingPlace? place) =>
        state.Error(RuleIds.NamespaceRenamed, $"Namespace '{name}' would be called '{target}' in the cluster: the namespace of {owner.Description} is set on all it holds, and a Namespace's name is that; "
            + "make it a namespace of the tree, or list it in an app whose TargetNamespace is \"\"", place, "metadata.name");

    // kustomize refuses a folder that holds an object twice, generated ones too.
    private bool IsFirst(string apiVersion, string kind, string? inNamespace, string name, FindingPlace? place)
    {
        if (content.Claim(new ObjectId(Group(apiVersion), kind, inNamespace, name), place, out var other))
            return true;
        state.Error(RuleIds.ObjectListedTwice, $"{kind} '{name}' stands twice in {owner.Description}{(other is null || other == place ? "" : $", first at {other}")}; kustomize takes an object once",
            place, other is null ? [] : [other]);
        return false;
    }

    private static string Group(string apiVersion) => apiVersion.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 ? apiVersion[..slash] : "";

    private void Text(YamlManifest text)
    {
        var place = state.Places.Map(text.Place);
        if (LoneSurrogate.Fault(text.Yaml) is { } fault)
        {
            state.Error(RuleIds.TextCannotBeWritten, $"this YAML cannot be written: {fault}", place);
            return;
        }

        var objects = YamlManifestReader.Read(text, state, place);
        if (objects is null)
            return;
        var kind = objects.Count > 0 ? objects[0].Kind.ToLowerInvariant() : "manifest";
        var fileName = text.FileName ?? (content.IsTaken(kind + ".yaml") && objects.Count > 0 ? $"{kind}-{FileSafe(objects[0].Name)}.yaml" : kind + ".yaml");
        if (!IsFileName(fileName, place) || !objects.All(found => IsFirst(found.ApiVersion, found.Kind, found.Namespace, found.Name, place)))
            return;
        foreach (var found in objects)
        {
            if (RenamedTo(found.ApiVersion, found.Kind, found.Name) is not { } renamed || found.Name is "_" or "not-used")
                continue;
            Renames(found.Name, renamed, place);
            return;
        }

        var bytes = new StringBuilder();
        if (state.Cluster.Style.Provenance && place is not null)
            bytes.Append("# from ").Append(place.Path).Append('\n');
        var body = PatchDocument.Lines(text.Yaml);
        if (state.Cluster.Style.DocumentStart && !body.StartsWith("---", StringComparison.Ordinal))
            bytes.Append("---\n");
        try
        {
            bytes.Append(Settled(body, place));
        }
        catch (YamlWriteException unwritable)
        {
            state.Error(RuleIds.TextCannotBeWritten, $"this YAML cannot be written: {unwritable.Message}", place);
            return;
        }

        if (!body.EndsWith('\n'))
            bytes.Append('\n');
        var planned = objects.Select(found => new PlannedObject(found.ApiVersion, found.Kind, found.Namespace ?? owner.TargetNamespace ?? owner.Namespace, found.Name, place) { Owner = owner.App }).ToArray();
        if (!Add(fileName, Utf8.GetBytes(bytes.ToString()), place, planned, mayRepeat: false))
            return;
        content.Resources.Add(("./" + fileName, text.EntryComment));
        if (state.Options.Checks)
            state.Texts.Read(LiteralDollars.Noted(body), Unit, place, IsOff);
    }

    private bool Generator(ResourceGenerator generator, string kind)
    {
        var place = state.Places.Map(generator.Place);
        var name = generator.Name ?? owner.DefaultObjectName ?? "";
        if (ObjectNames.Fault("v1", kind, name) is { } nameFault)
        {
            state.Error(RuleIds.ObjectName, $"'{name}' cannot be the name of a {kind}: it {nameFault}", place);
            return false;
        }

        if (!generator.NameSuffixHash && !IsFirst("v1", kind, null, name, place))
            return false;
        var files = generator.Files.Concat(generator.KeyedFiles.Select(static entry => entry.Value)).Concat(generator.Envs).ToArray();
        var isOff = IsOff(generator);
        if (!isOff && kind != "Secret" && MustBeTakenOut([.. generator.Literals.Select(static entry => entry.Value), .. files.Select(static file => file.Text ?? "")], $"{kind} '{name}'", place))
            isOff = takenOut.Add(generator);
        substitution.Add(() => Patchable(generator) with { IsOff = isOff || kind == "Secret" });
        // A Secret's entries become base64, which no substitution reaches.
        var isLiteral = isOff || kind == "Secret";
        foreach (var file in files)
            File(file, text => LiteralDollars.Write(text, isLiteral ? 0 : substitution.Passes));
        foreach (var (key, value) in generator.Literals)
        {
            if (LoneSurrogate.Fault(value) is { } fault)
            {
                state.Error(RuleIds.TextCannotBeWritten, $"the literal '{key}' of {kind} '{name}' cannot be written: {fault}", place);
                return false;
            }
        }

        foreach (var (key, value) in generator.Literals)
            state.Texts.Generated(value, Unit, place, key, kind, isLiteral);
        foreach (var (key, file) in generator.Files.Select(static file => (TreePath.FileOf(file.Path), file)).Concat(generator.KeyedFiles.Select(static entry => (entry.Key, entry.Value))))
            if (TextOf(file) is { } text)
                state.Texts.Generated(file.Text ?? text, Unit, place, key, kind, isLiteral);
        return true;
    }

    // Names hold variables in components (${APP}-config) and colons in RBAC, which not every file system takes.
    private static string FileSafe(string? name) =>
        string.Concat((name ?? "").Where(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or ':').Select(static c => c == ':' ? '-' : char.ToLowerInvariant(c)));

    // Objects in a text of YAML: each is substituted or taken out on its own, and a Flux Kustomization substitutes once more what its patches reach.
    private string Settled(string yaml, FindingPlace? place)
    {
        if (!LiteralDollars.In(yaml))
            return yaml;
        return LiteralDollars.WriteInYaml(yaml, (document, text) =>
        {
            if (document.Mapping is not { } root)
                return 0;
            var isOff = IsOff(root);
            var isBase64 = text.Segments is ["data", ..] && root.Text("kind") == "Secret" && root.Text("apiVersion") == "v1";
            if (!isOff && !isBase64)
                Differing("this YAML", place);
            return (isOff || isBase64 ? 0 : substitution.Passes) + (PostBuild.LandsInObjects(text.Segments) ? PostBuild.Of(root)?.Passes ?? 0 : 0);
        });
    }

    private bool IsOff(YamlMapping root) =>
        RenderedTexts.IsOff(root) || (substitution.Marker != SubstitutionMarker.Plain && substitution.Marker.Reaches(SubstitutionMarker.Patchable(root)));

    private PatchableObject Patchable(ResourceGenerator generator)
    {
        static Dictionary<string, string> Entries(Map<string>? entries) =>
            entries is null ? [] : entries.ToDictionary(static entry => entry.Key, static entry => entry.Value, StringComparer.Ordinal);
        return new("v1", generator is SecretGenerator ? "Secret" : "ConfigMap", null, generator.Name ?? owner.DefaultObjectName ?? "")
        {
            Labels = Entries(generator.Labels),
            Annotations = Entries(generator.Annotations),
        };
    }

    // The text of a file that was just put into the tree; none for one of the author's, a remote one, or one that is no text.
    private string? TextOf(ManifestFile file)
    {
        var path = TreePath.Join(content.Folder, file.Path);
        if (file.Origin is ManifestFileOrigin.Remote or ManifestFileOrigin.InTree || state.Files.Find(known => known.Path == path) is not { } planned)
            return null;
        try
        {
            return StrictUtf8.GetString(planned.Content.Span);
        }
        catch (DecoderFallbackException)
        {
            return null; // kustomize puts it into binaryData, which Flux does not substitute
        }
    }

    private bool Add(string fileName, ReadOnlyMemory<byte> bytes, FindingPlace? place, IReadOnlyList<PlannedObject> objects, bool mayRepeat, IReadOnlyList<DataValue>? values = null)
    {
        if (!content.Claim(fileName, place, out var other))
        {
            // Two generators may share a file; two objects never do.
            if (mayRepeat && state.Files.Find(file => file.Path == TreePath.Join(content.Folder, fileName)) is { } same && same.Content.Span.SequenceEqual(bytes.Span))
                return true;
            state.Error(RuleIds.DuplicateFile,
                fileName.Equals("kustomization.yaml", StringComparison.OrdinalIgnoreCase)
                    ? $"'{fileName}' is the file that lists all others of {owner.Description}, and synth writes it; give another FileName"
                    : $"two things of {owner.Description} would be written to '{fileName}'{(other is null ? "" : $", the first at {other}")}; give one of them a FileName of its own", place,
                other is null ? [] : [other]);
            return false;
        }

        state.Files.Add(new PlannedFile(TreePath.Join(content.Folder, fileName), bytes, unit, place) { Objects = objects, Values = values });
        return true;
    }

    private void Referred(FluxApp? to, KubernetesObject? target, KubernetesObject from)
    {
        if (to is null || owner.App is null || ReferenceEquals(to, owner.App))
            return;
        var place = state.Places.Map(from.Place);
        state.References.Add((owner.App, to, place));
        if (!to.Enabled)
            state.Error(RuleIds.ReferenceLeadsNowhere, $"{from.Kind} '{from.ResolvedName}' refers to an object of app '{to.Namespace}/{to.Name}', which is not enabled", place);
        else if (target is { Owner: null } orphan)
            state.Error(RuleIds.ReferenceLeadsNowhere, $"{from.Kind} '{from.ResolvedName}' refers to a {orphan.Kind} that app '{to.Namespace}/{to.Name}' does not list in its Manifests", place);
        else if (Inside is not null && !ReferenceEquals(to, (owner.App as CompanionApp)?.Parent))
            Needed.Add((to, Inside));
    }

    private bool IsFileName(string name, FindingPlace? place)
    {
        if (TreePath.NameFault(name) is not { } fault)
            return true;
        state.Error(RuleIds.PathLeavesRoot, $"'{name}' is no name of a file in the folder of {owner.Description}: {fault}", place);
        return false;
    }

    private bool IsInside(string path, FindingPlace? place)
    {
        if (TreePath.Fault(path) is not { } fault)
            return true;
        state.Error(RuleIds.PathLeavesRoot, $"'{path}' is no path inside the folder of {owner.Description}: {fault}", place);
        return false;
    }

    private string Beside(ManifestFile file)
    {
        var folder = TreePath.FolderOf(state.Places.Relative(file.Place.File));
        return TreePath.Join(folder, file.Path);
    }
}
