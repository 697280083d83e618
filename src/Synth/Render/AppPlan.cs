namespace GitOps;

/// <summary>An app with everything that its Kustomization says, merged: its own, its components', its namespace's and the cluster's.</summary>
internal sealed class AppPlan(FluxApp app, KustomizationDefaults defaults)
{
    public FluxApp App { get; } = app;

    public KustomizationDefaults Defaults { get; } = defaults;

    public required ComponentList Components { get; init; }

    public required IReadOnlyList<VariableSource> Sources { get; init; }

    /// <summary>What <c>spec.postBuild.substitute</c> says, in ordinal order, each with where it comes from.</summary>
    public required SortedDictionary<string, (string Value, string Origin)> Substitute { get; init; }

    public required IReadOnlyList<Dependency> DependsOn { get; init; }

    public required IReadOnlyList<Patch> Patches { get; init; }

    public required FindingPlace Place { get; init; }

    /// <summary>Its objects could not be listed, which is a finding: the rules know nothing of what it holds.</summary>
    public bool HasFailed { get; set; }

    public AppRegistration Registration => App.Registration;

    /// <summary>How messages call it.</summary>
    public string What => App.Owner.Description;

    public Decryption? Decryption => App.Decryption ?? Defaults.Decryption;

    public DeletionPolicy? DeletionPolicy => App.DeletionPolicy ?? Defaults.DeletionPolicy;

    /// <summary>How often Flux substitutes the app's objects: it does so only when there is a variable (kustomize-controller, spec.postBuild).</summary>
    public int SubstitutionPasses => Substitute.Count > 0 || Sources.Count > 0 ? 1 : 0;
}
