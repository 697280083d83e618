namespace GitOps;

/// <summary>What reading a kustomization finds wrong before any rule looks at it.</summary>
internal static class KustomizeMessages
{
    public const string ResourceMissingTitle = "A file that a kustomization names is not there";
    public const string UnreadableTitle = "The file is no YAML";
    public const string NotAComponentTitle = "A folder listed as a component is none";
    public const string ComponentClassWithoutFolder = "component {0} has no Manifests, so it lies in '{1}', and that folder is not there; add it, or correct the Directory of the class";
    public const string ResourceMissing = "'{0}' is not there; the build fails without it";
    public const string NoKustomizationFile = "the folder '{0}' has no kustomization.yaml; kustomize takes no folder without one";
    public const string ComponentMissing = "the component folder '{0}' is not there";
    public const string NotAComponent = "'{0}' is a '{1}' and no Component; a component's kustomization.yaml says 'kind: Component' and 'apiVersion: kustomize.config.k8s.io/v1alpha1'";
}
