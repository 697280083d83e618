namespace GitOps;

/// <summary>A patch of built objects: a strategic merge patch or JSON 6902 operations.</summary>
public sealed class Patch
{
    // What is patched by object is known by its name once that is.
    private readonly ObjectRef? subject;
    private readonly Values? changes;

    private string text;
    private PatchTarget? target;
    private bool isSettled;

    private Patch(string text, PatchTarget? target)
    {
        this.text = text;
        this.target = target;
        isSettled = true;
    }

    internal Patch(ObjectRef subject, Values? changes, string operations)
    {
        this.subject = subject;
        this.changes = changes;
        text = operations;
    }

    internal string Text => Settled().text;

    internal PatchTarget? Target => Settled().target;

    /// <summary>The app that says it, where it stands in a file of another's.</summary>
    internal FindingPlace? Place { get; set; }

    /// <summary>
    /// Patches of one object, whose kind and name come from it: <c>Patch.On(Release).Merge(new() { ["spec"] = new() { ["interval"] = "5m" } })</c>. The object need not be of this app.
    /// </summary>
    /// <param name="target">The object.</param>
    public static PatchSubject On(KubernetesObject target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return new(ObjectRef.To(target));
    }

    /// <summary>The same for an object that is referred to, such as one that a component brings: <c>Patch.On(Volsync.ReplicationSource)</c>.</summary>
    /// <param name="target">The object.</param>
    public static PatchSubject On(ObjectRef target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return new(target);
    }

    /// <summary>A strategic merge patch: YAML with the fields to change.</summary>
    /// <param name="yaml">The patch; without a target it must name its object by kind and name.</param>
    /// <param name="target">Which objects; <see langword="null"/>: the one the patch names.</param>
    public static Patch Merge(string yaml, PatchTarget? target = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(yaml);
        return new(yaml, target);
    }

    /// <summary>JSON 6902 operations, in order.</summary>
    /// <param name="target">Which objects.</param>
    /// <param name="operations">What to do to each.</param>
    public static Patch Json6902(PatchTarget target, params IReadOnlyList<JsonPatchOperation> operations)
    {
        ArgumentNullException.ThrowIfNull(target);
        return new(Operations(operations), target);
    }

    /// <summary>This, once it has the names of its object.</summary>
    /// <exception cref="ReferenceException">The object has no name, or is in no app's manifests.</exception>
    internal Patch Settled()
    {
        if (isSettled)
            return this;
        var (apiVersion, kind, name, @namespace) = subject!.AsBuilt();
        var slash = apiVersion.IndexOf('/', StringComparison.Ordinal);
        target = new PatchTarget { Group = slash < 0 ? null : apiVersion[..slash], Kind = kind, Name = Pattern(name), Namespace = @namespace is null ? null : Pattern(@namespace) };
        isSettled = true;
        if (changes is null)
            return this;
        var head = new Values { ["apiVersion"] = apiVersion, ["kind"] = kind, ["metadata"] = new Values { ["name"] = name }.Set("namespace", @namespace) };
        using var yaml = new YamlWriter { LiteralDollarPasses = LiteralDollars.Keep };
        yaml.StartMapping();
        new ObjectWriter(yaml, new ReferenceContext()).Fields(head.Merge(changes));
        yaml.EndMapping();
        text = System.Text.Encoding.UTF8.GetString(yaml.WrittenSpan);
        return this;
    }

    // Names of targets are regular expressions, and a name may hold a dot or a variable.
    private static string Pattern(string name) => string.Concat(name.Select(static character => ".${}[]()*+?^|\\".Contains(character, StringComparison.Ordinal) ? "\\" + character : character.ToString()));

    internal static string Operations(IReadOnlyList<JsonPatchOperation> operations)
    {
        ArgumentNullException.ThrowIfNull(operations);
        return operations.Count == 0 ? throw new ArgumentException("A JSON 6902 patch needs at least one operation.", nameof(operations)) : JsonPatchOperation.ToYaml(operations);
    }
}

/// <summary>An object that is to be patched: made by <see cref="Patch.On(KubernetesObject)"/>.</summary>
public sealed class PatchSubject
{
    private readonly ObjectRef target;

    internal PatchSubject(ObjectRef target) => this.target = target;

    /// <summary>A strategic merge patch: what changes in the object, as a mapping or by a model's part.</summary>
    /// <param name="changes">The fields to change: <c>new() { ["spec"] = new() { ["interval"] = "5m" } }</c>. A field that is <see cref="Values.Null"/> is taken out.</param>
    public Patch Merge(Values changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return new(target, changes, "");
    }

    /// <summary>JSON 6902 operations, in order.</summary>
    /// <param name="operations">What to do to the object.</param>
    public Patch Json6902(params IReadOnlyList<JsonPatchOperation> operations) => new(target, null, Patch.Operations(operations));
}

/// <summary>Which objects a patch changes; a part left out fits all. Names and namespaces are regular expressions, anchored by kustomize.</summary>
public sealed record PatchTarget
{
    /// <summary>The API group.</summary>
    public string? Group { get; init; }

    /// <summary>The API version.</summary>
    public string? Version { get; init; }

    /// <summary>The kind.</summary>
    public string? Kind { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The namespace.</summary>
    public string? Namespace { get; init; }

    /// <summary>A label selector, such as <c>app in (a, b)</c>.</summary>
    public string? LabelSelector { get; init; }

    /// <summary>An annotation selector.</summary>
    public string? AnnotationSelector { get; init; }
}
