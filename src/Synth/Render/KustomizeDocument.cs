using GitOps.Models.FluxCD;

namespace GitOps;

/// <summary>Writes the kustomization.yaml of an app's, a namespace's or a component's folder.</summary>
internal static class KustomizeDocument
{
    public static void Write(DocumentWriter writer, FolderContent content, KustomizeOptions options, string? defaultName, ManifestRenderer manifests)
    {
        var yaml = writer.Yaml;
        var fields = writer.Fields;
        fields.Field("namespace"u8, options.Namespace);
        if (options.CommonAnnotations.Count > 0)
            fields.Field("commonAnnotations"u8, options.CommonAnnotations);
        if (content.Resources.Count > 0)
        {
            yaml.Key("resources"u8);
            yaml.StartSequence();
            foreach (var (path, comment) in content.Resources)
            {
                if (comment is not null)
                    yaml.Comment(comment);
                yaml.String(path);
            }

            yaml.EndSequence();
        }

        Generators(writer, "configMapGenerator"u8, content.ConfigMaps, defaultName, manifests);
        Generators(writer, "secretGenerator"u8, content.Secrets, defaultName, manifests);
        if (options.Images.Count > 0)
            Images(writer, options.Images);
        if (options.Labels.Count > 0)
            Labels(writer, options.Labels);
        var configurations = options.Configurations.Select(manifests.File).OfType<string>().ToArray();
        if (configurations.Length > 0)
            fields.Field("configurations"u8, configurations);
        PatchDocument.Write(writer, options.Patches, manifests.TextOf);
        if (options.Other is { } others)
            fields.Fields(others);
    }

    /// <summary>Whether nothing would be written.</summary>
    public static bool IsEmpty(FolderContent content, KustomizeOptions options) => content is { Resources.Count: 0, ConfigMaps.Count: 0, Secrets.Count: 0 }
        && options is { Namespace: null, CommonAnnotations.Count: 0, Images.Count: 0, Labels.Count: 0, Configurations.Count: 0, Patches.Count: 0, Other: null };

    /// <summary>What stands in the file of a folder that has nothing yet: kustomize refuses one without any field, and Flux drops an empty list before it builds. A name changes nothing.</summary>
    public static void WriteNothing(DocumentWriter writer, string name)
    {
        writer.Yaml.Key("metadata"u8);
        writer.Yaml.StartMapping();
        writer.Fields.Field("name"u8, name);
        writer.Yaml.EndMapping();
        writer.Yaml.Key("resources"u8);
        writer.Yaml.StartSequence();
        writer.Yaml.EndSequence();
    }

    private static void Generators(DocumentWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<ResourceGenerator> generators, string? defaultName, ManifestRenderer manifests)
    {
        if (generators.Count == 0)
            return;
        var yaml = writer.Yaml;
        var fields = writer.Fields;
        yaml.Key(name);
        yaml.StartSequence();
        foreach (var generator in generators)
        {
            if (generator.EntryComment is { } comment)
                yaml.Comment(comment);
            var passes = yaml.LiteralDollarPasses;
            // A Secret's entries become base64, which no substitution reaches.
            if (generator is SecretGenerator || manifests.IsOff(generator))
                yaml.LiteralDollarPasses = 0;
            yaml.StartMapping();
            fields.Field("name"u8, generator.Name ?? defaultName);
            fields.Field("type"u8, (generator as SecretGenerator)?.Type);
            Strings(writer, "envs"u8, generator.Envs.Select(Entry).ToArray());
            Strings(writer, "files"u8, [.. generator.Files.Select(Entry), .. generator.KeyedFiles.Select(static entry => $"{entry.Key}={Entry(entry.Value)}")]);
            Strings(writer, "literals"u8, generator.Literals.Select(static entry => $"{entry.Key}={Unquoted(entry.Value)}").ToArray());
            yaml.LiteralDollarPasses = manifests.IsOff(generator) ? 0 : passes;
            Options(writer, generator, manifests.IsTakenOut(generator));
            yaml.EndMapping();
            yaml.LiteralDollarPasses = passes;
        }

        yaml.EndSequence();
    }

    private static void Options(DocumentWriter writer, ResourceGenerator generator, bool isTakenOut)
    {
        var annotations = generator.Annotations;
        if (generator.Literal || isTakenOut)
            annotations = new Map<string> { annotations ?? [], { SubstitutionSwitch.Key, SubstitutionSwitch.Disabled } };
        if (generator.NameSuffixHash && annotations is null && generator.Labels is null)
            return;
        writer.Yaml.Key("options"u8);
        writer.Yaml.StartMapping();
        writer.Fields.Field("annotations"u8, annotations);
        if (!generator.NameSuffixHash)
        {
            writer.Yaml.Key("disableNameSuffixHash"u8);
            writer.Yaml.Boolean(true);
        }

        writer.Fields.Field("labels"u8, generator.Labels);
        writer.Yaml.EndMapping();
    }

    private static void Images(DocumentWriter writer, IReadOnlyList<ImageOverride> images)
    {
        var yaml = writer.Yaml;
        yaml.Key("images"u8);
        yaml.StartSequence();
        foreach (var image in images)
        {
            if (image.Comment is { } comment)
                yaml.Comment(comment);
            yaml.StartMapping();
            Owned("digest"u8, image.Digest, image.Policy, ImagePolicyPart.Digest);
            writer.Fields.Field("name"u8, image.Name);
            Owned("newName"u8, image.NewName, image.Policy, ImagePolicyPart.Name);
            Owned("newTag"u8, image.NewTag, image.Policy, ImagePolicyPart.Tag);
            if (image is { NewTag: not null, Policy: null, TagComment: { } behind })
                yaml.TrailingComment(behind);
            yaml.EndMapping();
        }

        yaml.EndSequence();

        void Owned(ReadOnlySpan<byte> name, string? value, ObjectRef<ImagePolicy>? policy, ImagePolicyPart part)
        {
            writer.Fields.Field(name, value);
            if (value is not null && policy is not null)
                yaml.TrailingComment(new ImagePolicyMarker(policy, part).Text(writer.Context));
        }
    }

    private static void Labels(DocumentWriter writer, IReadOnlyList<KustomizeLabels> labels)
    {
        var yaml = writer.Yaml;
        yaml.Key("labels"u8);
        yaml.StartSequence();
        foreach (var entry in labels)
        {
            yaml.StartMapping();
            if (entry.IncludeSelectors)
                writer.Fields.Field("includeSelectors"u8, (Value<bool>)true);
            if (entry.IncludeTemplates)
                writer.Fields.Field("includeTemplates"u8, (Value<bool>)true);
            writer.Fields.Field("pairs"u8, entry.Pairs);
            yaml.EndMapping();
        }

        yaml.EndSequence();
    }

    private static void Strings(DocumentWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
            writer.Fields.Field(name, values);
    }

    // kustomize takes one pair of quotes off a literal (api/kv removeQuotes).
    private static string Unquoted(string value) => value is ['"', .., '"'] or ['\'', .., '\''] ? $"\"{value}\"" : value;

    private static string Entry(ManifestFile file) => file.Origin == ManifestFileOrigin.Remote ? file.Path : "./" + file.Path;
}
