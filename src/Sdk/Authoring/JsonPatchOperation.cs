namespace GitOps;

/// <summary>One operation of a JSON 6902 patch.</summary>
public sealed class JsonPatchOperation
{
    private readonly string op;
    private readonly string path;
    private readonly Values? value;
    private readonly string? from;

    private JsonPatchOperation(string op, string path, Values? value, string? from)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.Length > 0 && path[0] != '/')
            throw new ArgumentException($"The path '{path}' must begin with '/', as in '/spec/values'; '~1' stands for a '/' and '~0' for a '~' in a name.", nameof(path));
        this.op = op;
        this.path = path;
        this.value = value;
        this.from = from;
    }

    /// <summary>Adds a field, or an item to a list (<c>/-</c> is its end).</summary>
    public static JsonPatchOperation Add(string path, Values value) => new("add", path, value, null);

    /// <summary>Replaces a field that is there.</summary>
    public static JsonPatchOperation Replace(string path, Values value) => new("replace", path, value, null);

    /// <summary>Removes a field that is there.</summary>
    public static JsonPatchOperation Remove(string path) => new("remove", path, null, null);

    /// <summary>Makes the whole patch fail unless a field has this value.</summary>
    public static JsonPatchOperation Test(string path, Values value) => new("test", path, value, null);

    /// <summary>Copies a field to another place.</summary>
    public static JsonPatchOperation Copy(string from, string path) => new("copy", path, null, from);

    /// <summary>Moves a field to another place.</summary>
    public static JsonPatchOperation Move(string from, string path) => new("move", path, null, from);

    internal static string ToYaml(IReadOnlyList<JsonPatchOperation> operations)
    {
        using var yaml = new YamlWriter { LiteralDollarPasses = LiteralDollars.Keep };
        var writer = new ObjectWriter(yaml, new ReferenceContext());
        yaml.StartSequence();
        foreach (var operation in operations)
        {
            yaml.StartMapping();
            writer.Field("op"u8, operation.op);
            writer.Field("from"u8, operation.from);
            writer.Field("path"u8, operation.path);
            // Its comments too: Renovate finds an image in a patch by the comment above.
            if (operation.value is { } value)
                writer.Fields(new Values { ["value"] = value });
            yaml.EndMapping();
        }

        yaml.EndSequence();
        return System.Text.Encoding.UTF8.GetString(yaml.WrittenSpan);
    }
}
