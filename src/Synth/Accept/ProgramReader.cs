using System.IO.Compression;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.Loader;
using System.Security.Cryptography;
using System.Text;

namespace GitOps;

/// <summary>
/// Finds what the running program was compiled from: its PDB names every text with a hash, holds what generators made, and keeps the compiler's options. So no project file is evaluated,
/// and a source file that is newer than the program is found out.
/// </summary>
internal sealed class ProgramReader
{
    // dotnet/runtime docs/design/specs/PortablePdb-Metadata.md
    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");
    private static readonly Guid CompilationOptions = new("B5FEEC05-8CD0-4A83-96DA-466284BB4BD8");
    private static readonly Guid MetadataReferences = new("7E4D4708-096E-4C5C-AEDA-CB10BA6A740D");
    private static readonly Guid Sha1 = new("FF1816EC-AA5E-4D10-87F7-6F4963833460");

    private readonly string root;
    private readonly string? projectFolder;

    private ProgramReader(string root, string? projectFolder) => (this.root, this.projectFolder) = (Path.GetFullPath(root), projectFolder is null ? null : Path.GetFullPath(projectFolder));

    /// <summary>The program's assemblies that are made of files below the repository's root, those that others need first.</summary>
    /// <param name="root">The repository's root: only what lies below it is the author's to be edited.</param>
    /// <param name="projectFolder">The folder of the author's project.</param>
    /// <exception cref="AcceptException">The program cannot be built again.</exception>
    public static IReadOnlyList<ProgramProject> Read(Assembly program, string root, string? projectFolder)
    {
        var projects = new List<ProgramProject>();
        new ProgramReader(root, projectFolder).Add(program, isProgram: true, projects, []);
        return projects;
    }

    private void Add(Assembly assembly, bool isProgram, List<ProgramProject> projects, HashSet<string> seen)
    {
        if (!seen.Add(assembly.GetName().Name!) || Read(assembly, isProgram, out var references) is not { } project)
            return;
        // Not the assembly's own references: of a library that gives constants alone the compiler leaves none.
        foreach (var reference in references)
            if (!OurOwn.Contains(reference) && File.Exists(Path.Combine(Path.GetDirectoryName(assembly.Location)!, reference + ".dll")))
                Add(AssemblyLoadContext.GetLoadContext(assembly)!.LoadFromAssemblyName(new AssemblyName(reference)), isProgram: false, projects, seen);
        projects.Add(project);
    }

    // The author's libraries lie beside the program; what the SDK itself is made of stays as it runs, or its types would be others.
    private static HashSet<string> OurOwn
    {
        get
        {
            if (field is null)
            {
                field = new(StringComparer.Ordinal);
                foreach (var own in new[] { typeof(ProgramReader).Assembly, typeof(FluxCluster).Assembly })
                    Close(own, field);
            }
            return field;
        }
    }

    private static void Close(Assembly assembly, HashSet<string> names)
    {
        if (!names.Add(assembly.GetName().Name!))
            return;
        foreach (var name in assembly.GetReferencedAssemblies())
            if (name.Name!.StartsWith("GitOps.", StringComparison.Ordinal))
                Close(Assembly.Load(name), names);
            else
                names.Add(name.Name);
    }

    private ProgramProject? Read(Assembly assembly, bool isProgram, out IReadOnlyList<string> references)
    {
        references = [];
        if (assembly.Location.Length == 0)
            return isProgram ? throw new AcceptException("this program is one file without its sources; run accept by 'dotnet run accept'") : null;
        using var image = new PEReader(File.OpenRead(assembly.Location));
        if (!image.TryOpenAssociatedPortablePdb(assembly.Location, static path => File.Exists(path) ? File.OpenRead(path) : null, out var provider, out _))
            return isProgram ? throw new AcceptException($"'{assembly.Location}' has no portable PDB, which says what it was compiled from; build it without <DebugType>none</DebugType>") : null;
        using (provider)
        {
            var reader = provider!.GetMetadataReader();
            var documents = new List<ProgramDocument>();
            foreach (var handle in reader.Documents)
            {
                var document = reader.GetDocument(handle);
                var name = reader.GetString(document.Name);
                var embedded = Blob(reader, handle, EmbeddedSource);
                if (Find(reader, document, name, embedded is not null) is { } found)
                    documents.Add(found);
                else if (embedded is not null)
                    documents.Add(new ProgramDocument(name, Unpacked(embedded), null));
                else
                    return isProgram ? throw Changed(name) : null;
            }
            // A library of which nothing lies in this repository is not the author's to be edited here.
            if (!isProgram && !documents.Exists(static document => document.File is not null))
                return null;
            var options = Blob(reader, EntityHandle.ModuleDefinition, CompilationOptions) is { } texts ? Options(texts) : [];
            references = Blob(reader, EntityHandle.ModuleDefinition, MetadataReferences) is { } files ? References(files) : [];
            return new ProgramProject(assembly, documents, options);
        }
    }

    // The path that the compiler saw is another machine's after a build in a container, and none at all after a deterministic one: then the end of it is what lies in the project.
    private ProgramDocument? Find(MetadataReader reader, Document document, string name, bool isEmbedded)
    {
        var changed = false;
        foreach (var file in Places(name))
        {
            if (!File.Exists(file) || (isEmbedded && IsBuilt(file)))
                continue;
            var content = File.ReadAllBytes(file);
            if (IsSame(content, reader.GetGuid(document.HashAlgorithm), reader.GetBlobBytes(document.Hash)))
                return new ProgramDocument(name, content, file) { Shown = Path.GetRelativePath(projectFolder ?? root, file).Replace('\\', '/') };
            changed = true;
        }
        return changed && !isEmbedded ? throw Changed(name) : null;
    }

    private IEnumerable<string> Places(string name)
    {
        if (Path.IsPathFullyQualified(name) && Path.GetFullPath(name) is var full && IsBelow(full, root))
            yield return full;
        if (projectFolder is null)
            yield break;
        var segments = name.Split('/', '\\');
        for (var i = 1; i < segments.Length; i++)
            if (Path.GetFullPath(Path.Combine([projectFolder, .. segments[i..]])) is var ending && IsBelow(ending, root))
                yield return ending;
    }

    private static bool IsBelow(string path, string folder) => path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static bool IsBuilt(string file) => file.Split(Path.DirectorySeparatorChar).Contains("obj");

    private static bool IsSame(byte[] content, Guid algorithm, byte[] hash) => (algorithm == Sha1 ? SHA1.HashData(content) : SHA256.HashData(content)).AsSpan().SequenceEqual(hash);

    private AcceptException Changed(string name) =>
        new($"'{Path.GetRelativePath(projectFolder ?? root, name).Replace('\\', '/')}' is not what this program was built from; build it anew ('dotnet run accept' does)");

    private static byte[]? Blob(MetadataReader reader, EntityHandle of, Guid kind)
    {
        foreach (var handle in reader.GetCustomDebugInformation(of))
            if (reader.GetCustomDebugInformation(handle) is var found && reader.GetGuid(found.Kind) == kind)
                return reader.GetBlobBytes(found.Value);
        return null;
    }

    private static byte[] Unpacked(byte[] blob)
    {
        var length = BitConverter.ToInt32(blob, 0);
        if (length == 0)
            return blob[4..];
        using var packed = new DeflateStream(new MemoryStream(blob, 4, blob.Length - 4), CompressionMode.Decompress);
        var content = new byte[length];
        packed.ReadExactly(content);
        return content;
    }

    private static Dictionary<string, string> Options(byte[] blob)
    {
        var texts = Encoding.UTF8.GetString(blob).Split('\0');
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i + 1 < texts.Length; i += 2)
            options[texts[i]] = texts[i + 1];
        return options;
    }

    // Of each: its file's name, its aliases, both ended by a zero; one byte, two numbers, and the identity of its module.
    private static List<string> References(byte[] blob)
    {
        var names = new List<string>();
        for (var at = 0; at < blob.Length;)
        {
            var end = Array.IndexOf(blob, (byte)0, at);
            names.Add(Path.GetFileNameWithoutExtension(Encoding.UTF8.GetString(blob, at, end - at)));
            at = Array.IndexOf(blob, (byte)0, end + 1) + 1 + 1 + 4 + 4 + 16;
        }
        return names;
    }
}
