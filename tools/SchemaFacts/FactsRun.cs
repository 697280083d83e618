namespace GitOps.SchemaFacts;

/// <summary>Makes schemas/ anew from CRDs and Kubernetes' OpenAPI document, and prints what it holds.</summary>
internal static class FactsRun
{
    public static int Run(string crds, string swagger, string root)
    {
        var schemas = Path.Combine(root, "schemas");
        var namesFile = Path.Combine(schemas, "names.yaml");
        var names = NameList.Read(File.Exists(namesFile) ? File.ReadAllText(namesFile) : "");

        var core = CoreFacts.Read(File.ReadAllText(swagger));
        var knownText = KnownShapesText.Write(core.Model.Shapes, RecentFields.Contains);
        File.WriteAllText(Path.Combine(root, "src", "Schemas", "Known", "core-shapes.txt"), knownText);
        var known = KnownShapesText.Read(CoreFacts.Namespace, knownText);

        var taken = new HashSet<string>(Types(core.Model).Select(type => type.Name), StringComparer.OrdinalIgnoreCase);
        var models = new List<SchemaModel> { core.Model };
        // Kinds first: their names are given, all others make way.
        var lent = new Dictionary<string, SchemaTypeName>(StringComparer.Ordinal);
        var namings = Project.All.Select(project => new FactNames(project, Read(project, Files(project, crds), known), taken, names, lent)).ToList();
        foreach (var naming in namings)
            naming.NameKinds();
        models.AddRange(namings.Select(naming => naming.Build()));

        var docs = new DocTexts();
        docs.Read(Path.Combine(schemas, "docs"), models);
        foreach (var lost in docs.Lost)
            Console.WriteLine($"no such field: {lost}");

        var files = models.SelectMany(model => Files(model, core)).ToDictionary(entry => entry.Key, entry => entry.Value);
        foreach (var old in Directory.GetFiles(schemas, "*.yaml").Where(file => File.ReadLines(file).First().StartsWith("# Written by tools/SchemaFacts", StringComparison.Ordinal)))
            File.Delete(old);
        foreach (var model in models)
            foreach (var file in Types(model).Select(type => files[type]).Distinct())
            {
                var types = files.Where(entry => entry.Value == file).Select(entry => entry.Key).ToHashSet();
                var csharpNamespace = types.First().Namespace;
                var kinds = model.Kinds.Where(kind => types.Contains(kind.Name)).ToList();
                var writer = new OpenApiWriter(file, csharpNamespace, type => files[type], docs, Project.Docs(csharpNamespace));
                var title = kinds.Count > 0 && kinds[0].Group.Length > 0 ? kinds[0].Group : file;
                File.WriteAllText(Path.Combine(schemas, file + ".yaml"), writer.Write(kinds, model.Shapes.Where(shape => types.Contains(shape.Name)), model.Enums.Where(values => types.Contains(values.Name)), title, kinds.Count > 0 ? kinds[0].Version : "v1"));
            }
        File.WriteAllText(namesFile, names.Write());
        CompactFacts.Write(models, schemas, Path.Combine(root, "src", "Schemas", "Facts"));
        Print(models);
        return 0;
    }

    internal static IReadOnlyList<string> Files(Project project, string crds) =>
        project.Folders.SelectMany(folder => Directory.GetFiles(Path.Combine(crds, folder), "*.yaml")).Order(StringComparer.Ordinal).ToList();

    internal static List<KindDraft> Read(Project project, IEnumerable<string> files, KnownShapes known)
    {
        var options = new SchemaReadOptions { Known = known, KeepTexts = false, Exact = true, Kinds = project.Kinds.Length == 0 ? null : project.Kinds.ToEquatableArray() };
        var faults = new FaultList(project.Name);
        var nodes = new SchemaNodeReader(faults, options, CancellationToken.None);
        var reader = new CrdReader(faults, options, nodes);
        var kinds = new List<KindDraft>();
        foreach (var file in files)
            foreach (var document in YamlFile.Read(File.ReadAllText(file)).Documents)
                if (document.Mapping is { } crd && CrdReader.IsCrd(crd))
                    kinds.AddRange(reader.Read(crd));
        if (!faults.ToArray().IsEmpty)
            throw new InvalidOperationException(string.Join("\n", faults.ToArray()));
        kinds.RemoveAll(kind => Versions.IsLeftBehind(kind, kinds));
        return kinds;
    }

    /// <summary>Which file each type stands in: that of the one group and version that uses it, or the one that the project's kinds share.</summary>
    private static Dictionary<SchemaTypeName, string> Files(SchemaModel model, CoreFacts core)
    {
        if (ReferenceEquals(model, core.Model))
            return Types(model).ToDictionary(type => type, type => core.FileOf(type.Name));
        var project = Project.All.First(project => project.Namespace == model.Kinds[0].Name.Namespace);
        var shapes = model.Shapes.ToDictionary(shape => shape.Name);
        var files = new Dictionary<SchemaTypeName, string>();
        foreach (var kind in model.Kinds)
            files[kind.Name] = FileOf(kind);
        foreach (var kind in model.Kinds)
        {
            var seen = new HashSet<SchemaTypeName>();
            var queue = new Queue<SchemaShape>([kind.Body]);
            while (queue.Count > 0)
                foreach (var field in queue.Dequeue().Fields)
                    for (var type = field.Type; type is not null; type = type.Item)
                        if (type.Name is { } name && name.Namespace == project.Namespace && seen.Add(name))
                        {
                            files[name] = files.TryGetValue(name, out var other) && other != FileOf(kind) ? project.SharedFile : FileOf(kind);
                            if (shapes.TryGetValue(name, out var shape))
                                queue.Enqueue(shape);
                        }
        }
        return files;
    }

    private static string FileOf(SchemaKind kind) => $"{kind.Group}_{kind.Version}";

    private static IEnumerable<SchemaTypeName> Types(SchemaModel model) =>
        model.Kinds.Select(kind => kind.Name).Concat(model.Shapes.Select(shape => shape.Name)).Concat(model.Enums.Select(values => values.Name));

    private static void Print(List<SchemaModel> models)
    {
        Console.WriteLine("namespace                            kinds shapes enums types");
        foreach (var model in models)
            Console.WriteLine($"{model.Kinds[0].Name.Namespace,-36} {model.Kinds.Count,5} {model.Shapes.Count,6} {model.Enums.Count,5} {Types(model).Count(),5}");
        Console.WriteLine($"{"core and the five projects below it",-36} {"",18} {models.Take(6).Sum(model => Types(model).Count()),5}");
        Console.WriteLine($"{"all (kustomize's own kinds, by hand, not counted)",-55} {models.Sum(model => Types(model).Count()),5}");
    }
}
