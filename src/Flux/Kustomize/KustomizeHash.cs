using System.Security.Cryptography;
using System.Text;

namespace GitOps;

/// <summary>The hash that kustomize puts behind the name of a generated ConfigMap or Secret (kyaml hasher.go): of the content, so a change of it restarts what uses it.</summary>
internal static class KustomizeHash
{
    /// <summary>The ten characters, or <see langword="null"/> when not all of the content is known.</summary>
    public static string? Of(KustomizeObject item)
    {
        var data = item.Value["data"];
        var json = new StringBuilder();
        json.Append('{');
        if (item.Value["binaryData"] is not null)
            return null;
        if (!AppendData(json.Append("\"data\":"), data))
            return null;
        Quote(json.Append(",\"kind\":"), item.Kind);
        // The hasher looks for a field called "metadata/name", and finds none: the name is always empty.
        json.Append(",\"name\":\"\"");
        if (item.Kind == "Secret")
        {
            if (item.Value["stringData"] is { } plain && !AppendData(json.Append(",\"stringData\":"), plain))
                return null;
            Quote(json.Append(",\"type\":"), item.Value.TextOf("type") ?? "");
        }

        json.Append('}');
        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(Encoding.UTF8.GetBytes(json.ToString()));
        var result = new StringBuilder(10);
        foreach (var value in hash.Take(5))
            foreach (var digit in new[] { value >> 4, value & 15 })
                // Digits and vowels that could make a word or a confusion are others.
                result.Append("0123456789abcdef"[digit] switch { '0' => 'g', '1' => 'h', '3' => 'k', 'a' => 'm', 'e' => 't', var same => same });
        return result.ToString();
    }

    private static bool AppendData(StringBuilder json, DataValue? data)
    {
        if (data is null or { Kind: DataKind.Null })
        {
            json.Append("\"\"");
            return true;
        }

        if (data.Kind != DataKind.Map || data.IsPartial)
            return false;
        json.Append('{');
        var first = true;
        foreach (var field in data.Fields.OrderBy(static field => field.Name, StringComparer.Ordinal))
        {
            if (field.Value is not { Kind: DataKind.String, IsPartial: false })
                return false;
            Quote(first ? json : json.Append(','), field.Name);
            Quote(json.Append(':'), field.Value.Text);
            first = false;
        }

        json.Append('}');
        return true;
    }

    /// <summary>As Go's encoding/json writes a string: what HTML could mean is escaped too.</summary>
    private static void Quote(StringBuilder json, string text)
    {
        json.Append('"');
        foreach (var c in text)
            switch (c)
            {
                case '"': json.Append("\\\""); break;
                case '\\': json.Append("\\\\"); break;
                case '\n': json.Append("\\n"); break;
                case '\r': json.Append("\\r"); break;
                case '\t': json.Append("\\t"); break;
                case '\b': json.Append("\\b"); break;
                case '\f': json.Append("\\f"); break;
                case '<' or '>' or '&' or < ' ' or '\u2028' or '\u2029': json.Append("\\u").Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture)); break;
                default: json.Append(c); break;
            }

        json.Append('"');
    }
}
