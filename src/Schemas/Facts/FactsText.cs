using System.Collections.Concurrent;

namespace GitOps;

/// <summary>The types of one C# namespace as text; each is read when it is asked for.</summary>
internal sealed class FactsText
{
    private readonly string csharpNamespace;
    private readonly string text;
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SchemaShape> shapes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SchemaEnum> enums = new(StringComparer.Ordinal);

    public FactsText(string csharpNamespace, string text)
    {
        this.csharpNamespace = csharpNamespace;
        this.text = text;
        for (var at = 0; at < text.Length; at = text.IndexOf('\n', at) + 1)
            if (text[at] != ' ')
            {
                // A variant's mark is no part of its name, an enum's is: a shape may not be read as one.
                var from = text[at] == '~' ? at + 1 : at;
                places.Add(text.Substring(from, text.IndexOfAny(WordEnds, from) - from), at);
            }
    }

    private static readonly char[] WordEnds = [' ', '\n'];

    public SchemaShape? Shape(SchemaTypeName name)
    {
        if (shapes.TryGetValue(name.Name, out var shape))
            return shape;
        return places.TryGetValue(name.Name, out var at) ? shapes.GetOrAdd(name.Name, new FactsReader(csharpNamespace, text, at).ReadShape(name)) : null;
    }

    public SchemaEnum? Enum(SchemaTypeName name)
    {
        if (enums.TryGetValue(name.Name, out var values))
            return values;
        return places.TryGetValue("=" + name.Name, out var at) ? enums.GetOrAdd(name.Name, new FactsReader(csharpNamespace, text, at).ReadEnum(name)) : null;
    }
}
