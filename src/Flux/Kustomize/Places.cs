namespace GitOps;

/// <summary>From a value to its place in the user's files, by the YAML node that it comes from.</summary>
internal static class Places
{
    /// <summary>The place of a value or field whose origin is a YAML node; <see langword="null"/> for what was made elsewhere.</summary>
    public static FindingPlace? Of(object? origin)
    {
        if (origin is TextFileOrigin file)
            return new(file.Path, 1, 1);
        // What synth writes comes from a line of C#.
        if (origin is FindingPlace place)
            return place;
        if (origin is not YamlNode { Source.Path: { } path } node)
            return null;
        var mark = node.Source.InFile(node.Start);
        return new(path, mark.Line, mark.Column);
    }

    /// <summary>The place of the <c>${</c> at an offset of a scalar's text.</summary>
    public static FindingPlace? Of(object? origin, int offset)
    {
        if (origin is TextFileOrigin file)
            return file.At(offset);
        if (origin is not YamlScalar { Source.Path: { } path } scalar)
            return Of(origin);
        var mark = scalar.Source.InFile(new ScalarPlaces(scalar.Source.Text, scalar).Of(offset));
        return new(path, mark.Line, mark.Column);
    }

    /// <summary>The place of a field's name, or of what is around it.</summary>
    public static FindingPlace? OfField(this DataValue? value, string name) => value?.Find(name) is { } field ? Of(field.Origin) ?? Of(field.Value.Origin) : Of(value?.Origin);
}
