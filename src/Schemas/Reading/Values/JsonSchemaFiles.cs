namespace GitOps;

/// <summary>The files that a chart's schema may refer to: those that the user names, read when a reference leads to them.</summary>
internal sealed class JsonSchemaFiles(IReadOnlyList<ValuesSchemaFile> files, CancellationToken cancellation)
{
    private readonly Dictionary<ValuesSchemaFile, JsonSchemaDocument> documents = [];
    private readonly Dictionary<(JsonSchemaDocument From, string Reference), SchemaPart?> resolved = [];

    /// <summary>What is wrong in all files that were read.</summary>
    public IEnumerable<SchemaFault> Faults => documents.Values.SelectMany(static document => document.Faults.ToArray()).Distinct();

    public JsonSchemaDocument Open(ValuesSchemaFile file, string referrersDialect)
    {
        if (!documents.TryGetValue(file, out var document))
            documents.Add(file, document = JsonSchemaDocument.Read(file, referrersDialect, cancellation));
        return document;
    }

    /// <summary>What a reference stands for; null, with a fault at the reference, when it leads nowhere.</summary>
    public SchemaPart? Resolve(JsonSchemaDocument from, YamlScalar reference)
    {
        if (resolved.TryGetValue((from, reference.Text), out var known) && known is not null)
            return known;
        return resolved[(from, reference.Text)] = Find(from, reference);
    }

    private SchemaPart? Find(JsonSchemaDocument from, YamlScalar reference)
    {
        var hash = reference.Text.IndexOf('#');
        var address = hash < 0 ? reference.Text : reference.Text.Substring(0, hash);
        var fragment = hash < 0 ? "" : reference.Text.Substring(hash + 1);
        var document = address.Length == 0 ? from : DocumentOf(from, address);
        if (document is null)
        {
            var whole = JsonSchemaAddress.Combine(from.Base, address);
            if (from.Embedded(whole) is { } embedded)
                return fragment.Length == 0 ? embedded : Below(embedded, fragment, from, reference);
            from.Faults.Add(
                SchemaFaultKind.Reference,
                JsonSchemaAddress.IsWhole(whole)
                    ? $"the reference '{reference.Text}' leads to no file of the project, and nothing is fetched in a build; save it and list it as <GitOpsValuesSchema Include=\"…\" Url=\"{whole}\" />; until then anything is taken here"
                    : $"the reference '{reference.Text}' leads to no file of the project; list it as <GitOpsValuesSchema Include=\"…\" />; until then anything is taken here",
                reference.Start);
            return null;
        }

        if (document.Root is null)
            return null;
        if (document.At(fragment) is { } found)
            return found;
        from.Faults.Add(SchemaFaultKind.Reference, $"the reference '{reference.Text}' leads to nothing: '{NameOf(document.File.Path)}' has no '#{fragment}'; anything is taken here", reference.Start);
        return null;
    }

    private static SchemaPart? Below(SchemaPart embedded, string fragment, JsonSchemaDocument from, YamlScalar reference)
    {
        var node = embedded.Node;
        foreach (var segment in JsonSchemaAddress.Segments(fragment))
            if ((node as YamlMapping)?[segment] is { } inner)
                node = inner;
            else
            {
                from.Faults.Add(SchemaFaultKind.Reference, $"the reference '{reference.Text}' leads to nothing; anything is taken here", reference.Start);
                return null;
            }

        return embedded with { Node = node };
    }

    /// <summary>By address first: what a file calls itself, or what the user says of it; then beside the file that refers to it.</summary>
    private JsonSchemaDocument? DocumentOf(JsonSchemaDocument from, string address)
    {
        var whole = JsonSchemaAddress.Combine(from.Base, address);
        if (from.Base == whole)
            return from;
        foreach (var file in files)
            if (file.Url.Length > 0 && file.Url == whole)
                return Open(file, from.Dialect);
        foreach (var file in files)
            // The address stands in the text of a file that calls itself so; all others need not be read.
            if (file.Text is { } text && text.IndexOf(whole, StringComparison.Ordinal) >= 0 && Open(file, from.Dialect).Base == whole)
                return documents[file];
        if (JsonSchemaAddress.IsWhole(address))
            return null;
        var path = JsonSchemaAddress.Combine(JsonSchemaAddress.Normal(from.File.Path), address);
        foreach (var file in files)
            if (JsonSchemaAddress.Normal(file.Path) == path)
                return Open(file, from.Dialect);
        return null;
    }

    private static string NameOf(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
}
