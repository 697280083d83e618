using GitOps.Models.ExternalSecrets;
using GitOps.Models.FluxCD;
using GitOps.Models.Kubernetes;
using GitOps.Models.SealedSecrets;

namespace GitOps;

/// <summary>What objects are to a HelmRelease, and to a Kustomization that an app lists among its objects.</summary>
public static class FluxReferenceExtensions
{
    extension(KubernetesObject source)
    {
        /// <summary>
        /// Values of a HelmRelease that come from this ConfigMap or Secret, or from the Secret that this makes: <c>ValuesFrom = [Login.AsValues("client_id", "oauth.clientId")]</c>.
        /// </summary>
        /// <param name="key">The entry; <see langword="null"/>: <c>values.yaml</c>.</param>
        /// <param name="targetPath">Where in the values it goes; <see langword="null"/>: it is a whole values file.</param>
        /// <exception cref="ArgumentException">It is none of these kinds.</exception>
        public HelmReleaseValuesFrom AsValues(string? key = null, string? targetPath = null) => source is ConfigMap or Secret or ExternalSecret or SealedSecret
            ? ValuesFrom((ObjectRef<KubernetesObject>)source, key, targetPath)
            : throw new ArgumentException($"A HelmRelease takes values from a ConfigMap or a Secret, not from a {source.Kind}.", nameof(source));
    }

    extension<T>(ComponentObject<T> source)
        where T : KubernetesObject
    {
        /// <summary>Values of a HelmRelease that come from a ConfigMap or Secret of the component.</summary>
        /// <param name="key">The entry; <see langword="null"/>: <c>values.yaml</c>.</param>
        /// <param name="targetPath">Where in the values it goes; <see langword="null"/>: it is a whole values file.</param>
        public HelmReleaseValuesFrom AsValues(string? key = null, string? targetPath = null) => ValuesFrom(source, key, targetPath);
    }

    extension(ResourceGenerator source)
    {
        /// <summary>Values of a HelmRelease that come from a generated ConfigMap or Secret; a hash behind its name is not followed.</summary>
        /// <param name="key">The entry; <see langword="null"/>: <c>values.yaml</c>.</param>
        /// <param name="targetPath">Where in the values it goes; <see langword="null"/>: it is a whole values file.</param>
        public HelmReleaseValuesFrom AsValues(string? key = null, string? targetPath = null) => new()
        {
            Kind = "",
            Name = "",
            Deferred = context => new HelmReleaseValuesFrom
            {
                Kind = source is SecretGenerator ? "Secret" : "ConfigMap",
                Name = source.Name ?? context.App?.Name ?? throw new ReferenceException("this generator takes its name from its app, and none lists it: give it a name", source.Place),
                ValuesKey = key,
                TargetPath = targetPath,
            },
        };
    }

    extension(Kustomization target)
    {
        /// <summary>What another Kustomization among an app's objects waits for: <c>DependsOn = [Definitions.AsDependency()]</c>. An app says it by <see cref="FluxApp.DependsOn"/>.</summary>
        /// <param name="readyExpr">The CEL expression that says when it is ready, in place of Flux's own check.</param>
        public HelmReleaseDependsOn AsDependency(string? readyExpr = null) => ((ObjectRef<Kustomization>)target).AsDependency(readyExpr);
    }

    extension(ObjectRef<Kustomization> target)
    {
        /// <summary>What a Kustomization among an app's objects waits for.</summary>
        /// <param name="readyExpr">The CEL expression that says when it is ready, in place of Flux's own check.</param>
        public HelmReleaseDependsOn AsDependency(string? readyExpr = null) => new()
        {
            Name = "",
            Deferred = target.Late(found => new HelmReleaseDependsOn { Name = found.Name, Namespace = found.Namespace, ReadyExpr = readyExpr }),
        };
    }

    private static HelmReleaseValuesFrom ValuesFrom(ObjectRef source, string? key, string? targetPath) => new()
    {
        Kind = "",
        Name = "",
        Deferred = source.LateLocal(found => new HelmReleaseValuesFrom
        {
            Kind = found.Kind == "ConfigMap" ? "ConfigMap" : "Secret",
            Name = found.SecretName,
            ValuesKey = key,
            TargetPath = targetPath,
        }),
    };
}
