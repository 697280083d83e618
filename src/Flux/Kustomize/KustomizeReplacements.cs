namespace GitOps;

/// <summary>The <c>replacements</c> transformer: a field of one object put into fields of others.</summary>
internal sealed class KustomizeReplacements(TreeFiles files, FindingList findings, BuildWork work)
{
    public void Run(string folder, string path, DataValue root, KustomizeResult into)
    {
        foreach (var entry in root.ItemsOf("replacements"))
        {
            if (entry.TextOf("path") is not { } file)
            {
                Apply(entry, Places.Of(entry.Origin) ?? new(path), into);
                continue;
            }

            if (RepositoryPath.Combine(folder, file) is { } target && files.Take(target) is { } read)
            {
                findings.AddFaults(read, isKustomization: true);
                foreach (var value in read.Settings)
                    foreach (var one in value.Kind == DataKind.List ? value.Items : [value])
                        Apply(one, Places.Of(one.Origin) ?? new(target), into);
            }
            else
            {
                into.IsOpen = true;
                if (!RepositoryPath.IsRemote(file))
                    findings.Add(RuleMessage.Error(RuleIds.ResourceMissing, entry.OfField("path") ?? new(path), KustomizeMessages.ResourceMissing, file));
            }
        }
    }

    private void Apply(DataValue replacement, FindingPlace place, KustomizeResult into)
    {
        var value = Source(replacement.MapOf("source"), into);
        foreach (var target in replacement.ItemsOf("targets"))
        {
            if (!work.Spend(place, into, findings))
                return;
            for (var i = 0; i < into.Objects.Count; i++)
            {
                var item = into.Objects[i];
                var selected = KustomizeSelector.Matches(target.MapOf("select"), item);
                if (selected == false || target.ItemsOf("reject").Any(reject => KustomizeSelector.Matches(reject, item) == true))
                    continue;
                var paths = target["fieldPaths"] is null ? ["metadata.name"] : target.TextsOf("fieldPaths").Select(static field => field.Text).ToList();
                foreach (var field in paths)
                    item = Put(item, FieldPath(field), selected == true ? value : DataValue.Unknown(), target.MapOf("options"), place);
                into.Objects[i] = item;
            }
        }
    }

    private static DataValue Source(DataValue source, KustomizeResult into)
    {
        var matching = into.Objects.Where(item => KustomizeSelector.Matches(source, item) != false).ToList();
        if (matching.Count != 1 || KustomizeSelector.Matches(source, matching[0]) is null)
            return DataValue.Unknown();
        DataValue? at = matching[0].Value;
        foreach (var part in FieldPath(source.TextOf("fieldPath") ?? "metadata.name"))
            at = at switch
            {
                { Kind: DataKind.Map } => at[part],
                { Kind: DataKind.List } when int.TryParse(part, out var index) && index >= 0 && index < at.Items.Count => at.Items[index],
                { Kind: DataKind.List } when Item(part) is { } key => at.Items.FirstOrDefault(item => item.TextOf(key.Name) == key.Text),
                _ => null,
            };
        if (at is not null && source.MapOf("options").TextOf("delimiter") is { Length: > 0 } delimiter)
        {
            var index = source.MapOf("options")["index"] is { Kind: DataKind.Integer } number ? number.Integer : 0;
            var parts = at is { Kind: DataKind.String, IsPartial: false } ? at.Text.Split([delimiter], StringSplitOptions.None) : [];
            return index >= 0 && index < parts.Length ? DataValue.Of(parts[index], at.Origin) : DataValue.Unknown();
        }

        return at ?? DataValue.Unknown();
    }

    private KustomizeObject Put(KustomizeObject item, IReadOnlyList<string> path, DataValue value, DataValue options, FindingPlace place)
    {
        var after = path.Count > ObjectBounds.MostDepth ? item.Value : Put(item.Value, path, 0, value, options);
        if ((path.Count > ObjectBounds.MostDepth ? ObjectBounds.TooDeep : ObjectBounds.FaultOf(after, item.Value.Size)) is { } fault)
        {
            findings.Add(CannotBeAppliedRule.Of(place, $"this replacement cannot be made in {item}: {fault}") with { AlsoAt = [item.Place] });
            return item;
        }

        var changed = item.With(after);
        return (changed.Namespace, changed.Name) == (item.Namespace, item.Name) ? changed : changed with { Before = [.. item.Before, (item.Namespace, item.Name)] };
    }

    private static DataValue Put(DataValue target, IReadOnlyList<string> path, int at, DataValue value, DataValue options)
    {
        if (at == path.Count)
            return Part(target, value, options);
        var part = path[at];
        switch (target.Kind)
        {
            case DataKind.Map when part == "*":
                return target.WithAll(target.Fields.Select(field => field with { Value = Put(field.Value, path, at + 1, value, options) }));
            case DataKind.Map when target[part] is { } inner:
                return target.With(part, Put(inner, path, at + 1, value, options));
            case DataKind.Map when options.IsTrue("create"):
                return target.With(part, Put(at == path.Count - 1 ? DataValue.Null() : DataEdit.Empty, path, at + 1, value, options));
            case DataKind.List when part == "*":
                return target.EachItem(item => Put(item, path, at + 1, value, options));
            case DataKind.List when int.TryParse(part, out var index):
                return index >= 0 && index < target.Items.Count ? DataValue.List([.. target.Items.Select((item, i) => i == index ? Put(item, path, at + 1, value, options) : item)], target.Origin, target.IsPartial) : target;
            case DataKind.List when Item(part) is { } key:
                return target.EachItem(item => item.TextOf(key.Name) == key.Text ? Put(item, path, at + 1, value, options) : item);
            default:
                return target;
        }
    }

    /// <summary>The whole value, or the part of it between two delimiters.</summary>
    private static DataValue Part(DataValue old, DataValue value, DataValue options)
    {
        if (options.TextOf("delimiter") is not { Length: > 0 } delimiter)
            return value;
        if (old is not { Kind: DataKind.String, IsPartial: false } || value is not { Kind: DataKind.String, IsPartial: false })
            return DataValue.Unknown(old.Origin);
        var parts = old.Text.Split([delimiter], StringSplitOptions.None).ToList();
        var index = options["index"] is { Kind: DataKind.Integer } number ? number.Integer : 0;
        if (index < 0)
            parts.Insert(0, value.Text);
        else if (index >= parts.Count)
            parts.Add(value.Text);
        else
            parts[(int)index] = value.Text;
        return DataValue.Of(string.Join(delimiter, parts), old.Origin);
    }

    /// <summary><c>[name=app]</c>.</summary>
    private static (string Name, string Text)? Item(string part)
    {
        var equals = part.IndexOf('=');
        return part.Length > 2 && part[0] == '[' && part[part.Length - 1] == ']' && equals > 0 ? (part.Substring(1, equals - 1), part.Substring(equals + 1, part.Length - equals - 2)) : null;
    }

    /// <summary>Parts between dots; a dot of a part's own stands in brackets or behind a backslash.</summary>
    private static IReadOnlyList<string> FieldPath(string path)
    {
        var parts = new List<string>();
        var part = new System.Text.StringBuilder();
        var depth = 0;
        for (var i = 0; i < path.Length; i++)
        {
            var c = path[i];
            if (c == '\\' && i + 1 < path.Length && path[i + 1] == '.')
                part.Append(path[++i]);
            else if (c == '.' && depth == 0)
            {
                parts.Add(part.ToString());
                part.Clear();
            }
            else
            {
                depth += c == '[' ? 1 : c == ']' ? -1 : 0;
                part.Append(c);
            }
        }

        parts.Add(part.ToString());
        return parts;
    }
}
