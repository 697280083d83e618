using GitOps.Models.CertManager;
using GitOps.Models.ExternalSecrets;
using GitOps.Models.GatewayApi;
using GitOps.Models.Kubernetes;
using GitOps.Models.SealedSecrets;

namespace GitOps;

/// <summary>References that say more than which object: a listener, a port, a key. Usable in typed fields and in Helm values alike.</summary>
public static class ReferenceExtensions
{
    extension(ObjectRef<Gateway> gateway)
    {
        /// <summary>A route's parent.</summary>
        /// <param name="sectionName">The listener; <see langword="null"/>: all that accept the route.</param>
        /// <param name="port">The listener's port; <see langword="null"/>: any.</param>
        public ParentRef AsParentRef(string? sectionName = null, int? port = null) => new()
        {
            Name = "",
            Deferred = gateway.Late(found => new ParentRef { Name = found.Name, Namespace = found.Namespace, SectionName = sectionName, Port = port }),
        };
    }

    extension(Gateway gateway)
    {
        /// <summary>A route's parent.</summary>
        /// <param name="sectionName">The listener; <see langword="null"/>: all that accept the route.</param>
        /// <param name="port">The listener's port; <see langword="null"/>: any.</param>
        public ParentRef AsParentRef(string? sectionName = null, int? port = null) => ((ObjectRef<Gateway>)gateway).AsParentRef(sectionName, port);
    }

    extension(ObjectRef<Service> service)
    {
        /// <summary>Where a route sends requests.</summary>
        /// <param name="port">The Service's port.</param>
        public HTTPRouteBackendRef AsBackendRef(int port) => new()
        {
            Name = "",
            Deferred = service.Late(found => new HTTPRouteBackendRef { Name = found.Name, Namespace = found.Namespace, Port = port }),
        };
    }

    extension(Service service)
    {
        /// <summary>Where a route sends requests.</summary>
        /// <param name="port">The Service's port.</param>
        public HTTPRouteBackendRef AsBackendRef(int port) => ((ObjectRef<Service>)service).AsBackendRef(port);
    }

    extension(ExternalSecret secret)
    {
        /// <summary>An entry of the Secret that this makes.</summary>
        /// <param name="key">The entry.</param>
        public SecretKeySelector Key(string key) => KeyOf((ObjectRef<ExternalSecret>)secret, key);
    }

    extension(ObjectRef<ExternalSecret> secret)
    {
        /// <summary>An entry of the Secret that this makes. A Secret is read in its own namespace only.</summary>
        /// <param name="key">The entry.</param>
        public SecretKeySelector Key(string key) => KeyOf(secret, key);
    }

    extension(SealedSecret secret)
    {
        /// <summary>An entry of the Secret that this makes.</summary>
        /// <param name="key">The entry.</param>
        public SecretKeySelector Key(string key) => KeyOf((ObjectRef<SealedSecret>)secret, key);
    }

    extension(ObjectRef<SealedSecret> secret)
    {
        /// <summary>An entry of the Secret that this makes. A Secret is read in its own namespace only.</summary>
        /// <param name="key">The entry.</param>
        public SecretKeySelector Key(string key) => KeyOf(secret, key);
    }

    extension(Secret secret)
    {
        /// <summary>An entry of this Secret.</summary>
        /// <param name="key">The entry.</param>
        public SecretKeySelector Key(string key) => KeyOf((ObjectRef<Secret>)secret, key);
    }

    extension(ObjectRef<Secret> secret)
    {
        /// <summary>An entry of this Secret. A Secret is read in its own namespace only.</summary>
        /// <param name="key">The entry.</param>
        public SecretKeySelector Key(string key) => KeyOf(secret, key);
    }

    extension(Certificate certificate)
    {
        /// <summary>An entry of the Secret that cert-manager keeps for this: <c>tls.crt</c>, <c>tls.key</c> or <c>ca.crt</c>.</summary>
        /// <param name="key">The entry.</param>
        public SecretKeySelector Key(string key) => KeyOf((ObjectRef<Certificate>)certificate, key);
    }

    extension(ObjectRef<Certificate> certificate)
    {
        /// <summary>An entry of the Secret that cert-manager keeps for this. A Secret is read in its own namespace only.</summary>
        /// <param name="key">The entry.</param>
        public SecretKeySelector Key(string key) => KeyOf(certificate, key);
    }

    internal static SecretKeySelector KeyOf(ObjectRef secret, string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return new() { Key = "", Deferred = secret.LateLocal(found => new SecretKeySelector { Name = found.SecretName, Key = key }) };
    }
}
