namespace GitOps;

/// <summary>
/// What a variable may be, by the fields that it fills on its own. The schema of core types decides where it is known; elsewhere a default does, for a
/// component that works with <c>${X:=1}</c> has a field that takes a number. Where it stands inside a longer text anything fits.
/// </summary>
internal static class ParameterTyping
{
    public static ParameterType Of(ComponentParameter parameter)
    {
        var types = parameter.Occurrences.Where(static occurrence => occurrence.IsWholeScalar && !occurrence.IsKey).Select(Of)
            .Where(static type => type != ParameterType.Text).Distinct().ToList();
        // The narrower of the two fits both.
        if (types.Contains(ParameterType.Int))
            types.Remove(ParameterType.IntOrString);
        return types.Count == 1 ? types[0] : ParameterType.Text;
    }

    private static ParameterType Of(VariableOccurrence occurrence) => BySchema(occurrence) ?? ByDefault(occurrence.Default);

    private static ParameterType? BySchema(VariableOccurrence occurrence)
    {
        if (!IsCore(occurrence.ApiVersion) || occurrence.Segments is not ["spec", ..])
            return null;
        var known = KnownShapes.Core;
        var type = new KnownType(SchemaTypeKind.Object, occurrence.Kind + "Spec", null);
        foreach (var segment in occurrence.Segments.Skip(1))
        {
            var next = type switch
            {
                { Kind: SchemaTypeKind.Object, Name: { } name } => known.ByName(name)?[segment]?.Type,
                { Item: { } item } => item,
                _ => null,
            };
            if (next is null)
                return null;
            type = next;
        }

        return type.Kind switch
        {
            SchemaTypeKind.Bool => ParameterType.Bool,
            SchemaTypeKind.Int32 or SchemaTypeKind.Int64 => ParameterType.Int,
            SchemaTypeKind.IntOrString => ParameterType.IntOrString,
            SchemaTypeKind.Quantity => ParameterType.Quantity,
            SchemaTypeKind.Duration => ParameterType.Duration,
            _ => ParameterType.Text,
        };
    }

    private static ParameterType ByDefault(string? text) => text switch
    {
        "true" or "false" => ParameterType.Bool,
        // The field may take a name as well (a port): only its schema could tell.
        { Length: > 0 } when text!.All(static character => character is >= '0' and <= '9') && (text.Length == 1 || text[0] != '0') => ParameterType.IntOrString,
        _ => ParameterType.Text,
    };

    private static bool IsCore(string apiVersion) => apiVersion.IndexOf('/') is var slash && (slash < 0 || apiVersion.Substring(0, slash).IndexOf('.') < 0);
}
