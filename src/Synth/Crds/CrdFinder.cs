namespace GitOps;

/// <summary>Finds the CustomResourceDefinitions of a text, and says what is wrong with them.</summary>
internal static class CrdFinder
{
    private const int FewKinds = 5;

    /// <summary>The definitions in their order; none after an error.</summary>
    public static IReadOnlyList<CrdFile> Find(CrdSource source, List<Finding> findings, CancellationToken cancellation)
    {
        if (source.Text.AsSpan().TrimStart().StartsWith("<"))
        {
            findings.Add(Error(RuleIds.UnreadableYaml, $"this is a web page, not YAML{RawHint(source)}", new FindingPlace(source.Name)));
            return [];
        }
        var yaml = YamlFile.Read(source.Text, cancellation);
        var unreadable = yaml.Faults.Where(static fault => fault.Kind != YamlFaultKind.DuplicateKey).ToList();
        if (unreadable.Count > 0)
        {
            findings.AddRange(unreadable.Select(fault => Error(RuleIds.UnreadableYaml, fault.Message, new FindingPlace(source.Name, fault.Place.Line, fault.Place.Column))));
            return [];
        }

        var nodes = In(yaml).ToList();
        if (nodes.Count == 0)
        {
            findings.Add(Error(RuleIds.NotACustomResourceDefinition, NothingIn(yaml), new FindingPlace(source.Name)));
            return [];
        }
        var cut = source.IsFromCluster ? null : new DocumentTexts(yaml.Text);
        var files = new List<CrdFile>(nodes.Count);
        foreach (var (node, isDocument) in nodes)
            if (Read(source, yaml, node, findings, cancellation) is { } name && Content(source, node, isDocument ? cut : null, name, findings) is { } content)
                files.Add(new CrdFile(name.Text, KindOf(node), content, node, PlaceOf(source, node)));
        return files;
    }

    /// <summary>The definitions of a text, each with whether it is a document of its own: else it is an item of a list.</summary>
    public static IEnumerable<(YamlMapping Node, bool IsDocument)> In(YamlFile yaml)
    {
        foreach (var document in yaml.Documents)
        {
            if (document.Mapping is not { } root)
                continue;
            if (CrdReader.IsCrd(root))
                yield return (root, true);
            else if (root["items"] is YamlSequence items && root.Text("kind")?.EndsWith("List", StringComparison.Ordinal) == true)
                foreach (var item in items.Items.OfType<YamlMapping>().Where(CrdReader.IsCrd))
                    yield return (item, false);
        }
    }

    /// <summary>What <c>metadata.name</c> says.</summary>
    public static YamlScalar? NameOf(YamlMapping crd) => (crd["metadata"] as YamlMapping)?["name"] as YamlScalar;

    private static string KindOf(YamlMapping crd) => ((crd["spec"] as YamlMapping)?["names"] as YamlMapping)?.Text("kind") ?? "";

    private static FindingPlace PlaceOf(CrdSource source, YamlNode node) => new(source.Name, node.Start.Line, node.Start.Column);

    // What the generator would say of it at the next build is said now, and in the same words.
    private static YamlScalar? Read(CrdSource source, YamlFile yaml, YamlMapping node, List<Finding> findings, CancellationToken cancellation)
    {
        var faults = new FaultList(source.Name);
        foreach (var fault in yaml.Faults)
            if (fault.Place.Offset >= node.Start.Offset && fault.Place.Offset < node.End.Offset)
                faults.Invalid(fault.Message, fault.Place);
        var options = new SchemaReadOptions { KeepTexts = false };
        foreach (var _ in new CrdReader(faults, options, new SchemaNodeReader(faults, options, cancellation)).Read(node))
            cancellation.ThrowIfCancellationRequested();
        var name = Name(node, faults);
        var found = faults.ToArray().Select(static fault => SchemaFindings.ToFinding(fault)).ToList();
        findings.AddRange(found);
        return found.Exists(static finding => finding.Severity == FindingSeverity.Error) ? null : name;
    }

    // The name becomes a file's name: it is what the API server accepts, or it is refused.
    private static YamlScalar? Name(YamlMapping node, FaultList faults)
    {
        if (node["spec"] is not YamlMapping spec || spec.Text("group") is not { Length: > 0 } group || spec["names"] is not YamlMapping names)
            return null; // said by the reader
        if (names.Text("plural") is not { Length: > 0 } plural)
            faults.Invalid("'plural' is missing or is no text", (names["plural"] ?? names).Start);
        else if (NameOf(node) is not { } name)
            faults.Invalid($"'metadata.name' is missing; it is '{plural}.{group}'", (node["metadata"] ?? node).Start);
        else if (name.Text != $"{plural}.{group}")
            faults.Invalid($"'metadata.name' is '{name.Text}', and the API server takes '<plural>.<group>' only: '{plural}.{group}'", name.Start);
        else if (KubernetesNames.SubdomainFault(name.Text) is { } fault)
            faults.Invalid($"'{name.Text}' cannot be the name of a CustomResourceDefinition: it {fault}", name.Start);
        else
            return name;
        return null;
    }

    private static string? Content(CrdSource source, YamlMapping node, DocumentTexts? texts, YamlScalar name, List<Finding> findings)
    {
        if (texts?.Of(node) is { } text)
            return text;
        try
        {
            return CrdText.Write(node, source.IsFromCluster);
        }
        catch (YamlWriteException fault)
        {
            findings.Add(Error(RuleIds.TextCannotBeWritten, $"'{name.Text}' cannot be written as YAML: {fault.Message}", PlaceOf(source, node)));
            return null;
        }
    }

    private static string NothingIn(YamlFile yaml)
    {
        var kinds = yaml.Documents.Select(static document => document.Mapping?.Text("kind")).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        const string Nothing = "there is no CustomResourceDefinition in it";
        return kinds.Count == 0
            ? yaml.Documents.Any(static document => document.Root is not null) ? $"{Nothing}, nor any other Kubernetes object" : $"{Nothing}: it is empty"
            : $"{Nothing}; it holds {string.Join(", ", kinds.Take(FewKinds))}{(kinds.Count > FewKinds ? " and others" : "")}";
    }

    private static string RawHint(CrdSource source) =>
        source.Name.StartsWith("http", StringComparison.Ordinal) ? "; give the address of the file itself, on GitHub the one behind 'Raw'" : "";

    private static Finding Error(string id, string message, FindingPlace place) => new(id, FindingSeverity.Error, message, place);
}
