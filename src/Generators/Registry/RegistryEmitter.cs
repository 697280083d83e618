using System.Text;

namespace GitOps;

/// <summary>The registry of a project's apps, and the half of each cluster that holds it.</summary>
internal static class RegistryEmitter
{
    /// <summary>The name under which an assembly says where its registry is (<c>AssemblyMetadataAttribute</c>).</summary>
    public const string Marker = "GitOps.Registry";

    // A method of thousands of statements takes the JIT seconds.
    private const int ChunkSize = 100;

    private const string Space = "GitOps.Registries";

    /// <summary>The class that holds the apps of an assembly.</summary>
    public static string RegistryName(string assembly)
    {
        var name = new StringBuilder("Of");
        foreach (var character in assembly)
        {
            if (character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'))
                name.Append(character);
            else
                name.Append('_').Append(character == '.' ? "" : ((int)character).ToString("x2", System.Globalization.CultureInfo.InvariantCulture));
        }

        return name.ToString();
    }

    /// <summary>The same with its namespace.</summary>
    public static string FullRegistryName(string assembly) => Space + "." + RegistryName(assembly);

    /// <summary>All apps of this project.</summary>
    public static EmittedFile EmitApps(RegistrySpec spec)
    {
        var name = RegistryName(spec.Assembly);
        var namespaces = spec.Apps.Select(static app => app.Namespace).GroupBy(static space => space.Type).Select(static same => same.First())
            .OrderBy(static space => space.Name, StringComparer.Ordinal).ThenBy(static space => space.Type, StringComparer.Ordinal).ToList();
        var numbers = namespaces.Select((space, index) => (space.Type, index)).ToDictionary(static pair => pair.Type, static pair => pair.index);
        var w = new SourceWriter().Header().Line();
        w.Line($"[assembly: global::System.Reflection.AssemblyMetadata({Csharp.Literal(Marker)}, {Csharp.Literal(FullRegistryName(spec.Assembly))})]").Line();
        w.Line($"namespace {Space}");
        using (w.Block())
        {
            w.Line($"/// <summary>The apps of {Csharp.Xml(spec.Assembly)}, for the clusters that hold them. Not for people.</summary>");
            w.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
            w.Line($"public static class {name}");
            using (w.Block())
            {
                var chunks = (spec.Apps.Count + ChunkSize - 1) / ChunkSize;
                w.Line("/// <summary>Adds the apps, ordered by namespace and name.</summary>");
                w.Line("/// <param name=\"apps\">Where to.</param>");
                w.Line("/// <param name=\"shared\">The variable sources of the cluster, which come first.</param>");
                w.Line($"public static void AddTo({List} apps, {SourceList} shared)");
                using (w.Block())
                    for (var chunk = 0; chunk < chunks; chunk++)
                        w.Line($"Add{chunk}(apps, shared);");
                for (var chunk = 0; chunk < chunks; chunk++)
                {
                    w.Line().Line($"private static void Add{chunk}({List} apps, {SourceList} shared)");
                    using (w.Block())
                        foreach (var app in spec.Apps.Skip(chunk * ChunkSize).Take(ChunkSize))
                            WriteApp(w, app, numbers[app.Namespace.Type], spec);
                }

                for (var index = 0; index < namespaces.Count; index++)
                    WriteNamespace(w, namespaces[index], index, spec);
            }
        }

        return new EmittedFile(HintName.Of("GitOps", "Registry"), w.ToString());
    }

    /// <summary>The generated half of a cluster.</summary>
    public static EmittedFile EmitCluster(ClusterSpec cluster, ClusterSurroundings around)
    {
        var w = new SourceWriter().Header().Line();
        var open = new List<SourceWriter.Indentation>();
        if (cluster.Namespace.Length > 0)
        {
            w.Line($"namespace {cluster.Namespace}");
            open.Add(w.Block());
        }

        foreach (var declaration in cluster.Declarations)
        {
            w.Line(declaration);
            open.Add(w.Block());
        }

        w.Line($"private {ReadOnlyList}? registrations;").Line();
        w.Line("/// <inheritdoc/>");
        w.Line($"public override string TreePath => {Csharp.Literal(cluster.TreePath)};").Line();
        w.Line("/// <inheritdoc/>");
        w.Line($"public override string SourceFile => {Csharp.Literal(ProjectPath.Relative(cluster.FilePath, around.ProjectDirectory))};").Line();
        w.Line("/// <inheritdoc/>");
        w.Line($"public override {ReadOnlyList} Registrations => registrations ??= Register();").Line();
        if (cluster.Namespaces.Count > 0)
        {
            w.Line("/// <inheritdoc/>");
            w.Line("public override global::System.Collections.Generic.IReadOnlyList<global::GitOps.NamespaceRegistration> Namespaces { get; } =");
            w.Line("[");
            using (w.Indent())
                foreach (var space in cluster.Namespaces)
                {
                    w.Line("new()");
                    using (w.Block(","))
                        WriteNamespace(w, space, around.ProjectDirectory);
                }

            w.Line("];").Line();
        }

        w.Line($"private static {ReadOnlyList} Register()");
        using (w.Block())
        {
            var sources = cluster.SubstituteFrom.Select(around.Resolve).Where(static source => source is not null).Select(static source => Source(source!));
            w.Line($"{SourceList} shared = [{string.Join(", ", sources)}];");
            w.Line($"var apps = new {List}();");
            foreach (var registry in around.Registries)
                w.Line($"global::{registry}.AddTo(apps, shared);");
            w.Line($"global::GitOps.AppRegistration.Keep(apps, typeof({cluster.Declarations[cluster.Declarations.Count - 1].Split(' ').Last()}));");
            if (around.Registries.Count > 1)
            {
                w.Line("apps.Sort(static (left, right) =>");
                using (w.Block(");"))
                {
                    w.Line("var order = string.CompareOrdinal(left.Namespace.Name, right.Namespace.Name);");
                    w.Line("if (order == 0)");
                    using (w.Indent())
                        w.Line("order = string.CompareOrdinal(left.Name, right.Name);");
                    w.Line("return order != 0 ? order : string.CompareOrdinal(left.Type.FullName, right.Type.FullName);");
                }
            }

            w.Line("return apps;");
        }

        for (var index = open.Count - 1; index >= 0; index--)
            open[index].Dispose();
        return new EmittedFile(HintName.Of("GitOps", "Cluster", cluster.FullName), w.ToString());
    }

    private const string List = "global::System.Collections.Generic.List<global::GitOps.AppRegistration>";
    private const string ReadOnlyList = "global::System.Collections.Generic.IReadOnlyList<global::GitOps.AppRegistration>";
    private const string SourceList = "global::System.Collections.Generic.IReadOnlyList<global::GitOps.VariableSourceRegistration>";

    private static void WriteApp(SourceWriter w, AppSpec app, int space, RegistrySpec spec)
    {
        w.Line("apps.Add(new()");
        using (w.Block(");"))
        {
            w.Line($"Type = typeof({app.Type}),");
            w.Line($"Create = static () => new {app.Type}(),");
            w.Line($"Name = {Csharp.Literal(app.Name)},");
            w.Line($"Namespace = Namespace{space},");
            w.Line($"Directory = {Csharp.Literal(app.Directory)},");
            w.Line($"Folder = {Csharp.Literal(app.Folder)},");
            if (app.Existing is not null)
                w.Line($"Existing = {Csharp.Literal(app.Existing)},");
            if (app.Layer is not null)
                w.Line($"Layer = typeof({app.Layer}),");
            if (app.RunsOn.Count > 0)
                w.Line($"RunsOn = [{string.Join(", ", app.RunsOn.Select(static cluster => $"typeof({cluster})"))}],");
            var dependencies = app.DependsOn.Select(dependency => (Type: spec.Resolve(dependency.Type), dependency.ReadyExpr)).Where(static pair => pair.Type is not null)
                .Select(static pair => $"new(typeof({pair.Type}){(pair.ReadyExpr is null ? "" : ", " + Csharp.Literal(pair.ReadyExpr))})").ToList();
            if (dependencies.Count > 0)
                w.Line($"DependsOn = [{string.Join(", ", dependencies)}],");
            var sources = app.Namespace.SubstituteFrom.Concat(app.SubstituteFrom).Distinct().Select(spec.Resolve).Where(static source => source is not null)
                .Select(static source => Source(source!)).ToList();
            w.Line(sources.Count == 0 ? "SubstituteFrom = shared," : $"SubstituteFrom = [.. shared, {string.Join(", ", sources)}],");
            w.Line($"File = {Csharp.Literal(ProjectPath.Relative(app.FilePath, spec.ProjectDirectory))},");
        }
    }

    private static void WriteNamespace(SourceWriter w, NamespaceSpec space, int index, RegistrySpec spec)
    {
        w.Line().Line($"private static global::GitOps.NamespaceRegistration Namespace{index} => namespace{index} ??= new()");
        using (w.Block(";"))
            WriteNamespace(w, space, spec.ProjectDirectory);

        w.Line().Line($"private static global::GitOps.NamespaceRegistration? namespace{index};");
    }

    private static void WriteNamespace(SourceWriter w, NamespaceSpec space, string projectDirectory)
    {
        w.Line($"Type = typeof({space.Type}),");
        w.Line($"Create = static () => new {space.Type}(),");
        w.Line($"Name = {Csharp.Literal(space.Name)},");
        w.Line($"File = {Csharp.Literal(ProjectPath.Relative(space.FilePath, projectDirectory))},");
    }

    private static string Source(string type) => $"new(typeof({type}), static () => new {type}())";
}
