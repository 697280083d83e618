namespace Elysium;

/// <summary>Makes the node's GPU a resource that Pods can ask for.</summary>
[App<Ns.IntelDevicePluginsSystem>, Provides("deviceplugin.intel.com"), In<InfraControllers>]
// renovate: datasource=helm registryUrl=https://intel.github.io/helm-charts depName=intel-device-plugins-operator
public sealed class IntelDevicePlugins() : HelmApp(static charts => charts.Intel, "intel-device-plugins-operator", "0.34.0")
{
    protected override bool IsAwaited => true;

    // Its webhook has a certificate.
    protected override IReadOnlyList<HelmReleaseDependsOn> DependsOnReleases => [Ref<CertManager>.To(static app => app.Release)];
}
