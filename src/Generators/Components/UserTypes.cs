namespace GitOps;

/// <summary>
/// The types at places of users' own kinds. A CRD is read a second time for it, and only where a component has a variable in such a kind: what the models are made
/// from is far too much to compare on every edit.
/// </summary>
internal static class UserTypes
{
    /// <summary>The places in kinds that the SDK does not know, each once and in order.</summary>
    public static EquatableArray<string> Wanted(IEnumerable<ComponentSpec> components) => components
        .SelectMany(static component => component.Parameters).SelectMany(static parameter => parameter.Uses)
        .Where(static use => use is { Form: null, Path: not null }).Select(static use => use.Path!)
        .Distinct(StringComparer.Ordinal).OrderBy(static path => path, StringComparer.Ordinal).ToEquatableArray();

    /// <summary>What one file says of them.</summary>
    public static IEnumerable<UserType> Read(string path, string text, EquatableArray<string> wanted, CancellationToken ct)
    {
        var kinds = wanted.Select(ParameterTyping.KindOf).Distinct().Where(kind => text.Contains(kind.Kind) && text.Contains(GroupOf(kind.ApiVersion))).ToList();
        if (kinds.Count == 0)
            return [];
        var options = new SchemaReadOptions { Kinds = kinds.Select(static kind => $"{GroupOf(kind.ApiVersion)}/{kind.Kind}").Distinct(StringComparer.Ordinal).ToEquatableArray(), KeepTexts = false, Exact = true };
        var schemas = SchemaSet.Shipped.With(SchemaReader.Read(path, text, options, ct));
        return [.. wanted.Where(place => kinds.Contains(ParameterTyping.KindOf(place)))
            .Select(place => (Place: place, Type: ParameterTyping.TypeAt(schemas, place))).Where(static found => found.Type is not null)
            .Select(static found => new UserType(found.Place, ParameterForm.Of(found.Type!, isShipped: false)))];
    }

    private static string GroupOf(string apiVersion) => apiVersion.IndexOf('/') is var slash && slash >= 0 ? apiVersion.Substring(0, slash) : "";
}
