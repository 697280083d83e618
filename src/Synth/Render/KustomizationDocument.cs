using GitOps.Models.FluxCD;

namespace GitOps;

/// <summary>Writes one Flux Kustomization of a ks.yaml.</summary>
internal static class KustomizationDocument
{
    /// <summary>The label of a Kustomization whose own patches a patch of the root must not replace.</summary>
    public const string OwnPatchesLabel = "gitops.sdk/patches";

    private static readonly HashSet<string> HaveMembers = new(StringComparer.Ordinal)
    {
        "commonMetadata", "components", "decryption", "deletionPolicy", "dependsOn", "force", "healthCheckExprs", "healthChecks", "interval", "path", "patches", "prune",
        "retryInterval", "sourceRef", "suspend", "targetNamespace", "timeout", "wait",
    };

    public const string ApiVersion = "kustomize.toolkit.fluxcd.io/v1";

    public static void Write(RenderState state, AppPlan plan, InjectedDefaults injected)
    {
        var writer = state.Writer;
        var app = plan.App;
        var defaults = plan.Defaults;
        var yaml = writer.Yaml;
        var fields = writer.Fields;
        writer.StartDocument(ApiVersion, "Kustomization");
        // The root substitutes what it applies, this Kustomization among it. What that says of metadata is set behind its own substitution.
        var rootPasses = plan.IsBesideRoot ? 0 : state.Root.Passes;
        writer.SubstitutedBy(rootPasses, plan.SubstitutionPasses);
        yaml.Key("metadata"u8);
        yaml.StartMapping();
        if (app.Annotations.Count > 0)
            fields.Field("annotations"u8, app.Annotations);
        var labels = injected.LeavesOut(plan) ? new Map<string> { app.Labels, { OwnPatchesLabel, "own" } } : app.Labels;
        if (labels.Count > 0)
            fields.Field("labels"u8, labels);
        fields.Field("name"u8, app.Name);
        // No kustomization.yaml of a namespace sets it.
        if (!state.Cluster.Layout.NamespacesListApps || plan.IsBesideRoot)
            fields.Field("namespace"u8, app.Namespace);
        yaml.EndMapping();
        yaml.Key("spec"u8);
        yaml.StartMapping();
        fields.Field("commonMetadata"u8, app.CommonMetadata ?? defaults.CommonMetadata);
        Components(writer, plan, state.Tree);
        if (injected.Decryption is null)
            Decryption(writer, plan.Decryption);
        if (injected.DeletionPolicy is null)
            fields.Field("deletionPolicy"u8, plan.DeletionPolicy);

        DependsOn(writer, plan.DependsOn, app.Namespace);
        fields.Field("force"u8, Bool(app.Force));
        if (HealthOf.Expressions(plan) is { Count: > 0 } expressions)
            fields.Field("healthCheckExprs"u8, expressions);
        HealthChecks(writer, plan);
        fields.Field("interval"u8, app.Interval ?? app.Tier?.Interval ?? (Duration?)defaults.Interval);
        fields.Field("path"u8, "./" + plan.Folder);
        // The patches change objects that Flux substitutes once more afterwards.
        PatchDocument.Write(writer, injected.PatchesFor(plan), patch => PatchDocument.TextOf(state, patch, plan, rootPasses));
        PostBuild(writer, plan);
        fields.Field("prune"u8, Bool(app.Prune ?? defaults.Prune));
        fields.Field("retryInterval"u8, app.RetryInterval ?? defaults.RetryInterval);
        Source(writer, app.Source ?? state.Cluster.Source);
        fields.Field("suspend"u8, Bool(app.Suspend));
        if (app.TargetNamespace is not "")
            fields.Field("targetNamespace"u8, app.EffectiveNamespace);
        fields.Field("timeout"u8, app.Timeout ?? defaults.Timeout);
        fields.Field("wait"u8, Bool(app.Wait ?? defaults.Wait));
        Others(state, writer, plan.OtherSpec, plan.Place, $"app '{app.Namespace}/{app.Name}'", plan.HasVariables);
        yaml.EndMapping();
        writer.EndDocument();
    }

    /// <summary>Fields that have no member of their own. One that has would stand twice.</summary>
    public static void Others(RenderState state, DocumentWriter writer, Values? others, FindingPlace place, string whose, bool hasPostBuild = false)
    {
        if (others is null)
            return;
        foreach (var name in others.Names)
            if (HaveMembers.Contains(name) || (hasPostBuild && name == "postBuild"))
                state.Error(RuleIds.FieldHasAMember, $"OtherSpec of {whose} sets '{name}', which has a member of its own; set that", place, $"spec.{name}");
        writer.Fields.Fields(others);
    }

    public static void Decryption(DocumentWriter writer, Decryption? decryption)
    {
        if (decryption is null)
            return;
        writer.Yaml.Key("decryption"u8);
        writer.Yaml.StartMapping();
        writer.Fields.Field("provider"u8, decryption.Provider);
        if (decryption.SecretName is { } secret)
        {
            writer.Yaml.Key("secretRef"u8);
            writer.Yaml.StartMapping();
            writer.Fields.Field("name"u8, secret);
            writer.Yaml.EndMapping();
        }

        writer.Yaml.EndMapping();
    }

    public static void DependsOn(DocumentWriter writer, IReadOnlyList<Dependency> dependencies, string ownNamespace)
    {
        if (dependencies.Count == 0)
            return;
        writer.Yaml.Key("dependsOn"u8);
        writer.Yaml.StartSequence();
        foreach (var dependency in dependencies)
        {
            writer.Yaml.StartMapping();
            writer.Fields.Field("name"u8, dependency.Name);
            writer.Fields.Field("namespace"u8, dependency.Namespace ?? ownNamespace);
            writer.Fields.Field("readyExpr"u8, dependency.ReadyExpr);
            writer.Yaml.EndMapping();
        }

        writer.Yaml.EndSequence();
    }

    public static void Source(DocumentWriter writer, SourceReference source)
    {
        writer.Yaml.Key("sourceRef"u8);
        writer.Yaml.StartMapping();
        writer.Fields.Field("kind"u8, source.Kind);
        writer.Fields.Field("name"u8, source.Name);
        writer.Fields.Field("namespace"u8, source.Namespace);
        writer.Yaml.EndMapping();
    }

    private static void Components(DocumentWriter writer, AppPlan plan, string tree)
    {
        if (plan.Components.Count == 0)
            return;
        // Flux reads component paths relative to spec.path, not to this file.
        writer.Fields.Field("components"u8, plan.Components.Select(component => TreePath.Relative(plan.Folder, TreePath.Join(tree, component.Directory))).ToArray());
    }

    private static void HealthChecks(DocumentWriter writer, AppPlan plan)
    {
        if (HealthOf.Checks(plan, writer.Context) is not { Count: > 0 } checks)
            return;
        writer.Yaml.Key("healthChecks"u8);
        writer.Yaml.StartSequence();
        foreach (var (apiVersion, kind, name, inNamespace) in checks)
        {
            writer.Yaml.StartMapping();
            writer.Fields.Field("apiVersion"u8, apiVersion);
            writer.Fields.Field("kind"u8, kind);
            writer.Fields.Field("name"u8, name);
            writer.Fields.Field("namespace"u8, inNamespace);
            writer.Yaml.EndMapping();
        }

        writer.Context.App = plan.App;
        writer.Yaml.EndSequence();
    }

    private static void PostBuild(DocumentWriter writer, AppPlan plan)
    {
        if (!plan.HasVariables)
            return;
        writer.Yaml.Key("postBuild"u8);
        writer.Yaml.StartMapping();
        if (plan.Substitute.Count > 0)
        {
            writer.Yaml.Key("substitute"u8);
            writer.Yaml.StartMapping();
            foreach (var (name, (value, _)) in plan.Substitute)
            {
                writer.Yaml.Key(name);
                writer.Yaml.String(value);
            }

            writer.Yaml.EndMapping();
        }

        if (plan.Sources.Count > 0)
        {
            writer.Yaml.Key("substituteFrom"u8);
            writer.Yaml.StartSequence();
            foreach (var source in plan.Sources)
            {
                writer.Yaml.StartMapping();
                writer.Fields.Field("kind"u8, source.Kind);
                writer.Fields.Field("name"u8, source.Name);
                if (source.Optional)
                    writer.Fields.Field("optional"u8, (Value<bool>)true);
                writer.Yaml.EndMapping();
            }

            writer.Yaml.EndSequence();
        }

        writer.Yaml.EndMapping();
    }

    private static Value<bool>? Bool(bool? value) => value is { } set ? new Value<bool>(set) : null;
}
