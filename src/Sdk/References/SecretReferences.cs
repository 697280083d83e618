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

            /// <summary>
            /// The object's name as a text, for charts that want no more: <c>["existingSecret"] = Login.AsName()</c>; for an ExternalSecret the name of the Secret that it makes. It is looked up at once.
            /// </summary>
            /// <exception cref="ReferenceException">The object has no name of its own, and is in no app's manifests.</exception>
            public string AsName() => ((ObjectRef<KubernetesObject>)target).SecretName;
        }

        extension(ObjectRef target)
        {
            /// <summary>The object's name, as a mapping with the one entry <c>name</c>; for an ExternalSecret the name of the Secret that it makes.</summary>
            public LocalObjectReference AsReference() => target;

            /// <summary>The object's name as a text; for an ExternalSecret the name of the Secret that it makes. It is looked up at once.</summary>
            /// <exception cref="ReferenceException">The object has no name of its own, and is in no app's manifests.</exception>
            public string AsName() => target.SecretName;
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

        /// <summary>The name of this object, of this app or another.</summary>
        public static implicit operator LocalReference(ObjectRef target)
        {
            ArgumentNullException.ThrowIfNull(target);
            return To(target);
        }

        private static LocalReference To(ObjectRef target) =>
            new() { Name = "", Deferred = target.LateLocal(static found => new LocalReference { Name = found.SecretName }) };
    }
}
