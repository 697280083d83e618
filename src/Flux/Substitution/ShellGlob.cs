namespace GitOps;

/// <summary>
/// The patterns of <c># ## % %%</c>: Go's path.Match as envsubst changed it, over bytes: <c>*</c> matches a slash too, <c>?</c> one character,
/// <c>[a-c]</c> and <c>[^a-c]</c> classes, <c>\</c> takes the next character as it is.
/// </summary>
internal static class ShellGlob
{
    /// <summary>Whether the pattern matches all of the bytes; <see langword="null"/> when the pattern is malformed (the value is then left alone).</summary>
    /// <param name="most">After so many steps it says no.</param>
    public static bool? IsMatch(byte[] pattern, byte[] name, int end, long most, ref long steps)
    {
        var p = 0;
        var n = 0;
        while (p < pattern.Length)
        {
            var star = false;
            while (p < pattern.Length && pattern[p] == '*')
            {
                star = true;
                p++;
            }

            var chunk = p;
            p = ChunkEnd(pattern, p);
            if (star && chunk == p)
                return true;
            steps += p - chunk + 1;
            var here = MatchChunk(pattern, chunk, p, name, n, end);
            if (here is null)
                return null;
            if (here >= 0 && (here == end || p < pattern.Length))
            {
                n = here.Value;
                continue;
            }

            if (!star)
                return false;
            var found = false;
            for (var i = n; i < end && !found; i++)
            {
                steps += p - chunk + 1;
                if (steps > most)
                    return false;
                var later = MatchChunk(pattern, chunk, p, name, i + 1, end);
                if (later is null)
                    return null;
                // The last piece must take all that is left.
                if (later < 0 || (p == pattern.Length && later < end))
                    continue;
                n = later.Value;
                found = true;
            }

            if (!found)
                return false;
        }

        return n == end;
    }

    /// <summary>A piece ends before the next star outside brackets.</summary>
    private static int ChunkEnd(byte[] pattern, int i)
    {
        var inClass = false;
        for (; i < pattern.Length; i++)
            switch (pattern[i])
            {
                case (byte)'\\':
                    if (i + 1 < pattern.Length)
                        i++;
                    break;
                case (byte)'[':
                    inClass = true;
                    break;
                case (byte)']':
                    inClass = false;
                    break;
                case (byte)'*' when !inClass:
                    return i;
            }

        return i;
    }

    /// <summary>Where the name goes on after this piece, -1 when it does not match, <see langword="null"/> when the pattern is malformed.</summary>
    private static int? MatchChunk(byte[] pattern, int p, int chunkEnd, byte[] name, int n, int end)
    {
        var failed = false;
        while (p < chunkEnd)
        {
            failed |= n >= end;
            switch (pattern[p])
            {
                case (byte)'[':
                    var rune = 0;
                    if (!failed)
                    {
                        rune = Utf8Text.Rune(name, n, end, out var width);
                        n += width;
                    }

                    if (MatchClass(pattern, ref p, chunkEnd, rune) is not { } matches)
                        return null;
                    failed |= !matches;
                    break;
                case (byte)'?':
                    if (!failed)
                    {
                        Utf8Text.Rune(name, n, end, out var width);
                        n += width;
                    }

                    p++;
                    break;
                default:
                    if (pattern[p] == '\\' && ++p >= chunkEnd)
                        return null;
                    if (!failed)
                        failed = pattern[p] != name[n++];
                    p++;
                    break;
            }
        }

        return failed ? -1 : n;
    }

    private static bool? MatchClass(byte[] pattern, ref int p, int chunkEnd, int rune)
    {
        p++;
        var negated = p < chunkEnd && pattern[p] == '^';
        if (negated)
            p++;
        var match = false;
        for (var ranges = 0; ; ranges++)
        {
            if (p < chunkEnd && pattern[p] == ']' && ranges > 0)
            {
                p++;
                return match != negated;
            }

            if (ClassCharacter(pattern, ref p, chunkEnd) is not { } low)
                return null;
            var high = low;
            if (pattern[p] == '-')
            {
                p++;
                if (ClassCharacter(pattern, ref p, chunkEnd) is not { } given)
                    return null;
                high = given;
            }

            match |= low <= rune && rune <= high;
        }
    }

    /// <summary>A character inside brackets; something must follow it, were it only the closing bracket.</summary>
    private static int? ClassCharacter(byte[] pattern, ref int p, int chunkEnd)
    {
        if (p >= chunkEnd || pattern[p] is (byte)'-' or (byte)']')
            return null;
        if (pattern[p] == '\\' && ++p >= chunkEnd)
            return null;
        var rune = Utf8Text.Rune(pattern, p, chunkEnd, out var width);
        if (rune == 0xFFFD && width == 1)
            return null;
        p += width;
        return p < chunkEnd ? rune : null;
    }
}
