using System.Buffers;
using System.Globalization;
using System.Text;

namespace GitOps;

/// <summary>The file in each unit's folder that lists what synth wrote there: one sorted line a file, <c>hash  path</c>. Several hashes of one path are legal: all are ours.
/// The name has no YAML extension, so neither kustomize nor Flux ever reads it.</summary>
internal static class OwnershipManifest
{
    public const string FileName = ".gitops";

    private const int HashLength = 16;

    // One buffer serves ten thousand manifests.
    [ThreadStatic] private static ArrayBufferWriter<byte>? buffer;

    private static ReadOnlySpan<byte> Header => "# What synth wrote in this folder, with the hash of each file. Not edited by hand; synth heals it.\n"u8;

    /// <summary>All lines that can be read. Anything else (the header, conflict markers, a line cut short) says nothing: of a conflict, both sides count.</summary>
    public static List<ManifestLine> Read(ReadOnlySpan<byte> content)
    {
        var lines = new List<ManifestLine>();
        foreach (var range in content.Split((byte)'\n'))
        {
            var line = content[range];
            if (line.Length > 0 && line[^1] == '\r') line = line[..^1];
            if (line.Length < HashLength + 3 || line[HashLength] != ' ' || line[HashLength + 1] != ' ') continue;
            if (!ulong.TryParse(line[..HashLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hash)) continue;
            var path = Encoding.UTF8.GetString(line[(HashLength + 2)..]);
            // A manifest is text that anybody can edit: it must never reach outside its own folder.
            if (TreePath.Fault(path) is null) lines.Add(new ManifestLine(path, hash));
        }
        return lines;
    }

    /// <summary>The manifest's bytes; the lines must be sorted and without doubles. They are valid until the next call on this thread.</summary>
    public static ReadOnlyMemory<byte> Write(List<ManifestLine> lines)
    {
        var output = buffer ??= new ArrayBufferWriter<byte>(4096);
        output.ResetWrittenCount();
        output.Write(Header);
        foreach (var line in lines)
        {
            var span = output.GetSpan(HashLength + 3 + Encoding.UTF8.GetMaxByteCount(line.Path.Length));
            line.Hash.TryFormat(span, out var written, "x16", CultureInfo.InvariantCulture);
            span[written++] = (byte)' ';
            span[written++] = (byte)' ';
            written += Encoding.UTF8.GetBytes(line.Path, span[written..]);
            span[written++] = (byte)'\n';
            output.Advance(written);
        }
        return output.WrittenMemory;
    }
}
