namespace GitOps;

/// <summary>XML documentation of models, made from the source's descriptions.</summary>
internal static class ModelDocs
{
    /// <summary>The first paragraph as one line of XML, or null when there is no text.</summary>
    public static string? Summary(string? description)
    {
        if (description is null)
            return null;
        var lines = description.Replace("\r", "").Trim().Split('\n');
        var paragraph = string.Join(" ", lines.TakeWhile(static line => line.Trim().Length > 0).Select(static line => line.Trim()));
        return paragraph.Length == 0 ? null : Csharp.Xml(paragraph);
    }

    public static void Type(SourceWriter w, string? description, string? link, string fallback)
    {
        w.Line($"/// <summary>{Summary(description) ?? fallback}</summary>");
        if (link is not null)
            w.Line($"/// <seealso href=\"{Csharp.Xml(link).Replace("\"", "&quot;")}\"/>");
    }

    public static void Field(SourceWriter w, SchemaField field)
    {
        var text = Summary(field.Description);
        var name = $"<c>{Csharp.Xml(field.Name)}</c>";
        var preset = field.Default is null ? "" : $" Default: <c>{Csharp.Xml(field.Default)}</c>.";
        w.Line($"/// <summary>{(text is null ? $"The field {name}." : $"{name}: {text}")}{preset}</summary>");
    }
}
