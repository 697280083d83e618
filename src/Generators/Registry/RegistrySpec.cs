namespace GitOps;

/// <summary>What the registry of one project is made from: its apps, ordered by namespace and name, and the classes that attributes name before they exist.</summary>
internal sealed record RegistrySpec(string Assembly, string ProjectDirectory, EquatableArray<AppSpec> Apps, GeneratedTypes Generated)
{
    public string? Resolve(TypeRef type) => Generated.Resolve(type);
}

/// <summary>What a cluster's generated half takes from around it: the full names of the registries of this project and of those it references.</summary>
internal sealed record ClusterSurroundings(string ProjectDirectory, EquatableArray<string> Registries, GeneratedTypes Generated)
{
    public string? Resolve(TypeRef type) => Generated.Resolve(type);
}

/// <summary>The classes that our generators make from files. They do not exist yet when attributes are read.</summary>
/// <param name="Names">Their full names, with <c>global::</c>.</param>
internal sealed record GeneratedTypes(EquatableArray<string> Names)
{
    /// <summary>
    /// The full name, or null for a class that nobody makes: the compiler says so where it is written. Of several with one name the file's imports choose; what
    /// they leave open is written as it stands, for the project's global imports hold in generated code too.
    /// </summary>
    public string? Resolve(TypeRef type)
    {
        if (type.IsResolved)
            return type.Name;
        var meant = Names.Where(name => IsMeant(name, type.Name)).ToList();
        if (meant.Count < 2)
            return meant.FirstOrDefault();
        var imported = type.Imports.Split(' ').Select(import => $"global::{import}.{type.Name}").Where(meant.Contains).ToList();
        return imported.Count == 1 ? imported[0] : type.Name;
    }

    /// <summary>Those that some attribute may mean: what else is made does not make the registry anew.</summary>
    public GeneratedTypes Named(IEnumerable<TypeRef> references)
    {
        var unresolved = references.Where(static reference => !reference.IsResolved).Select(static reference => reference.Name).Distinct().ToList();
        return new GeneratedTypes(unresolved.Count == 0 ? default : Names.Where(name => unresolved.Exists(written => IsMeant(name, written))).ToEquatableArray());
    }

    private static bool IsMeant(string full, string written) =>
        full.EndsWith(written, StringComparison.Ordinal) && full[full.Length - written.Length - 1] is '.' or ':';
}
