namespace GitOps;

/// <summary>One thing that the API server rejects, as facts; the words are made by whoever reports it.</summary>
/// <param name="Path">Names of fields, <c>[0]</c> for items: of the field itself, also of one that is missing.</param>
/// <param name="Value">The value that is wrong; of an unknown field its value, of a missing one the object that lacks it.</param>
internal sealed record SchemaIssue(SchemaIssueKind Kind, IReadOnlyList<string> Path, DataValue Value)
{
    /// <summary>Where to point: at the name of an unknown field, at the value of all others.</summary>
    public object? Origin { get; init; }

    /// <summary>What the schema says at this place; null for an unknown field.</summary>
    public SchemaType? Type { get; init; }

    /// <summary>What was asked for: a pattern, a format, the limit, the JSON type, the alternatives, the rule's expression.</summary>
    public string Expected { get; init; } = "";

    public SchemaLimit Limit { get; init; }

    /// <summary>The names or values that would have been right.</summary>
    public IReadOnlyList<string> Known { get; init; } = [];

    /// <summary>The rule that does not hold.</summary>
    public SchemaRule? Rule { get; init; }

    /// <summary>What the rule's own message says, when the source carries one.</summary>
    public string? RuleMessage { get; init; }

    /// <summary>The object as the rule saw it: pruned, defaults filled in.</summary>
    public DataValue? Self { get; init; }

    /// <summary>The index of the earlier item that a duplicate repeats.</summary>
    public int First { get; init; } = -1;

    /// <summary>The path as people write it: <c>spec.dependsOn[0].name</c>.</summary>
    public string FieldPath => Join(Path);

    public static string Join(IReadOnlyList<string> path)
    {
        var text = new System.Text.StringBuilder();
        foreach (var segment in path)
        {
            if (text.Length > 0 && !(segment.Length > 0 && segment[0] == '['))
                text.Append('.');
            text.Append(segment);
        }

        return text.ToString();
    }
}
