using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GitOps;

/// <summary>
/// The apps of a compilation and of the libraries that it references, the Kustomizations that the tree still holds as YAML, and what the graph rules say of
/// them. A project without a cluster writes no tree, so what stands in YAML is told where there is one.
/// </summary>
internal sealed class AppGraph
{
    private readonly FluxTypes types;
    private readonly RepositoryYaml yaml;
    private readonly AppScopes scopes;
    private readonly SourcePlaces places;
    private readonly CodeOverview code;
    private readonly AppConstructs constructs;
    private readonly AppObjects objects;
    private readonly List<KustomizationId> unnamed = [];
    private readonly Dictionary<FindingPlace, INamedTypeSymbol> owners = [];
    private readonly Dictionary<INamedTypeSymbol, List<Said>> found = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<string, List<Said>> foundInYaml = new(StringComparer.Ordinal);

    public AppGraph(Compilation compilation, FluxTypes types, AppScopes scopes, RepositoryYaml yaml, Lazy<ModelTypes> models, string projectDirectory)
    {
        this.types = types;
        this.scopes = scopes;
        this.yaml = yaml;
        places = new SourcePlaces(projectDirectory);
        code = CodeOverview.Of(compilation, types, yaml.Tree);
        constructs = new AppConstructs(types, code.Apps);
        objects = new AppObjects(types, scopes, models);
        var inCode = code.Apps.Where(app => types.LayerOf(app) is null).Select(Model).Where(static app => app is not null).Select(static app => app!).ToList();
        // What apps of layers need, their layers wait for.
        var members = code.Apps.Where(app => types.LayerOf(app) is not null).Select(Member).Where(static member => member is not null).Select(static member => member!).ToList();
        var order = new LayerOrder(inCode);
        if (members.Count > 0)
            inCode = [.. order.With(inCode, members)];
        var files = yaml.WithRole(InputFiles.Kustomization, code.Tree).Select(static file => RepositoryYaml.Kustomization(file.Path, file.File)).ToList();
        var inYaml = new KustomizationFiles(files, code.Tree, code.Namespaces, code.WrittenFiles);
        // Of two with one identity the YAML comes first, so that the fault is told in the code.
        var apps = inYaml.Apps.Concat(inCode).ToList();
        // What a reference means, and is not seen, is there all the same: that is what it says.
        var seen = new HashSet<KustomizationId>(apps.Select(static app => app.Id).Concat(unnamed));
        apps.AddRange(code.References.Select(types.ReferenceOf).Where(id => seen.Add(id!.Value)).Select(static id => new AppModel(id!.Value) { IsReferenceOnly = true }));
        foreach (var finding in DependenciesWithoutApp().Concat(NotOnCluster()).Concat(LayerOrderRule.Check(members, order)).Concat(SameLayerDependencyRule.Check(members, order)).Concat(DisabledMembers())
            .Concat(NotAwaited(inCode)).Concat(Check(ModelOf(apps, inYaml))))
            Keep(finding);
    }

    /// <summary>What is said at a class.</summary>
    public IReadOnlyList<Said> Of(INamedTypeSymbol type) => found.TryGetValue(type, out var list) ? list : [];

    /// <summary>What is said in a YAML file.</summary>
    public IReadOnlyList<Said> Of(string path) => foundInYaml.TryGetValue(path, out var list) ? list : [];

    /// <summary>A finding with its locations, the first of them its own.</summary>
    public sealed record Said(Finding Finding, ImmutableArray<Location> Locations);

    private static IEnumerable<Finding> Check(FluxModel model) =>
        UnknownDependencyRule.Check(model).Concat(WrongKindDependencyRule.Check(model)).Concat(OtherNamespaceDependencyRule.Check(model))
            .Concat(SelfDependencyRule.Check(model)).Concat(DependencyCycleRule.Check(model)).Concat(DuplicateKustomizationRule.Check(model))
            .Concat(DisabledDependencyRule.Check(model)).Concat(SuspendedDependencyRule.Check(model));

    /// <summary>The model; what closes it is looked for only when something would be unknown in a closed one.</summary>
    private FluxModel ModelOf(List<AppModel> apps, KustomizationFiles inYaml)
    {
        var open = new FluxModel(apps) { AppsAreOpen = true };
        if (!code.IsOneCluster || !yaml.IsWhole || code.Tree != yaml.Tree
            || !apps.Any(app => app.IsEnabled && app.Dependencies.Any(dependency => open.Graph.Judge(app, dependency) == DependencyVerdict.NotKnown))
            || inYaml.OpenNamespaces("flux-system", yaml.Files.HasFolder) is not { } openNamespaces || code.MayBringOthers())
            return open;
        var emitted = yaml.WithRole(InputFiles.Component).SelectMany(static file => RepositoryYaml.Kustomization(file.Path, file.File).Kustomizations).Select(static one => new KustomizationId("", one.Name));
        // Flux itself makes the first, or its operator does; the second is the cluster's own.
        return new FluxModel(apps, null, HelmReleases(inYaml)) { OpenNamespaces = openNamespaces, Unnamed = [.. unnamed, .. inYaml.Unnamed, .. emitted, new("flux-system", "flux-system"), code.Root] };
    }

    /// <summary>What people mistake for Kustomizations.</summary>
    private IEnumerable<ObjectModel> HelmReleases(KustomizationFiles inYaml)
    {
        foreach (var (path, file) in yaml.WithRole(InputFiles.Kustomization, code.Tree))
            if (file.GetText()?.ToString() is { } text && text.Contains("kind: HelmRelease"))
                foreach (var document in YamlFile.Read(text).Documents)
                    if (document.Mapping is { } root && root.Text("kind") == "HelmRelease" && root["metadata"] is YamlMapping metadata && metadata["name"] is YamlScalar name)
                        yield return new("helm.toolkit.fluxcd.io", "HelmRelease", inYaml.NamespaceOf(path, metadata.Text("namespace")) ?? "", name.Text, new(path, name.Start.Line, name.Start.Column));
    }

    /// <summary>A finding stands at its place. A circle or a double is told at the first of its places in the code of this project, where all is C#; else in the YAML.</summary>
    private void Keep(Finding finding)
    {
        var hasSeveral = finding.Id is DependencyCycleRule.Id or DuplicateKustomizationRule.Id;
        var at = new[] { finding.Place }.Concat(finding.AlsoAt).Select(place => (Place: place, Location: places.Find(place) ?? yaml.At(place))).Where(static one => one.Location is not null)
            .OrderBy(one => hasSeveral && places.Find(one.Place) is null ? 1 : 0).ToList();
        if (at.Count == 0 || (!hasSeveral && at[0].Place != finding.Place))
            return;
        var said = new Said(finding, [.. at.Select(static one => one.Location!)]);
        if (owners.TryGetValue(at[0].Place!, out var owner))
            Add(found, owner);
        else if (code.HasCluster)
            Add(foundInYaml, at[0].Place!.Path);

        void Add<TKey>(Dictionary<TKey, List<Said>> all, TKey key)
        {
            if (!all.TryGetValue(key, out var list))
                all.Add(key, list = []);
            list.Add(said);
        }
    }

    /// <summary>An app as the rules see it; none of a class that the generator refuses, and of one of which nobody can tell here whether it is enabled.</summary>
    private AppModel? Model(INamedTypeSymbol type)
    {
        if (IdOf(type) is not { } id)
            return null;
        if (IsEnabled(type) is { } enabled)
            return new AppModel(id, Place(FluxTypes.AttributeOf(type, types.AppAttribute)!, type)) { IsEnabled = enabled, Dependencies = [.. Dependencies(type)] };
        unnamed.Add(id);
        return null;
    }

    /// <summary>An app of a layer; none of one that is not enabled, or of whose layer nothing is known.</summary>
    private LayerMemberModel? Member(INamedTypeSymbol type)
    {
        if (IdOf(type) is not { } id || IsEnabled(type) == false || types.LayerOf(type) is not { } layer || IdOf(layer) is not { } applied)
            return null;
        // Its place is the owner's of what is said there.
        Place(FluxTypes.AttributeOf(type, types.AppAttribute)!, type);
        return new LayerMemberModel(id, applied)
        {
            Needs =
            [
                .. Needed(type).Where(need => IdOf(need.Target) is not null).Select(need => new LayerNeed(IdOf(need.Target)!.Value, AppliedBy(need.Target)!.Value,
                    new DependencyModel(AppliedBy(need.Target)!.Value, need.Place) { HasReadyExpression = need.Attribute is not null && AppParser.Argument(need.Attribute, "ReadyExpr") is not null, Component = need.Component })),
            ],
        };
    }

    /// <summary>The Kustomization that applies an app: its layer's, or its own.</summary>
    private KustomizationId? AppliedBy(INamedTypeSymbol type) => types.LayerOf(type) is { } layer ? IdOf(layer) ?? IdOf(type) : IdOf(type);

    private IEnumerable<Finding> NotOnCluster()
    {
        if (code.Clusters.Count < 2)
            yield break;
        foreach (var type in code.Apps)
        {
            if (IdOf(type) is not { } id || IsEnabled(type) == false)
                continue;
            foreach (var (cluster, layer, attribute) in WithoutLayer(type))
                yield return NotOnClusterRule.Of(Place(attribute, type), id.ToString(), cluster.Name, layer.Name);
            var own = types.ClustersOf(type) is { Count: > 0 } said ? said : code.Clusters;
            foreach (var (target, _, place, _) in Needed(type))
                if (types.ClustersOf(target) is { Count: > 0 } others && own.FirstOrDefault(cluster => !others.Contains(cluster, SymbolEqualityComparer.Default)) is { } without)
                    yield return NotOnClusterRule.Of(place, id.ToString(), without.Name, target.Name);
        }
    }

    /// <summary>The clusters that an app names itself, and that the layer which would apply it there does not run on.</summary>
    private IEnumerable<(INamedTypeSymbol Cluster, INamedTypeSymbol Layer, AttributeData Attribute)> WithoutLayer(INamedTypeSymbol type)
    {
        if (types.RunsOn is null || types.LayerOf(type) is not { } layer || types.ClustersOf(layer) is not { Count: > 0 } clusters)
            yield break;
        foreach (var attribute in FluxTypes.AttributesOf(type, types.RunsOn))
            if (attribute.AttributeClass!.TypeArguments[0] is INamedTypeSymbol { TypeKind: not TypeKind.Error } cluster && !clusters.Contains(cluster, SymbolEqualityComparer.Default))
                yield return (cluster, layer, attribute);
    }

    /// <summary>
    /// What brings the kinds of an app, and is not waited for. Told where the app itself and all that it waits for are seen whole, so that nothing else can bring the kind or the dependency,
    /// and where one cluster says which groups are there before Flux.
    /// </summary>
    private IEnumerable<Finding> NotAwaited(IReadOnlyList<AppModel> inCode)
    {
        // Most projects say nothing of groups, and are done here.
        var groups = new HashSet<string>(StringComparer.Ordinal);
        foreach (var app in code.Apps)
            if (code.IsOneCluster && app.DeclaringSyntaxReferences.Length > 0 && IsEnabled(app) == true)
                groups.UnionWith(objects.GroupsOf(app));
        if (groups.Count == 0 || Bootstrapped() is not { } bootstrapped
            // What such a layer brings may be there before the root is.
            || code.Apps.Any(app => FluxTypes.Derives(app, types.Layer) && Declared.Property(app, "BeforeApps") is { IsOverride: true }))
            yield break;
        var parts = code.Apps.Where(app => IsEnabled(app) == true && AppliedBy(app) is not null).ToLookup(app => AppliedBy(app)!.Value);
        var model = new FluxModel([.. inCode.Select(app => app with
        {
            Provides = [.. parts[app.Id].SelectMany(objects.GroupsOf)],
            Objects = [.. parts[app.Id].SelectMany(part => objects.Of(part).Where(item => groups.Contains(item.Kind.Group)).Select(item => new ObjectModel(item.Kind.Group, item.Kind.Kind, "", "", PlaceIn(part, item.Place))))],
        })]);
        foreach (var finding in ProviderNotDependedOnRule.Check(model, bootstrapped, static _ => null))
            if (finding.Place is { } place && owners.TryGetValue(place, out var owner) && IsSeenWhole(AppliedBy(owner)!.Value, parts))
                yield return finding;
    }

    /// <summary>The place of an object in its app; what a base class makes, several apps may have, so it is told at the app.</summary>
    private FindingPlace? PlaceIn(INamedTypeSymbol app, Location made) =>
        app.DeclaringSyntaxReferences.Any(part => part.SyntaxTree == made.SourceTree && part.Span.Contains(made.SourceSpan)) ? Place(made, app) : Place(FluxTypes.AttributeOf(app, types.AppAttribute)!, app);

    /// <summary>Whether all that a Kustomization has, and all that it waits for, is written out in this project.</summary>
    private bool IsSeenWhole(KustomizationId id, ILookup<KustomizationId, INamedTypeSymbol> parts)
    {
        var seen = new HashSet<KustomizationId> { id };
        var open = new Stack<KustomizationId>(seen);
        while (open.Count > 0)
        {
            var any = false;
            foreach (var part in parts[open.Pop()])
            {
                any = true;
                if (!objects.IsWhole(part))
                    return false;
                foreach (var (target, _, _, _) in Needed(part))
                    if (AppliedBy(target) is not { } applied)
                        return false;
                    else if (seen.Add(applied))
                        open.Push(applied);
            }

            if (!any)
                return false;
        }

        return true;
    }

    /// <summary>The groups that the cluster says are there before Flux; <see langword="null"/> where it computes them.</summary>
    private IReadOnlyCollection<string>? Bootstrapped()
    {
        if (Declared.Property(code.Clusters[0], "Rules") is not { IsOverride: true } rules)
            return [];
        if (Declared.Expression(rules) is not BaseObjectCreationExpressionSyntax made)
            return null;
        var groups = new List<string>();
        foreach (var entry in made.Initializer?.Expressions ?? [])
            switch (entry)
            {
                case AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "BootstrappedGroups" }, Right: CollectionExpressionSyntax list }
                    when list.Elements.All(static element => element is ExpressionElementSyntax { Expression: LiteralExpressionSyntax { Token.Value: string } }):
                    groups.AddRange(list.Elements.Select(static element => (string)((LiteralExpressionSyntax)((ExpressionElementSyntax)element).Expression).Token.Value!));
                    break;
                case AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: not "BootstrappedGroups" } }:
                    break;
                default:
                    return null;
            }

        return groups;
    }

    // The layer is there, and what is switched off in it is not.
    private IEnumerable<Finding> DisabledMembers()
    {
        foreach (var type in code.Apps)
            if (IdOf(type) is { } id && IsEnabled(type) == true)
                foreach (var (target, _, place, _) in Needed(type))
                    if (types.LayerOf(target) is not null && IdOf(target) is { } other && IsEnabled(target) == false)
                        yield return RuleMessage.Error(DisabledDependencyRule.Id, place, DisabledDependencyRule.Message, id.ToString(), other.ToString());
    }

    private IEnumerable<DependencyModel> Dependencies(INamedTypeSymbol type)
    {
        foreach (var (target, attribute, place, component) in Needed(type))
            if (AppliedBy(target) is { } id)
                yield return new DependencyModel(id, place) { HasReadyExpression = attribute is not null && AppParser.Argument(attribute, "ReadyExpr") is not null, Component = component };
    }

    /// <summary>
    /// What an app waits for: what its own attributes name, and then what those of its components and its constructs do, at the place where it makes them. As synth does it
    /// (AppPlanner, ConstructPlanner): what the app itself says of the same app wins, and what a component needs may include it itself.
    /// </summary>
    private IEnumerable<(INamedTypeSymbol Target, AttributeData? Attribute, FindingPlace? Place, string? Component)> Needed(INamedTypeSymbol type)
    {
        var said = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default) { type };
        foreach (var attribute in FluxTypes.AttributesOf(type, types.DependsOn))
            if (TargetOf(attribute) is { } target)
            {
                said.Add(target);
                yield return (target, attribute, Place(attribute, type), null);
            }

        foreach (var (creation, component) in scopes.ComponentsOf(type))
            foreach (var attribute in FluxTypes.AttributesOf(component, types.DependsOn))
                if (TargetOf(attribute) is { } target && said.Add(target))
                    yield return (target, attribute, Place(creation, type), component.Name);

        // A reference to an object of an app that is switched off is another fault, which synth says.
        foreach (var need in constructs.Of(type))
            if ((need.Attribute is not null || IsEnabled(need.Target) != false) && said.Add(need.Target))
                yield return (need.Target, need.Attribute, Place(need.Creation, type), null);
    }

    private static INamedTypeSymbol? TargetOf(AttributeData attribute) =>
        attribute.AttributeClass!.TypeArguments is [INamedTypeSymbol { TypeKind: TypeKind.Class } target] ? target : null;

    private IEnumerable<Finding> DependenciesWithoutApp()
    {
        foreach (var type in code.Apps)
            foreach (var (target, _, place, _) in Needed(type))
                if (IsWithoutName(target) is { } hint && IdOf(type) is { } id && IsEnabled(type) == true)
                    yield return RuleMessage.Error(UnknownDependencyRule.Id, place, UnknownDependencyRule.Message, id.ToString(), target.Name, hint);
    }

    private string? IsWithoutName(INamedTypeSymbol target) =>
        FluxTypes.Derives(target, types.App) ? FluxTypes.AttributeOf(target, types.AppAttribute) is null ? UnknownDependencyRule.NoAppHint : null
        : FluxTypes.Derives(target, types.KustomizationReference) && types.ReferenceOf(target) is null ? UnknownDependencyRule.NoReferenceHint
        : null;

    private KustomizationId? IdOf(INamedTypeSymbol type) => types.ReferenceOf(type) ?? (AppParser.Unusable(type, "FluxApp", "an app") is null ? types.IdOf(type) : null);

    private bool? IsEnabled(INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(Declared.Property(type, "Enabled")?.ContainingType, types.App) ? true : Declared.Bool(type, "Enabled");

    private FindingPlace? Place(AttributeData attribute, INamedTypeSymbol owner)
    {
        if (places.Of(attribute) is not { } place)
            return null;
        owners[place] = owner;
        return place;
    }

    private FindingPlace Place(SyntaxNode node, INamedTypeSymbol owner) => Place(node.GetLocation(), owner);

    private FindingPlace Place(Location location, INamedTypeSymbol owner)
    {
        var place = places.Of(location);
        owners[place] = owner;
        return place;
    }
}
