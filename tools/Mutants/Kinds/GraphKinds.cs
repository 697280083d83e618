using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GitOps.Mutants;

/// <summary>Faults of apps and of what they depend on.</summary>
internal sealed class GraphKinds
{
    private readonly IReadOnlyList<Code> codes;
    private readonly List<(Code Code, ClassDeclarationSyntax Declaration, INamedTypeSymbol Symbol)> apps;
    private readonly Dictionary<INamedTypeSymbol, List<(INamedTypeSymbol Target, bool IsCarried)>> edges = new(SymbolEqualityComparer.Default);

    public GraphKinds(IReadOnlyList<Code> codes)
    {
        this.codes = codes;
        apps = [.. codes.SelectMany(static code => code.Apps().Select(app => (code, app.Declaration, app.Symbol)))];
        foreach (var (code, declaration, symbol) in apps)
            edges[symbol] =
            [
                .. Targets(symbol).Select(static target => (target, false)),
                .. ComponentsOf(code, declaration).SelectMany(Targets).Where(target => !SymbolEqualityComparer.Default.Equals(target, symbol)).Select(static target => (target, true)),
            ];
    }

    public IEnumerable<Mutant> All() =>
        MisspeltDependencies().Concat(DeletedApps()).Concat(RenamedApps()).Concat(Cycles()).Concat(Selfish()).Concat(Disabled()).Concat(Duplicates()).Concat(MisspeltNamespaces()).Concat(NoApp());

    private IEnumerable<Mutant> MisspeltDependencies() =>
        from code in codes
        from name in code.Nodes<GenericNameSyntax>()
        where name.Identifier.ValueText == "DependsOn"
        from argument in name.TypeArgumentList.Arguments
        select code.Replace("a dependency is misspelt", argument, Spelling.Wrong(argument.ToString()));

    private IEnumerable<Mutant> DeletedApps() =>
        from app in apps
        where IsNamedElsewhere(app.Code, app.Symbol.Name)
        select Mutant.Edited("an app is deleted that others name", "deleted", app.Code.Path, null);

    private IEnumerable<Mutant> RenamedApps() =>
        from app in apps
        where IsNamedElsewhere(app.Code, app.Symbol.Name)
        select app.Code.Replace("an app's class is renamed that others name", app.Declaration.Identifier, app.Symbol.Name + "2");

    private IEnumerable<Mutant> Cycles()
    {
        foreach (var app in apps)
            foreach (var (reached, steps, isCarried) in Reached(app.Symbol))
                if (apps.FirstOrDefault(other => SymbolEqualityComparer.Default.Equals(other.Symbol, reached)) is { Code: not null } target)
                    yield return target.Code.Replace(
                        isCarried ? "a cycle is closed through a component's dependency" : steps == 1 ? "a cycle of two is closed" : "a longer cycle is closed",
                        new TextSpan(target.Declaration.AttributeLists[0].SpanStart, 0), $"[DependsOn<{app.Symbol.Name}>]\n");
    }

    private IEnumerable<Mutant> Selfish() =>
        from app in apps
        select app.Code.Replace("an app depends on itself", new TextSpan(app.Declaration.AttributeLists[0].SpanStart, 0), $"[DependsOn<{app.Symbol.Name}>]\n");

    private IEnumerable<Mutant> Disabled() =>
        from app in apps
        where edges.Any(edge => !SymbolEqualityComparer.Default.Equals(edge.Key, app.Symbol) && edge.Value.Any(one => SymbolEqualityComparer.Default.Equals(one.Target, app.Symbol)))
        select app.Code.Replace(
            edges.Values.Any(list => list.Any(one => !one.IsCarried && SymbolEqualityComparer.Default.Equals(one.Target, app.Symbol))) ? "an app is disabled that others depend on" : "an app is disabled that only components depend on",
            new TextSpan(app.Declaration.OpenBraceToken.Span.End, 0), " public override bool Enabled => false;");

    private IEnumerable<Mutant> Duplicates()
    {
        foreach (var same in apps.GroupBy(static app => NamespaceOf(app.Declaration)).Where(static same => same.Key.Length > 0))
            foreach (var (app, other) in same.Zip(same.Skip(1)))
            {
                var attribute = AppOf(app.Declaration);
                var name = $"Name = \"{KubernetesNames.FromClassName(other.Symbol.Name)}\"";
                // One that says its name already keeps it: what is asked for is the same name twice.
                if (AppOf(other.Declaration).ArgumentList?.Arguments.Any(static argument => argument.NameEquals?.Name.Identifier.ValueText == "Name") == true
                    || attribute.ArgumentList?.Arguments.Any(static argument => argument.NameEquals?.Name.Identifier.ValueText == "Name") == true)
                    continue;
                yield return app.Code.Replace("two apps have one name", attribute,
                    attribute.ArgumentList is { } list ? $"{attribute.Name}({string.Join(", ", list.Arguments.Append<object>(name))})" : $"{attribute.Name}({name})");
            }
    }

    private IEnumerable<Mutant> MisspeltNamespaces() =>
        from app in apps
        from argument in AppOf(app.Declaration).DescendantNodes().OfType<TypeArgumentListSyntax>().SelectMany(static list => list.Arguments)
        where argument is QualifiedNameSyntax
        let name = ((QualifiedNameSyntax)argument).Right
        select app.Code.Replace("an app's namespace is misspelt", name, Spelling.Wrong(name.Identifier.ValueText));

    /// <summary>Without its attribute a class is an app no more.</summary>
    private IEnumerable<Mutant> NoApp() =>
        from app in apps
        where edges.Values.Any(list => list.Any(one => SymbolEqualityComparer.Default.Equals(one.Target, app.Symbol)))
        let list = (AttributeListSyntax)AppOf(app.Declaration).Parent!
        where list.Attributes.Count == 1
        select app.Code.Replace("an app loses its attribute", list, "");

    /// <summary>All that an app depends on, however far.</summary>
    private IEnumerable<(INamedTypeSymbol App, int Steps, bool IsCarried)> Reached(INamedTypeSymbol from)
    {
        var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default) { from };
        var queue = new Queue<(INamedTypeSymbol App, int Steps, bool IsCarried)>([(from, 0, false)]);
        while (queue.TryDequeue(out var at))
            foreach (var (target, isCarried) in edges.GetValueOrDefault(at.App, []).OrderBy(static edge => edge.IsCarried))
                if (seen.Add(target))
                {
                    yield return (target, at.Steps + 1, at.IsCarried || isCarried);
                    queue.Enqueue((target, at.Steps + 1, at.IsCarried || isCarried));
                }
    }

    private bool IsNamedElsewhere(Code own, string name) =>
        codes.Any(code => code != own && code.Root.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name && token.Parent is TypeSyntax));

    private static IEnumerable<INamedTypeSymbol> Targets(INamedTypeSymbol type) =>
        type.GetAttributes().Where(static attribute => attribute.AttributeClass is { Name: "DependsOnAttribute", TypeArguments.Length: 1 }).Select(static attribute => attribute.AttributeClass!.TypeArguments[0]).OfType<INamedTypeSymbol>();

    private static IEnumerable<INamedTypeSymbol> ComponentsOf(Code code, ClassDeclarationSyntax declaration) =>
        declaration.Members.OfType<PropertyDeclarationSyntax>().Where(static property => property.Identifier.ValueText == "Components")
            .SelectMany(static property => property.DescendantNodes().OfType<ObjectCreationExpressionSyntax>()).Select(creation => code.Model.GetTypeInfo(creation).Type).OfType<INamedTypeSymbol>();

    private static AttributeSyntax AppOf(ClassDeclarationSyntax declaration) =>
        declaration.AttributeLists.SelectMany(static list => list.Attributes).First(static attribute => attribute.Name is GenericNameSyntax { Identifier.ValueText: "App" });

    private static string NamespaceOf(ClassDeclarationSyntax declaration) => ((GenericNameSyntax)AppOf(declaration).Name).TypeArgumentList.ToString();
}
