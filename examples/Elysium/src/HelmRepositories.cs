namespace Elysium;

/// <summary>
/// Where charts come from: each is a property, so a release names a repository that exists or does not compile. Nothing waits for them; a release asks again until its chart is there, and one
/// repository that is down stops nobody else.
/// </summary>
[App<Ns.FluxSystem>(Directory = "repositories")]
public sealed class HelmRepositories : FluxApp
{
    // Asked seldom: what changes rarely, and what changes often.
    private const string Critical = "24h";
    private const string Often = "30m";

    // One of the sealed Secrets. Not by reference, which would wait for their layer: the controller that opens them comes from one of these repositories.
    private Secret DockerHub => field ??= Provided(new Secret("docker-hub"));

    /// <summary>Docker Hub counts who does not log in by address, and soon refuses.</summary>
    public HelmRepository Bitnami => field ??= Oci("bitnami", "registry-1.docker.io/bitnamicharts", DockerHub);

    public HelmRepository Capacitor => field ??= Oci("capacitor", "ghcr.io/gimlet-io/capacitor");

    public HelmRepository CertManager => field ??= Https("cert-manager", "charts.jetstack.io", Critical);

    public HelmRepository Coder => field ??= Https("coder-v2", "helm.coder.com/v2", Often);

    public HelmRepository Elastic => field ??= Https("elastic", "helm.elastic.co");

    public HelmRepository Fission => field ??= Https("fission-charts", "fission.github.io/fission-charts", Often);

    public HelmRepository GoSkynet => field ??= Https("go-skynet", "go-skynet.github.io/helm-charts");

    public HelmRepository Grafana => field ??= Https("grafana-charts", "grafana.github.io/helm-charts");

    public HelmRepository Intel => field ??= Https("intel", "intel.github.io/helm-charts");

    public HelmRepository OneChart => field ??= Https("onechart", "chart.onechart.dev");

    public HelmRepository OpenWebUi => field ??= Https("open-webui", "helm.openwebui.com");

    public HelmRepository Otwld => field ??= Https("otwld", "otwld.github.io/ollama-helm");

    public HelmRepository Prometheus => field ??= Oci("kube-prometheus-stack", "ghcr.io/prometheus-community/charts");

    public HelmRepository Rancher => field ??= Https("rancher-charts", "releases.rancher.com/server-charts/latest");

    public HelmRepository Runners => field ??= Oci("gha-runner-scale-set", "ghcr.io/actions/actions-runner-controller-charts");

    public HelmRepository SealedSecrets => field ??= Https("sealed-secrets", "bitnami-labs.github.io/sealed-secrets", Critical);

    public HelmRepository Tailscale => field ??= Https("tailscale", "pkgs.tailscale.com/helmcharts");

    public HelmRepository Traefik => field ??= Https("traefik", "traefik.github.io/charts");

    public override ManifestList Manifests =>
    [
        Bitnami, Capacitor, CertManager, Coder, Elastic, Fission, GoSkynet, Grafana, Intel, OneChart, OpenWebUi, Otwld, Prometheus, Rancher, Runners, SealedSecrets, Tailscale, Traefik,
    ];

    private static HelmRepository Https(string name, string url, string interval = "1h") => new(name) { Spec = new() { Interval = interval, Timeout = "1m", Url = $"https://{url}" } };

    private static HelmRepository Oci(string name, string url, LocalReference? login = null) => new(name) { Spec = new() { Interval = "1h", Type = "oci", Url = $"oci://{url}", SecretRef = login } };
}
