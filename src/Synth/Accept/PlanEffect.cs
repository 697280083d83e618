using System.Text;

namespace GitOps;

/// <summary>One thing that a plan renders differently than another.</summary>
/// <param name="Text">What is there now, of a text that is no YAML.</param>
/// <param name="Scalar">The scalar that is there now; <see langword="null"/> when it is none.</param>
internal sealed record PlanEffect(string Path, string Object, string Field, string? Text = null, YamlScalar? Scalar = null)
{
    /// <summary>All that a plan renders differently.</summary>
    public static List<PlanEffect> Between(TreePlan before, TreePlan after)
    {
        var effects = new List<PlanEffect>();
        var found = after.Files.ToDictionary(static file => file.Path, StringComparer.Ordinal);
        foreach (var file in before.Files)
        {
            if (!found.Remove(file.Path, out var now))
                effects.Add(new PlanEffect(file.Path, "", ""));
            else if (!file.Content.Span.SequenceEqual(now.Content.Span))
                effects.AddRange(Between(now.Path, file.Content.Span, now.Content.Span));
        }
        foreach (var path in found.Keys)
            effects.Add(new PlanEffect(path, "", ""));
        return effects;
    }

    private static IEnumerable<PlanEffect> Between(string path, ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
    {
        if (FieldDifferences.Between(before, after) is not { } differences)
            return [new PlanEffect(path, "", "", Encoding.UTF8.GetString(after))];
        // A comment says nothing to a cluster.
        return differences.Select(difference => new PlanEffect(path, difference.Object, difference.Path, null, difference.OnDiskScalar));
    }

    public bool Is(HandEdit edit) => Path == edit.Path && Object == edit.Object && Field == edit.Field && (Text is not null || Scalar is not null) && edit.IsMetBy(Text ?? "", Scalar);

    public override string ToString() => Field.Length == 0 ? $"'{Path}'" : $"'{Path}' at {Field}";
}
