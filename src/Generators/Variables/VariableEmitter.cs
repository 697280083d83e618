namespace GitOps;

/// <summary>A class of constants for the variables of a ConfigMap or Secret.</summary>
internal static class VariableEmitter
{
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal)
    {
        "Kind", "Name", "Optional", "Typed", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals",
    };

    public static EmittedFile Emit(VariableClassSpec spec)
    {
        var w = new SourceWriter().Header().Line();
        if (spec.RootNamespace.Length == 0)
            WriteClass(w, spec);
        else
        {
            w.Line($"namespace {spec.RootNamespace}");
            using (w.Block())
                WriteClass(w, spec);
        }

        return new EmittedFile(HintName.Of("GitOps", "Variables", spec.Kind, spec.Name), w.ToString());
    }

    private static void WriteClass(SourceWriter w, VariableClassSpec spec)
    {
        var names = Names(spec);
        w.Line($"/// <summary>The variables of the {spec.Kind} <c>{Csharp.Xml(spec.Name)}</c> ({Csharp.Xml(string.Join(", ", spec.Origins))}).</summary>");
        w.Line($"public sealed partial class {spec.ClassName} : global::GitOps.VariableSource");
        using (w.Block())
        {
            foreach (var variable in spec.Variables)
            {
                w.Line($"/// <summary>The variable <c>{Csharp.Xml(variable.Key)}</c>.</summary>");
                w.Line($"public const string {names[variable.Key]} = {Csharp.Literal("${" + variable.Key + "}")};").Line();
            }

            w.Line("/// <inheritdoc/>").Line($"public override string Kind => {Csharp.Literal(spec.Kind)};").Line();
            w.Line("/// <inheritdoc/>").Line($"public override string Name => {Csharp.Literal(spec.Name)};");
            var typed = spec.Variables.Where(static variable => variable.Type != VariableType.Text).ToList();
            if (typed.Count == 0)
                return;
            w.Line().Line("/// <summary>The variables whose values are numbers or bools, for fields that are no text.</summary>");
            w.Line("public static class Typed");
            using (w.Block())
                foreach (var variable in typed)
                {
                    var type = variable.Type == VariableType.Int ? "int" : "bool";
                    w.Line($"/// <summary>The variable <c>{Csharp.Xml(variable.Key)}</c>.</summary>");
                    w.Line($"public static global::GitOps.Variable<{type}> {names[variable.Key]} => new({spec.ClassName}.{names[variable.Key]});");
                }
        }
    }

    /// <summary>Each name comes from its key alone; only keys that would be one name, and names that the class has already, keep the key's own spelling.</summary>
    private static Dictionary<string, string> Names(VariableClassSpec spec)
    {
        var pascal = spec.Variables.ToDictionary(static variable => variable.Key, static variable => CSharpNames.FromVariable(variable.Key), StringComparer.Ordinal);
        var doubles = new HashSet<string>(pascal.Values.GroupBy(static name => name).Where(static same => same.Count() > 1).Select(static same => same.Key), StringComparer.Ordinal);
        var used = new HashSet<string>(Taken, StringComparer.Ordinal) { spec.ClassName };
        used.UnionWith(pascal.Values);
        return spec.Variables.ToDictionary(static variable => variable.Key, variable => Csharp.Identifier(Name(variable.Key)), StringComparer.Ordinal);

        string Name(string key)
        {
            var name = pascal[key];
            if (!doubles.Contains(name) && !Taken.Contains(name) && name != spec.ClassName)
                return name;
            var other = key == name ? key + "Variable" : key;
            while (!used.Add(other))
                other += "Variable";
            return other;
        }
    }
}
