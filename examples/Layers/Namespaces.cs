namespace Layers;

/// <summary>The namespaces. Each is written with the first layer that has something in it.</summary>
public static class Ns
{
    public sealed class Applications : FluxNamespace;

    public sealed class CertManager : FluxNamespace;

    public sealed class Databases : FluxNamespace;

    /// <summary>Made by <c>flux bootstrap</c>.</summary>
    public sealed class FluxSystem : FluxNamespace
    {
        public override bool WriteNamespace => false;
    }

    /// <summary>There in every cluster.</summary>
    public sealed class KubeSystem : FluxNamespace
    {
        public override bool WriteNamespace => false;
    }
}
