using System.Text;

namespace GitOps;

/// <summary>Addresses of schemas, as text alone: nothing is ever fetched.</summary>
internal static class JsonSchemaAddress
{
    /// <summary>A reference read at an address (RFC 3986): a whole address stays as it is.</summary>
    public static string Combine(string origin, string reference)
    {
        if (reference.Length == 0 || origin.Length == 0)
            return reference.Length == 0 ? origin : IsWhole(reference) ? reference : Normal(reference);
        if (IsWhole(reference))
            return reference;
        var authority = AuthorityEnd(origin);
        var path = origin.Substring(authority);
        path = reference[0] == '/' ? reference : path.Substring(0, path.LastIndexOf('/') + 1) + reference;
        return origin.Substring(0, authority) + (authority > 0 && path.Length > 0 && path[0] != '/' ? "/" : "") + Normal(path);
    }

    /// <summary>Where the path of an address begins: behind scheme and host, or behind the drive of a machine path.</summary>
    private static int AuthorityEnd(string address)
    {
        if (!IsWhole(address))
            return 0;
        var host = address.IndexOf("://", StringComparison.Ordinal);
        if (host < 0)
            return address.IndexOf(':') + 1;
        var slash = address.IndexOf('/', host + 3);
        return slash < 0 ? address.Length : slash;
    }

    /// <summary>With a scheme, or a machine path of Windows.</summary>
    public static bool IsWhole(string reference)
    {
        var colon = reference.IndexOf(':');
        return colon > 0 && reference.IndexOf('/') is var slash && (slash < 0 || slash > colon);
    }

    /// <summary>A path without <c>.</c> and <c>..</c>, with forward slashes.</summary>
    public static string Normal(string path)
    {
        var kept = new List<string>();
        var parts = path.Replace('\\', '/').Split('/');
        for (var i = 0; i < parts.Length; i++)
            if (parts[i] == ".." && kept.Count > 0 && kept[kept.Count - 1] is not ("" or ".."))
                kept.RemoveAt(kept.Count - 1);
            else if (parts[i] != "." && (parts[i].Length > 0 || i == 0))
                kept.Add(parts[i]);
        return string.Join("/", kept);
    }

    /// <summary>The names in a pointer, decoded (RFC 6901, in a URL).</summary>
    public static IEnumerable<string> Segments(string pointer) =>
        pointer.Split('/').Skip(1).Select(static segment => Decoded(segment).Replace("~1", "/").Replace("~0", "~"));

    private static string Decoded(string text)
    {
        if (text.IndexOf('%') < 0)
            return text;
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '%' && i + 2 < text.Length && Hex(text[i + 1]) is >= 0 and var high && Hex(text[i + 2]) is >= 0 and var low)
            {
                bytes.Add((byte)(high * 16 + low));
                i += 2;
            }
            else
                bytes.AddRange(Encoding.UTF8.GetBytes(text.Substring(i, 1)));
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static int Hex(char digit) => digit switch
    {
        >= '0' and <= '9' => digit - '0',
        >= 'a' and <= 'f' => digit - 'a' + 10,
        >= 'A' and <= 'F' => digit - 'A' + 10,
        _ => -1,
    };
}
