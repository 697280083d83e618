namespace GitOps;

/// <summary>A place where a shape or an enum is used: the kind and the path of fields that lead there, lists as <c>[]</c>, maps as <c>{}</c>.</summary>
internal sealed record DraftUse(KindDraft Kind, DraftUse? Parent, string Field, string Suffix)
{
    public int Depth => Parent is null ? 0 : Parent.Depth + 1;

    /// <summary>The path as people write it: <c>spec.dependsOn[].name</c>.</summary>
    public string Path => Parent is null ? "" : Parent.Parent is null ? Field + Suffix : $"{Parent.Path}.{Field}{Suffix}";

    /// <summary>The fields from the kind down.</summary>
    public IReadOnlyList<DraftUse> Steps()
    {
        var steps = new List<DraftUse>();
        for (var use = this; use.Parent is not null; use = use.Parent)
            steps.Add(use);
        steps.Reverse();
        return steps;
    }

    /// <summary>The field's own word, one of many in a list or map.</summary>
    public string Word => Suffix.Length > 0 ? SchemaNames.Pascal(SchemaNames.Singular(Field)) : SchemaNames.Pascal(Field);
}
