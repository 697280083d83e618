namespace Elysium;

/// <summary>A page on what Flux does. It stands alone, with a Kustomization of its own: it must be there when nothing else is.</summary>
[App<Ns.Capacitor>]
// renovate: datasource=docker depName=ghcr.io/gimlet-io/capacitor/capacitor
public sealed class Capacitor() : HelmApp(static charts => charts.Capacitor, "capacitor", "0.4.8");
