namespace Elysium;

/// <summary>The namespaces. Each is written with the first layer that has an app in it.</summary>
public static class Ns
{
    public sealed class Ai : FluxNamespace;

    public sealed class ArcRunners : FluxNamespace;

    public sealed class ArcSystem : FluxNamespace;

    public sealed class Arkham : FluxNamespace;

    public sealed class Capacitor : FluxNamespace;

    public sealed class CertManager : FluxNamespace;

    public sealed class Coder : FluxNamespace;

    public sealed class CsiRclone : PrivilegedNamespace;

    public sealed class Discourse : FluxNamespace;

    public sealed class ElasticSystem : FluxNamespace;

    public sealed class ErrorPages : FluxNamespace;

    public sealed class Fission : FluxNamespace;

    /// <summary>Made by <c>flux bootstrap</c>.</summary>
    public sealed class FluxSystem : FluxNamespace
    {
        public override bool WriteNamespace => false;
    }

    public sealed class IntelDevicePluginsSystem : PrivilegedNamespace;

    public sealed class Mediamtx : FluxNamespace;

    public sealed class Monitoring : PrivilegedNamespace;

    public sealed class N8n : FluxNamespace;

    public sealed class OpentelemetryOperatorSystem : FluxNamespace;

    public sealed class Raiplaysoundrss : FluxNamespace;

    public sealed class Registry : FluxNamespace;

    public sealed class Romm : FluxNamespace;

    public sealed class SealedSecretsSystem : FluxNamespace;

    public sealed class SystemUpgrade : PrivilegedNamespace;

    public sealed class Tailscale : PrivilegedNamespace;

    public sealed class Traefik : FluxNamespace;
}

/// <summary>For what needs the node itself: drivers, exporters, upgrades.</summary>
public abstract class PrivilegedNamespace : FluxNamespace
{
    public override Map<string> Labels => new() { ["pod-security.kubernetes.io/enforce"] = "privileged" };
}
