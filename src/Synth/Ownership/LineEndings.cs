namespace GitOps;

/// <summary>Git may check files out with CRLF; they are our work all the same.</summary>
internal static class LineEndings
{
    /// <summary>The text with LF alone, or <see langword="null"/> when it has no CRLF.</summary>
    public static byte[]? WithoutCarriageReturns(ReadOnlySpan<byte> content)
    {
        if (content.IndexOf("\r\n"u8) < 0) return null;
        var result = new byte[content.Length];
        var length = 0;
        for (var i = 0; i < content.Length; i++)
            if (content[i] != '\r' || i + 1 == content.Length || content[i + 1] != '\n')
                result[length++] = content[i];
        return result[..length];
    }
}
