using System.Runtime.CompilerServices;

namespace Elysium;

/// <summary>Private access: a host of the tailnet, with its certificate, for those who are logged in to it.</summary>
internal static class Tailnet
{
    /// <summary>An Ingress of Tailscale's class.</summary>
    /// <param name="host">The host's name; <c>host.example.ts.net</c> comes of it.</param>
    /// <param name="service">The Service.</param>
    /// <param name="port">Its port.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Ingress Ingress(string host, string service, int port = 80, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => new($"{service}-ts", file, line)
    {
        Metadata = new() { Annotations = new() { ["tailscale.com/proxy-class"] = TailscaleConfig.ProxyClass } },
        Spec = new()
        {
            IngressClassName = "tailscale",
            DefaultBackend = new() { Service = new() { Name = service, Port = new() { Number = port } } },
            Tls = [new() { Hosts = [host] }],
        },
    };
}
