namespace Elysium;

/// <summary>Writes the chosen tags into the tree and commits them: those of apps at once, those of monitoring on a branch, for a person to look at. One cluster does it for both: they share the base, and two would push against each other.</summary>
[App<Ns.FluxSystem>, In<Apps>, RunsOn<Kyrion>]
public sealed class ImageUpdates : FluxApp
{
    public override ManifestList Manifests =>
    [
        Automation("apps", "./apps/base"),
        Automation("monitoring", "./monitoring", branch: "image-updates"),
    ];

    private static ImageUpdateAutomation Automation(string name, string path, string branch = "main") => new(name)
    {
        Spec = new()
        {
            Interval = "10m",
            SourceRef = new() { Kind = "GitRepository", Name = "flux-system" },
            Git = new()
            {
                Checkout = new() { Ref = new() { Branch = "main" } },
                Commit = new()
                {
                    Author = new() { Name = "fluxcdbot", Email = "flux@example.org" },
                    // In double quotes C# would want each brace twice.
                    MessageTemplate =
                        """
                        chore(images): {{ range .Changed.Changes }}{{ .OldValue }} -> {{ .NewValue }} {{ end }}
                        """,
                },
                Push = new() { Branch = branch },
            },
            Update = new() { Path = path, Strategy = "Setters" },
        },
    };
}
