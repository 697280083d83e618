using GitOps.Models.ExternalSecrets;
using GitOps.Models.Kubernetes;

namespace GitOps
{
    /// <summary>The name of an object as a part of Helm values: <c>["secretRef"] = Token.AsReference()</c>.</summary>
    public static class LocalReferenceExtensions
    {
        extension(KubernetesObject target)
        {
            /// <summary>The object's name, as a mapping with the one entry <c>name</c>; for an ExternalSecret or a Certificate the name of the Secret that it makes.</summary>
            public LocalObjectReference AsReference() => target;

            /// <summary>The object's name and no more, as many charts want it: <c>["existingSecret"] = Login.AsName()</c>; for an ExternalSecret or a Certificate the name of the Secret that it makes.</summary>
            public Values AsName() => Values.NameOf((ObjectRef<KubernetesObject>)target);
        }

        extension(ObjectRef target)
        {
            /// <summary>The object's name, as a mapping with the one entry <c>name</c>; for an ExternalSecret or a Certificate the name of the Secret that it makes.</summary>
            public LocalObjectReference AsReference() => target;

            /// <summary>The object's name and no more; for an ExternalSecret or a Certificate the name of the Secret that it makes.</summary>
            public Values AsName() => Values.NameOf(target);
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
        /// <summary>The name of this object, which lives in the same namespace; for an ExternalSecret or a Certificate the name of the Secret that it makes.</summary>
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
