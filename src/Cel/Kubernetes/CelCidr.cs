using System.Globalization;

namespace GitOps;

/// <summary>A network, <c>10.0.0.0/8</c>. Bits behind the prefix are kept.</summary>
internal sealed class CelCidr(byte[] address, int bits) : CelValue
{
    public override CelKind Kind => CelKind.Cidr;

    public byte[] Address { get; } = address;

    public int Bits { get; } = bits;

    public string Text => CelIp.Format(Address) + "/" + Bits.ToString(CultureInfo.InvariantCulture);

    public static CelCidr? Parse(string text)
    {
        var slash = text.LastIndexOf('/');
        if (slash < 0 || CelIp.Parse(text.Substring(0, slash)) is not { } ip)
            return null;
        var digits = text.Substring(slash + 1);
        if (digits.Length is 0 or > 3 || !digits.All(CelLexer.IsDigit) || digits.Length > 1 && digits[0] == '0')
            return null;
        var bits = int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return bits <= ip.Address.Length * 8 ? new CelCidr(ip.Address, bits) : null;
    }

    public bool Contains(byte[] other, int prefix)
    {
        if (other.Length != Address.Length || prefix < Bits)
            return false;
        for (var bit = 0; bit < Bits; bit++)
            if (((Address[bit / 8] ^ other[bit / 8]) & (0x80 >> (bit % 8))) != 0)
                return false;
        return true;
    }

    public CelCidr Masked()
    {
        var masked = new byte[Address.Length];
        for (var bit = 0; bit < Bits; bit++)
            masked[bit / 8] |= (byte)(Address[bit / 8] & (0x80 >> (bit % 8)));
        return new CelCidr(masked, Bits);
    }
}
