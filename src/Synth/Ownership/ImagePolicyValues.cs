using System.Text;
using System.Text.Json;

namespace GitOps;

/// <summary>
/// The scalars of a file that Flux's image automation owns: behind each stands a comment <c># {"$imagepolicy": "namespace:name:tag"}</c>. Flux commits the chosen image into the tree, so
/// the tree's value counts there, and the rest of the file is the author's as ever. Flux writes the whole file anew and in its own style (kyaml kio: it drops what stands before the first
/// <c>---</c>), so such a file is known again by what it says and not by its bytes.
/// </summary>
internal static class ImagePolicyValues
{
    private static ReadOnlySpan<byte> Key => "\"$imagepolicy\""u8;

    /// <summary>Whether a file may hold such a scalar; quick, for it is asked of every file.</summary>
    public static bool MayBeIn(ReadOnlySpan<byte> content) => content.IndexOf(Key) >= 0;

    /// <summary>The hash of a file: of its bytes, or where Flux owns scalars of what it says but for their values. A checkout with CRLF is told apart as in any file.</summary>
    public static ulong Hash(ReadOnlySpan<byte> content) =>
        MayBeIn(content) && content.IndexOf("\r\n"u8) < 0 && Text(content) is var text && Statement(text) is { } statement ? ContentHash.Of(Encoding.UTF8.GetBytes(statement)) : ContentHash.Of(content);

    /// <summary>
    /// A planned file with the values that stand in the tree, where both say that the same policy owns them. Of several sources (the sides of a merge conflict) the first counts that differs from
    /// the plan: it was bumped.
    /// </summary>
    public static ReadOnlyMemory<byte> Keep(ReadOnlyMemory<byte> planned, params ReadOnlySpan<byte[]> tree)
    {
        var text = Text(planned.Span);
        if (Owned(text) is not { Count: > 0 } wanted)
            return planned;
        var sources = new List<List<Scalar>>();
        foreach (var content in tree)
            if (Owned(Text(content)) is { } found)
                sources.Add(found);
        var result = new StringBuilder();
        var from = 0;
        foreach (var scalar in wanted)
        {
            if (Bumped(scalar, sources) is not { } bumped)
                continue;
            result.Append(text, from, scalar.Start - from).Append(bumped);
            from = scalar.End;
        }
        return from == 0 ? planned : Encoding.UTF8.GetBytes(result.Append(text, from, text.Length - from).ToString());
    }

    private static string? Bumped(Scalar wanted, List<List<Scalar>> sources)
    {
        foreach (var source in sources)
        {
            var found = source.Find(scalar => scalar.Policy == wanted.Policy && scalar.Path == wanted.Path);
            // Where a list has grown before it, the scalar has moved; one policy gives all its scalars the same value.
            if (found is null && source.FindAll(scalar => scalar.Policy == wanted.Policy) is { Count: > 0 } all && all.TrueForAll(scalar => scalar.Value == all[0].Value))
                found = all[0];
            if (found is not null && found.Value != wanted.Value)
                return found.Raw;
        }
        return null;
    }

    // Offsets count in the text that YAML is read from, which has no byte order mark.
    private static string Text(ReadOnlySpan<byte> content) => new YamlSource(Encoding.UTF8.GetString(content)).Text;

    /// <summary>All that a file says, comments too, in one form; of the scalars that Flux owns only whose they are. <see langword="null"/> for what is no YAML.</summary>
    private static string? Statement(string text)
    {
        var file = YamlFile.Read(text);
        if (file.Faults.Count > 0)
            return null;
        var statement = new StringBuilder();
        foreach (var document in file.Documents)
            if (document.Root is { } root)
                Walk(text, root, "", (path, scalar, comment) =>
                {
                    statement.Append(path);
                    if (PolicyOf(comment) is null)
                        statement.Append('=').Append(scalar.Core.Kind).Append(' ').Append(scalar.Core.Text);
                    statement.Append(comment).Append('\0');
                });
        var start = text.IndexOf("\n---\n", StringComparison.Ordinal);
        var isHead = start > 0 && text.AsSpan(0, start).TrimStart() is ['#', ..] && !text[..start].Split('\n').Any(static line => line.Length > 0 && line[0] != '#');
        foreach (var line in text.AsSpan(isHead ? start : 0).EnumerateLines())
            if (line.Trim() is ['#', ..] comment)
                statement.Append(comment).Append('\0');
        return statement.ToString();
    }

    private static List<Scalar>? Owned(string text)
    {
        var file = YamlFile.Read(text);
        if (file.Faults.Count > 0)
            return null;
        var owned = new List<Scalar>();
        foreach (var document in file.Documents)
            if (document.Root is { } root)
                Walk(text, root, Name(document.Mapping), (path, scalar, comment) =>
                {
                    if (PolicyOf(comment) is { } policy)
                        owned.Add(new Scalar(path, policy, scalar.Text, text[scalar.Start.Offset..scalar.End.Offset], scalar.Start.Offset, scalar.End.Offset));
                });
        owned.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return owned;
    }

    private static string Name(YamlMapping? document) => $"{document?.Text("kind")}/{(document?["metadata"] as YamlMapping)?.Text("name")}";

    private static void Walk(string text, YamlNode node, string path, Action<string, YamlScalar, string> scalar)
    {
        switch (node)
        {
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries)
                    Walk(text, entry.Value, $"{path}\0{entry.Name}", scalar);
                break;
            case YamlSequence list:
                for (var i = 0; i < list.Items.Count; i++)
                    Walk(text, list.Items[i], $"{path}\0[{i.ToString(System.Globalization.CultureInfo.InvariantCulture)}]", scalar);
                break;
            case YamlScalar found:
                scalar(path, found, CommentBehind(text, found));
                break;
        }
    }

    private static string CommentBehind(string text, YamlScalar scalar)
    {
        if (scalar.Style is YamlScalarStyle.Literal or YamlScalarStyle.Folded)
            return "";
        var end = text.IndexOf('\n', scalar.End.Offset);
        var rest = text.AsSpan(scalar.End.Offset, (end < 0 ? text.Length : end) - scalar.End.Offset).Trim();
        return rest is ['#', ..] ? rest.ToString() : "";
    }

    // As Flux reads it (kyaml fieldmeta): JSON of one level, texts only.
    private static string? PolicyOf(string comment)
    {
        if (!comment.Contains(ImagePolicyMarker.Key, StringComparison.Ordinal))
            return null;
        try
        {
            using var json = JsonDocument.Parse(comment.TrimStart('#'));
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(ImagePolicyMarker.Key, out var policy) && policy.ValueKind == JsonValueKind.String
                ? policy.GetString() : null;
        }
        catch (JsonException)
        {
            return null; // a comment for people
        }
    }

    /// <param name="Path">Which object, and the field in it.</param>
    /// <param name="Policy">What the marker says: <c>namespace:name:tag</c>.</param>
    /// <param name="Raw">As it is written, quotes included.</param>
    private sealed record Scalar(string Path, string Policy, string Value, string Raw, int Start, int End);
}
