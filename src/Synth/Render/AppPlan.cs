namespace GitOps;

/// <summary>An app with everything that its Kustomization says, merged: its own, its components', its namespace's and the cluster's.</summary>
internal sealed class AppPlan(FluxApp app, KustomizationDefaults defaults)
{
    public FluxApp App { get; } = app;

    public KustomizationDefaults Defaults { get; } = defaults;

    public required ComponentList Components { get; init; }

    public required IReadOnlyList<VariableSource> Sources { get; set; }

    /// <summary>The folder of its objects, relative to the repository's root.</summary>
    public required string Folder { get; init; }

    /// <summary>The folder whose ownership manifest lists what lies in <see cref="Folder"/>.</summary>
    public required string Unit { get; init; }

    /// <summary>The file of its Flux Kustomization.</summary>
    public required string KustomizationFile { get; init; }

    /// <summary>What changes its objects on this cluster alone.</summary>
    public required IReadOnlyList<Patch> OverlayPatches { get; init; }

    /// <summary>The layer whose Kustomization applies it, or <see langword="null"/>: its own does.</summary>
    public AppPlan? Layer { get; set; }

    /// <summary>The apps of a layer, in the order of their folders.</summary>
    public List<AppPlan> Members { get; } = [];

    /// <summary>The namespaces that come with a layer.</summary>
    public List<FluxNamespace> Namespaces { get; } = [];

    /// <summary>A layer with the apps in it, or the app alone: what one Kustomization applies.</summary>
    public IEnumerable<AppPlan> Parts => Members.Prepend(this);

    /// <summary>Whether it stands beside the root Kustomization, which waits for it.</summary>
    public bool IsBesideRoot => App is FluxLayer { BeforeApps: true } || Host is { IsBesideRoot: true };

    /// <summary>The app whose construct put it there: it stands in the file of that one's Kustomization.</summary>
    public AppPlan? Host { get; init; }

    /// <summary>What <c>spec.postBuild.substitute</c> says, in ordinal order, each with where it comes from.</summary>
    public required SortedDictionary<string, (string Value, string Origin)> Substitute { get; init; }

    /// <summary>What it waits for: what its class and its components say, and then what its constructs need, which is known once its objects are written.</summary>
    public required IReadOnlyList<Dependency> DependsOn { get; set; }

    /// <summary>The constructs that it lists; known once its objects are written.</summary>
    public IReadOnlyList<Construct> Constructs { get; set; } = [];

    /// <summary>The Kustomizations that its constructs put beside it; known once its objects are written.</summary>
    public List<AppPlan> Companions { get; } = [];

    /// <summary>Those of a layer's apps too, which have no file of their own.</summary>
    public IEnumerable<AppPlan> AllCompanions => Parts.SelectMany(static part => part.Companions);

    public required IReadOnlyList<Patch> Patches { get; init; }

    public required FindingPlace Place { get; init; }

    /// <summary>Fields of <c>spec</c> that have no member.</summary>
    public required Values? OtherSpec { get; init; }

    /// <summary>A <c>postBuild</c> among <see cref="OtherSpec"/>, which an app without variables of its own may have.</summary>
    public required PostBuild Others { get; init; }

    /// <summary>What patches of the root Kustomization put into this one's <c>postBuild</c>.</summary>
    public required PostBuild Injected { get; init; }

    /// <summary>Its objects could not be listed, which is a finding: the rules know nothing of what it holds.</summary>
    public bool HasFailed { get; set; }

    /// <summary>How its folder is substituted; known once its objects are written.</summary>
    public FolderSubstitution? Substitution { get; set; }

    public AppRegistration Registration => App.Registration;

    /// <summary>How messages call it.</summary>
    public string What => App.Owner.Description;

    public Decryption? Decryption => App.Decryption ?? Defaults.Decryption;

    public DeletionPolicy? DeletionPolicy => App.DeletionPolicy ?? Defaults.DeletionPolicy;

    /// <summary>Whether ready means that all its objects are healthy; Flux then looks at no health checks.</summary>
    public bool Waits => App.Wait ?? Defaults.Wait ?? false;

    /// <summary>Whether synth writes a <c>postBuild</c>.</summary>
    public bool HasVariables => Substitute.Count > 0 || Sources.Count > 0;

    /// <summary>How often Flux substitutes the app's objects: it does so only when there is a variable (kustomize-controller, spec.postBuild).</summary>
    public int SubstitutionPasses => Layer is { } layer ? layer.SubstitutionPasses : HasVariables || Others.Runs || Injected.Runs ? 1 : 0;
}
