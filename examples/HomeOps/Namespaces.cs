namespace HomeOps;

/// <summary>The namespaces. Each class is one; its name becomes the Kubernetes name (<c>CertManager</c> is cert-manager).</summary>
public static class Ns
{
    public sealed class CertManager : HomeNamespace;

    public sealed class Database : HomeNamespace;

    public sealed class Default : HomeNamespace;

    public sealed class ExternalSecrets : HomeNamespace;

    public sealed class FluxSystem : HomeNamespace;

    public sealed class Media : HomeNamespace
    {
        public override Map<string> Annotations => new() { [PrivilegedMovers] = "true" };
    }

    public sealed class Network : HomeNamespace;

    public sealed class Observability : HomeNamespace
    {
        public override Map<string> Labels => Privileged;
    }

    public sealed class OpenebsSystem : HomeNamespace;

    public sealed class RookCeph : HomeNamespace
    {
        public override Map<string> Labels => Privileged;
    }

    public sealed class VolsyncSystem : HomeNamespace;

    // The mover may change the owner of restored files.
    private const string PrivilegedMovers = "volsync.backube/privileged-movers";

    private static Map<string> Privileged => new() { ["pod-security.kubernetes.io/enforce"] = "privileged" };
}

/// <summary>What every namespace of this cluster has: the variables and the alerts of the component "common".</summary>
public abstract class HomeNamespace : FluxNamespace
{
    public override ComponentList Components => [new Common()];
}
