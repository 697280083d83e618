namespace GitOps.Tests;

/// <summary>
/// One file of WrongPrograms: the smallest program with one fault, its place between <c>[|</c> and <c>|]</c>, and the nearest program without. The file's
/// name begins with the id; a line <c>//// right</c> parts the two, and <c>//// file path</c> begins a file of the repository that both have.
/// </summary>
internal sealed record WrongProgram(string Id, string Wrong, int Start, int Length, string Right, IReadOnlyList<InputFile> Files)
{
    private const string Project = "/home/me/repo/cluster/";

    public static string Folder { get; } = Path.Combine(SharedData.RepositoryRoot, "tests", "Generators.Tests", "WrongPrograms");

    public static IEnumerable<string> Names => Directory.GetFiles(Folder, "*.cs").Select(path => Path.GetFileNameWithoutExtension(path)!).Where(name => name != "Prelude").Order(StringComparer.Ordinal);

    public static WrongProgram Read(string name)
    {
        var sections = File.ReadAllText(Path.Combine(Folder, name + ".cs")).Split("//// ");
        var right = sections.Skip(1).Single(section => section.StartsWith("right\n", StringComparison.Ordinal))["right\n".Length..];
        var files = sections.Skip(1).Where(section => section.StartsWith("file ", StringComparison.Ordinal)).Select(section => section.Split('\n', 2))
            .Select(parts => FileOf(parts[0]["file ".Length..].Trim(), parts[1])).ToList();
        var (wrong, start, length) = Marked.Read(sections[0]);
        return new WrongProgram(name.Split('.')[0], wrong, start, length, right, files);
    }

    /// <summary>A project with the prelude of all programs and one of the two texts.</summary>
    public ProjectInput With(string text) => Input(text, Files);

    public static ProjectInput Input(string text, IReadOnlyList<InputFile>? files = null) => new()
    {
        Generators = [],
        Sources = [(Project + "Program.cs", text), (Project + "Prelude.cs", File.ReadAllText(Path.Combine(Folder, "Prelude.cs")))],
        Files = files ?? [],
    };

    private static InputFile FileOf(string path, string text) =>
        new("/home/me/repo/kubernetes/" + path, text, ("GitOpsComponent", path.StartsWith("components/", StringComparison.Ordinal) ? "true" : "false"), ("GitOpsVariables", "true"));
}
