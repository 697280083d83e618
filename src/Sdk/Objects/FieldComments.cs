using System.Collections;
using GitOps.Models.FluxCD;

namespace GitOps;

/// <summary>Comments of single fields, by YAML name. Set one: it stands in the line above; <see cref="Trailing"/>: behind the value, or above when that has lines of its own.</summary>
public sealed class FieldComments : IEnumerable<KeyValuePair<string, string>>
{
    private readonly Dictionary<string, string> above = new(StringComparer.Ordinal);
    private readonly Dictionary<string, object> trailing = new(StringComparer.Ordinal); // a text, or an ImagePolicyMarker

    /// <summary>The comment above a field, without <c>#</c>; several lines become several comment lines.</summary>
    public string this[string field]
    {
        get => above[field];
        set => above[field] = value;
    }

    /// <summary>Adds the comment behind a field's scalar.</summary>
    /// <param name="field">The field's YAML name.</param>
    /// <param name="comment">The text without <c>#</c>, one line.</param>
    /// <returns>This, to add another.</returns>
    public FieldComments Trailing(string field, string comment)
    {
        trailing[field] = comment;
        return this;
    }

    /// <summary>
    /// Gives a field to an image policy: <c>Comments = new FieldComments().Policy("image", Policy)</c>. Flux's image automation writes the chosen image into it, and synth keeps what
    /// Flux has written.
    /// </summary>
    /// <param name="field">The field's YAML name.</param>
    /// <param name="policy">The policy, of this app or another.</param>
    /// <param name="part">What of the image goes there.</param>
    /// <returns>This, to add another.</returns>
    public FieldComments Policy(string field, ObjectRef<ImagePolicy> policy, ImagePolicyPart part = ImagePolicyPart.Image)
    {
        ArgumentNullException.ThrowIfNull(policy);
        trailing[field] = new ImagePolicyMarker(policy, part);
        return this;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => above.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal string? Above(string field) => above.GetValueOrDefault(field);

    internal ImagePolicyMarker? PolicyOf(string field) => trailing.GetValueOrDefault(field) as ImagePolicyMarker;

    internal string? Behind(string field, ReferenceContext context) => trailing.GetValueOrDefault(field) is ImagePolicyMarker marker ? marker.Text(context) : (string?)trailing.GetValueOrDefault(field);
}
