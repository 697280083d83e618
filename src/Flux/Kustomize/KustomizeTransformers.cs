namespace GitOps;

/// <summary>What a kustomization file does to all objects that have come together, in kustomize's order (kusttarget_configplugin.go).</summary>
internal sealed class KustomizeTransformers(TreeFiles files, FindingList findings, PatchReader patches, BuildWork work)
{
    // What a component patches need not be in everything that includes it.
    private bool isComponent;

    public void Run(string folder, string path, DataValue root, KustomizeOverlay overlay, KustomizeResult into)
    {
        isComponent = root.TextOf("kind") == "Component";
        AddReferences(folder, root, into);
        foreach (var text in root.TextsOf("patchesStrategicMerge"))
            Patch(IsPath(text.Text) ? patches.File(folder, text, Places.Of(text.Origin) ?? new(path)) : patches.Inline(text), null, Places.Of(text.Origin) ?? new(path), into);
        foreach (var patch in root.ItemsOf("patches").Concat(overlay.Patches))
            Patch(folder, path, patch, into);
        if ((overlay.Namespace ?? root["namespace"]) is { Kind: not DataKind.Null } @namespace)
            SetNamespace(@namespace, into);
        Affix(overlay.NamePrefix ?? root["namePrefix"], overlay.NameSuffix ?? root["nameSuffix"], into);
        AddLabels(root, into);
        foreach (var patch in root.ItemsOf("patchesJson6902"))
            Patch(folder, path, patch, into);
        new KustomizeImages(root.ItemsOf("images").Concat(overlay.Images)).Run(into);
        new KustomizeReplacements(files, findings, work).Run(folder, path, root, into);
        if (root.ItemsOf("transformers").Count > 0)
            for (var i = 0; i < into.Objects.Count; i++)
                into.Objects[i] = into.Objects[i] with { IsAltered = true };
        into.IsOpen |= root.ItemsOf("transformers").Count > 0;
        into.Altered();
    }

    /// <summary>The entry is a file's name: it has no lines and no field.</summary>
    private static bool IsPath(string text) => text.IndexOf('\n') < 0 && text.IndexOf(": ", StringComparison.Ordinal) < 0 && text.IndexOf('{') < 0;

    private void Patch(string folder, string path, DataValue patch, KustomizeResult into)
    {
        var place = Places.Of(patch.Origin) ?? new(path);
        if (patch.IsUnknown || patch.IsPartial)
        {
            into.IsOpen = true;
            return;
        }

        var hasPath = patch["path"] is { Kind: not DataKind.Null } and not { Kind: DataKind.String, IsPartial: false, Text: "" };
        var hasText = patch["patch"] is { Kind: not DataKind.Null } and not { Kind: DataKind.String, IsPartial: false, Text: "" };
        if (hasPath == hasText)
        {
            findings.Add(CannotBeAppliedRule.Of(place, hasPath ? "a patch takes a 'path' or a 'patch', not both" : "a patch needs a 'path' or a 'patch'"));
            return;
        }

        var text = hasPath ? patches.File(folder, patch["path"]!, patch.OfField("path") ?? place) : patches.Inline(patch["patch"]!);
        Patch(text, patch["target"], hasText ? patch.OfField("patch") ?? place : place, into);
    }

    private void Patch(PatchText patch, DataValue? target, FindingPlace place, KustomizeResult into)
    {
        if (patch.IsUnknown || target is { IsUnknown: true })
        {
            into.IsOpen = true;
            return;
        }

        if (!work.Spend(place, into, findings))
            return;
        if (target is { Kind: DataKind.Null })
            target = null;
        if (patch.Operations is { } operations)
        {
            if (target is null)
                findings.Add(CannotBeAppliedRule.Of(place, "a JSON patch needs a target"));
            else
                Missed(PatchJson(operations, target, place, into), target, place, into);
            return;
        }

        if (patch.Merges.Count == 0)
        {
            findings.Add(CannotBeAppliedRule.Of(place, "this is neither a strategic merge patch (an object) nor a JSON patch (a list of operations)"));
            return;
        }

        if (target is not null && patch.Merges.Count > 1)
        {
            findings.Add(CannotBeAppliedRule.Of(place, "several strategic merge patches in one entry take no target"));
            return;
        }

        foreach (var merge in patch.Merges)
        {
            var missing = merge.TextOf("kind") is null && merge.Knows("kind") ? "kind" : merge.MapOf("metadata")["name"] is null && merge.Knows("metadata") ? "metadata.name" : null;
            if (missing is not null && merge.IsPartial is false)
            {
                findings.Add(CannotBeAppliedRule.Of(Places.Of(merge.Origin) ?? place, $"a strategic merge patch is an object, and this one has no {missing}; with a target any name does"));
                continue;
            }

            if (target is not null)
                Missed(MergeInto(merge, item => KustomizeSelector.Matches(target, item), into), target, place, into);
            else
                MergeByName(merge, Places.Of(merge.Origin) ?? place, into);
        }
    }

    private void Missed(bool found, DataValue target, FindingPlace place, KustomizeResult into)
    {
        if (!found && !isComponent && !into.IsOpen && PatchMatchesNothingRule.Of(target, place, into.Objects) is { } missed)
            findings.Add(missed);
    }

    /// <summary>Without target a patch means the one object that it names, by its name now or before; kustomize fails when there is none.</summary>
    private void MergeByName(DataValue merge, FindingPlace place, KustomizeResult into)
    {
        var named = new KustomizeObject(merge) { Place = place };
        var found = MergeInto(merge, item => item.IsAltered ? null : item.ApiVersion == named.ApiVersion && item.Kind == named.Kind
            && item.Before.Concat([(item.Namespace, item.Name)]).Any(known => known.Item2 == named.Name && (item.IsClusterScoped || NamespaceOf(known.Item1) == NamespaceOf(named.Namespace))), into);
        if (found || into.IsOpen || !merge.MapOf("metadata").Knows("name") || merge.MapOf("metadata").TextOf("name") is null)
            return;
        var near = into.Objects.FirstOrDefault(item => item.Kind == named.Kind && item.Name == named.Name);
        findings.Add(CannotBeAppliedRule.Of(place, $"no object of this build is the {named} that the patch names" + (
            near is null ? "; without a target a patch changes the object of its own name only"
            : near.ApiVersion != named.ApiVersion ? $"; there is one of '{near.ApiVersion}'" : near.Namespace.Length == 0 ? "; the one of that name has no namespace" : $"; the one of that name is in the namespace '{near.Namespace}'")));
    }

    private static string NamespaceOf(string written) => written.Length == 0 ? "default" : written;

    private bool MergeInto(DataValue merge, Func<KustomizeObject, bool?> matches, KustomizeResult into)
    {
        var found = false;
        for (var i = into.Objects.Count - 1; i >= 0; i--)
        {
            var item = into.Objects[i];
            var verdict = matches(item);
            found |= verdict != false;
            if (verdict == false)
                continue;
            if (verdict is null)
            {
                into.Objects[i] = item.With(Blur(item.Value, merge.Without("metadata").Without("apiVersion").Without("kind")));
                continue;
            }

            var isFlux = item.Kind == "Kustomization" && item.Group == FluxKinds.KustomizeGroup;
            var result = new StrategicMerge(FluxKinds.IsCore(item.Group), isFlux ? (path, old, patched) => Replaced(item, path, old, patched) : null).Apply(item.Value, merge);
            if (result is null)
            {
                into.Objects.RemoveAt(i);
                continue;
            }

            // The patch's own name and namespace only say what it means.
            var metadata = result.MapOf("metadata").With("name", item.Metadata["name"] ?? DataValue.Unknown());
            metadata = item.Metadata["namespace"] is { } old ? metadata.With("namespace", old) : metadata.Without("namespace");
            result = result.With("metadata", metadata).With("apiVersion", item.Value["apiVersion"]!).With("kind", item.Value["kind"]!);
            into.Objects[i] = item.With(result);
        }

        return found;
    }

    private void Replaced(KustomizeObject item, IReadOnlyList<string> path, DataValue old, DataValue patched)
    {
        if (old.Items.Count > 0 && old.SameAs(patched) == false)
            findings.Add(ParentPatchReplacesListRule.Of(item, path, old, patched));
    }

    /// <summary>What may have been patched is not known any more.</summary>
    private static DataValue Blur(DataValue value, DataValue patch)
    {
        return value.WithAll(patch.Fields.Select(field =>
            field with { Value = value[field.Name] is { Kind: DataKind.Map } inner && field.Value.Kind == DataKind.Map ? Blur(inner, field.Value) : DataValue.Unknown(field.Value.Origin) }));
    }

    private bool PatchJson(DataValue operations, DataValue target, FindingPlace place, KustomizeResult into)
    {
        var found = false;
        for (var i = 0; i < into.Objects.Count; i++)
        {
            var item = into.Objects[i];
            var verdict = KustomizeSelector.Matches(target, item);
            found |= verdict != false;
            switch (verdict)
            {
                case true:
                    var (value, fault, operation) = JsonPatch.Apply(item.Value, operations);
                    if (fault == JsonPatch.TooMuch)
                    {
                        findings.Add(new(RuleIds.UnreadableYaml, FindingSeverity.Warning, $"this patch of {item} is not applied here: {fault}", place));
                        into.Objects[i] = item with { IsAltered = true };
                        into.IsOpen = true;
                    }
                    else if (fault is null)
                        into.Objects[i] = item.With(value.Kind == DataKind.Map ? value : item.Value) with { IsAltered = item.IsAltered || value.Kind != DataKind.Map };
                    else
                        findings.Add(CannotBeAppliedRule.Of(Places.Of(operation?.Origin) ?? place,
                            $"the operation '{operation?.TextOf("op")}' at '{operation?.TextOf("path")}' does not apply to {item}: {fault}") with
                        { AlsoAt = [item.Place] });
                    break;
                case null:
                    foreach (var path in operations.Items.Select(static operation => operation.TextOf("path") ?? ""))
                        if (JsonPatch.Parts(path) is { Count: > 0 } parts)
                            into.Objects[i] = into.Objects[i].With(into.Objects[i].Value.With(parts[0], DataValue.Unknown()));
                    if (into.Objects[i].Kind.Length == 0 || into.Objects[i].Name.Length == 0)
                        into.Objects[i] = item with { IsAltered = true };
                    break;
            }
        }

        return found;
    }

    /// <summary>Sets the namespace on all but the kinds that Kubernetes has none for; a Namespace is renamed to it.</summary>
    private void SetNamespace(DataValue @namespace, KustomizeResult into)
    {
        for (var i = 0; i < into.Objects.Count; i++)
        {
            var item = into.Objects[i];
            if (@namespace is not { Kind: DataKind.String, IsPartial: false })
            {
                if (!item.IsClusterScoped)
                    into.Objects[i] = item.With(item.Value.With("metadata", item.Metadata.With("namespace", DataValue.UnknownText(@namespace.Origin)))) with { Before = [.. item.Before, (item.Namespace, item.Name)] };
                continue;
            }

            if (item is { Kind: "Namespace", Group: "" })
            {
                if (NamespaceRenamedRule.Of(item, @namespace.Text, @namespace.Origin) is { } finding)
                    findings.Add(finding);
                into.Objects[i] = item.Renamed("name", @namespace.Text, @namespace.Origin);
            }
            else if (!item.IsClusterScoped)
                into.Objects[i] = item.Renamed("namespace", @namespace.Text, @namespace.Origin);
        }

        ObjectTwiceInBuildRule.RemoveTwins(into, 0, findings);
    }

    private static void Affix(DataValue? prefix, DataValue? suffix, KustomizeResult into)
    {
        if (prefix is null or { Kind: DataKind.Null } && suffix is null or { Kind: DataKind.Null })
            return;
        var known = new[] { prefix, suffix }.All(static affix => affix is null or { Kind: DataKind.Null } or { Kind: DataKind.String, IsPartial: false });
        for (var i = 0; i < into.Objects.Count; i++)
            if (into.Objects[i] is var item && (item.Kind, item.Group) is not (("Namespace", "") or ("CustomResourceDefinition", _) or ("APIService", _)))
                into.Objects[i] = !known ? item with { IsAltered = true } : item.Name.Length == 0 ? item : item.Renamed("name", prefix?.Text + item.Name + suffix?.Text, null);
    }

    private static void AddLabels(DataValue root, KustomizeResult into)
    {
        var labels = root.MapOf("commonLabels").Fields.Concat(root.ItemsOf("labels").SelectMany(static entry => entry.MapOf("pairs").Fields)).ToList();
        var annotations = root.MapOf("commonAnnotations").Fields;
        foreach (var (name, fields) in new[] { ("labels", (IReadOnlyList<DataField>)labels), ("annotations", annotations) })
            if (fields.Count > 0)
                for (var i = 0; i < into.Objects.Count; i++)
                {
                    var item = into.Objects[i];
                    var map = item.Metadata.MapOf(name).WithAll(fields);
                    into.Objects[i] = item.With(item.Value.With("metadata", item.Metadata.With(name, map)));
                }
    }

    /// <summary>Which fields hold names of generated objects (a nameReference of a file of configurations).</summary>
    private void AddReferences(string folder, DataValue root, KustomizeResult into)
    {
        foreach (var entry in root.TextsOf("configurations"))
        {
            if (RepositoryPath.Combine(folder, entry.Text) is not { } path || files.Take(path) is not { } file)
            {
                into.IsOpen = true;
                if (!RepositoryPath.IsRemote(entry.Text))
                    findings.Add(RuleMessage.Error(RuleIds.ResourceMissing, Places.Of(entry.Origin) ?? new(folder), KustomizeMessages.ResourceMissing, entry.Text));
                continue;
            }

            findings.AddFaults(file, isKustomization: true);
            foreach (var reference in file.Settings.SelectMany(static value => value.ItemsOf("nameReference")))
                foreach (var field in reference.ItemsOf("fieldSpecs"))
                    if (reference.TextOf("kind") is { } kind && field.TextOf("kind") is { } referrer && field.TextOf("path") is { } at)
                        into.References.Add(new(kind, field.TextOf("group") ?? "", referrer, at.Split('/')));
        }
    }
}
