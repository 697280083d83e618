namespace HomeOps;

/// <summary>
/// The start page. Its folder stays hand-written YAML: this class wires it (namespace, dependencies, variables), and synth writes its ks.yaml alone.
/// </summary>
[App<Ns.Default>(Existing = "app")]
[DependsOn<EnvoyGateway>]
public sealed class Homepage : FluxApp
{
    public override ManifestList Manifests => [];
}
