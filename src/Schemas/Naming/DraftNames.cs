namespace GitOps;

/// <summary>The names of the types of one source.</summary>
internal sealed class DraftNames
{
    private readonly Dictionary<object, SchemaTypeName> names = [];

    public SchemaTypeName this[ShapeDraft shape] => names[shape];

    public SchemaTypeName this[EnumDraft values] => names[values];

    public bool Knows(object draft) => names.ContainsKey(draft);

    public void Add(object draft, SchemaTypeName name) => names.Add(draft, name);
}
