using System.Globalization;
using System.Text;

namespace GitOps;

/// <summary>A text with an expression or a template, and where in its document it was written.</summary>
/// <param name="Text">As readers of the file see it.</param>
/// <param name="Segments">Its path; a list item's is <c>[0]</c>.</param>
/// <param name="IsKey">It is the key at that path and not the value.</param>
internal readonly record struct WrittenText(string Text, IReadOnlyList<string> Segments, bool IsKey);

// The texts that Flux's substitution may change are noted while they are written: to read the files back would cost ten times what writing them does.
public sealed partial class YamlWriter
{
    /// <summary>Where texts with a brace are noted: expressions, and templates that may have lost one, or <see langword="null"/>. <see cref="Reset"/> leaves it as it is.</summary>
    internal List<WrittenText>? Notes { get; set; }

    /// <summary>Where values are kept as they are written, or <see langword="null"/>.</summary>
    internal DataRecorder? Records { get; set; }

    private void Note(string given, string text, bool isKey)
    {
        if (Notes is null || !text.Contains('{', StringComparison.Ordinal))
            return;
        // Where nothing substitutes a literal dollar is a single one, and still no expression.
        if (LiteralDollars.In(given) && text.Length == given.Length)
            text = LiteralDollars.Noted(given);
        Notes.Add(new WrittenText(text, Path(), isKey));
    }

    /// <summary>Where writing stands, as messages name it: <c>spec.values.args[2]</c>; <see langword="null"/> at the top. Of a deep path its beginning.</summary>
    internal string? FieldPath
    {
        get
        {
            const int Readable = 12;
            var path = Path().AsSpan();
            // Between two entries, or inside a key, the last key is one that is done.
            if (path.Length > 0 && _frames[_depth - 1].IsMapping && _position != Position.AfterKey)
                path = path[..^1];
            return path.Length == 0 ? null : path.Length > Readable ? YamlText.PathOf(path[..Readable].ToArray()) + "…" : YamlText.PathOf(path.ToArray());
        }
    }

    private string[] Path()
    {
        var path = new string[_depth];
        for (var i = 0; i < _depth; i++)
        {
            ref var frame = ref _frames[i];
            path[i] = frame.IsMapping
                ? frame.Key ?? Encoding.UTF8.GetString(_buffer, frame.KeyStart, frame.KeyLength)
                : string.Create(CultureInfo.InvariantCulture, $"[{frame.Items - 1}]");
        }

        return path;
    }
}
