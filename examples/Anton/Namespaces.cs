namespace Anton;

public static class Ns
{
    public sealed class Airflow : AntonNamespace;

    public sealed class CertManager : AntonNamespace;

    public sealed class Databases : AntonNamespace;

    public sealed class DataPlatform : AntonNamespace;

    public sealed class ExternalSecrets : AntonNamespace;

    /// <summary>Without the variables: cluster-meta itself brings what they are taken from here.</summary>
    public sealed class FluxSystem : FluxNamespace
    {
        public override ComponentList Components => [new Common()];
    }

    public sealed class Kubeai : AntonNamespace;

    public sealed class KubeSystem : AntonNamespace
    {
        // Kubernetes makes it.
        public override bool WriteNamespace => false;
    }

    public sealed class Monitoring : AntonNamespace
    {
        public override Map<string> Labels => new() { ["pod-security.kubernetes.io/enforce"] = "privileged" };
    }

    public sealed class Network : AntonNamespace;

    public sealed class Storage : AntonNamespace
    {
        public override Map<string> Labels => new() { ["pod-security.kubernetes.io/enforce"] = "privileged" };
    }
}

/// <summary>What every namespace has: the key that decrypts, and the variables, both kept as SOPS files.</summary>
[SubstituteFrom<ClusterSecrets>]
public abstract class AntonNamespace : FluxNamespace
{
    public override ComponentList Components => [new Common()];
}
