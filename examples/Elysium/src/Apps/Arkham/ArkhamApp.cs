using System.Runtime.CompilerServices;

namespace Elysium;

/// <summary>An app of the media stack: a volume for its settings, the library, and a container that waits until the library is really mounted.</summary>
/// <param name="image">The image.</param>
/// <param name="tag">Its tag.</param>
/// <param name="port">The port that it listens on.</param>
/// <param name="file">Filled in by the compiler.</param>
/// <param name="line">Filled in by the compiler.</param>
public abstract class ArkhamApp(string image, string tag, int port, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) : OneChartApp(image, tag, port, file, line)
{
    private const string Mount = "/mnt/media-library";

    /// <summary>Whether it works with the library. Default: it does.</summary>
    protected virtual bool UsesLibrary => true;

    protected override Quantity Memory => "1Gi";

    protected override Values Vars => new() { ["TZ"] = ClusterVars.Timezone, ["PUID"] = 1000, ["PGID"] = 1000 };

    protected sealed override Values Volumes => UsesLibrary ? [Config, Claim(MediaLibrary.ClaimName, Mount)] : [Config];

    protected override Values More => UsesLibrary ? new() { ["initContainers"] = [WaitForMount] } : new();

    protected override ManifestList Others => [Tailnet.Ingress(Name, Name)];

    private Values Config => Volume("config", "/config", "5Gi");

    // The mount may come minutes after the Pod; an app that starts before sees an empty library, and forgets it. The marker lies in the cloud.
    private static Values WaitForMount => new()
    {
        ["name"] = "wait-for-library",
        ["image"] = "busybox",
        ["tag"] = ((Values)"1.37.0").WithComment("renovate: datasource=docker depName=busybox"),
        ["command"] = $"until [ -f {Mount}/.mounted ]; do echo waiting for {Mount}; sleep 5; done",
    };
}
