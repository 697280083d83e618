namespace Elysium;

/// <summary>One GPU for several Pods: Plex and the models take turns.</summary>
[App<Ns.IntelDevicePluginsSystem>, In<InfraConfigs>]
[DependsOn<IntelDevicePlugins>]
public sealed class GpuPlugin : FluxApp
{
    public override ManifestList Manifests =>
    [
        new Manifest("deviceplugin.intel.com/v1", "GpuDevicePlugin", "i915")
        {
            ["spec"] = new()
            {
                ["image"] = "intel/intel-gpu-plugin:0.34.0",
                ["sharedDevNum"] = 5,
                ["nodeSelector"] = new() { ["intel.feature.node.kubernetes.io/gpu"] = "true" },
            },
        },
    ];
}
