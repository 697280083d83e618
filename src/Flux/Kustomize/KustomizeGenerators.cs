namespace GitOps;

/// <summary>Runs <c>configMapGenerator</c> and <c>secretGenerator</c>.</summary>
internal sealed class KustomizeGenerators(TreeFiles files, FindingList findings)
{
    public void Run(string folder, string path, DataValue root, KustomizeResult into)
    {
        foreach (var (field, kind) in new[] { ("configMapGenerator", "ConfigMap"), ("secretGenerator", "Secret") })
            foreach (var generator in root.ItemsOf(field))
                if (generator.Kind == DataKind.Map)
                    Run(folder, path, generator, kind, root["generatorOptions"], into);
    }

    private void Run(string folder, string path, DataValue generator, string kind, DataValue? shared, KustomizeResult into)
    {
        var place = Places.Of(generator.Origin) ?? new(path);
        if (generator["name"] is null)
        {
            findings.Add(CannotBeAppliedRule.Of(place, $"a generator of a {kind} needs a name"));
            return;
        }

        if (generator.TextOf("name") is not { } name)
        {
            into.IsOpen = true;
            return;
        }

        var isWhole = true;
        var data = Data(folder, path, generator, kind, ref isWhole);
        into.IsOpen |= !isWhole;
        var own = generator["options"];
        var @namespace = generator["namespace"];
        var metadata = DataEdit.Empty.With("name", generator["name"]!);
        if (@namespace is { Kind: DataKind.String })
            metadata = metadata.With("namespace", @namespace);
        foreach (var map in new[] { "labels", "annotations" })
        {
            var all = DataEdit.Empty.WithAll(shared.MapOf(map).Fields.Concat(own.MapOf(map).Fields));
            if (all.Fields.Count > 0)
                metadata = metadata.With(map, all);
        }

        var value = DataValue.Map(
        [
            new("apiVersion", DataValue.Of("v1", generator.Origin)),
            new("kind", DataValue.Of(kind, generator.Origin)),
            new("metadata", metadata),
            .. data.Fields.Count > 0 || data.IsPartial ? [new DataField("data", data)] : Array.Empty<DataField>(),
            .. kind == "Secret" ? [new DataField("type", generator["type"] ?? DataValue.Of("Opaque", generator.Origin))] : Array.Empty<DataField>(),
        ], generator.Origin);
        var item = new KustomizeObject(value)
        {
            Place = place,
            IsGenerated = true,
            NeedsHash = !(own?.Find("disableNameSuffixHash") is not null ? own.IsTrue("disableNameSuffixHash") : shared.IsTrue("disableNameSuffixHash")),
        };
        Absorb(item, generator.TextOf("behavior") ?? "create", place, into);
    }

    /// <summary>create adds, merge and replace change what has the name already.</summary>
    private void Absorb(KustomizeObject item, string behavior, FindingPlace place, KustomizeResult into)
    {
        var at = into.Objects.FindIndex(other => other.Kind == item.Kind && other.Group.Length == 0 && !other.IsAltered
            && other.Before.Concat([(other.Namespace, other.Name)]).Any(known => known.Item2 == item.Name && Same(known.Item1, item.Namespace)));
        if (behavior is not ("merge" or "replace"))
        {
            if (at < 0)
                into.Objects.Add(item);
            else
                findings.Add(CannotBeAppliedRule.Of(place, $"the {item.Kind} '{item.Name}' is there already; to change it the generator needs 'behavior: merge' or 'replace'") with { AlsoAt = [into.Objects[at].Place] });
            return;
        }

        if (at < 0)
        {
            if (!into.IsOpen)
                findings.Add(CannotBeAppliedRule.Of(place, $"there is no {item.Kind} '{item.Name}' to {behavior}"));
            return;
        }

        var old = into.Objects[at];
        var data = behavior == "replace" ? item.Value.MapOf("data")
            : old.Value.MapOf("data").WithAll(item.Value.MapOf("data").Fields);
        var metadata = old.Metadata;
        foreach (var map in new[] { "labels", "annotations" })
            if (item.Metadata.MapOf(map) is { Fields.Count: > 0 } added)
                metadata = metadata.With(map, metadata.MapOf(map).WithAll(added.Fields));
        into.Objects[at] = old.With(old.Value.With("data", data).With("metadata", metadata)) with { NeedsHash = old.NeedsHash };
    }

    private static bool Same(string one, string other) => (one.Length == 0 ? "default" : one) == (other.Length == 0 ? "default" : other);

    private DataValue Data(string folder, string path, DataValue generator, string kind, ref bool isWhole)
    {
        var fields = new List<DataField>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var literal in generator.TextsOf("literals"))
        {
            var equals = literal.Text.IndexOf('=');
            if (equals <= 0)
            {
                findings.Add(CannotBeAppliedRule.Of(Places.Of(literal.Origin) ?? new(path), $"the literal '{literal.Text}' is no key=value"));
                isWhole = false;
                continue;
            }

            var text = literal.Text.Substring(equals + 1);
            // kustomize takes one pair of quotes off.
            if (text.Length > 1 && text[0] is '"' or '\'' && text[text.Length - 1] == text[0])
                text = text.Substring(1, text.Length - 2);
            Add(fields, keys, literal.Text.Substring(0, equals), Value(text, kind, literal.Origin), literal, generator, kind);
        }

        foreach (var entry in generator.TextsOf("files"))
        {
            var equals = entry.Text.IndexOf('=');
            var written = entry.Text.Substring(equals + 1);
            var key = equals > 0 ? entry.Text.Substring(0, equals) : RepositoryPath.NameOf(written);
            Add(fields, keys, key, Content(folder, path, written, entry) is { } content ? Value(content, kind, new TextFileOrigin(RepositoryPath.Combine(folder, written)!, content)) : Missing(ref isWhole, entry), entry, generator, kind);
        }

        foreach (var entry in generator.TextsOf("envs").Concat(generator["env"] is { Kind: DataKind.String } one ? [one] : []))
        {
            if (Content(folder, path, entry.Text, entry) is not { } content)
            {
                isWhole = false;
                continue;
            }

            foreach (var line in content.Split('\n'))
            {
                var text = line.TrimEnd('\r').TrimStart();
                var equals = text.IndexOf('=');
                if (text.Length == 0 || text[0] == '#')
                    continue;
                if (equals > 0)
                    Add(fields, keys, text.Substring(0, equals), Value(text.Substring(equals + 1), kind, entry.Origin), entry, generator, kind);
                else
                    // A name alone is taken from the environment, and what kustomize finds there nobody knows.
                    isWhole = false;
            }
        }

        return DataValue.Map(fields, generator.Origin, isPartial: !isWhole);
    }

    private static DataValue Missing(ref bool isWhole, DataValue entry)
    {
        isWhole = false;
        return DataValue.UnknownText(entry.Origin);
    }

    private void Add(List<DataField> fields, HashSet<string> keys, string key, DataValue value, DataValue entry, DataValue generator, string kind)
    {
        if (!keys.Add(key))
            findings.Add(CannotBeAppliedRule.Of(Places.Of(entry.Origin) ?? Places.Of(generator.Origin), $"the generator of the {kind} '{generator.TextOf("name")}' has the key '{key}' twice"));
        else
            fields.Add(new(key, value, entry.Origin));
    }

    /// <summary>A Secret's values stand in Base64.</summary>
    private static DataValue Value(string text, string kind, object? origin) =>
        kind == "Secret" ? DataValue.Of(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text)), origin) : DataValue.Of(text, origin);

    private string? Content(string folder, string path, string written, DataValue entry)
    {
        if (RepositoryPath.IsRemote(written))
            return null;
        if (RepositoryPath.Combine(folder, written) is not { } target)
        {
            findings.Add(PathLeavesRootRule.Of(Places.Of(entry.Origin) ?? new(path), written));
            return null;
        }

        if (files.TakeText(target) is { } text)
            return text;
        findings.Add(RuleMessage.Error(RuleIds.ResourceMissing, Places.Of(entry.Origin) ?? new(path), KustomizeMessages.ResourceMissing, written));
        return null;
    }
}
