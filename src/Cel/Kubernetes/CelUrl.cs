using System.Text;

namespace GitOps;

/// <summary>A URL as Go's <c>url.ParseRequestURI</c> accepts it: absolute, or a path from the root.</summary>
internal sealed class CelUrl : CelValue
{
    private CelUrl(string text, string scheme, string host, string path, string query)
    {
        Text = text;
        Scheme = scheme;
        Host = host;
        EscapedPath = path;
        RawQuery = query;
    }

    public override CelKind Kind => CelKind.Url;

    public string Text { get; }

    public string Scheme { get; }

    /// <summary>With its port.</summary>
    public string Host { get; }

    public string EscapedPath { get; }

    private string RawQuery { get; }

    public string Hostname
    {
        get
        {
            var name = PortStart < 0 ? Host : Host.Substring(0, PortStart);
            return name.StartsWith("[", StringComparison.Ordinal) && name.EndsWith("]", StringComparison.Ordinal) ? name.Substring(1, name.Length - 2) : name;
        }
    }

    public string Port => PortStart < 0 ? "" : Host.Substring(PortStart + 1);

    private int PortStart
    {
        get
        {
            var colon = Host.LastIndexOf(':');
            return colon >= 0 && colon > Host.LastIndexOf(']') && Host.Skip(colon + 1).All(CelLexer.IsDigit) ? colon : -1;
        }
    }

    /// <summary>The parameters of the query, each with its values; one that cannot be read is left out.</summary>
    public IReadOnlyList<KeyValuePair<string, List<string>>> Query
    {
        get
        {
            var query = new List<KeyValuePair<string, List<string>>>();
            foreach (var part in RawQuery.Split('&'))
            {
                if (part.Length == 0 || part.IndexOf(';') >= 0)
                    continue;
                var equals = part.IndexOf('=');
                var name = Unescape(equals < 0 ? part : part.Substring(0, equals), plusIsBlank: true);
                var value = equals < 0 ? "" : Unescape(part.Substring(equals + 1), plusIsBlank: true);
                if (name is null || value is null)
                    continue;
                var values = query.Find(entry => entry.Key == name).Value;
                if (values is null)
                    query.Add(new KeyValuePair<string, List<string>>(name, values = []));
                values.Add(value);
            }
            return query;
        }
    }

    public static CelUrl? Parse(string text)
    {
        // Go reads it twice: as a request's URI, where '#' is a character like any other, and as a URL.
        if (Read(text, text, viaRequest: true) is null)
            return null;
        var hash = text.IndexOf('#');
        if (hash >= 0 && Unescape(text.Substring(hash + 1), plusIsBlank: false) is null)
            return null;
        return Read(text, hash < 0 ? text : text.Substring(0, hash), viaRequest: false);
    }

    public static bool IsUrl(string text) => Read(text, text, viaRequest: true) is not null;

    private static CelUrl? Read(string text, string rest, bool viaRequest)
    {
        if (rest.Length == 0 && viaRequest || rest.Any(static c => c < ' ' || c == 0x7F))
            return null;
        if (rest == "*")
            return new CelUrl(text, "", "", "*", "");
        var scheme = "";
        if (!SchemeOf(ref rest, ref scheme))
            return null;
        var query = "";
        var mark = rest.IndexOf('?');
        if (mark >= 0)
        {
            query = rest.Substring(mark + 1);
            rest = rest.Substring(0, mark);
        }
        if (!rest.StartsWith("/", StringComparison.Ordinal))
        {
            // mailto:someone has no path
            if (scheme.Length > 0)
                return new CelUrl(text, scheme, "", "", query);
            return null;
        }
        var host = "";
        if ((scheme.Length > 0 || !viaRequest && !rest.StartsWith("///", StringComparison.Ordinal)) && rest.StartsWith("//", StringComparison.Ordinal))
        {
            var slash = rest.IndexOf('/', 2);
            var authority = slash < 0 ? rest.Substring(2) : rest.Substring(2, slash - 2);
            rest = slash < 0 ? "" : rest.Substring(slash);
            if (HostOf(authority) is not { } found)
                return null;
            host = found;
        }
        return Unescape(rest, plusIsBlank: false) is { } path ? new CelUrl(text, scheme, host, Escaped(rest, path), query) : null;
    }

    private static bool SchemeOf(ref string rest, ref string scheme)
    {
        for (var i = 0; i < rest.Length; i++)
        {
            var c = rest[i];
            if (c is >= 'a' and <= 'z' or >= 'A' and <= 'Z')
                continue;
            if (c is >= '0' and <= '9' or '+' or '-' or '.')
            {
                if (i == 0)
                    return true;
                continue;
            }
            if (c != ':')
                return true;
            if (i == 0)
                return false;
            scheme = rest.Substring(0, i).ToLowerInvariant();
            rest = rest.Substring(i + 1);
            return true;
        }
        return true;
    }

    private static string? HostOf(string authority)
    {
        var at = authority.LastIndexOf('@');
        if (at >= 0)
        {
            var user = authority.Substring(0, at);
            if (!user.All(static c => c is >= '0' and <= '9' or >= 'a' and <= 'z' or >= 'A' and <= 'Z' || "-._:~!$&'()*+,;=%@".IndexOf(c) >= 0) || Unescape(user, plusIsBlank: false) is null)
                return null;
            authority = authority.Substring(at + 1);
        }
        if (authority.StartsWith("[", StringComparison.Ordinal))
        {
            var end = authority.LastIndexOf(']');
            if (end < 0 || !IsPort(authority.Substring(end + 1)))
                return null;
            var inner = authority.Substring(1, end - 1);
            var zone = inner.IndexOf("%25", StringComparison.Ordinal);
            // The port's digits may be missing, and so may a colon before them, but an address must stand in brackets.
            return CelIp.Bytes(zone < 0 ? inner : inner.Substring(0, zone)) is { Length: 16 } ? Unescape(authority, plusIsBlank: false, isHost: true) : null;
        }
        var colon = authority.LastIndexOf(':');
        if (colon >= 0 && !IsPort(authority.Substring(colon)))
            return null;
        foreach (var c in authority)
            if (c < 0x80 && !(c is >= '0' and <= '9' or >= 'a' and <= 'z' or >= 'A' and <= 'Z' || "-_.~!$&'()*+,;=:[]<>\"%".IndexOf(c) >= 0))
                return null;
        return Unescape(authority, plusIsBlank: false, isHost: true);
    }

    private static bool IsPort(string text) => text.Length == 0 || text[0] == ':' && text.Skip(1).All(CelLexer.IsDigit);

    /// <summary>The path as it was written, where that is a way to write it; else in Go's own way.</summary>
    private static string Escaped(string written, string path)
    {
        var isValid = written.All(static c => c is >= '0' and <= '9' or >= 'a' and <= 'z' or >= 'A' and <= 'Z' || "-_.~!$&'()*+,;=:@/[]%".IndexOf(c) >= 0);
        if (isValid)
            return written;
        var escaped = new StringBuilder();
        foreach (var b in Encoding.UTF8.GetBytes(path))
            if (b is >= (byte)'0' and <= (byte)'9' or >= (byte)'a' and <= (byte)'z' or >= (byte)'A' and <= (byte)'Z' || "-_.~$&+/:=@".IndexOf((char)b) >= 0)
                escaped.Append((char)b);
            else
                escaped.Append('%').Append(b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        return escaped.ToString();
    }

    private static string? Unescape(string text, bool plusIsBlank, bool isHost = false)
    {
        if (text.IndexOf('%') < 0 && !(plusIsBlank && text.IndexOf('+') >= 0))
            return text;
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%')
            {
                if (i + 2 >= text.Length || !Uri.IsHexDigit(text[i + 1]) || !Uri.IsHexDigit(text[i + 2]))
                    return null;
                var value = (byte)(Uri.FromHex(text[i + 1]) * 16 + Uri.FromHex(text[i + 2]));
                // In a host only what is not ASCII may be escaped, and the percent sign of a zone.
                if (isHost && value < 0x80 && value != (byte)'%')
                    return null;
                bytes.Add(value);
                i += 2;
            }
            else if (plusIsBlank && text[i] == '+')
                bytes.Add((byte)' ');
            else if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length)
                bytes.AddRange(Encoding.UTF8.GetBytes(text.Substring(i++, 2)));
            else
                bytes.AddRange(Encoding.UTF8.GetBytes(text[i].ToString()));
        }
        return Encoding.UTF8.GetString([.. bytes]);
    }
}
