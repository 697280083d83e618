using Microsoft.CodeAnalysis;

namespace GitOps.Tests;

/// <summary>
/// One file of WrongPrograms: the smallest program with one fault, its place between <c>[|</c> and <c>|]</c>, and the nearest program without. The file's
/// name begins with the id; lines that begin with <c>////</c> part it:
/// <list type="bullet">
/// <item><c>//// right</c>: the program without the fault; where it is missing, the fault is in a file and the program is the same.</item>
/// <item><c>//// file PATH</c>: a file of the tree; <c>//// right file PATH</c>: what it is without the fault, <c>//// gone PATH</c> that it is not there.</item>
/// <item><c>//// beside PATH</c>: a file beside the program; <c>//// right beside PATH</c> likewise.</item>
/// <item><c>//// prelude</c>: what stands in place of the prelude of all programs.</item>
/// <item><c>//// library</c>: the source of a project that this one references.</item>
/// </list>
/// </summary>
internal sealed record WrongProgram(string Id, WrongProgram.Version Wrong, WrongProgram.Version Right, string? Library, string? Prelude, string Path, string Marked, int Start)
{
    public const string Project = "/home/me/repo/cluster/";

    public const string Tree = "/home/me/repo/kubernetes/";

    /// <summary>The program and its files, in one of the two states.</summary>
    public sealed record Version(string Text, IReadOnlyList<InputFile> Files);

    public static string Folder { get; } = System.IO.Path.Combine(SharedData.RepositoryRoot, "tests", "Generators.Tests", "WrongPrograms");

    public static IEnumerable<string> Names =>
        Directory.GetFiles(Folder, "*.cs").Select(path => System.IO.Path.GetFileNameWithoutExtension(path)!).Where(name => name != "Prelude").Order(StringComparer.Ordinal);

    public static WrongProgram Read(string name)
    {
        var sections = ("program\n" + File.ReadAllText(System.IO.Path.Combine(Folder, name + ".cs"))).Split("//// ").Select(section => section.Split('\n', 2))
            .ToDictionary(section => section[0].Trim(), section => section[1], StringComparer.Ordinal);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal) { [Project + "Program.cs"] = sections["program"] };
        var right = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (sections.TryGetValue("right", out var program))
            right[Project + "Program.cs"] = program;
        foreach (var (head, text) in sections)
            switch (head.Split(' '))
            {
                case ["file" or "beside", var path]:
                    texts[Full(head.Split(' ')[0], path)] = text;
                    break;
                case ["right", "file" or "beside", var path]:
                    right[Full(head.Split(' ')[1], path)] = text;
                    break;
                case ["gone", var path]:
                    right[Full("file", path)] = null;
                    break;
            }

        var at = texts.Single(file => file.Value.Contains("[|", StringComparison.Ordinal)).Key;
        var (unmarked, start, length) = Tests.Marked.Read(texts[at]);
        texts[at] = unmarked;
        var after = texts.ToDictionary(StringComparer.Ordinal);
        foreach (var (path, text) in right)
            if (text is null)
                after.Remove(path);
            else
                after[path] = text;
        return new WrongProgram(name.Split('.')[0], Of(texts), Of(after), sections.GetValueOrDefault("library"), sections.GetValueOrDefault("prelude"), at, unmarked.Substring(start, length), start);
    }

    /// <summary>One of the two versions with its prelude, without the library.</summary>
    public ProjectInput Alone(Version version)
    {
        var input = Input(version.Text, version.Files);
        return Prelude is null ? input : input with { Sources = [input.Sources[0], (input.Sources[1].Path, Prelude)] };
    }

    /// <summary>A project with the prelude of all programs and one of the two versions.</summary>
    public ProjectInput With(Version version)
    {
        var input = Alone(version);
        return Library is null ? input : input with { References = [.. References.OfSdk, Built(Library, version.Files)] };
    }

    public static ProjectInput Input(string text, IReadOnlyList<InputFile>? files = null) => new()
    {
        Generators = [],
        Sources = [(Project + "Program.cs", text), (Project + "Prelude.cs", File.ReadAllText(System.IO.Path.Combine(Folder, "Prelude.cs")))],
        Files = files ?? [],
    };

    /// <summary>A file with the roles that the build gives to its place.</summary>
    public static InputFile FileOf(string path, string text)
    {
        if (ChartOf(path) is { } chart)
            return InputFile.ValuesSchema(path, text, chart);
        var inTree = path.StartsWith(Tree, StringComparison.Ordinal) ? path[Tree.Length..] : null;
        var isComponent = inTree?.StartsWith("components/", StringComparison.Ordinal) == true;
        var isFlux = inTree?.StartsWith("flux/", StringComparison.Ordinal) == true;
        string[] roles = inTree is null ? ["GitOpsFile"]
            : [.. isComponent ? ["GitOpsComponent"] : Array.Empty<string>(), .. isComponent || isFlux ? ["GitOpsVariables"] : Array.Empty<string>(), .. isComponent ? Array.Empty<string>() : ["GitOpsKustomization"]];
        return new(path, text, [.. roles.Select(role => (role, "true"))]);
    }

    /// <summary>The chart of <c>charts/NAME/values.schema.json</c> beside the program; null for every other file.</summary>
    public static string? ChartOf(string path) =>
        path.StartsWith(Project + "charts/", StringComparison.Ordinal) && path.EndsWith("/values.schema.json", StringComparison.Ordinal) ? path.Split('/')[^2] : null;

    private static string Full(string kind, string path) => (kind == "beside" ? Project : Tree) + path;

    private static Version Of(Dictionary<string, string> texts) =>
        new(texts[Project + "Program.cs"], [.. texts.Where(file => file.Key != Project + "Program.cs").OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => FileOf(file.Key, file.Value))]);

    private static MetadataReference Built(string source, IReadOnlyList<InputFile> files)
    {
        var properties = new Dictionary<string, string>(Input("").Properties) { ["ProjectDir"] = "/home/me/repo/library/", ["RootNamespace"] = "Library" };
        var library = GeneratorRun.Start(new ProjectInput
        {
            Generators = [new WiringGenerator()],
            AssemblyName = "Library",
            Sources = [("/home/me/repo/library/Apps.cs", source)],
            Files = files,
            Properties = properties,
        });
        var image = new MemoryStream();
        library.After.Emit(image).Success.Should().BeTrue();
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
