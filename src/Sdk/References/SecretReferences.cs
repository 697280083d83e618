using GitOps.Models.ExternalSecrets;
using GitOps.Models.Kubernetes;

namespace GitOps
{
    /// <summary>The name of an object as a part of Helm values: <c>["secretRef"] = Token.AsReference()</c>.</summary>
    public static class LocalReferenceExtensions
    {
        extension(KubernetesObject target)
        {
            /// <summary>The object's name, as a mapping with the one entry <c>name</c>; for an ExternalSecret the name of the Secret that it makes.</summary>
            public LocalObjectReference AsReference() => target;
        }
    }
}

namespace GitOps.Models.CertManager
{
    public sealed partial class PrivateKeySecretRef
    {
        /// <summary>An entry of a Secret: <c>ApiTokenSecretRef = Token.Key("api-token")</c>.</summary>
        public static implicit operator PrivateKeySecretRef(SecretKeySelector entry)
        {
            ArgumentNullException.ThrowIfNull(entry);
            return new() { Name = "", Deferred = context => Of(entry.Deferred?.Invoke(context) as SecretKeySelector ?? entry) };
        }

        private static PrivateKeySecretRef Of(SecretKeySelector entry) => new() { Name = entry.Name ?? "", Key = entry.Key };
    }
}

namespace GitOps.Models.FluxCD
{
    public sealed partial class LocalReference
    {
        /// <summary>The name of this object, which lives in the same namespace; for an ExternalSecret the name of the Secret that it makes.</summary>
        public static implicit operator LocalReference(KubernetesObject target)
        {
            ArgumentNullException.ThrowIfNull(target);
            return To((ObjectRef<KubernetesObject>)target);
        }

        private static LocalReference To(ObjectRef<KubernetesObject> target) =>
            new() { Name = "", Deferred = target.LateLocal(found => new LocalReference { Name = (target.Resolve() as ExternalSecret)?.Spec?.Target?.Name ?? found.Name }) };
    }
}
