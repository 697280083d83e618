using System.Text;

namespace GitOps;

/// <summary>A file of the tree whose edited scalars are written as synth writes them, and nothing else of it.</summary>
internal static class EditedFile
{
    /// <returns><see langword="null"/> when the scalars cannot be found in both.</returns>
    public static byte[]? With(byte[] content, List<HandEdit> edits, ReadOnlySpan<byte> planned)
    {
        var text = Encoding.UTF8.GetString(LineEndings.WithoutCarriageReturns(content) ?? content);
        // Each scalar is known to be equal in both but for its form.
        if (FieldDifferences.Scalars(planned) is not { } wanted || FieldDifferences.Scalars(Encoding.UTF8.GetBytes(text)) is not { } found)
            return null;
        var result = new StringBuilder();
        var from = 0;
        foreach (var (old, form) in edits.Select(edit => (Old: found.GetValueOrDefault((edit.Object, edit.Field)), Form: wanted.GetValueOrDefault((edit.Object, edit.Field)))).OrderBy(static pair => pair.Old?.Start.Offset))
        {
            if (old is null || form is null || old.Start.Offset < from)
                return null;
            result.Append(text, from, old.Start.Offset - from).Append(form.RawText(form.Source.Text));
            from = old.End.Offset;
        }
        return Encoding.UTF8.GetBytes(result.Append(text, from, text.Length - from).ToString());
    }
}
