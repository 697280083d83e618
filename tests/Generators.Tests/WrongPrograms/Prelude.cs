global using System;
global using GitOps;
global using static GitOps.Numbers;
global using GitOps.Models.FluxCD;
global using GitOps.Models.Kubernetes;

namespace Home;

public static class Ns
{
    public sealed class Media : FluxNamespace;

    public sealed class Database : FluxNamespace;
}

[Cluster("kubernetes")]
[SubstituteFrom<ClusterSecrets>]
public sealed partial class HomeCluster : FluxCluster;

public sealed class ClusterSecrets : VariableSource
{
    public const string SecretDomain = "${SECRET_DOMAIN}";

    public override string Kind => "Secret";

    public override string Name => "cluster-secrets";
}

public sealed class OtherSecrets : VariableSource
{
    public const string Token = "${TOKEN}";

    public override string Kind => "Secret";

    public override string Name => "other-secrets";
}
