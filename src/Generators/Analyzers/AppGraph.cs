using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace GitOps;

/// <summary>The apps of a compilation and of the libraries that it references, and what the graph rules say of them.</summary>
internal sealed class AppGraph
{
    private readonly FluxTypes types;
    private readonly SourcePlaces places;
    private readonly Dictionary<FindingPlace, INamedTypeSymbol> owners = [];
    private readonly Dictionary<INamedTypeSymbol, List<(Finding Finding, ImmutableArray<Location> Locations)>> found = new(SymbolEqualityComparer.Default);

    public AppGraph(Compilation compilation, FluxTypes types, string projectDirectory)
    {
        this.types = types;
        places = new SourcePlaces(projectDirectory);
        var symbols = AppSymbols(compilation).ToList();
        var model = new FluxModel(symbols.Select(Model).Where(static app => app is not null).Select(static app => app!)) { AppsAreOpen = true };
        foreach (var finding in DependenciesWithoutApp(symbols).Concat(SelfDependencyRule.Check(model)).Concat(DependencyCycleRule.Check(model))
            .Concat(DuplicateKustomizationRule.Check(model)).Concat(DisabledDependencyRule.Check(model)))
            Keep(finding);
    }

    /// <summary>What is said at a class: each finding with its locations, the first of them its own.</summary>
    public IReadOnlyList<(Finding Finding, ImmutableArray<Location> Locations)> Of(INamedTypeSymbol type) => found.TryGetValue(type, out var list) ? list : [];

    /// <summary>A finding stands at the first of its places that is in this project: the other end may be in a library.</summary>
    private void Keep(Finding finding)
    {
        var at = new[] { finding.Place }.Concat(finding.AlsoAt).Where(place => places.Find(place) is not null).Select(static place => place!).ToList();
        if (at.Count == 0 || (finding.Id is not (DependencyCycleRule.Id or DuplicateKustomizationRule.Id) && at[0] != finding.Place))
            return;
        var owner = owners[at[0]];
        if (!found.TryGetValue(owner, out var list))
            found.Add(owner, list = []);
        list.Add((finding, [.. at.Select(place => places.Find(place)!)]));
    }

    private IEnumerable<INamedTypeSymbol> AppSymbols(Compilation compilation)
    {
        var all = FluxTypes.ClassesOf(compilation.Assembly.GlobalNamespace).Where(IsApp)
            .OrderBy(static type => type.Locations[0].SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(static type => type.Locations[0].SourceSpan.Start).ToList();
        foreach (var assembly in LibraryRegistries.Assemblies(compilation, CancellationToken.None))
            all.AddRange(FluxTypes.ClassesOf(assembly.GlobalNamespace).Where(IsApp));
        return all;
    }

    private bool IsApp(INamedTypeSymbol type) => FluxTypes.Derives(type, types.App) && FluxTypes.AttributeOf(type, types.AppAttribute) is not null;

    /// <summary>An app as the rules see it; none of a class that the generator refuses, and of one of which nobody can tell here whether it is enabled.</summary>
    private AppModel? Model(INamedTypeSymbol type)
    {
        var attribute = FluxTypes.AttributeOf(type, types.AppAttribute)!;
        if (IdOf(type) is not { } id || IsEnabled(type) is not { } enabled)
            return null;
        return new AppModel(id, Place(attribute, type)) { IsEnabled = enabled, Dependencies = [.. Dependencies(type)] };
    }

    private IEnumerable<DependencyModel> Dependencies(INamedTypeSymbol type)
    {
        foreach (var attribute in FluxTypes.AttributesOf(type, types.DependsOn))
            if (attribute.AttributeClass!.TypeArguments is [INamedTypeSymbol { TypeKind: TypeKind.Class } target] && IdOf(target) is { } id)
                yield return new DependencyModel(id, Place(attribute, type)) { HasReadyExpression = AppParser.Argument(attribute, "ReadyExpr") is not null };
    }

    private IEnumerable<Finding> DependenciesWithoutApp(IEnumerable<INamedTypeSymbol> symbols)
    {
        foreach (var type in symbols)
            foreach (var attribute in FluxTypes.AttributesOf(type, types.DependsOn))
                if (attribute.AttributeClass!.TypeArguments is [INamedTypeSymbol { TypeKind: TypeKind.Class } target]
                    && FluxTypes.AttributeOf(target, types.AppAttribute) is null && FluxTypes.Derives(target, types.App) && IdOf(type) is { } id && IsEnabled(type) == true)
                    yield return RuleMessage.Error(UnknownDependencyRule.Id, Place(attribute, type), UnknownDependencyRule.Message, id.ToString(), target.Name, "; give it an [App<…>] attribute");
    }

    private KustomizationId? IdOf(INamedTypeSymbol type) =>
        FluxTypes.AttributeOf(type, types.AppAttribute) is { AttributeClass.TypeArguments: [INamedTypeSymbol { TypeKind: not TypeKind.Error } space] } attribute
        && AppParser.Unusable(type, "FluxApp", "an app") is null
            ? new KustomizationId(AppParser.ParseNamespace(space).Name, AppParser.Argument(attribute, "Name") ?? KubernetesNames.FromClassName(type.Name))
            : null;

    private bool? IsEnabled(INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(Declared.Property(type, "Enabled")?.ContainingType, types.App) ? true : Declared.Bool(type, "Enabled");

    private FindingPlace? Place(AttributeData attribute, INamedTypeSymbol owner)
    {
        if (places.Of(attribute) is not { } place)
            return null;
        owners[place] = owner;
        return place;
    }
}
