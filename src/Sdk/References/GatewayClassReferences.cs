using GitOps.Models.EnvoyGateway;

namespace GitOps.Models.GatewayApi;

public sealed partial class ParametersRef
{
    /// <summary>The class is set up by this EnvoyProxy.</summary>
    public static implicit operator ParametersRef(EnvoyProxy target) => To(target);

    /// <summary>The class is set up by this EnvoyProxy, of this app or another.</summary>
    public static implicit operator ParametersRef(ObjectRef<EnvoyProxy> target) => To(target);

    // A GatewayClass belongs to the cluster, so the namespace must be said wherever the class is listed.
    private static ParametersRef To(ObjectRef<EnvoyProxy> target) =>
        new()
        {
            Group = "",
            Kind = "",
            Name = "",
            Deferred = target.Late(static found => new ParametersRef { Group = found.Group, Kind = found.Kind, Name = found.Name, Namespace = found.TargetNamespace }),
        };
}
