using System.Collections;

namespace GitOps;

/// <summary>Comments of single fields, by YAML name. Set one: it stands in the line above; <see cref="Trailing"/>: behind the value, or above when that has lines of its own.</summary>
public sealed class FieldComments : IEnumerable<KeyValuePair<string, string>>
{
    private readonly Dictionary<string, string> above = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> trailing = new(StringComparer.Ordinal);

    /// <summary>The comment above a field, without <c>#</c>; several lines become several comment lines.</summary>
    public string this[string field]
    {
        get => above[field];
        set => above[field] = value;
    }

    /// <summary>Adds the comment behind a field's scalar, such as an image policy's marker.</summary>
    /// <param name="field">The field's YAML name.</param>
    /// <param name="comment">The text without <c>#</c>, one line.</param>
    /// <returns>This, to add another.</returns>
    public FieldComments Trailing(string field, string comment)
    {
        trailing[field] = comment;
        return this;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => above.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal string? Above(string field) => above.GetValueOrDefault(field);

    internal string? Behind(string field) => trailing.GetValueOrDefault(field);
}
