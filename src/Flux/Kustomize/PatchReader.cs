using System.Runtime.CompilerServices;

namespace GitOps;

/// <summary>A patch, read: a JSON patch, one or more strategic merge patches, or neither.</summary>
/// <param name="Operations">The list of a JSON patch.</param>
/// <param name="Merges">The documents of a strategic merge patch.</param>
/// <param name="IsUnknown">Its text is not known, or could not be read (which has been said).</param>
internal sealed record PatchText(DataValue? Operations, IReadOnlyList<DataValue> Merges, bool IsUnknown = false);

/// <summary>Reads patches, each text once however many Kustomizations it is given to.</summary>
internal sealed class PatchReader(TreeFiles files, FindingList findings, CancellationToken cancellation)
{
    private static readonly PatchText Unknown = new(null, [], IsUnknown: true);

    private readonly ConditionalWeakTable<object, Dictionary<string, PatchText>> _read = new();

    /// <summary>The text below <c>patch</c>, or an entry of patchesStrategicMerge.</summary>
    public PatchText Inline(DataValue text)
    {
        if (text is not { Kind: DataKind.String, IsPartial: false })
            return Unknown;
        var known = _read.GetOrCreateValue(text.Origin ?? text);
        if (!known.TryGetValue(text.Text, out var patch))
            known.Add(text.Text, patch = Read(text));
        return patch;
    }

    /// <summary>A patch in a file of its own.</summary>
    public PatchText File(string folder, DataValue path, FindingPlace place)
    {
        if (path is not { Kind: DataKind.String, IsPartial: false } || RepositoryPath.IsRemote(path.Text))
            return Unknown;
        if (RepositoryPath.Combine(folder, path.Text) is not { } target)
        {
            findings.Add(PathLeavesRootRule.Of(place, path.Text));
            return Unknown;
        }

        if (files.Take(target) is not { } file)
        {
            findings.Add(RuleMessage.Error(RuleIds.ResourceMissing, place, KustomizeMessages.ResourceMissing, path.Text));
            return Unknown;
        }

        findings.AddFaults(file, isKustomization: false);
        return file.IsTooLarge || file.Unreadable is not null ? Unknown : Of(file.File);
    }

    private PatchText Read(DataValue text)
    {
        var origin = text.Origin as YamlScalar;
        var file = YamlFile.Read(new YamlSource(text.Text, origin?.Source.Path, origin), cancellation);
        if (file.Faults.FirstOrDefault(static fault => fault.Kind != YamlFaultKind.DuplicateKey) is { } fault)
        {
            // What a variable has been put into may stand elsewhere than the text that is written.
            if (origin is null || origin.Text == text.Text)
                findings.Add(new(RuleIds.UnreadableYaml, FindingSeverity.Error, fault.Message, PlaceOf(file.Source, fault.Place)));
            return Unknown;
        }

        return Of(file);
    }

    /// <summary>The operations of a JSON patch are read as YAML 1.1, objects as kustomize reads objects.</summary>
    private static PatchText Of(YamlFile file)
    {
        var roots = file.Documents.Where(static document => document.Root is not null).Select(static document => document.Root!).ToList();
        return roots.Count == 1 && roots[0] is YamlSequence operations
            ? new(YamlData.Of(operations), [])
            : new(null, [.. roots.OfType<YamlMapping>().Select(static root => KustomizeData.Read(root, out _))]);
    }

    private static FindingPlace? PlaceOf(YamlSource source, YamlMark mark)
    {
        var place = source.InFile(mark);
        return source.Path is null ? null : new(source.Path, place.Line, place.Column);
    }
}
