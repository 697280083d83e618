namespace Elysium;

/// <summary>Subtitles.</summary>
[App<Ns.Arkham>(Directory = "arkham/bazarr"), In<Apps>, RunsOn<Kyrion>]
public sealed class Bazarr() : ArkhamApp("ghcr.io/home-operations/bazarr", "1.5.3", 6767);
