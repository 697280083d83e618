namespace GitOps;

/// <summary>What rendering collects: files, objects, faults.</summary>
internal sealed class RenderState(ClusterPlan cluster, RenderOptions options, PlaceMap places, Composition composition) : IDisposable
{
    public ClusterPlan Cluster { get; } = cluster;

    public RenderOptions Options { get; } = options;

    public PlaceMap Places { get; } = places;

    public Composition Composition { get; } = composition;

    /// <summary>What the Kustomization that applies the tree does to it.</summary>
    public RootSubstitution Root => field ??= RootSubstitution.Of(Cluster, Tree, Options.Files);

    /// <summary>The schemas of charts' values that the project lists.</summary>
    public ChartSchemas Charts { get; } = ChartSchemas.Of(cluster.Cluster.GetType().Assembly, options.ReadProjectFile);

    public DocumentWriter Writer => field ??= new(Cluster.Style, Options.Checks ? [] : null, Options.Checks ? new DataRecorder() : null) { KeepsHelmValues = !Charts.IsEmpty };

    /// <summary>The tree's folder, relative to the repository's root; empty for the root itself.</summary>
    public string Tree { get; } = cluster.Cluster.TreePath is "." ? "" : cluster.Cluster.TreePath.Trim('/');

    /// <summary>The folders in which synth writes, relative to the repository's root; known once the apps are placed.</summary>
    public IReadOnlyList<string> Roots { get; set; } = [];

    /// <summary>The folder that the root Kustomization applies, relative to the repository's root.</summary>
    public string RootFolder => InTree(Cluster.RootFolder);

    public List<PlannedFile> Files { get; } = [];

    /// <summary>The components written in C#, by their folder.</summary>
    public Dictionary<string, RenderedComponent> WrittenComponents { get; } = new(StringComparer.Ordinal);

    /// <summary>The folders of apps, by path.</summary>
    public Dictionary<string, AppPlan> Folders { get; } = new(StringComparer.OrdinalIgnoreCase);

    public List<PlannedKustomization> Kustomizations { get; } = [];

    /// <summary>The author's own files that are listed, by their path.</summary>
    public OrderedDictionary<string, AuthorFile> AuthorFiles { get; } = new(StringComparer.Ordinal);

    public List<Finding> Findings { get; } = [];

    /// <summary>Every object that is written, with its owner, for typed queries; empty unless they are asked for.</summary>
    public List<KubernetesObject> Objects { get; } = [];

    /// <summary>The apps of layers, as the rules see them.</summary>
    public List<LayerMemberModel> LayerMembers { get; } = [];

    /// <summary>The order of the layers as they themselves say it; <see langword="null"/> without layers.</summary>
    public LayerOrder? LayerOrder { get; set; }

    /// <summary>The namespaces that come with a layer; the others are the root's to apply.</summary>
    public HashSet<FluxNamespace> NamespacesOfLayers { get; } = [];

    /// <summary>References from one app to the object of another.</summary>
    public List<(FluxApp From, FluxApp To, FindingPlace? Place)> References { get; } = [];

    /// <summary>Texts that substitution passes over, by who substitutes them.</summary>
    public RenderedTexts Texts { get; } = new();

    public string InTree(string path) => TreePath.Join(Tree, path);

    public void Error(string id, string message, FindingPlace? place, string? field = null) =>
        Findings.Add(new Finding(id, FindingSeverity.Error, message, place, field));

    public void Error(string id, string message, FindingPlace? place, IReadOnlyList<FindingPlace> alsoAt) =>
        Findings.Add(new Finding(id, FindingSeverity.Error, message, place) { AlsoAt = alsoAt });

    /// <summary>
    /// Runs code of the author's: what it throws is a finding at its app, never a crash. The exception's own place is named when it lies in the project.
    /// </summary>
    public bool Try(string what, FindingPlace? place, Action action)
    {
        try
        {
            action();
            return true;
        }
        catch (ReferenceException fault)
        {
            Error(fault.Id ?? RuleIds.ReferenceLeadsNowhere, fault.Message, Places.Map(fault.Place) ?? place);
        }
        catch (YamlWriteException fault)
        {
            Error(RuleIds.TextCannotBeWritten, $"{what} cannot be written as YAML: {fault.Message}", place, Writer.Yaml.FieldPath);
        }
        catch (System.Reflection.TargetInvocationException wrapper) when (wrapper.InnerException is { } fault)
        {
            Error(RuleIds.AuthorCodeThrew, Threw(what, fault), ThrownAt(fault) ?? place);
        }
        catch (Exception fault) when (fault is not (OutOfMemoryException or InsufficientExecutionStackException))
        {
            Error(RuleIds.AuthorCodeThrew, Threw(what, fault), ThrownAt(fault) ?? place);
        }

        return false;
    }

    /// <summary>What is said of an exception of the author's.</summary>
    public static string Threw(string what, Exception fault) => $"{what} threw {fault.GetType().Name}: {fault.Message.ReplaceLineEndings(" ")}";

    public void Dispose() => Writer.Dispose();

    // The topmost frame in the author's project: the line that a person would look at first.
    private FindingPlace? ThrownAt(Exception fault)
    {
        foreach (var frame in new System.Diagnostics.StackTrace(fault, fNeedFileInfo: true).GetFrames())
            if (frame.GetFileName() is { } file && Places.IsInProject(file))
                return new FindingPlace(Places.Relative(file), frame.GetFileLineNumber());
        return null;
    }
}
