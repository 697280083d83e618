using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GitOps;

/// <summary>
/// Where the variable sources in the project's files end up: in each namespace that lists the component which holds them, or in the one that they name. What may bring a
/// source in a way that is not seen here makes nothing missing.
/// </summary>
internal sealed class SourceHomes(Compilation compilation, FluxTypes types, AppScopes scopes, CodeOverview code, RepositoryYaml yaml, Func<string, IReadOnlyList<VariableSourceModel>> sourcesNamed)
{
    private const int MostNested = 16;

    // Analyzers ask from several threads, and for many apps the same.
    private readonly ConcurrentDictionary<(string Kind, string Name), List<VariableSourceModel>?> homesOf = new();
    private readonly ConcurrentDictionary<(string Kind, string Name, string Namespace), bool> isThere = new();
    private readonly ConcurrentDictionary<string, bool> madeInCode = new(StringComparer.Ordinal);
    private readonly Lazy<ILookup<string, INamedTypeSymbol>> appsOf = new(() => code.Apps.ToLookup(app => types.IdOf(app)?.Namespace ?? "", StringComparer.Ordinal));

    /// <summary>The sources that an app names and that its namespace surely does not have.</summary>
    public IEnumerable<Finding> Missing(INamedTypeSymbol type)
    {
        // The sources of a layer's apps are read by the layer, and where files lie is known for the default layout only.
        if (!code.IsOneCluster || !code.HasDefaultLayout || types.LayerOf(type) is not null || scopes.HasOpenCluster || types.IdOf(type) is not { } id || scopes.Of(type) is not { IsEnabled: true } app)
            yield break;
        foreach (var reference in app.Sources)
            if (!reference.IsOptional && homesOf.GetOrAdd((reference.Kind, reference.Name), HomesOf) is { } homes
                && !isThere.GetOrAdd((reference.Kind, reference.Name, id.Namespace), _ => MayBeThere(type, id.Namespace, reference, homes)))
                foreach (var finding in MissingVariableSourceRule.Check(new FluxModel([app with { Id = id, Sources = [reference] }], homes)))
                    yield return finding;
    }

    private bool MayBeThere(INamedTypeSymbol type, string name, VariableSourceReference reference, List<VariableSourceModel> homes) =>
        homes.Exists(home => home.Namespace == name) || IsBroughtTo(type, name, homes) || IsOptional(reference) || IsMadeInCode(reference.Name)
        // A policy may copy it; what code makes of Kyverno says so in a text.
        || Mentions("kyverno.io/") || IsMadeInCode("kyverno.io/");

    /// <summary>The attribute that names a missing source on the app itself; else its name.</summary>
    public Location PlaceOf(INamedTypeSymbol type, Finding finding, CancellationToken ct)
    {
        if (types.SubstituteFrom is { } attribute)
            foreach (var written in FluxTypes.AttributesOf(type, attribute))
                if (written.AttributeClass!.TypeArguments is [INamedTypeSymbol source] && AppScopes.IdOf(source) is { } id && finding.Arguments is [_, var kind, var name, ..] && kind == id.Kind && name == id.Name
                    && written.ApplicationSyntaxReference?.GetSyntax(ct) is AttributeSyntax syntax)
                    return syntax.GetLocation();
        return type.Locations[0];
    }

    private bool IsOptional(VariableSourceReference reference) => types.UserClasses
        .Any(type => FluxTypes.Derives(type, types.VariableSource) && AppScopes.IdOf(type) == (reference.Kind, reference.Name) && Declared.Property(type, "Optional") is { IsOverride: true });

    /// <summary>Each file that holds the source, with the component or namespace that it is in; <see langword="null"/> when one of them may be anywhere.</summary>
    private List<VariableSourceModel>? HomesOf((string Kind, string Name) reference)
    {
        var homes = new List<VariableSourceModel>();
        foreach (var source in sourcesNamed(reference.Name))
        {
            if (source.Kind != reference.Kind)
                continue;
            // What lies with the apps is built with them, into whatever namespace that is.
            if (source.Place is { } lies && lies.Path.StartsWith(KustomizationNamespaces.AppsOf(code.Tree), StringComparison.Ordinal))
                return null;
            if (source.IsCopied || source.Place is not { } place || source.MadeBy == "ClusterExternalSecret")
                return null;
            if (ComponentOf(place.Path) is { } component)
                // What a component holds is in no namespace but those that list it, whatever it says itself.
                homes.Add(source with { Namespace = "", Component = component });
            else if (source.Namespace is { } own && !IsMoved(place.Path))
                homes.Add(source);
            else
                return null;
        }

        return homes.Count == 0 ? null : homes;
    }

    /// <summary>The folder of the component that a file is in.</summary>
    private string? ComponentOf(string path)
    {
        for (var folder = RepositoryPath.FolderOf(path); folder.Length > 0 && folder != code.Tree; folder = RepositoryPath.FolderOf(folder))
            if (KustomizeReader.FileOf(yaml.Files, folder) is { } file)
                return ComponentReader.IsComponent(yaml.Files.Read(file) ?? "") ? folder : null;
        return null;
    }

    /// <summary>Whether something may give a file's objects another namespace than the one they say.</summary>
    private bool IsMoved(string path)
    {
        for (var folder = RepositoryPath.FolderOf(path); folder.Length > 0; folder = RepositoryPath.FolderOf(folder))
            if (KustomizeReader.FileOf(yaml.Files, folder) is { } file && KustomizationFile.Read(file, yaml.Files.Read(file) ?? "").Namespace is not null)
                return true;
        return Mentions("targetNamespace");
    }

    private bool Mentions(string word) => yaml.WithRole(InputFiles.Kustomization).Concat(yaml.WithRole(InputFiles.Component)).Any(file => file.File.GetText()?.ToString().Contains(word) == true);

    /// <summary>Whether one of the components comes to a namespace, or may: through the namespace, its apps, or YAML in it.</summary>
    private bool IsBroughtTo(INamedTypeSymbol type, string name, List<VariableSourceModel> homes)
    {
        var wanted = new HashSet<string>(homes.Select(static home => home.Component).OfType<string>(), StringComparer.Ordinal);
        if (wanted.Count == 0)
            return false;
        if (FluxTypes.AttributeOf(type, types.AppAttribute)?.AttributeClass?.TypeArguments is not [INamedTypeSymbol space] || Declared.Property(space, "Kustomize") is { IsOverride: true })
            return true;
        var listers = appsOf.Value[name].ToList();
        if (listers.Any(app => AppParser.Argument(FluxTypes.AttributeOf(app, types.AppAttribute)!, "Existing") is not null || Declared.Property(app, "Kustomize") is { IsOverride: true }))
            return true;
        // A directory may differ from the name of the namespace only for apps: what lies in its folder is of it.
        if (yaml.WithRole(InputFiles.Kustomization, KustomizationNamespaces.AppsOf(code.Tree) + name).Any(file => !code.WrittenFiles.Contains(file.Path)))
            return true;
        if (IsListedInYaml(name, wanted))
            return true;
        // An app of another namespace may build into this one.
        foreach (var lister in listers.Concat(code.Apps.Where(static app => Declared.Property(app, "TargetNamespace") is { IsOverride: true })).Prepend(space))
        {
            if (scopes.AllComponentsOf(lister) is not { } components)
                return true;
            foreach (var component in components)
                if (scopes.DirectoryOf(component) is not { } directory || Reaches(code.Tree.Length == 0 ? directory : $"{code.Tree}/{directory}", wanted, 0))
                    return true;
        }

        return false;
    }

    /// <summary>Whether YAML that people wrote brings one of the components, and not surely to another namespace.</summary>
    private bool IsListedInYaml(string name, HashSet<string> wanted)
    {
        foreach (var (path, file) in yaml.WithRole(InputFiles.Kustomization))
        {
            if (code.WrittenFiles.Contains(path) || RepositoryYaml.Kustomization(path, file) is not { } read)
                continue;
            if (read.Kustomizations.Count > 0 && file.GetText()?.ToString() is { } text && text.Contains("components:") && wanted.Any(folder => text.Contains(RepositoryPath.NameOf(folder))))
                return true;
            if (read.Lists is { } lists && (read.Namespace is null || read.Namespace == name)
                && lists.Any(entry => RepositoryPath.Combine(RepositoryPath.FolderOf(path), entry) is { } target && !target.EndsWith(".yaml", StringComparison.Ordinal) && Reaches(target, wanted, 0)))
                return true;
        }

        return false;
    }

    private bool Reaches(string folder, HashSet<string> wanted, int depth)
    {
        if (wanted.Contains(folder) || depth > MostNested)
            return true;
        if (KustomizeReader.FileOf(yaml.Files, folder) is not { } file || KustomizationFile.Read(file, yaml.Files.Read(file) ?? "").Lists is not { } lists)
            return false;
        return lists.Any(entry => RepositoryPath.Combine(folder, entry) is { } path && !path.EndsWith(".yaml", StringComparison.Ordinal) && Reaches(path, wanted, depth + 1));
    }

    /// <summary>Whether an object of that name may be made by the code: named there, in a file beside it, or after an app.</summary>
    public bool IsMadeInCode(string name) => madeInCode.GetOrAdd(name, key =>
        code.Apps.Any(app => types.IdOf(app)?.Name == key)
        || yaml.WithRole(InputFiles.File).Any(file => file.File.GetText()?.ToString().Contains(key) == true)
        || compilation.SyntaxTrees.Any(tree => !tree.FilePath.EndsWith(HintName.Suffix, StringComparison.Ordinal) && tree.GetText().ToString().Contains(key)
            && tree.GetRoot().DescendantTokens().Any(token => IsText(token) && token.ValueText.Contains(key) && !IsOfASource(token))));

    private static bool IsText(SyntaxToken token) => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken;

    // The class that declares the source says its name too.
    private static bool IsOfASource(SyntaxToken token) =>
        token.Parent?.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is { Identifier.ValueText: "Name" } property && property.Parent is ClassDeclarationSyntax { BaseList.Types: { Count: > 0 } bases }
        && bases[0].Type.ToString().EndsWith("VariableSource", StringComparison.Ordinal);
}
