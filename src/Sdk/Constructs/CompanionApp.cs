using GitOps.Models.FluxCD;

namespace GitOps;

/// <summary>The Kustomization of a <see cref="CompanionKustomization"/>: an app without a class of the author's.</summary>
internal sealed class CompanionApp : FluxApp
{
    private readonly CompanionKustomization said;

    public CompanionApp(FluxApp parent, Construct construct, CompanionKustomization said)
    {
        Parent = parent;
        Construct = construct;
        this.said = said;
        var registration = parent.Registration;
        Attach(new AppRegistration
        {
            Type = registration.Type,
            Create = () => this,
            Name = $"{registration.Name}-{said.Suffix}",
            Namespace = registration.Namespace,
            Directory = registration.Directory,
            Folder = said.Suffix,
            SubstituteFrom = registration.SubstituteFrom,
            File = registration.File,
        }, parent.Home);
    }

    public FluxApp Parent { get; }

    public Construct Construct { get; }

    public override ManifestList Manifests => said.Manifests;

    public override IReadOnlyList<Dependency> DependsOn => said.DependsOn;

    public override IReadOnlyList<HealthCheck> HealthChecks => Waits ? [] : said.HealthChecks;

    public override IReadOnlyList<HealthCheckExpr> HealthCheckExprs => said.HealthCheckExprs;

    public override string TargetNamespace => said.TargetNamespace;

    public override CommonMetadata? CommonMetadata => Parent.CommonMetadata;

    public override Tier? Tier => Parent.Tier;

    public override Duration? Interval => Parent.Interval;

    public override Duration? RetryInterval => Parent.RetryInterval;

    public override Duration? Timeout => Parent.Timeout;

    public override bool? Wait => Parent.Wait;

    public override bool? Prune => Parent.Prune;

    public override bool? Suspend => Parent.Suspend;

    public override bool? Force => Parent.Force;

    public override DeletionPolicy? DeletionPolicy => Parent.DeletionPolicy;

    public override Decryption? Decryption => Parent.Decryption;

    public override Map<string> Labels => Parent.Labels;

    public override Map<string> Annotations => Parent.Annotations;

    public override SourceReference? Source => Parent.Source;

    /// <summary>Whether it waits for all its objects, the cluster's default included; set when it is planned.</summary>
    internal bool Waits { get; set; }
}
