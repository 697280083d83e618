namespace Elysium;

/// <summary>Films.</summary>
[App<Ns.Arkham>(Directory = "arkham/radarr"), In<Apps>, RunsOn<Kyrion>]
public sealed class Radarr() : ArkhamApp("ghcr.io/home-operations/radarr", "6.0.4.10291", 7878);
