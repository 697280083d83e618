using System.Text;

namespace GitOps;

/// <summary>
/// Flux counts bytes (<c>${#V}</c>, <c>${V:0:2}</c>) and may cut a character in half. Such a byte lives in a string as the lone surrogate U+DC80…U+DCFF,
/// so that it survives until it is written; no well-formed text holds one.
/// </summary>
internal static class Utf8Text
{
    private static readonly Encoding Strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);

    /// <summary>The bytes of a string, half characters included.</summary>
    public static byte[] Encode(string text)
    {
        if (!HoldsHalfCharacters(text))
            return Strict.GetBytes(text);
        var bytes = new List<byte>(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            if (IsHalf(text, i))
                bytes.Add((byte)(text[i] - 0xDC00));
            else
            {
                var length = char.IsSurrogatePair(text, i) ? 2 : 1;
                bytes.AddRange(Strict.GetBytes(text.Substring(i, length)));
                i += length - 1;
            }
        }

        return [.. bytes];
    }

    /// <summary>A string of bytes, half characters included.</summary>
    public static string Decode(byte[] bytes, int start, int end)
    {
        var text = new StringBuilder(end - start);
        while (start < end)
        {
            var length = RuneLength(bytes, start, end);
            if (length == 0)
                text.Append((char)(0xDC00 + bytes[start++]));
            else
            {
                text.Append(Strict.GetString(bytes, start, length));
                start += length;
            }
        }

        return text.ToString();
    }

    /// <summary>Whether a result holds a half character: it can be in no YAML file.</summary>
    public static bool HoldsHalfCharacters(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (IsHalf(text, i))
                return true;
        return false;
    }

    /// <summary>The bytes of the character that starts here, 0 where none does.</summary>
    public static int RuneLength(byte[] bytes, int start, int end)
    {
        var first = bytes[start];
        var length = first < 0x80 ? 1 : first is >= 0xC2 and < 0xE0 ? 2 : first is >= 0xE0 and < 0xF0 ? 3 : first is >= 0xF0 and < 0xF5 ? 4 : 0;
        if (length == 0 || start + length > end)
            return 0;
        for (var i = 1; i < length; i++)
            if ((bytes[start + i] & 0xC0) != 0x80)
                return 0;
        return length switch
        {
            3 when first == 0xE0 && bytes[start + 1] < 0xA0 => 0,
            3 when first == 0xED && bytes[start + 1] >= 0xA0 => 0,
            4 when first == 0xF0 && bytes[start + 1] < 0x90 => 0,
            4 when first == 0xF4 && bytes[start + 1] >= 0x90 => 0,
            _ => length,
        };
    }

    /// <summary>The code point that starts here, and its bytes; U+FFFD and one byte where none does, as in Go.</summary>
    public static int Rune(byte[] bytes, int start, int end, out int length)
    {
        length = RuneLength(bytes, start, end);
        switch (length)
        {
            case 1:
                return bytes[start];
            case 2:
                return ((bytes[start] & 0x1F) << 6) | (bytes[start + 1] & 0x3F);
            case 3:
                return ((bytes[start] & 0x0F) << 12) | ((bytes[start + 1] & 0x3F) << 6) | (bytes[start + 2] & 0x3F);
            case 4:
                return ((bytes[start] & 0x07) << 18) | ((bytes[start + 1] & 0x3F) << 12) | ((bytes[start + 2] & 0x3F) << 6) | (bytes[start + 3] & 0x3F);
            default:
                length = 1;
                return 0xFFFD;
        }
    }

    private static bool IsHalf(string text, int i) => text[i] is >= '\uDC80' and <= '\uDCFF' && (i == 0 || !char.IsHighSurrogate(text[i - 1]));
}
