namespace GitOps;

/// <summary>What the registry of one project is made from: its apps, ordered by namespace and name, and the classes that attributes may name before they exist.</summary>
internal sealed record RegistrySpec(string Assembly, string ProjectDirectory, EquatableArray<AppSpec> Apps, GeneratedTypes Generated)
{
    public string? Resolve(TypeRef type) => Generated.Resolve(type);
}

/// <summary>What a cluster's generated half takes from around it: the full names of the registries of this project and of those it references.</summary>
internal sealed record ClusterSurroundings(string ProjectDirectory, EquatableArray<string> Registries, GeneratedTypes Generated)
{
    public string? Resolve(TypeRef type) => Generated.Resolve(type);
}

/// <summary>The names of the classes that our generators make from files. They do not exist yet when attributes are read.</summary>
internal sealed record GeneratedTypes(string RootNamespace, EquatableArray<string> Names)
{
    /// <summary>The full name, or null for a class that nobody makes: the compiler says so where it is written.</summary>
    public string? Resolve(TypeRef type) =>
        type.IsResolved ? type.Name
        : !Names.Contains(type.Name) ? null
        : RootNamespace.Length == 0 ? "global::" + type.Name : $"global::{RootNamespace}.{type.Name}";
}
