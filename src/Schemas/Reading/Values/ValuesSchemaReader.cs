using System.Globalization;

namespace GitOps;

/// <summary>
/// Reads the schema of a Helm chart's values (<c>values.schema.json</c>: JSON Schema, drafts 4 to 2020-12) into the model. Other files are found by address or beside the
/// file that refers to them, among those that the user names. Alternatives become the narrowest type that takes them all: objects one object with the fields of each,
/// scalars an enum or a number-or-text, all else anything.
/// </summary>
internal sealed class ValuesSchemaReader
{
    private const int MostDepth = 100;
    private const int MostAlternatives = 64;
    private const int MostViews = 256;
    private const int MostNameLength = 120;

    private readonly JsonSchemaFiles files;
    private readonly JsonSchemaConditions conditions;
    private readonly CancellationToken cancellation;
    private readonly string chart;
    private readonly string space;
    private readonly Dictionary<YamlNode, TypeDraft?> definitions = [];
    private readonly List<ShapeDraft> shapes = [];
    private readonly List<EnumDraft> enums = [];
    private readonly HashSet<string> used = new(StringComparer.OrdinalIgnoreCase);
    private SchemaPart? root;
    private string rootWord = "";

    private ValuesSchemaReader(JsonSchemaFiles files, string chart, string space, CancellationToken cancellation)
    {
        this.files = files;
        this.chart = chart;
        this.space = space;
        this.cancellation = cancellation;
        conditions = new JsonSchemaConditions(files);
    }

    /// <param name="file">The chart's own schema.</param>
    /// <param name="all">All files that the user names.</param>
    /// <param name="chart">The chart's name: <c>app-template</c> gives AppTemplateValues.</param>
    /// <param name="space">The C# namespace of the types; may be empty.</param>
    /// <param name="cancellation">Asked for each type.</param>
    public static SchemaModel Read(ValuesSchemaFile file, IReadOnlyList<ValuesSchemaFile> all, string chart, string space, CancellationToken cancellation = default)
    {
        var files = new JsonSchemaFiles(all, cancellation);
        var document = files.Open(file, "");
        var model = document.Root is { } root ? new ValuesSchemaReader(files, SchemaNames.Pascal(chart), space, cancellation).Read(root) : SchemaModel.Empty;
        return model with { Faults = files.Faults.OrderBy(static fault => fault.File, StringComparer.Ordinal).ThenBy(static fault => fault.Line).ThenBy(static fault => fault.Column).ToEquatableArray() };
    }

    /// <summary>The name of the class for the whole of a chart's values.</summary>
    public static string RootName(string chart) => SchemaNames.Pascal(chart) + "Values";

    private SchemaModel Read(SchemaPart start)
    {
        // A chart whose values are a library's says only where they are described.
        if (JsonSchemaView.Target(start, files) is not { } target)
            return SchemaModel.Empty;
        root = target;
        rootWord = Words(LastPointer(start, target));
        var view = JsonSchemaView.Of([target], files);
        if (view.Types.Count > 0 && !view.Types.Contains("object"))
        {
            target.Document.Faults.Add(SchemaFaultKind.NotASchema, $"a chart's values are an object, and this schema asks for {string.Join(" or ", view.Types)}", ((target.Mapping?["type"]) ?? target.Node).Start);
            return SchemaModel.Empty;
        }

        var alternatives = Alternatives(view);
        if (alternatives.Any(static one => one.Types.Any(static type => type != "object")))
            alternatives = [view];
        var draft = ReadObject(view, alternatives, new Name(chart + "Values", chart), target.Node, Conditions(view), depth: 0);
        MayBeGiven(draft.Shape!);
        var names = new DraftNames();
        foreach (var shape in shapes)
        {
            names.Add(shape, shape.GivenName!.Value);
            shape.Id = DraftKeys.Hash(DraftKeys.Of(shape.Fields, shape.PreserveUnknown));
        }

        foreach (var one in enums)
            names.Add(one, one.GivenName!.Value);
        return ModelBuilder.Build([], names, shapes, enums, default) with { Values = ModelBuilder.Type(draft, names) };
    }

    /// <summary>The name that a structure at a place takes if it needs one, and what names below it begin with.</summary>
    private readonly record struct Name(string Whole, string Prefix)
    {
        public Name Field(string word) => new(Prefix + word, Prefix + word);
    }

    private TypeDraft Read(IReadOnlyList<SchemaPart> parts, Name name, int depth)
    {
        if (depth > MostDepth)
        {
            parts[0].Document.Faults.Unsupported($"the schema is nested deeper than {MostDepth} levels; below, anything is taken", parts[0].Node.Start);
            return new TypeDraft(SchemaTypeKind.Any);
        }

        if (parts.Count == 1 && parts[0].Mapping?["$ref"] is null)
            return Structure(JsonSchemaView.Of(parts, files), name, definition: null, depth);
        if (parts.Count == 1 && JsonSchemaView.Target(parts[0], files) is null)
            return new TypeDraft(SchemaTypeKind.Any);
        if (parts.Count > 1 || JsonSchemaView.Target(parts[0], files) is not { } target || ReferenceEquals(target.Node, parts[0].Node))
            return Structure(JsonSchemaView.Of(parts, files), name, definition: null, depth);
        if (definitions.TryGetValue(target.Node, out var known))
            // Met again while it is read, and no object: a list of lists of itself.
            return known ?? new TypeDraft(SchemaTypeKind.Any);
        definitions.Add(target.Node, null);
        return definitions[target.Node] = Structure(JsonSchemaView.Of([target], files), DefinitionName(parts[0], target), target.Node, depth);
    }

    private TypeDraft Structure(JsonSchemaView view, Name name, YamlNode? definition, int depth)
    {
        cancellation.ThrowIfCancellationRequested();
        var alternatives = Alternatives(view);
        var asked = Conditions(view);
        return Typed(Of(view, alternatives, name, definition, asked, depth), view.IsNullable);
    }

    private TypeDraft Of(JsonSchemaView view, IReadOnlyList<JsonSchemaView> alternatives, Name name, YamlNode? definition, SchemaConstraints? asked, int depth)
    {
        var types = alternatives.SelectMany(static one => one.Types).Distinct().ToList();
        if (types.Count == 0 || alternatives.Any(static one => one.Types.Count == 0))
            return Anything(types, view, asked);
        if (types.All(static type => type == "object"))
            return alternatives.All(static one => one.Fields.Count == 0)
                ? ReadMap(alternatives, name, asked, depth)
                : ReadObject(view, alternatives, name, definition, asked, depth);
        if (types.All(static type => type == "array"))
            return new TypeDraft(SchemaTypeKind.List) { Item = ReadItem(alternatives, name, depth), Constraints = asked };
        return JsonSchemaView.AreScalars(types) ? ReadScalar(types, alternatives, name, view, asked) : Anything(types, view, asked);
    }

    /// <summary>
    /// What a value may be, one view for each alternative, nested ones too. Alternatives that only say which of the known fields must be there are conditions, and no
    /// structure of their own.
    /// </summary>
    private IReadOnlyList<JsonSchemaView> Alternatives(JsonSchemaView view)
    {
        var left = MostViews;
        return Alternatives(view, ref left);
    }

    private List<JsonSchemaView> Alternatives(JsonSchemaView view, ref int left)
    {
        var all = new List<JsonSchemaView> { view };
        foreach (var (_, document, nodes) in view.Unions)
        {
            // Alternatives of alternatives without end: the whole is anything.
            if ((left -= nodes.Count) < 0)
                return [view];
            var group = nodes.Select(node => JsonSchemaView.Of([new SchemaPart(document, node)], files)).ToList();
            if (view.Fields.Count > 0 && group.All(one => one.Unions.Count == 0 && one.Items.Count == 0 && one.Others.Count == 0 && one.Fields.All(field => view.Fields.Exists(own => own.Name == field.Name))))
                continue;
            var leaves = new List<JsonSchemaView>();
            foreach (var one in group)
                leaves.AddRange(Alternatives(one, ref left));
            if (leaves.Exists(static leaf => !leaf.IsOnlyNull))
                view.HasNullAlternative |= leaves.RemoveAll(static leaf => leaf.IsOnlyNull) > 0 || leaves.Exists(static leaf => leaf.IsNullable);
            if (view.SaysNothing && all.Count == 1)
                all = leaves;
            else
                all.AddRange(leaves.Where(leaf => !leaf.SaysNothing));
            if (all.Count > MostAlternatives)
                return [view];
        }

        return all;
    }

    private static TypeDraft Anything(List<string> types, JsonSchemaView view, SchemaConstraints? asked)
    {
        var values = view.Enum is { } known && view.Unions.Count == 0 ? known.ToEquatableArray() : default;
        var ofType = types.Count > 1 && view.Unions.Count == 0
            ? (view.IsNullable ? types.Append("null") : types).Select(static type => new SchemaConstraints { JsonType = type }).ToEquatableArray()
            : default;
        if (!values.IsEmpty || !ofType.IsEmpty)
            asked = (asked ?? SchemaConstraints.None) with { Enum = values, AllOf = (asked?.AllOf ?? default).Concat(ofType.IsEmpty ? [] : [new SchemaConstraints { AnyOf = ofType }]).ToEquatableArray() };
        return new TypeDraft(SchemaTypeKind.Any) { Constraints = asked };
    }

    private TypeDraft ReadScalar(List<string> types, IReadOnlyList<JsonSchemaView> alternatives, Name name, JsonSchemaView view, SchemaConstraints? asked)
    {
        var isNumber = types.All(static type => type is "integer" or "number");
        if (!isNumber && types.Count > 1)
            // Text, whole numbers and nothing else: what IntOrString takes, both of these do.
            return types.All(static type => type is "string" or "integer" or "number") && alternatives.All(static one => one.Enum is null)
                ? new TypeDraft(SchemaTypeKind.IntOrString) { Constraints = asked }
                : Anything(types, view, asked);
        var values = alternatives.All(static one => one.Enum is not null) ? alternatives.SelectMany(static one => one.Enum!).Where(static value => value != "null").Distinct().ToList() : null;
        if (types[0] == "string")
        {
            if (values is not { Count: > 1 } || !values.All(static value => value[0] == '"'))
                return new TypeDraft(SchemaTypeKind.String) { Constraints = WithValues(asked, values) };
            var one = new EnumDraft(values.Select(static value => JsonData.Read(value).Text).ToList()) { GivenName = Claim(name.Whole), Description = view.Description };
            enums.Add(one);
            return new TypeDraft(SchemaTypeKind.String) { Enum = one, Constraints = asked };
        }

        if (types[0] == "boolean")
            return new TypeDraft(SchemaTypeKind.Bool) { Constraints = WithValues(asked, values) };
        var isWhole = types.All(static type => type == "integer");
        var kind = !isWhole ? SchemaTypeKind.Double
            : alternatives.All(static one => one.Limits.Exists(static limits => limits.Format == "int32")) ? SchemaTypeKind.Int32 : SchemaTypeKind.Int64;
        return new TypeDraft(kind) { Constraints = WithValues(asked, values) };
    }

    private static SchemaConstraints? WithValues(SchemaConstraints? asked, List<string>? values) =>
        values is null ? asked : (asked ?? SchemaConstraints.None) with { Enum = values.ToEquatableArray() };

    private TypeDraft ReadItem(IReadOnlyList<JsonSchemaView> alternatives, Name name, int depth)
    {
        if (alternatives.Any(static one => one.IsTuple || one.Items.Count == 0))
            return new TypeDraft(SchemaTypeKind.Any);
        return ReadAny(alternatives.Select(static one => one.Items).ToList(), Singular(name), depth + 1);
    }

    private TypeDraft ReadMap(IReadOnlyList<JsonSchemaView> alternatives, Name name, SchemaConstraints? asked, int depth)
    {
        var values = alternatives.SelectMany(static one => one.Others).ToList();
        if (values.Count == 0 || alternatives.Any(static one => one.Others.Count == 0))
            return new TypeDraft(SchemaTypeKind.FreeForm) { Constraints = (asked ?? SchemaConstraints.None) with { PreserveUnknown = true } };
        return new TypeDraft(SchemaTypeKind.Map) { Item = ReadAny(values.Select(static value => new List<SchemaPart> { value }).ToList(), Singular(name), depth + 1), Constraints = asked };
    }

    private TypeDraft ReadObject(JsonSchemaView view, IReadOnlyList<JsonSchemaView> alternatives, Name name, YamlNode? definition, SchemaConstraints? asked, int depth)
    {
        var isOpen = !(view.IsClosed || alternatives.All(one => one.IsClosed || ReferenceEquals(one, view)));
        if (alternatives.Count == 1)
            isOpen = !alternatives[0].IsClosed;
        // Known before its fields are, for they may lead back to it.
        var shape = new ShapeDraft([], isOpen) { GivenName = Claim(name.Whole), Description = view.Description };
        shapes.Add(shape);
        var draft = new TypeDraft(SchemaTypeKind.Object) { Shape = shape, Constraints = asked };
        if (definition is not null)
            definitions[definition] = draft;
        var fields = new List<FieldDraft>();
        var others = alternatives.Where(one => !ReferenceEquals(one, view)).ToList();
        foreach (var field in alternatives.SelectMany(static one => one.Fields).GroupBy(static field => field.Name, StringComparer.Ordinal))
        {
            var first = JsonSchemaView.Of(field.First().Parts, files);
            var text = first.Description;
            if (first.Default is { Length: < 200 } preset)
                text = $"{FirstParagraph(text)}{(text is null ? "" : " ")}Default: {preset}.";
            var type = ReadAny(field.Select(static one => one.Parts).ToList(), name.Field(SchemaNames.Pascal(field.Key)), depth + 1);
            fields.Add(new FieldDraft(field.Key, type)
            {
                // What is required at a place that the chart's own values fill is told apart when all uses are known.
                Required = view.Required.Contains(field.Key) || others.Count > 0 && others.All(one => one.Required.Contains(field.Key)),
                Nullable = type.Nullable,
                Description = text,
            });
        }

        shape.Fields = fields;
        return draft;
    }

    /// <summary>A type that takes each of several schemas; they are mostly one and the same.</summary>
    private TypeDraft ReadAny(IReadOnlyList<List<SchemaPart>> all, Name name, int depth)
    {
        var distinct = new List<List<SchemaPart>>();
        foreach (var parts in all)
            if (!distinct.Exists(other => IsSame(other, parts)))
                distinct.Add(parts);
        if (distinct.Count == 1)
            return Read(distinct[0], name, depth);
        if (depth > MostDepth)
            return Read(distinct[0], name, depth);
        var views = distinct.Select(parts => JsonSchemaView.Of(parts, files)).ToList();
        // What each of them asks is checked where the alternatives are told apart.
        return Typed(Of(views[0], [.. views.SelectMany(Alternatives)], name, null, null, depth), views.Exists(static view => view.IsNullable));
    }

    private bool IsSame(List<SchemaPart> first, List<SchemaPart> second)
    {
        if (first.Count != second.Count)
            return false;
        for (var i = 0; i < first.Count; i++)
            if (JsonSchemaView.Target(first[i], files) is not { } one || JsonSchemaView.Target(second[i], files) is not { } other || !ReferenceEquals(one.Node, other.Node))
                return false;
        return true;
    }

    /// <summary>Limits and conditions of a value, or null.</summary>
    private SchemaConstraints? Conditions(JsonSchemaView view)
    {
        var all = new List<SchemaConstraints>();
        foreach (var part in view.Conditional)
            if (conditions.OfConditional(part) is { AllOf.IsEmpty: false } conditional)
                all.AddRange(conditional.AllOf);
        foreach (var (isExclusive, document, nodes) in view.Unions)
        {
            var parts = nodes.Select(node => conditions.Of(new SchemaPart(document, node))).ToList();
            if (parts.All(static part => part is not null))
                all.Add(isExclusive ? new SchemaConstraints { OneOf = parts.Select(static part => part!).ToEquatableArray() } : new SchemaConstraints { AnyOf = parts.Select(static part => part!).ToEquatableArray() });
        }

        var limits = view.Limits.Select(static one => one with { Format = null }).Where(static one => one != SchemaConstraints.None).ToList();
        var asked = limits.Count > 0 ? limits[0] : SchemaConstraints.None;
        all.AddRange(limits.Skip(1));
        // A single union stands alone, for that reads better in messages.
        if (all.Count == 1 && limits.Count < 2)
            asked = asked with { AnyOf = all[0].AnyOf, OneOf = all[0].OneOf, Not = all[0].Not, AllOf = all[0].AllOf };
        else if (all.Count > 0)
            asked = asked with { AllOf = all.ToEquatableArray() };
        return asked == SchemaConstraints.None ? null : asked;
    }

    private static TypeDraft Typed(TypeDraft type, bool isNullable) => !isNullable || type.Nullable ? type : new TypeDraft(type.Kind)
    {
        Shape = type.Shape,
        Enum = type.Enum,
        Item = type.Item,
        Constraints = type.Constraints,
        Nullable = true,
    };

    /// <summary>
    /// Fields that are required on the way from the root through named fields alone may stand in the chart's own values, which Helm lays under the user's; what is below a
    /// list or a free key is the user's own.
    /// </summary>
    private static void MayBeGiven(ShapeDraft root)
    {
        var open = new Queue<ShapeDraft>([root]);
        var seen = new HashSet<ShapeDraft> { root };
        while (open.Count > 0)
        {
            var shape = open.Dequeue();
            shape.IsMerged = true;
            shape.Fields = shape.Fields.Select(static field => field.Required ? field with { MayBeGiven = true } : field).ToList();
            foreach (var field in shape.Fields)
                if (field.Type is { Kind: SchemaTypeKind.Object, Shape: { } inner } && seen.Add(inner))
                    open.Enqueue(inner);
        }
    }

    /// <summary>A definition's name is made of where it stands alone, so that no field that comes or goes renames it.</summary>
    private Name DefinitionName(SchemaPart reference, SchemaPart target)
    {
        var words = Words(LastPointer(reference, target));
        if (rootWord.Length > 0 && target.Document == root!.Value.Document && words.Length > rootWord.Length && words.StartsWith(rootWord, StringComparison.Ordinal) && char.IsUpper(words[rootWord.Length]))
            words = words.Substring(rootWord.Length);
        if (target.Document != root!.Value.Document)
        {
            var file = SchemaNames.Pascal(SchemaNames.Singular(FileWord(target.Document.File.Path)));
            if (words.Length == 0 || words is "Instance" or "Item" or "Schema")
                words = file;
            else if (!words.StartsWith(file, StringComparison.Ordinal))
                words = file + words;
        }

        return new Name(chart + words, chart + words);
    }

    /// <summary>The pointer of the last reference in a chain; the target's own place in its document.</summary>
    private string LastPointer(SchemaPart part, SchemaPart target)
    {
        var pointer = "";
        for (var steps = 0; steps < MostDepth && !ReferenceEquals(part.Node, target.Node) && part.Mapping?["$ref"] is YamlScalar reference; steps++)
        {
            var hash = reference.Text.IndexOf('#');
            pointer = hash < 0 ? "" : reference.Text.Substring(hash + 1);
            if (files.Resolve(part.Document, reference) is not { } next)
                break;
            part = next;
        }

        return pointer;
    }

    private static string Words(string pointer) => string.Concat((pointer.Length > 0 && pointer[0] == '/' ? JsonSchemaAddress.Segments(pointer) : [pointer])
        .Where(static segment => segment is not ("" or "$defs" or "definitions" or "properties" or "patternProperties" or "additionalProperties" or "items" or "components" or "schemas"))
        .Select(SchemaNames.Pascal)).TrimStart('_');

    private static string FileWord(string path)
    {
        var name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        var dot = name.IndexOf('.');
        return dot > 0 ? name.Substring(0, dot) : name;
    }

    private static Name Singular(Name name) => name with { Whole = SchemaNames.Singular(name.Whole), Prefix = SchemaNames.Singular(name.Prefix) };

    private SchemaTypeName Claim(string wanted)
    {
        var name = wanted.Length <= MostNameLength ? wanted
            : wanted.Substring(0, MostNameLength - 8) + DraftKeys.Hash(wanted).Substring(0, 8).ToUpper(CultureInfo.InvariantCulture);
        var unique = name;
        for (var n = 2; !used.Add(unique); n++)
            unique = name + n.ToString(CultureInfo.InvariantCulture);
        return new SchemaTypeName(space, unique);
    }

    private static string FirstParagraph(string? text)
    {
        if (text is null)
            return "";
        var normal = text.Replace("\r", "").Trim();
        var end = normal.IndexOf("\n\n", StringComparison.Ordinal);
        return end < 0 ? normal : normal.Substring(0, end);
    }
}
