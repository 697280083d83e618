using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GitOps;

/// <summary>What the classes of a compilation and its libraries say of a tree as a whole: its apps, where they are written, and whether that is all.</summary>
internal sealed class CodeOverview
{
    private readonly Compilation compilation;
    private readonly FluxTypes types;
    private readonly List<INamedTypeSymbol> clusters = [];
    private readonly bool hasLibraries;
    private readonly Lazy<(HashSet<string> Namespaces, HashSet<string> Files)> written;

    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<FluxTypes, CodeOverview> Made = new();

    /// <summary>That of a compilation, made once.</summary>
    public static CodeOverview Of(Compilation compilation, FluxTypes types, string tree) => Made.GetValue(types, key => new CodeOverview(compilation, key, tree));

    private CodeOverview(Compilation compilation, FluxTypes types, string tree)
    {
        this.compilation = compilation;
        this.types = types;
        var apps = new List<INamedTypeSymbol>();
        var references = new List<INamedTypeSymbol>();
        foreach (var type in FluxTypes.ClassesOf(compilation.Assembly.GlobalNamespace))
            if (IsApp(type))
                apps.Add(type);
            else if (types.ReferenceOf(type) is not null)
                references.Add(type);
            else if (FluxTypes.Derives(type, types.Cluster) && types.TreeOf(type) is not null)
                clusters.Add(type);
        apps = [.. apps.OrderBy(static type => type.Locations[0].SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(static type => type.Locations[0].SourceSpan.Start)];
        foreach (var assembly in LibraryRegistries.Assemblies(compilation, CancellationToken.None))
        {
            hasLibraries = true;
            apps.AddRange(FluxTypes.ClassesOf(assembly.GlobalNamespace).Where(IsApp));
        }

        Apps = apps;
        References = references;
        Tree = IsOneCluster ? types.TreeOf(clusters[0])! : tree;
        written = new(Written);
    }

    /// <summary>This project's in the order of the source, then those of its libraries.</summary>
    public IReadOnlyList<INamedTypeSymbol> Apps { get; }

    /// <summary>The references to Kustomizations, declared by hand or made of files.</summary>
    public IReadOnlyList<INamedTypeSymbol> References { get; }

    /// <summary>The clusters that this project writes.</summary>
    public IReadOnlyList<INamedTypeSymbol> Clusters => clusters;

    /// <summary>Whether all files lie where the default layout puts them.</summary>
    public bool HasDefaultLayout => !clusters.Exists(static cluster => Declared.Property(cluster, "Layout") is { IsOverride: true });

    public bool HasCluster => clusters.Count > 0;

    public bool IsOneCluster => clusters.Count == 1;

    /// <summary>The folder of the one cluster's tree; else that of the project's.</summary>
    public string Tree { get; }

    /// <summary>The names of the namespaces that apps live in.</summary>
    public ICollection<string> Namespaces => written.Value.Namespaces;

    /// <summary>The files that synth writes and that YAML of the author's may still hold.</summary>
    public ICollection<string> WrittenFiles => written.Value.Files;

    /// <summary>The Kustomization that applies the tree. One whose name is computed may be any.</summary>
    public KustomizationId Root
    {
        get
        {
            if (Declared.Property(clusters[0], "Root") is not { IsOverride: true } root)
                return new("flux-system", "cluster-apps");
            // People keep it as YAML: it is seen there, or made by Flux' own bootstrap.
            if (Declared.Expression(root) is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression })
                return new("flux-system", "flux-system");
            if (Declared.Expression(root) is not BaseObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 } } made)
                return new("", "${root}");
            return new(Of("Namespace", "flux-system"), Of("Name", "cluster-apps"));

            string Of(string property, string otherwise) =>
                (made.Initializer?.Expressions ?? default).OfType<AssignmentExpressionSyntax>().FirstOrDefault(entry => entry.Left is IdentifierNameSyntax name && name.Identifier.ValueText == property) is not { } set
                    ? otherwise : (set.Right as LiteralExpressionSyntax)?.Token.Value as string ?? "${root}";
        }
    }

    /// <summary>
    /// Whether the code may bring Kustomizations that are no apps: one made as an object or as text, a source of the cluster's own, a library whose apps hold what is
    /// not seen here. All source is looked through, so it is asked last.
    /// </summary>
    public bool MayBringOthers() =>
        hasLibraries || clusters.Any(static cluster => Declared.Property(cluster, "Source") is { IsOverride: true }) || compilation.SyntaxTrees.Any(static tree => !IsGenerated(tree) && Mentions(tree));

    /// <summary>Whether texts may be the root's: objects of a namespace, or variables that the root is given.</summary>
    public bool MaySubstituteInRoot() =>
        FluxTypes.ClassesOf(compilation.Assembly.GlobalNamespace).Any(type => FluxTypes.Derives(type, types.Namespace) && Declared.Property(type, "Manifests") is { IsOverride: true })
        || clusters.Any(static cluster => Declared.Property(cluster, "Root") is { IsOverride: true } root && (Declared.Expression(root) is not { } written || written.DescendantTokens().Any(static token => token.ValueText == "OtherSpec")));

    private static bool Mentions(SyntaxTree tree)
    {
        var text = tree.GetText().ToString();
        // A database on a cluster of another namespace is a Kustomization beside the app's.
        return text.Contains("kustomize.toolkit.fluxcd.io") || text.Contains("ResourceSet") || text.Contains("PostgresDatabase") || text.Contains("CompanionKustomization")
            || (text.Contains("Kustomization") && tree.GetRoot().DescendantTokens().Any(static token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == "Kustomization"));
    }

    private static bool IsGenerated(SyntaxTree tree) => tree.FilePath.EndsWith(HintName.Suffix, StringComparison.Ordinal);

    private bool IsApp(INamedTypeSymbol type) => FluxTypes.Derives(type, types.App) && FluxTypes.AttributeOf(type, types.AppAttribute) is not null;

    private (HashSet<string> Namespaces, HashSet<string> Files) Written()
    {
        var folder = KustomizationNamespaces.AppsOf(Tree);
        var namespaces = new HashSet<string>(StringComparer.Ordinal);
        var files = new HashSet<string>(StringComparer.Ordinal);
        foreach (var app in Apps)
            if (types.IdOf(app) is { } id)
            {
                namespaces.Add(id.Namespace);
                if (types.LayerOf(app) is not null)
                    continue;
                files.Add($"{folder}{id.Namespace}/kustomization.yaml");
                files.Add($"{folder}{id.Namespace}/{AppParser.Argument(FluxTypes.AttributeOf(app, types.AppAttribute)!, "Directory") ?? id.Name}/ks.yaml");
            }

        return (namespaces, files);
    }
}
