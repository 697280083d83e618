using System.Text;

namespace GitOps;

/// <summary>Names of emitted files. All pass through here: one character that Roslyn refuses stops the whole generator.</summary>
internal static class HintName
{
    /// <summary>What every generated file ends with.</summary>
    public const string Suffix = ".g.cs";

    /// <summary>The hint name of what the parts identify: <c>cert-manager.io</c>, <c>v1</c>, <c>Issuer</c> gives <c>cert-manager.io.v1.Issuer.g.cs</c>.</summary>
    public static string Of(params string[] parts)
    {
        var name = new StringBuilder();
        foreach (var part in parts)
        {
            if (part.Length == 0)
                continue;
            if (name.Length > 0)
                name.Append('.');
            foreach (var character in part)
            {
                // '+xx' keeps names apart that differ only in what cannot stand in a file name.
                if (IsPlain(character))
                    name.Append(character);
                else
                    name.Append('+').Append(((int)character).ToString("x2", System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        return name.Append(Suffix).ToString();
    }

    private static bool IsPlain(char character) =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '-' or '_';
}
