namespace GitOps;

/// <summary>A component's class: a property for each variable, and what the app fills in.</summary>
internal static class ComponentEmitter
{
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal)
    {
        "Directory", "Manifests", "Kustomize", "AddVariables", "Place", "ManifestsOnce", "AppName", "AppNamespace", "Emits", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals",
    };

    public static EmittedFile Emit(ComponentClassSpec spec)
    {
        var w = new SourceWriter().Header();
        // A component may use a version of an API that is deprecated.
        if (spec.Component.Objects.Count > 0)
            w.Line("#pragma warning disable CS0612, CS0618");
        w.Line();
        if (spec.RootNamespace.Length == 0)
            WriteClass(w, spec);
        else
        {
            w.Line($"namespace {spec.RootNamespace}");
            using (w.Block())
                WriteClass(w, spec);
        }

        return new EmittedFile(HintName.Of("GitOps", "Component", spec.Component.Directory.Replace('/', '.')), w.ToString());
    }

    private static void WriteClass(SourceWriter w, ComponentClassSpec spec)
    {
        var component = spec.Component;
        var parts = component.NameParts;
        var name = Csharp.Identifier(string.Concat(parts.Select(CSharpNames.FromKubernetesName)));
        var names = Names(component, name);
        w.Line($"/// <summary>The kustomize component <c>{Csharp.Xml(component.Directory)}</c>.</summary>");
        w.Line($"public sealed partial class {name} : global::GitOps.FluxComponent");
        using (w.Block())
        {
            WriteConstructor(w, name);
            foreach (var parameter in component.Parameters)
            {
                w.Line($"/// <summary>The variable <c>{Csharp.Xml(parameter.Variable)}</c>{Note(parameter, spec)}.</summary>");
                var type = spec.FormOf(parameter).CSharp;
                w.Line(IsRequired(parameter, spec) ? $"public required {type} {names[parameter.Variable]} {{ get; init; }}" : $"public {type}? {names[parameter.Variable]} {{ get; init; }}").Line();
            }

            var brought = BroughtObjects.Names(component, Taken.Concat(names.Values).Concat([name]));
            foreach (var item in component.Objects)
                WriteObject(w, item, name, Csharp.Identifier(brought[item]));

            w.Line("/// <inheritdoc/>").Line($"protected override string Directory => {Csharp.Literal(component.Directory)};");
            if (component.Parameters.Count + component.Implied.Count == 0)
                return;
            w.Line().Line("/// <inheritdoc/>").Line("protected override void AddVariables(global::GitOps.ComponentVariables variables)");
            using (w.Block())
            {
                foreach (var implied in component.Implied)
                    w.Line($"variables.Set({Csharp.Literal(implied)}, variables.App.{(implied == "APP" ? "Name" : "Namespace")});");
                foreach (var parameter in component.Parameters)
                {
                    var form = spec.FormOf(parameter);
                    var argument = form.NeedsTypeArgument ? $"<{form.CSharp}>" : "";
                    w.Line($"variables.Set{argument}({Csharp.Literal(parameter.Variable)}, {names[parameter.Variable]});");
                }
            }
        }
    }

    /// <summary>The constructor that knows where the component is used.</summary>
    public static void WriteConstructor(SourceWriter w, string name)
    {
        w.Line("/// <summary>The component, used at a place in the author's code.</summary>");
        w.Line("/// <param name=\"file\">Filled in by the compiler.</param>");
        w.Line("/// <param name=\"line\">Filled in by the compiler.</param>");
        w.Line($"public {name}([global::System.Runtime.CompilerServices.CallerFilePath] string file = \"\", [global::System.Runtime.CompilerServices.CallerLineNumber] int line = 0)");
        using (w.Indent())
            w.Line(": base(file, line)");
        w.Line("{").Line("}").Line();
    }

    /// <summary>One that a ConfigMap or Secret of the repository provides need not be set; whether the app really takes it from there is the rules' to judge.</summary>
    private static bool IsRequired(ParameterSpec parameter, ComponentClassSpec spec) => parameter.IsRequired && !spec.Provided.Contains(parameter.Variable);

    private static string Note(ParameterSpec parameter, ComponentClassSpec spec) =>
        parameter.Default is { } preset ? $"; <c>{Csharp.Xml(preset)}</c> unless set"
        : spec.Provided.Contains(parameter.Variable) ? ", which a variable source of the repository provides"
        : "";

    private static void WriteObject(SourceWriter w, BroughtObject item, string component, string member)
    {
        var type = $"global::GitOps.ComponentObject<{item.Type}>";
        w.Line($"/// <summary>The {Csharp.Xml(item.Kind)} <c>{Csharp.Xml(item.Name)}</c> that this component brings: in an app that includes it, the app's own.</summary>");
        var rest = (item.Namespace is null ? "" : $", @namespace: {Csharp.Literal(item.Namespace)}") + (item.Secret is null ? "" : $", secret: {Csharp.Literal(item.Secret)}");
        w.Line($"public static {type} {member} => Emits<{component}, {item.Type}>({Csharp.Literal(item.ApiVersion)}, {Csharp.Literal(item.Kind)}, {Csharp.Literal(item.Name)}{rest});").Line();
    }

    /// <summary>Each name comes from its variable alone, without the folder's name before it; names that would meet keep the variable's spelling.</summary>
    private static Dictionary<string, string> Names(ComponentSpec component, string className)
    {
        var parts = component.NameParts;
        var folder = parts[parts.Length - 1];
        var parent = parts.Length > 1 ? parts[parts.Length - 2] : null;
        var stripped = component.Parameters.ToDictionary(static parameter => parameter.Variable, parameter => CSharpNames.FromVariable(parameter.Variable, folder, parent), StringComparer.Ordinal);
        var doubles = new HashSet<string>(stripped.Values.GroupBy(static name => name, StringComparer.Ordinal).Where(static same => same.Count() > 1).Select(static same => same.Key), StringComparer.Ordinal);
        var used = new HashSet<string>(Taken, StringComparer.Ordinal) { className };
        used.UnionWith(stripped.Values);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (variable, name) in stripped.Select(static pair => (pair.Key, pair.Value)))
        {
            var chosen = name;
            if (doubles.Contains(name) || Taken.Contains(name) || name == className)
            {
                chosen = CSharpNames.FromVariable(variable);
                while (!used.Add(chosen))
                    chosen += "Variable";
            }

            names.Add(variable, Csharp.Identifier(chosen));
        }

        return names;
    }
}
