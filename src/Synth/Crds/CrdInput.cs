using System.Text;

namespace GitOps;

/// <summary>Brings what a user names into memory.</summary>
internal static class CrdInput
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of a file or URL, or <see langword="null"/> after a fault.</summary>
    public static CrdSource? Read(string fileOrUrl, CommandLineHost host, List<Finding> findings, CancellationToken cancellation)
    {
        if (CrdDownload.IsUrl(fileOrUrl))
            return host.Download.Get(fileOrUrl, findings, cancellation);
        // What a shell completes is relative to where the user stands.
        var path = System.IO.Path.GetFullPath(fileOrUrl, host.WorkingFolder ?? Environment.CurrentDirectory);
        var place = new FindingPlace(fileOrUrl.Replace('\\', '/'));
        if (Directory.Exists(path))
            findings.Add(new Finding(RuleIds.MissingFile, FindingSeverity.Error, "this is a folder; name its files, as in 'crds add folder/*.yaml'", place));
        else if (!File.Exists(path))
            findings.Add(new Finding(RuleIds.MissingFile, FindingSeverity.Error, $"there is no such file; paths are taken from the folder you stand in, '{System.IO.Path.GetDirectoryName(path)}' here", place));
        else
            return Decode(place.Path, File.ReadAllBytes(path), findings);
        return null;
    }

    /// <summary>Bytes as text, or a fault at the first that are none.</summary>
    public static CrdSource? Decode(string name, ReadOnlySpan<byte> bytes, List<Finding> findings)
    {
        try
        {
            return new CrdSource(name, StrictUtf8.GetString(bytes));
        }
        catch (DecoderFallbackException fault)
        {
            var before = bytes[..Math.Clamp(fault.Index, 0, bytes.Length)];
            var line = before.Count((byte)'\n') + 1;
            var column = before.Length - (before.LastIndexOf((byte)'\n') + 1) + 1;
            findings.Add(new Finding(RuleIds.UnreadableYaml, FindingSeverity.Error, "this is no text in UTF-8; is it compressed, or saved in another encoding?", new FindingPlace(name, line, column)));
            return null;
        }
    }
}
