namespace GitOps;

/// <summary>The other half of a component written in C#: what stands for its variables in its texts, and what its users set.</summary>
internal static class WrittenComponentEmitter
{
    public static EmittedFile Emit(WrittenComponentSpec spec)
    {
        var w = new SourceWriter().Header().Line();
        var open = new List<SourceWriter.Indentation>();
        if (spec.Owner.Namespace.Length > 0)
        {
            w.Line($"namespace {spec.Owner.Namespace}");
            open.Add(w.Block());
        }

        foreach (var declaration in spec.Owner.Declarations)
        {
            w.Line(declaration);
            open.Add(w.Block());
        }

        if (spec.Owner.NeedsConstructor)
            ComponentEmitter.WriteConstructor(w, Csharp.Identifier(spec.Owner.Name));
        if (spec.Owner.NeedsVariables)
            WriteValues(w, spec);
        WriteTexts(w, spec);
        for (var index = open.Count - 1; index >= 0; index--)
            open[index].Dispose();
        return new EmittedFile(HintName.Of("GitOps", "WrittenComponent", spec.Owner.FullName), w.ToString());
    }

    private static void WriteValues(SourceWriter w, WrittenComponentSpec spec)
    {
        w.Line("/// <inheritdoc/>").Line("protected override void AddVariables(global::GitOps.ComponentVariables variables)");
        using (w.Block())
        {
            if (spec.Owner.CallsBase)
                w.Line("base.AddVariables(variables);");
            foreach (var property in spec.Properties)
            {
                var name = Csharp.Identifier(property.Name);
                var (argument, value) = property.Kind switch
                {
                    VariablePropertyKind.TextValue => ($"<{property.Type}>", name),
                    // Without the cast an int would be a long, a double and a text or number as well.
                    VariablePropertyKind.Value => ("", $"(global::GitOps.Value<{property.Type}>?){name}"),
                    VariablePropertyKind.Text when property.Type == "global::GitOps.IntOrString" => ("", $"({property.Type}?){name}"),
                    _ => ("", name),
                };
                w.Line($"variables.Set{argument}({Csharp.Literal(property.Variable)}, {value}{(property.Default is null ? "" : ", " + Csharp.Literal(property.Default))});");
            }
        }

        w.Line();
    }

    private static void WriteTexts(SourceWriter w, WrittenComponentSpec spec)
    {
        w.Line("/// <summary>What stands for the variables in the component's own texts.</summary>").Line("private static class Variables");
        using (w.Block())
            foreach (var property in spec.Properties)
            {
                var name = Csharp.Identifier(property.Name);
                var text = Csharp.Literal(VariablePropertyParser.Expression(property.Variable, property.Default));
                w.Line($"/// <summary><c>{Csharp.Xml(VariablePropertyParser.Expression(property.Variable, property.Default))}</c></summary>");
                w.Line(property.Kind switch
                {
                    VariablePropertyKind.Value => $"public static global::GitOps.Variable<{property.Type}> {name} => new({text});",
                    VariablePropertyKind.List => $"public static global::GitOps.VariableList<string> {name} {{ get; }} = new({text});",
                    VariablePropertyKind.Map => $"public static global::GitOps.Map<string> {name} => global::GitOps.Map<string>.FromVariable({text});",
                    _ => $"public const string {name} = {text};",
                });
            }
    }
}
