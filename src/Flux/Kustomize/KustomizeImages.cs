namespace GitOps;

/// <summary>The <c>images</c> transformer: other names, tags or digests for images of one name, wherever containers stand.</summary>
internal sealed class KustomizeImages(IEnumerable<DataValue> images)
{
    private readonly List<DataValue> _images = [.. images];

    public void Run(KustomizeResult into)
    {
        if (_images.Count == 0)
            return;
        for (var i = 0; i < into.Objects.Count; i++)
            into.Objects[i] = into.Objects[i].With(Change(into.Objects[i].Value));
    }

    private DataValue Change(DataValue value)
    {
        if (value.Kind == DataKind.List)
            return value.EachItem(Change);
        if (value.Kind != DataKind.Map)
            return value;
        var result = value;
        foreach (var field in value.Fields)
        {
            var changed = field.Name is "containers" or "initContainers" && field.Value.Kind == DataKind.List ? field.Value.EachItem(Container) : Change(field.Value);
            if (!ReferenceEquals(changed, field.Value))
                result = result.With(field.Name, changed);
        }

        return result;
    }

    private DataValue Container(DataValue container)
    {
        if (container.Kind != DataKind.Map || container.TextOf("image") is not { } image)
            return container;
        var at = image.IndexOf('@');
        var slash = image.LastIndexOf('/');
        var colon = at < 0 ? image.IndexOf(':', slash + 1) : -1;
        var end = at >= 0 ? at : colon >= 0 ? colon : image.Length;
        var name = image.Substring(0, end);
        foreach (var entry in _images)
            if (entry.TextOf("name") == name)
            {
                var rest = entry.TextOf("digest") is { Length: > 0 } digest ? "@" + digest : Text(entry["newTag"]) is { Length: > 0 } tag ? ":" + tag : image.Substring(end);
                container = container.With("image", DataValue.Of((entry.TextOf("newName") is { Length: > 0 } other ? other : name) + rest, entry.Origin));
            }

        return container;
    }

    private static string? Text(DataValue? value) => value is { Kind: DataKind.String, IsPartial: false } ? value.Text : (value?.Origin as YamlScalar)?.Text;
}
