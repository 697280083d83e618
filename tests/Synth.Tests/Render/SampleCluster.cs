namespace GitOps.Tests;

/// <summary>A cluster registered by hand, as the generator would: what the renderer makes of it is tested without a generator.</summary>
internal sealed class SampleCluster(params AppRegistration[] apps) : FluxCluster
{
    public override string TreePath => "kubernetes";

    public override IReadOnlyList<AppRegistration> Registrations => apps;

    public override string SourceFile => "Home.cs";

    public IReadOnlyList<NamespaceRegistration> WithoutApps { get; init; } = [];

    public override IReadOnlyList<NamespaceRegistration> Namespaces => WithoutApps;

    public KustomizationDefaults Defaults { get; init; } = new();

    public ClusterRules Ruling { get; init; } = new();

    public override ClusterRules Rules => Ruling;

    public RootKustomization? RootKustomization { get; init; } = new();

    public override RootKustomization? Root => RootKustomization;

    public override KustomizationDefaults DefaultsFor(FluxApp app) => Defaults;

    public static AppRegistration App<TApp, TNamespace>(string name, string inNamespace, string? directory = null, string folder = "app", params DependencyRegistration[] dependsOn)
        where TApp : FluxApp, new()
        where TNamespace : FluxNamespace, new() => new()
        {
            Type = typeof(TApp),
            Create = static () => new TApp(),
            Name = name,
            Namespace = new NamespaceRegistration { Type = typeof(TNamespace), Create = static () => new TNamespace(), Name = inNamespace, File = "Namespaces.cs" },
            Directory = directory ?? name,
            Folder = folder,
            DependsOn = dependsOn,
            SubstituteFrom = [],
            File = $"Apps/{typeof(TApp).Name}.cs",
        };

    public Rendering Render() => TreeRenderer.Render(this, new RenderOptions(new NoFiles()));
}

/// <summary>A repository with nothing in it but the folders named.</summary>
internal sealed class NoFiles(params string[] folders) : IRepositoryFiles
{
    /// <summary>The text of <c>gitops.rules</c>, the one file that is there.</summary>
    public string? Rules { get; init; }

    public bool FileExists(string path) => Rules is not null && path == RulesFile.FileName;

    public bool FolderExists(string path) => folders.Contains(path);

    public byte[]? Read(string path) => FileExists(path) ? System.Text.Encoding.UTF8.GetBytes(Rules!) : null;

    public IReadOnlyList<string> FilesIn(string folder) => [];

    public IReadOnlyList<string> FoldersIn(string folder) => [];

    public bool IsOwned(string path) => false;
}
