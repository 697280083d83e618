using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GitOps;

/// <summary>From a class with <c>[App]</c> or <c>[Cluster]</c> to a value. Symbols end here.</summary>
internal static class AppParser
{
    private const string Sdk = "GitOps";

    public static AppCandidate Parse(GeneratorAttributeSyntaxContext context, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var type = (INamedTypeSymbol)context.TargetSymbol;
        var attribute = context.Attributes[0];
        if (Unusable(type, "FluxApp", "an app") is { } reason)
            return new AppCandidate(null, SourceFault.At(RuleIds.AppCannotBeMade, reason, type.Locations[0]));

        // An unknown namespace is the compiler's to report.
        if (attribute.AttributeClass?.TypeArguments is not [INamedTypeSymbol { TypeKind: not TypeKind.Error } space])
            return new AppCandidate(null, null);

        var name = Argument(attribute, "Name") ?? KubernetesNames.FromClassName(type.Name);
        var existing = Argument(attribute, "Existing");
        return new AppCandidate(
            new AppSpec(
                FullName(type),
                name,
                Argument(attribute, "Directory") ?? name,
                Argument(attribute, "Folder") ?? existing ?? "app",
                existing,
                ParseNamespace(space),
                Dependencies(type).ToEquatableArray(),
                Sources(type),
                Named(type, "InAttribute").FirstOrDefault(),
                Named(type, "RunsOnAttribute").ToEquatableArray(),
                context.TargetNode.SyntaxTree.FilePath),
            null);
    }

    public static ClusterCandidate ParseCluster(GeneratorAttributeSyntaxContext context, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var type = (INamedTypeSymbol)context.TargetSymbol;
        if (!Derives(type, "FluxCluster"))
            return new ClusterCandidate(null, SourceFault.At(RuleIds.AppCannotBeMade, $"'{type.Name}' has [Cluster] and is no cluster: derive it from FluxCluster", type.Locations[0]));
        var path = context.Attributes[0].ConstructorArguments is [{ Value: string text }, ..] ? text : "";
        var declarations = new List<string>();
        for (var outer = type; outer is not null; outer = outer.ContainingType)
            declarations.Insert(0, Declaration(outer));
        return new ClusterCandidate(
            new ClusterSpec(
                type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat),
                type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(),
                declarations.ToEquatableArray(),
                path,
                Sources(type),
                Namespaces(type).ToEquatableArray(),
                context.TargetNode.SyntaxTree.FilePath),
            null);
    }

    // In an order of their own: that of the attributes means nothing.
    private static IEnumerable<NamespaceSpec> Namespaces(INamedTypeSymbol type) => type.GetAttributes()
        .Where(static attribute => Is(attribute.AttributeClass, "NamespaceAttribute", 1))
        .Select(static attribute => attribute.AttributeClass!.TypeArguments[0] is INamedTypeSymbol { TypeKind: not TypeKind.Error } space ? ParseNamespace(space) : null)
        .Where(static space => space is not null).Select(static space => space!).Distinct().OrderBy(static space => space.Type, StringComparer.Ordinal);

    internal static NamespaceSpec ParseNamespace(INamedTypeSymbol space)
    {
        var file = space.DeclaringSyntaxReferences.Select(static reference => reference.SyntaxTree.FilePath).OrderBy(static path => path, StringComparer.Ordinal).FirstOrDefault() ?? "";
        return new NamespaceSpec(FullName(space), NamespaceName(space), file, Sources(space));
    }

    internal static string NamespaceName(INamedTypeSymbol space)
    {
        // A name that no class could have is a constant of that name: `public new const string Name = "kube-system2";`.
        var given = space.GetMembers("Name").OfType<IFieldSymbol>().Select(static field => field.ConstantValue as string).FirstOrDefault(static value => value is not null);
        return given ?? KubernetesNames.FromClassName(space.Name);
    }

    private static IEnumerable<DependencySpec> Dependencies(INamedTypeSymbol type) =>
        from attribute in type.GetAttributes()
        where Is(attribute.AttributeClass, "DependsOnAttribute", 1)
        select new DependencySpec(Reference(attribute), Argument(attribute, "ReadyExpr"));

    /// <summary>The types that attributes with one type argument name; one that does not exist is the compiler's to report.</summary>
    private static IEnumerable<string> Named(INamedTypeSymbol type, string attributeName) =>
        from attribute in type.GetAttributes()
        where Is(attribute.AttributeClass, attributeName, 1) && attribute.AttributeClass!.TypeArguments[0].TypeKind != TypeKind.Error
        select FullName(attribute.AttributeClass!.TypeArguments[0]);

    /// <summary>The sources of a class and of its bases, the bases' first; each once.</summary>
    private static EquatableArray<TypeRef> Sources(INamedTypeSymbol type)
    {
        var sources = new List<TypeRef>();
        for (var current = type; current is not null && current.SpecialType != SpecialType.System_Object; current = current.BaseType)
            sources.InsertRange(0, current.GetAttributes()
                .Where(static attribute => Is(attribute.AttributeClass, "SubstituteFromAttribute", 1))
                .Select(Reference));
        return sources.Distinct().ToEquatableArray();
    }

    private static TypeRef Reference(AttributeData attribute) =>
        attribute.AttributeClass!.TypeArguments[0] is { TypeKind: not TypeKind.Error } type ? new TypeRef(FullName(type), true)
        : new TypeRef(Written(attribute.AttributeClass!.TypeArguments[0]), false, Imports(attribute));

    /// <summary>What the file imports where an attribute stands.</summary>
    private static string Imports(AttributeData attribute) =>
        string.Join(" ", (attribute.ApplicationSyntaxReference?.GetSyntax().AncestorsAndSelf() ?? [])
            .SelectMany(static node => node switch { CompilationUnitSyntax unit => unit.Usings, BaseNamespaceDeclarationSyntax space => space.Usings, _ => (IEnumerable<UsingDirectiveSyntax>)[] })
            .Where(static import => import is { Alias: null, Name: not null } && import.StaticKeyword.RawKind == 0).Select(static import => import.Name!.ToString()));

    /// <summary>An unknown type's name with what stands before it.</summary>
    private static string Written(ISymbol type)
    {
        var name = type.Name;
        for (var outer = type.ContainingSymbol; outer is INamespaceOrTypeSymbol { Name.Length: > 0 }; outer = outer.ContainingSymbol)
            name = outer.Name + "." + name;
        return name;
    }

    /// <summary>Why the registry could not write <c>new T()</c>, or null.</summary>
    internal static string? Unusable(INamedTypeSymbol type, string expectedBase, string role)
    {
        if (!Derives(type, expectedBase))
            return $"'{type.Name}' has [App] and is not {role}: derive it from {expectedBase}";
        if (type.IsAbstract)
            return $"'{type.Name}' is abstract and so not {role} itself: put [App] on the classes that derive from it";
        for (var outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (outer.Arity > 0)
                return $"'{type.Name}' is generic{(outer.Equals(type, SymbolEqualityComparer.Default) ? "" : $" through '{outer.Name}'")}, and one class is one Kustomization: derive a class of its own for each app and put [App] there";
            if (outer.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal || outer.IsFileLocal)
                return $"'{outer.Name}' is hidden from the cluster's registry: make it internal or public";
        }

        if (!type.InstanceConstructors.Any(static constructor => constructor.Parameters.IsEmpty && IsReachable(constructor)))
            return $"'{type.Name}' has no constructor without parameters that the cluster's registry can call: give it one, public or internal";
        if (HasRequiredMember(type))
            return $"'{type.Name}' has required members, and the cluster's registry makes it with 'new {type.Name}()': give them values in the class";
        return null;
    }

    private static bool IsReachable(IMethodSymbol constructor) =>
        constructor.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;

    private static bool HasRequiredMember(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
            if (current.GetMembers().Any(static member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }))
                return true;
        return false;
    }

    internal static bool Derives(INamedTypeSymbol type, string name)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
            if (Is(current, name, 0))
                return true;
        return false;
    }

    internal static bool Is(INamedTypeSymbol? type, string name, int arity) =>
        type is not null && type.Arity == arity && type.Name == name && type.ContainingType is null
        && type.ContainingNamespace is { Name: Sdk, ContainingNamespace.IsGlobalNamespace: true };

    internal static string? Argument(AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
            if (argument.Key == name)
                return argument.Value.Value as string;
        return null;
    }

    internal static string Declaration(INamedTypeSymbol type)
    {
        var keyword = type switch
        {
            { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
            { IsRecord: true } => "record",
            { TypeKind: TypeKind.Struct } => "struct",
            { TypeKind: TypeKind.Interface } => "interface",
            _ => "class",
        };
        var parameters = type.Arity == 0 ? "" : "<" + string.Join(", ", type.TypeParameters.Select(static parameter => Csharp.Identifier(parameter.Name))) + ">";
        return $"partial {keyword} {Csharp.Identifier(type.Name)}{parameters}";
    }

    private static string FullName(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}
