using System.Security.Cryptography;
using System.Text;

namespace GitOps.Tests;

/// <summary>A repository in a real temporary folder.</summary>
internal sealed class TestRepository : IDisposable
{
    public TestRepository()
    {
        Folder = Directory.CreateTempSubdirectory("gitops-synth-").FullName;
        Write("gitops.root", "");
        Disk = new RealFileSystem(Folder);
    }

    public string Folder { get; }

    public IFileSystem Disk { get; }

    public SynthResult Synth(TestPlan plan, SynthOptions? options = null) => SynthRun.Run(Disk, plan, options ?? new SynthOptions(), write: true);

    public SynthResult Check(TestPlan plan, SynthOptions? options = null) => SynthRun.Run(Disk, plan, options ?? new SynthOptions(), write: false);

    public string Full(string path) => System.IO.Path.Combine(Folder, path);

    public bool Exists(string path) => File.Exists(Full(path)) || Directory.Exists(Full(path));

    public string Read(string path) => File.ReadAllText(Full(path));

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Full(path))!);
        File.WriteAllText(Full(path), text);
    }

    public void Edit(string path, string from, string to)
    {
        Read(path).Should().Contain(from);
        Write(path, Read(path).Replace(from, to, StringComparison.Ordinal));
    }

    public void Delete(string path)
    {
        if (Directory.Exists(Full(path))) Directory.Delete(Full(path), recursive: true);
        else File.Delete(Full(path));
    }

    /// <summary>Every file with its hash and every link, but those that the plan's own run may write.</summary>
    public SortedDictionary<string, string> Snapshot(Func<string, bool>? only = null)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, kind) in Disk.Walk(""))
            if (kind != DiskEntryKind.Folder && (only is null || only(path)))
                files[path] = kind == DiskEntryKind.Link ? "link" : Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Full(path))));
        return files;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
