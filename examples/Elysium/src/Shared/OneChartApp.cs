using System.Runtime.CompilerServices;

namespace Elysium;

/// <summary>An app that is one container: OneChart makes Deployment, Service and volumes of a few values.</summary>
/// <param name="image">The image, without its tag.</param>
/// <param name="tag">The tag; where an image policy owns it, the one to begin with.</param>
/// <param name="port">The port that it listens on.</param>
/// <param name="file">Filled in by the compiler.</param>
/// <param name="line">Filled in by the compiler.</param>
public abstract class OneChartApp(string image, string tag, int port, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    // renovate: datasource=helm registryUrl=https://chart.onechart.dev depName=onechart
    : HelmApp(static charts => charts.OneChart, "onechart", "0.76.0", file, line)
{
    /// <summary>The policy that owns the tag; Flux then writes newer ones into the tree. Default: none, the tag is Renovate's.</summary>
    protected virtual ObjectRef<ImagePolicy>? Policy => null;

    /// <summary>The path that says whether it is well; <see langword="null"/>: it has none.</summary>
    protected virtual string? Health => null;

    /// <summary>Environment variables.</summary>
    protected virtual Values? Vars => null;

    /// <summary>The Secret whose entries are environment variables too. Default: none.</summary>
    protected virtual Secret? SecretVars => null;

    /// <summary>The login of the image's registry, where that asks for one. Default: none.</summary>
    protected virtual Secret? PullSecret => null;

    /// <summary>Volumes, by <see cref="Volume"/> and <see cref="Claim"/>.</summary>
    protected virtual Values? Volumes => null;

    /// <summary>How much memory it may take.</summary>
    protected virtual Quantity Memory => "512Mi";

    /// <summary>Whether it gets the Intel GPU. Default: no.</summary>
    protected virtual bool UsesGpu => false;

    /// <summary>What else the chart is told.</summary>
    protected virtual Values More => new();

    protected sealed override Values ChartValues
    {
        get
        {
            var values = new Values
            {
                ["image"] = new()
                {
                    ["repository"] = image,
                    ["tag"] = Policy is { } policy ? ((Values)tag).WithPolicy(policy, ImagePolicyPart.Tag) : ((Values)tag).WithComment($"renovate: datasource=docker depName={image}"),
                },
                ["containerPort"] = port,
            };
            if (Health is { } path)
                values["probe"] = new() { ["enabled"] = true, ["path"] = path };
            if (Vars is { } vars)
                values["vars"] = vars;
            if (SecretVars is { } secret)
                (values["secretEnabled"], values["secretName"]) = (true, secret.AsName());
            if (PullSecret is { } login)
                values["imagePullSecrets"] = [login.AsReference()];
            if (Volumes is { } volumes)
                values["volumes"] = volumes;
            values["resources"] = UsesGpu ? Gpu.Resources(Memory) : new() { ["requests"] = new() { ["cpu"] = "50m", ["memory"] = "64Mi" }, ["limits"] = new() { ["memory"] = Memory } };
            return values.Merge(More);
        }
    }

    /// <summary>A volume that the chart makes.</summary>
    protected static Values Volume(string name, string path, string size) => new() { ["name"] = name, ["path"] = path, ["size"] = size, ["storageClass"] = "local-path" };

    /// <summary>A volume that is there already. By the first part of its name OneChart mounts it into the containers that run first, too.</summary>
    protected static Values Claim(string name, string path) => new() { ["name"] = $"shared-{name}", ["path"] = path, ["existingClaim"] = name };
}
