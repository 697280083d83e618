using System.Diagnostics;
using System.Formats.Tar;
using System.Text;

namespace GitOps.Tests;

/// <summary>A repository as it was when something was wrong, or had just been mended.</summary>
internal static class SharedIncident
{
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, Lazy<IReadOnlyList<Finding>>> Checked = new(StringComparer.Ordinal);

    /// <summary>The rows of INCIDENTS.tsv: class, bad tree, fixed tree, defect.</summary>
    public static IEnumerable<(string Class, string Bad, string Fixed, string Defect)> All() =>
        File.ReadLines(SharedData.Data("incidents", "INCIDENTS.tsv")).Skip(1).Where(static line => line.Length > 0).Select(static line => line.Split('\t')).Select(static parts => (parts[1], parts[2], parts[3], parts[4]));

    /// <summary>The findings over one of the trees, made once.</summary>
    public static IReadOnlyList<Finding> Check(string archive) =>
        Checked.GetOrAdd(archive, static name => new(() => TreeValidation.Check(Open(name), new()))).Value;

    private static TextFileTree Open(string archive)
    {
        using var xz = Process.Start(new ProcessStartInfo("xz", ["--decompress", "--stdout", SharedData.Data("incidents", archive)]) { RedirectStandardOutput = true })!;
        using var tar = new TarReader(xz.StandardOutput.BaseStream);
        var files = new List<KeyValuePair<string, string>>();
        while (tar.GetNextEntry() is { } entry)
            if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile)
            {
                using var content = new MemoryStream();
                entry.DataStream?.CopyTo(content);
                files.Add(new(entry.Name.StartsWith("./", StringComparison.Ordinal) ? entry.Name[2..] : entry.Name, Encoding.UTF8.GetString(content.ToArray())));
            }

        xz.WaitForExit();
        return new(files);
    }
}
