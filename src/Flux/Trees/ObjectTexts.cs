namespace GitOps;

/// <summary>The texts of a built object that the rules look at: all that hold a brace.</summary>
internal static class ObjectTexts
{
    public static IEnumerable<TextModel> Of(ReadObject item, IReadOnlyList<ComponentUse> uses, SchemaSet schemas)
    {
        var texts = new List<TextModel>();
        var isSecret = item.Built is { Kind: "Secret", Group: "" };
        foreach (var field in item.Built.Value.Fields)
            Collect(field.Value, new(null, field.Name, -1), new(texts, item, uses, schemas, item.IsLiteral || (isSecret && field.Name == "data")));
        return texts;
    }

    private sealed record Context(List<TextModel> Texts, ReadObject Item, IReadOnlyList<ComponentUse> Uses, SchemaSet Schemas, bool IsLiteral);

    /// <summary>A path, from its end: most are never written out.</summary>
    private sealed record PathPart(PathPart? Above, string Name, int Index)
    {
        public IReadOnlyList<string> Segments()
        {
            var parts = new List<string>();
            for (var part = this; part is not null; part = part.Above)
                parts.Add(part.Index >= 0 ? $"[{part.Index}]" : part.Name);
            parts.Reverse();
            return parts;
        }
    }

    private static void Collect(DataValue value, PathPart path, Context context)
    {
        switch (value.Kind)
        {
            case DataKind.String when !value.IsPartial && value.Text.IndexOf('{') >= 0:
                Add(value.Text, value.Origin, path, context, isKey: false);
                break;
            case DataKind.List:
                for (var i = 0; i < value.Items.Count; i++)
                    if (Holds(value.Items[i]))
                        Collect(value.Items[i], new(path, "", i), context);
                break;
            case DataKind.Map:
                foreach (var field in value.Fields)
                {
                    if (field.Name.IndexOf('{') >= 0)
                        Add(field.Name, field.Origin, new(path, field.Name, -1), context, isKey: true);
                    if (Holds(field.Value))
                        Collect(field.Value, new(path, field.Name, -1), context);
                }

                break;
        }
    }

    private static bool Holds(DataValue value) => value.Kind switch
    {
        DataKind.String => value.Text.IndexOf('{') >= 0,
        DataKind.List or DataKind.Map => true,
        _ => false,
    };

    private static void Add(string text, object? origin, PathPart path, Context context, bool isKey)
    {
        var place = Places.Of(origin) ?? context.Item.Place;
        var folder = context.Item.Built.Component;
        var use = context.Uses.FirstOrDefault(use => use.Component!.Directory == folder)
            ?? context.Uses.FirstOrDefault(use => place.Path.Length > use.Component!.Directory.Length && place.Path[use.Component.Directory.Length] == '/' && place.Path.StartsWith(use.Component.Directory, StringComparison.Ordinal));
        var segments = path.Segments();
        context.Texts.Add(new(text, place, YamlText.PathOf(segments))
        {
            IsKey = isKey,
            Type = isKey || !SubstitutionText.MayHoldExpressions(text) ? FieldType.Any : TypeOf(context.Schemas.TypeAt(context.Item.Built.ApiVersion, context.Item.Kind, segments)),
            IsLiteral = context.IsLiteral,
            Component = use,
            // A text that a variable of a Kustomization above has changed is not the one that is written.
            PlaceAt = origin is YamlScalar scalar && scalar.Text != text ? null
                : offset => origin is YamlScalar && string.CompareOrdinal(text, offset, "${", 0, 2) != 0 ? place : Places.Of(origin, offset) ?? place,
        });
    }

    private static FieldType TypeOf(SchemaType? type) => type?.Kind switch
    {
        SchemaTypeKind.String or SchemaTypeKind.Duration => FieldType.String,
        SchemaTypeKind.Int32 or SchemaTypeKind.Int64 => FieldType.Integer,
        SchemaTypeKind.Double => FieldType.Number,
        SchemaTypeKind.Bool => FieldType.Boolean,
        SchemaTypeKind.IntOrString => FieldType.IntOrString,
        SchemaTypeKind.Object or SchemaTypeKind.Map => FieldType.Object,
        SchemaTypeKind.List => FieldType.Array,
        _ => FieldType.Any,
    };
}
