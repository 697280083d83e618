using System.Text;

namespace GitOps;

/// <summary>
/// From the words of YAML to C# identifiers, by one rule: the first letter of each part is made a capital, parts end at anything that is neither letter nor
/// digit, all else stays as it is (<c>clusterIP</c> is ClusterIP, <c>x-forwarded-for</c> is XForwardedFor, <c>oci</c> is Oci).
/// </summary>
internal static class SchemaNames
{
    /// <summary>Types that everyday code uses without a namespace: a model of that name would take it away.</summary>
    private static readonly HashSet<string> Taken = new(StringComparer.OrdinalIgnoreCase)
    {
        "Action", "Array", "Attribute", "Boolean", "Buffer", "Byte", "Char", "Console", "Convert", "DateOnly", "DateTime", "DateTimeOffset", "Decimal", "Delegate",
        "Dictionary", "Directory", "Double", "Enum", "Environment", "EventArgs", "Exception", "File", "FileInfo", "FileMode", "Func", "Guid", "HashSet", "Index",
        "Int32", "Int64", "Interlocked", "Lazy", "List", "Lock", "Math", "Monitor", "Nullable", "Object", "Parallel", "Path", "Predicate", "Progress", "Queue",
        "Random", "Range", "Semaphore", "Single", "Span", "Stack", "Stream", "String", "Task", "Thread", "Timeout", "Timer", "TimeSpan", "TimeOnly", "Tuple", "Type", "Uri",
        "Version", "Void", "Barrier", "Volatile", "HttpMethod", "HttpClient", "IEnumerable", "Match", "Group", "Regex", "Encoding", "Rule",
    };

    /// <summary>The SDK's own words, in its namespace or in generated code.</summary>
    private static readonly HashSet<string> Own = new(StringComparer.OrdinalIgnoreCase)
    {
        "App", "Ns", "Home", "FluxApp", "FluxCluster", "FluxNamespace", "FluxComponent", "Component", "Components", "ComponentList", "Manifest", "Manifests", "ManifestList",
        "Value", "Values", "Ref", "Text", "Files", "Synth", "Quantity", "Duration", "IntOrString", "Variable", "Variables", "Octal", "Sops", "DependsOn", "Provides",
        "KustomizationDefaults", "Patch", "Finding", "Yaml", "Json", "Model", "Models", "GitOps", "HelmValues", "Labels", "Annotations",
    };

    /// <summary>A type of this name needs a prefix.</summary>
    public static bool IsTaken(string name) => Taken.Contains(name) || Own.Contains(name);

    /// <summary>The identifier of a field, property or enum value. Never empty, never a keyword (those are lower case), never starting with a digit.</summary>
    public static string Pascal(string text)
    {
        var name = new StringBuilder(text.Length + 1);
        var upper = true;
        foreach (var c in text)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')))
            {
                upper = true;
                continue;
            }
            name.Append(upper ? char.ToUpperInvariant(c) : c);
            upper = false;
        }
        if (name.Length == 0)
            foreach (var c in text)
                name.Append(SymbolWord(c));
        if (name.Length == 0)
            return "Empty";
        return name[0] is >= '0' and <= '9' ? "_" + name : name.ToString();
    }

    /// <summary>One of many: <c>listeners</c> is Listener, <c>policies</c> is Policy, <c>addresses</c> is Address.</summary>
    public static string Singular(string name)
    {
        if (Ends(name, "ies") && name.Length > 4)
            return name.Substring(0, name.Length - 3) + "y";
        if (Ends(name, "sses") || Ends(name, "xes") || Ends(name, "ches") || Ends(name, "shes"))
            return name.Substring(0, name.Length - 2);
        if (Ends(name, "s") && !Ends(name, "ss") && !Ends(name, "us") && !Ends(name, "is") && !Ends(name, "IPs") && name.Length > 3 && !Ends(name, "dns") && !Ends(name, "tls"))
            return name.Substring(0, name.Length - 1);
        return Ends(name, "IPs") ? name.Substring(0, name.Length - 1) : name;
    }

    /// <summary>Gives each text an identifier of its own, none equal to <paramref name="reserved"/>. A text's identifier does not depend on the texts after it.</summary>
    public static string[] Unique(IReadOnlyList<string> texts, params string[] reserved)
    {
        var used = new HashSet<string>(reserved, StringComparer.Ordinal);
        var names = new string[texts.Count];
        for (var i = 0; i < names.Length; i++)
        {
            var name = Pascal(texts[i]);
            if (!used.Add(name))
            {
                var suffix = reserved.Contains(name) ? "Value" : "2";
                for (var n = 3; !used.Add(name + suffix); n++)
                    suffix = n.ToString(System.Globalization.CultureInfo.InvariantCulture);
                name += suffix;
            }
            names[i] = name;
        }
        return names;
    }

    /// <summary>What every object has: a property of that name would hide it.</summary>
    private static readonly string[] ReservedMembers = ["GetHashCode", "GetType", "ToString", "Equals", "MemberwiseClone", "Finalize", "ReferenceEquals"];

    /// <summary>The C# names of a type's fields, or of an enum's values.</summary>
    public static string[] Properties(IReadOnlyList<string> texts, string typeName) => Unique(texts, [typeName, .. ReservedMembers]);

    /// <summary>The namespace of an API group's types: <c>monitoring.coreos.com</c> is GitOps.Models.MonitoringCoreosCom.</summary>
    public static string Namespace(string group) => "GitOps.Models." + (group.Length == 0 ? "Core" : Pascal(group));

    private static string SymbolWord(char c) => c switch
    {
        '=' => "Equal",
        '<' => "Less",
        '>' => "Greater",
        '!' => "Not",
        '*' => "Any",
        '+' => "Plus",
        '-' => "Minus",
        '/' => "Slash",
        '.' => "Dot",
        '~' => "Tilde",
        '|' => "Or",
        '&' => "And",
        '%' => "Percent",
        '$' => "Dollar",
        '#' => "Hash",
        '@' => "At",
        '_' => "Underscore",
        ':' => "Colon",
        _ => "",
    };

    private static bool Ends(string name, string end) => name.EndsWith(end, StringComparison.Ordinal);
}
