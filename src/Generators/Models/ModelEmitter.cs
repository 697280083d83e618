namespace GitOps;

/// <summary>Models as source: a file for each kind and version with the types that it alone uses, and one for what several share.</summary>
internal static class ModelEmitter
{
    private static readonly HashSet<string> TakenInEnums = new(StringComparer.Ordinal)
    {
        "Text", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals",
    };

    /// <summary>The files of one source of schemas.</summary>
    /// <param name="model">What it says.</param>
    /// <param name="source">Its file name, for the documentation.</param>
    /// <param name="insideSdk">The SDK's own models: an override of its own <c>protected internal</c> members keeps both words.</param>
    /// <param name="isLost">Whether another file defines this type already.</param>
    /// <param name="ct">Asked for each type.</param>
    public static IEnumerable<EmittedFile> Emit(SchemaModel model, string source, bool insideSdk, Func<SchemaTypeName, bool> isLost, CancellationToken ct)
    {
        var access = insideSdk ? "protected internal" : "protected";
        var kinds = model.Kinds.Where(kind => !isLost(kind.Name)).ToList();
        var owners = ShapeOwners.Of(model);
        foreach (var kind in kinds)
        {
            ct.ThrowIfCancellationRequested();
            var types = new List<(SchemaTypeName Name, Action<SourceWriter> Write)> { (kind.Name, w => WriteKind(w, kind, source, access)) };
            types.AddRange(Types(model, name => owners.OnlyOwner(name) == kind.Name && !isLost(name), source, access));
            yield return new EmittedFile(HintName.Of(kind.Group, kind.Version, kind.Kind), Write(types, ct));
        }

        var shared = Types(model, name => owners.OnlyOwner(name) is null && !isLost(name), source, access).ToList();
        if (shared.Count > 0)
            yield return new EmittedFile(SharedName(model, shared[0].Name), Write(shared, ct));
    }

    /// <summary>One type of a chart's values.</summary>
    public static EmittedFile EmitValues(ValuesTypeSpec type)
    {
        var name = type.Shape?.Name ?? type.Enum!.Name;
        Action<SourceWriter> write = type.Shape is { } shape
            ? w => WriteShape(w, shape, type.Source, "protected", isValues: true)
            : w => WriteEnum(w, type.Enum!, type.Source);
        return new EmittedFile(HintName.Of("Charts", type.Chart, name.Name), Write([(name, write)], CancellationToken.None));
    }

    private static string SharedName(SchemaModel model, SchemaTypeName first) =>
        model.Kinds.Count > 0
            ? HintName.Of(model.Kinds[0].Group, model.Kinds[0].Version, model.Kinds[0].Kind, "Shared")
            : HintName.Of(first.Namespace, first.Name, "Shared");

    private static IEnumerable<(SchemaTypeName Name, Action<SourceWriter> Write)> Types(SchemaModel model, Func<SchemaTypeName, bool> isWanted, string source, string access) =>
        model.Shapes.Where(shape => isWanted(shape.Name) && !FieldForm.IsObjectMeta(shape.Name)).Select(shape => (shape.Name, (Action<SourceWriter>)(w => WriteShape(w, shape, source, access))))
            .Concat(model.Enums.Where(one => isWanted(one.Name)).Select(one => (one.Name, (Action<SourceWriter>)(w => WriteEnum(w, one, source)))));

    private static string Write(List<(SchemaTypeName Name, Action<SourceWriter> Write)> types, CancellationToken ct)
    {
        var w = new SourceWriter().Header();
        // What the source calls deprecated stays usable by the models themselves.
        w.Line("#pragma warning disable CS0612, CS0618").Line();
        foreach (var space in types.GroupBy(static type => type.Name.Namespace))
        {
            if (space.Key.Length > 0)
                w.Line($"namespace {space.Key}");
            using (space.Key.Length > 0 ? w.Block() : null as IDisposable)
            {
                var first = true;
                foreach (var type in space)
                {
                    ct.ThrowIfCancellationRequested();
                    if (!first)
                        w.Line();
                    first = false;
                    type.Write(w);
                }
            }
        }

        return w.ToString();
    }

    private static void WriteKind(SourceWriter w, SchemaKind kind, string source, string access)
    {
        ModelDocs.Type(w, kind.Body.Description, kind.Body.DocsUrl, $"The kind {Csharp.Xml(kind.Kind)} of {Csharp.Xml(kind.ApiVersion)}{From(source)}.");
        if (kind.Deprecated)
        {
            var warning = string.IsNullOrWhiteSpace(kind.DeprecationWarning) ? $"{kind.ApiVersion} {kind.Kind} is deprecated" : kind.DeprecationWarning;
            w.Line($"[global::System.Obsolete({Csharp.Literal(warning)})]");
        }

        w.Line($"public sealed partial class {kind.Name.Name} : global::GitOps.KubernetesObject");
        using (w.Block())
        {
            w.Line("/// <summary>An object of this kind.</summary>");
            w.Line("/// <param name=\"name\">Its name; <see langword=\"null\"/>: the name of the app that lists it.</param>");
            w.Line("/// <param name=\"file\">Filled in by the compiler.</param>");
            w.Line("/// <param name=\"line\">Filled in by the compiler.</param>");
            w.Line($"public {kind.Name.Name}(string? name = null, [global::System.Runtime.CompilerServices.CallerFilePath] string file = \"\", [global::System.Runtime.CompilerServices.CallerLineNumber] int line = 0)");
            using (w.Indent())
                w.Line(": base(name, file, line)");
            w.Line("{").Line("}").Line();
            w.Line("/// <inheritdoc/>").Line($"public override string ApiVersion => {Csharp.Literal(kind.ApiVersion)};").Line();
            w.Line("/// <inheritdoc/>").Line($"public override string Kind => {Csharp.Literal(kind.Kind)};").Line();
            WriteFields(w, kind.Body with { Fields = kind.Body.Fields.Where(static field => field.Name != "metadata").ToEquatableArray() }, isKind: true, access);
        }
    }

    private static void WriteShape(SourceWriter w, SchemaShape shape, string source, string access, bool isValues = false)
    {
        ModelDocs.Type(w, shape.Description, shape.DocsUrl, $"{Csharp.Xml(shape.Name.Name)}{From(source)}.");
        w.Line($"public sealed partial class {shape.Name.Name} : global::GitOps.Model");
        using (w.Block())
            WriteFields(w, shape, isKind: false, access, isValues);
    }

    private static void WriteFields(SourceWriter w, SchemaShape shape, bool isKind, string access, bool isValues = false)
    {
        var names = FieldNames.Of(shape, isKind).Select(Csharp.Identifier).ToArray();
        for (var index = 0; index < shape.Fields.Count; index++)
        {
            var field = shape.Fields[index];
            var form = FieldForm.Of(field.Type, nested: isValues);
            ModelDocs.Field(w, field);
            w.Line(field.MustBeSet ? $"public required {form.Type} {names[index]} {{ get; init; }}" : $"public {form.Type}? {names[index]} {{ get; init; }}").Line();
        }

        if (shape.PreserveUnknown)
        {
            w.Line(isValues
                ? "/// <summary>Keys that the schema does not name; it allows them.</summary>"
                : "/// <summary>Fields beyond those that the schema names; the API server keeps them.</summary>");
            w.Line("public global::GitOps.Values? OtherFields { get; init; }").Line();
        }

        w.Line("/// <inheritdoc/>");
        w.Line($"{access} override void WriteFields(global::GitOps.ObjectWriter writer)");
        using (w.Block())
        {
            for (var index = 0; index < shape.Fields.Count; index++)
            {
                var field = shape.Fields[index];
                var form = FieldForm.Of(field.Type, nested: isValues);
                var argument = field.MustBeSet && form.NeedsTypeArgument ? $"<{form.Type}>" : "";
                var entries = form.Entries is null ? "" : ", " + form.Entries;
                w.Line($"writer.{form.Method}{argument}({Csharp.Literal(YamlKey.Of(field.Name))}u8, {names[index]}{entries});");
            }

            if (shape.PreserveUnknown)
                w.Line("if (OtherFields is not null)").Line("    writer.Fields(OtherFields);");
        }
    }

    private static void WriteEnum(SourceWriter w, SchemaEnum type, string source)
    {
        var name = type.Name.Name;
        ModelDocs.Type(w, type.Description, type.DocsUrl, $"{Csharp.Xml(name)}{From(source)}.");
        w.Line("/// <remarks>The known values are members; any other text converts too.</remarks>");
        w.Line($"public readonly struct {name} : global::GitOps.ITextValue, global::System.IEquatable<{name}>");
        using (w.Block())
        {
            w.Line("/// <summary>A value from its text.</summary>");
            w.Line($"public {name}(string text) => Text = text;").Line();
            w.Line("/// <inheritdoc/>").Line("public string? Text { get; }").Line();
            var used = new HashSet<string>(TakenInEnums, StringComparer.Ordinal) { name };
            foreach (var value in type.Values)
            {
                w.Line($"/// <summary><c>{Csharp.Xml(value.Value)}</c></summary>");
                w.Line($"public static {name} {FieldNames.Unused(value.CSharpName, used, "Value")} => new({Csharp.Literal(value.Value)});").Line();
            }

            w.Line("/// <summary>A value from its text.</summary>").Line($"public static implicit operator {name}(string text) => new(text);").Line();
            w.Line("/// <summary>Whether both are the same text.</summary>").Line($"public static bool operator ==({name} left, {name} right) => left.Text == right.Text;").Line();
            w.Line("/// <summary>Whether the texts differ.</summary>").Line($"public static bool operator !=({name} left, {name} right) => left.Text != right.Text;").Line();
            w.Line("/// <inheritdoc/>").Line($"public bool Equals({name} other) => Text == other.Text;").Line();
            w.Line("/// <inheritdoc/>").Line($"public override bool Equals(object? obj) => obj is {name} other && Text == other.Text;").Line();
            w.Line("/// <inheritdoc/>").Line("public override int GetHashCode() => Text is null ? 0 : global::System.StringComparer.Ordinal.GetHashCode(Text);").Line();
            w.Line("/// <inheritdoc/>").Line("public override string ToString() => Text ?? \"\";");
        }
    }

    private static string From(string source) => source.Length == 0 ? "" : $", from {Csharp.Xml(source)}";
}
