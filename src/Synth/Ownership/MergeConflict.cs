namespace GitOps;

/// <summary>A text with Git's conflict markers, taken apart into the two texts that met.</summary>
internal static class MergeConflict
{
    private enum Part
    {
        Both,
        Ours,
        Base,
        Theirs,
    }

    public static bool TrySplit(ReadOnlySpan<byte> content, out byte[] ours, out byte[] theirs)
    {
        ours = theirs = [];
        if (content.IndexOf("<<<<<<<"u8) < 0) return false;
        var (mine, other) = (new List<byte>(content.Length), new List<byte>(content.Length));
        var (part, conflicts) = (Part.Both, 0);
        while (content.Length > 0)
        {
            var end = content.IndexOf((byte)'\n') + 1;
            var line = end == 0 ? content : content[..end];
            content = content[line.Length..];
            if (part == Part.Both && line.StartsWith("<<<<<<<"u8)) (part, conflicts) = (Part.Ours, conflicts + 1);
            else if (part == Part.Ours && line.StartsWith("|||||||"u8)) part = Part.Base;
            else if (part is Part.Ours or Part.Base && line.StartsWith("======="u8)) part = Part.Theirs;
            else if (part == Part.Theirs && line.StartsWith(">>>>>>>"u8)) part = Part.Both;
            else
            {
                if (part is Part.Both or Part.Ours) mine.AddRange(line);
                if (part is Part.Both or Part.Theirs) other.AddRange(line);
            }
        }
        if (conflicts == 0 || part != Part.Both) return false;
        (ours, theirs) = ([.. mine], [.. other]);
        return true;
    }
}
