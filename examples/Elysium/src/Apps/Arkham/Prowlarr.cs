namespace Elysium;

/// <summary>Where the others look; it has no business in the library.</summary>
[App<Ns.Arkham>(Directory = "arkham/prowlarr"), In<Apps>, RunsOn<Kyrion>]
public sealed class Prowlarr() : ArkhamApp("ghcr.io/home-operations/prowlarr", "2.3.0.5236", 9696)
{
    protected override bool UsesLibrary => false;
}
