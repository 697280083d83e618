namespace Elysium;

/// <summary>Series.</summary>
[App<Ns.Arkham>(Directory = "arkham/sonarr"), In<Apps>, RunsOn<Kyrion>]
public sealed class Sonarr() : ArkhamApp("ghcr.io/home-operations/sonarr", "4.0.16.2944", 8989);
