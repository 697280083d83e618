namespace GitOps.Models.FluxCD;

public sealed partial class HelmReleaseChartRef
{
    /// <summary>The chart comes from this OCIRepository.</summary>
    public static implicit operator HelmReleaseChartRef(OCIRepository target) => To((ObjectRef<OCIRepository>)target);

    /// <summary>The chart comes from this OCIRepository, of this app or another.</summary>
    public static implicit operator HelmReleaseChartRef(ObjectRef<OCIRepository> target) => To(target);

    /// <summary>The chart comes from this HelmChart.</summary>
    public static implicit operator HelmReleaseChartRef(HelmChart target) => To((ObjectRef<HelmChart>)target);

    /// <summary>The chart comes from this HelmChart, of this app or another.</summary>
    public static implicit operator HelmReleaseChartRef(ObjectRef<HelmChart> target) => To(target);

    /// <summary>The chart comes from this ExternalArtifact.</summary>
    public static implicit operator HelmReleaseChartRef(ExternalArtifact target) => To((ObjectRef<ExternalArtifact>)target);

    /// <summary>The chart comes from this ExternalArtifact, of this app or another.</summary>
    public static implicit operator HelmReleaseChartRef(ObjectRef<ExternalArtifact> target) => To(target);

    private static HelmReleaseChartRef To<T>(ObjectRef<T> target)
        where T : KubernetesObject =>
        new() { Kind = "", Name = "", Deferred = target.Late(static found => new HelmReleaseChartRef { Kind = found.Kind, Name = found.Name, Namespace = found.Namespace }) };
}

public sealed partial class HelmReleaseSourceRef
{
    /// <summary>The chart comes from this HelmRepository.</summary>
    public static implicit operator HelmReleaseSourceRef(HelmRepository target) => To((ObjectRef<HelmRepository>)target);

    /// <summary>The chart comes from this HelmRepository, of this app or another.</summary>
    public static implicit operator HelmReleaseSourceRef(ObjectRef<HelmRepository> target) => To(target);

    /// <summary>The chart comes from this GitRepository.</summary>
    public static implicit operator HelmReleaseSourceRef(GitRepository target) => To((ObjectRef<GitRepository>)target);

    /// <summary>The chart comes from this GitRepository, of this app or another.</summary>
    public static implicit operator HelmReleaseSourceRef(ObjectRef<GitRepository> target) => To(target);

    /// <summary>The chart comes from this Bucket.</summary>
    public static implicit operator HelmReleaseSourceRef(Bucket target) => To((ObjectRef<Bucket>)target);

    /// <summary>The chart comes from this Bucket, of this app or another.</summary>
    public static implicit operator HelmReleaseSourceRef(ObjectRef<Bucket> target) => To(target);

    private static HelmReleaseSourceRef To<T>(ObjectRef<T> target)
        where T : KubernetesObject =>
        new() { Kind = "", Name = "", Deferred = target.Late(static found => new HelmReleaseSourceRef { Kind = found.Kind, Name = found.Name, Namespace = found.Namespace }) };
}

public sealed partial class HelmChartSourceRef
{
    /// <summary>The chart comes from this HelmRepository.</summary>
    public static implicit operator HelmChartSourceRef(HelmRepository target) => To((ObjectRef<HelmRepository>)target);

    /// <summary>The chart comes from this HelmRepository, of this app or another.</summary>
    public static implicit operator HelmChartSourceRef(ObjectRef<HelmRepository> target) => To(target);

    /// <summary>The chart comes from this GitRepository.</summary>
    public static implicit operator HelmChartSourceRef(GitRepository target) => To((ObjectRef<GitRepository>)target);

    /// <summary>The chart comes from this GitRepository, of this app or another.</summary>
    public static implicit operator HelmChartSourceRef(ObjectRef<GitRepository> target) => To(target);

    /// <summary>The chart comes from this Bucket.</summary>
    public static implicit operator HelmChartSourceRef(Bucket target) => To((ObjectRef<Bucket>)target);

    /// <summary>The chart comes from this Bucket, of this app or another.</summary>
    public static implicit operator HelmChartSourceRef(ObjectRef<Bucket> target) => To(target);

    private static HelmChartSourceRef To<T>(ObjectRef<T> target)
        where T : KubernetesObject =>
        new() { Kind = "", Name = "", Deferred = target.LateLocal(static found => new HelmChartSourceRef { Kind = found.Kind, Name = found.Name }) };
}

public sealed partial class KustomizationSourceRef
{
    /// <summary>The tree comes from this GitRepository.</summary>
    public static implicit operator KustomizationSourceRef(GitRepository target) => To((ObjectRef<GitRepository>)target);

    /// <summary>The tree comes from this GitRepository, of this app or another.</summary>
    public static implicit operator KustomizationSourceRef(ObjectRef<GitRepository> target) => To(target);

    /// <summary>The tree comes from this OCIRepository.</summary>
    public static implicit operator KustomizationSourceRef(OCIRepository target) => To((ObjectRef<OCIRepository>)target);

    /// <summary>The tree comes from this OCIRepository, of this app or another.</summary>
    public static implicit operator KustomizationSourceRef(ObjectRef<OCIRepository> target) => To(target);

    /// <summary>The tree comes from this Bucket.</summary>
    public static implicit operator KustomizationSourceRef(Bucket target) => To((ObjectRef<Bucket>)target);

    /// <summary>The tree comes from this Bucket, of this app or another.</summary>
    public static implicit operator KustomizationSourceRef(ObjectRef<Bucket> target) => To(target);

    /// <summary>The tree comes from this ExternalArtifact.</summary>
    public static implicit operator KustomizationSourceRef(ExternalArtifact target) => To((ObjectRef<ExternalArtifact>)target);

    /// <summary>The tree comes from this ExternalArtifact, of this app or another.</summary>
    public static implicit operator KustomizationSourceRef(ObjectRef<ExternalArtifact> target) => To(target);

    private static KustomizationSourceRef To<T>(ObjectRef<T> target)
        where T : KubernetesObject =>
        new() { Kind = "", Name = "", Deferred = target.Late(static found => new KustomizationSourceRef { Kind = found.Kind, Name = found.Name, Namespace = found.Namespace }) };
}

public sealed partial class ImageUpdateAutomationSourceRef
{
    /// <summary>It commits to this GitRepository.</summary>
    public static implicit operator ImageUpdateAutomationSourceRef(GitRepository target) => To((ObjectRef<GitRepository>)target);

    /// <summary>It commits to this GitRepository, of this app or another.</summary>
    public static implicit operator ImageUpdateAutomationSourceRef(ObjectRef<GitRepository> target) => To(target);

    private static ImageUpdateAutomationSourceRef To<T>(ObjectRef<T> target)
        where T : KubernetesObject =>
        new() { Kind = "", Name = "", Deferred = target.Late(static found => new ImageUpdateAutomationSourceRef { Kind = found.Kind, Name = found.Name, Namespace = found.Namespace }) };
}

public sealed partial class HelmReleaseDependsOn
{
    /// <summary>It waits for this HelmRelease.</summary>
    public static implicit operator HelmReleaseDependsOn(HelmRelease target) => To((ObjectRef<HelmRelease>)target);

    /// <summary>It waits for this HelmRelease, of this app or another.</summary>
    public static implicit operator HelmReleaseDependsOn(ObjectRef<HelmRelease> target) => To(target);

    private static HelmReleaseDependsOn To<T>(ObjectRef<T> target)
        where T : KubernetesObject =>
        new() { Name = "", Deferred = target.Late(static found => new HelmReleaseDependsOn { Name = found.Name, Namespace = found.Namespace }) };
}

public sealed partial class ImagePolicyImageRepositoryRef
{
    /// <summary>It chooses among the tags of this ImageRepository.</summary>
    public static implicit operator ImagePolicyImageRepositoryRef(ImageRepository target) => To((ObjectRef<ImageRepository>)target);

    /// <summary>It chooses among the tags of this ImageRepository, of this app or another.</summary>
    public static implicit operator ImagePolicyImageRepositoryRef(ObjectRef<ImageRepository> target) => To(target);

    private static ImagePolicyImageRepositoryRef To<T>(ObjectRef<T> target)
        where T : KubernetesObject =>
        new() { Name = "", Deferred = target.Late(static found => new ImagePolicyImageRepositoryRef { Name = found.Name, Namespace = found.Namespace }) };
}

public sealed partial class ExternalArtifactSourceRef
{
    /// <summary>This object, whose health decides.</summary>
    public static implicit operator ExternalArtifactSourceRef(KubernetesObject target) => To((ObjectRef<KubernetesObject>)target);

    /// <summary>This object, of this app or another.</summary>
    public static implicit operator ExternalArtifactSourceRef(ObjectRef target) => To(target);

    private static ExternalArtifactSourceRef To(ObjectRef target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return new()
        {
            Kind = "",
            Name = "",
            Deferred = target.Late(static found => new ExternalArtifactSourceRef { ApiVersion = found.ApiVersion, Kind = found.Kind, Name = found.Name, Namespace = found.Namespace }),
        };
    }
}

public sealed partial class AlertEventSource
{
    /// <summary>The events of this object.</summary>
    public static implicit operator AlertEventSource(KubernetesObject target) => To((ObjectRef<KubernetesObject>)target);

    /// <summary>The events of this object, of this app or another.</summary>
    public static implicit operator AlertEventSource(ObjectRef target) => To(target);

    private static AlertEventSource To(ObjectRef target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return new() { Kind = "", Name = "", Deferred = target.Late(static found => new AlertEventSource { Kind = found.Kind, Name = found.Name, Namespace = found.Namespace }) };
    }
}

public sealed partial class ReceiverResource
{
    /// <summary>This object is reconciled at once, such as an OCIRepository whose registry tells of a push.</summary>
    public static implicit operator ReceiverResource(KubernetesObject target) => To((ObjectRef<KubernetesObject>)target);

    /// <summary>This object, of this app or another, is reconciled at once.</summary>
    public static implicit operator ReceiverResource(ObjectRef target) => To(target);

    private static ReceiverResource To(ObjectRef target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return new()
        {
            Kind = "",
            Name = "",
            Deferred = target.Late(static found => new ReceiverResource { ApiVersion = found.ApiVersion, Kind = found.Kind, Name = found.Name, Namespace = found.Namespace }),
        };
    }
}

public sealed partial class KustomizationPatch
{
    /// <summary>A patch of what a Kustomization builds or a HelmRelease renders: <c>Patches = [Patch.Json6902(new() { Kind = "DaemonSet" }, …)]</c>.</summary>
    public static implicit operator KustomizationPatch(Patch patch)
    {
        ArgumentNullException.ThrowIfNull(patch);
        return new()
        {
            Patch = patch.Text,
            Target = patch.Target is not { } target ? null : new()
            {
                Group = target.Group,
                Version = target.Version,
                Kind = target.Kind,
                Name = target.Name,
                Namespace = target.Namespace,
                LabelSelector = target.LabelSelector,
                AnnotationSelector = target.AnnotationSelector,
            },
        };
    }
}
