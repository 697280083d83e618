using System.Globalization;
using System.Text;

namespace GitOps;

/// <summary>An IP address as CEL in Kubernetes takes it: without a zone, and no IPv4 address written as one of IPv6.</summary>
/// <param name="address">4 or 16 bytes.</param>
internal sealed class CelIp(byte[] address) : CelValue
{
    public override CelKind Kind => CelKind.Ip;

    public byte[] Address { get; } = address;

    public bool IsV4 => Address.Length == 4;

    /// <summary>The canonical form.</summary>
    public string Text => Format(Address);

    public bool IsUnspecified => Address.All(static b => b == 0);

    public bool IsLoopback => IsV4 ? Address[0] == 127 : Address.Take(15).All(static b => b == 0) && Address[15] == 1;

    public bool IsLinkLocalMulticast => IsV4 ? Address[0] == 224 && Address[1] == 0 && Address[2] == 0 : Address[0] == 0xFF && (Address[1] & 0x0F) == 0x02;

    public bool IsLinkLocalUnicast => IsV4 ? Address[0] == 169 && Address[1] == 254 : Address[0] == 0xFE && (Address[1] & 0xC0) == 0x80;

    public bool IsMulticast => IsV4 ? (Address[0] & 0xF0) == 0xE0 : Address[0] == 0xFF;

    public bool IsGlobalUnicast => !IsUnspecified && !IsLoopback && !IsMulticast && !IsLinkLocalUnicast && !(IsV4 && Address.All(static b => b == 255));

    public static CelIp? Parse(string text) => Bytes(text) is { } bytes && !IsV4InV6(bytes) ? new CelIp(bytes) : null;

    public static bool IsV4InV6(byte[] bytes) => bytes.Length == 16 && bytes.Take(10).All(static b => b == 0) && bytes[10] == 0xFF && bytes[11] == 0xFF;

    public static byte[]? Bytes(string text) => text.IndexOf(':') >= 0 ? V6(text) : V4(text);

    private static byte[]? V4(string text)
    {
        var parts = text.Split('.');
        if (parts.Length != 4)
            return null;
        var bytes = new byte[4];
        for (var i = 0; i < 4; i++)
        {
            var part = parts[i];
            // A leading zero could mean octal: Go refuses it.
            if (part.Length is 0 or > 3 || part.Length > 1 && part[0] == '0' || !part.All(CelLexer.IsDigit))
                return null;
            var value = int.Parse(part, NumberStyles.None, CultureInfo.InvariantCulture);
            if (value > 255)
                return null;
            bytes[i] = (byte)value;
        }
        return bytes;
    }

    private static byte[]? V6(string text)
    {
        var bytes = new byte[16];
        var count = 0;
        var gap = -1;
        var at = 0;
        if (text.StartsWith("::", StringComparison.Ordinal))
        {
            gap = 0;
            at = 2;
        }
        while (at < text.Length)
        {
            if (count == 16)
                return null;
            var start = at;
            var value = 0;
            while (at < text.Length && at - start < 5 && Hex(text[at]) is var digit and >= 0)
            {
                value = value * 16 + digit;
                at++;
            }
            if (at == start || at - start > 4)
                return null;
            if (at < text.Length && text[at] == '.')
            {
                if (V4(text.Substring(start)) is not { } tail || count > 12 || gap < 0 && count != 12)
                    return null;
                tail.CopyTo(bytes, count);
                count += 4;
                at = text.Length;
                break;
            }
            bytes[count++] = (byte)(value >> 8);
            bytes[count++] = (byte)value;
            if (at == text.Length)
                break;
            if (text[at] != ':' || at + 1 == text.Length)
                return null;
            at++;
            if (text[at] == ':')
            {
                if (gap >= 0)
                    return null;
                gap = count;
                at++;
            }
        }
        if (gap < 0)
            return count == 16 ? bytes : null;
        if (count == 16)
            return null;
        var moved = count - gap;
        for (var i = 1; i <= moved; i++)
        {
            bytes[16 - i] = bytes[count - i];
            bytes[count - i] = 0;
        }
        return bytes;
    }

    private static int Hex(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };

    public static string Format(byte[] address)
    {
        if (address.Length == 4)
            return string.Join(".", address.Select(static b => b.ToString(CultureInfo.InvariantCulture)));
        // The longest run of zeros, of two groups at least, is left out (RFC 5952).
        var (gap, gapEnd) = (-1, -1);
        for (var i = 0; i < 16; i += 2)
        {
            var end = i;
            while (end < 16 && address[end] == 0 && address[end + 1] == 0)
                end += 2;
            if (end - i > gapEnd - gap && end - i >= 4)
                (gap, gapEnd) = (i, end);
        }
        var text = new StringBuilder();
        for (var i = 0; i < 16; i += 2)
        {
            if (i == gap)
            {
                text.Append("::");
                i = gapEnd;
                if (i >= 16)
                    break;
            }
            else if (i > 0)
                text.Append(':');
            text.Append(((address[i] << 8) | address[i + 1]).ToString("x", CultureInfo.InvariantCulture));
        }
        return text.ToString();
    }
}
