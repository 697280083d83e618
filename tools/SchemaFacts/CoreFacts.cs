using System.Text.Json;
using System.Text.Json.Nodes;

namespace GitOps.SchemaFacts;

/// <summary>The core kinds: what of Kubernetes' own OpenAPI document they need, read into a model.</summary>
internal sealed class CoreFacts
{
    public const string Namespace = "GitOps.Models.Kubernetes";

    private static readonly (string Group, string Version, string[] Kinds)[] Wanted =
    [
        ("", "v1", ["ConfigMap", "Namespace", "PersistentVolume", "PersistentVolumeClaim", "Secret", "Service", "ServiceAccount"]),
        ("apps", "v1", ["DaemonSet", "Deployment", "StatefulSet"]),
        ("autoscaling", "v2", ["HorizontalPodAutoscaler"]),
        ("batch", "v1", ["CronJob", "Job"]),
        ("networking.k8s.io", "v1", ["Ingress", "NetworkPolicy"]),
        ("policy", "v1", ["PodDisruptionBudget"]),
        ("rbac.authorization.k8s.io", "v1", ["ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding"]),
        ("scheduling.k8s.io", "v1", ["PriorityClass"]),
        ("storage.k8s.io", "v1", ["StorageClass"]),
    ];

    private static readonly HashSet<string> ClusterScoped =
        ["Namespace", "PersistentVolume", "ClusterRole", "ClusterRoleBinding", "PriorityClass", "StorageClass"];

    private static readonly Dictionary<string, string> ShortNames = new()
    {
        ["ConfigMap"] = "cm",
        ["Namespace"] = "ns",
        ["PersistentVolume"] = "pv",
        ["PersistentVolumeClaim"] = "pvc",
        ["Service"] = "svc",
        ["ServiceAccount"] = "sa",
        ["DaemonSet"] = "ds",
        ["Deployment"] = "deploy",
        ["StatefulSet"] = "sts",
        ["HorizontalPodAutoscaler"] = "hpa",
        ["CronJob"] = "cj",
        ["Ingress"] = "ing",
        ["NetworkPolicy"] = "netpol",
        ["PodDisruptionBudget"] = "pdb",
        ["PriorityClass"] = "pc",
        ["StorageClass"] = "sc",
    };

    private readonly Dictionary<string, string> fileOf = new(StringComparer.Ordinal);

    public SchemaModel Model { get; private init; } = SchemaModel.Empty;

    /// <summary>The file that a type stands in: its group's and version's.</summary>
    public string FileOf(string name) => fileOf[name];

    public static CoreFacts Read(string swagger)
    {
        var definitions = JsonNode.Parse(swagger)!["definitions"]!.AsObject();
        // The document calls it a text; the API takes numbers too.
        definitions["io.k8s.apimachinery.pkg.api.resource.Quantity"] = new JsonObject { ["x-kubernetes-int-or-string"] = true, ["format"] = "quantity" };
        var kept = new JsonObject();
        var queue = new Queue<string>();
        foreach (var (name, definition) in definitions)
            if (GvkOf(definition!) is { } gvk && Wanted.Any(wanted => wanted.Group == gvk.Group && wanted.Version == gvk.Version && wanted.Kinds.Contains(gvk.Kind)))
            {
                definition!["x-gitops-kind"] = KindFacts(gvk.Kind, definition["properties"]!["status"] is not null);
                definition["properties"]!.AsObject().Remove("status");
                queue.Enqueue(name);
            }
        while (queue.Count > 0)
        {
            var name = queue.Dequeue();
            if (kept.ContainsKey(name))
                continue;
            kept[name] = definitions[name]!.DeepClone();
            foreach (var reference in References(kept[name]!))
                queue.Enqueue(reference);
        }
        var document = new JsonObject { ["swagger"] = "2.0", ["x-gitops-namespace"] = Namespace, ["definitions"] = kept };
        var model = SchemaReader.Read("swagger.json", document.ToJsonString(), new SchemaReadOptions { KeepTexts = false, Known = KnownShapes.None });
        if (!model.Faults.IsEmpty)
            throw new InvalidOperationException(string.Join("\n", model.Faults));
        var facts = new CoreFacts { Model = model };
        foreach (var (name, _) in kept)
            facts.fileOf[name[(name.LastIndexOf('.') + 1)..]] = FileName(name);
        return facts;
    }

    private static JsonObject KindFacts(string kind, bool hasStatus)
    {
        var facts = new JsonObject { ["plural"] = Plural(kind), ["singular"] = kind.ToLowerInvariant(), ["scope"] = ClusterScoped.Contains(kind) ? "Cluster" : "Namespaced" };
        if (ShortNames.TryGetValue(kind, out var shortName))
            facts["shortNames"] = new JsonArray(shortName);
        if (!hasStatus)
            facts["status"] = false;
        return facts;
    }

    private static string Plural(string kind)
    {
        var word = kind.ToLowerInvariant();
        return word.EndsWith('s') ? word + "es" : word.EndsWith('y') ? word[..^1] + "ies" : word + "s";
    }

    /// <summary><c>io.k8s.api.apps.v1.Deployment</c> stands in apps_v1, <c>io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta</c> in meta_v1.</summary>
    private static string FileName(string definition)
    {
        var parts = definition.Split('.');
        var group = parts[^3] switch
        {
            "networking" => "networking.k8s.io",
            "rbac" => "rbac.authorization.k8s.io",
            "scheduling" => "scheduling.k8s.io",
            "storage" => "storage.k8s.io",
            var other => other,
        };
        return parts[^2].StartsWith('v') ? $"{group}_{parts[^2]}" : "meta_v1";
    }

    private static (string Group, string Version, string Kind)? GvkOf(JsonNode definition) =>
        definition["x-kubernetes-group-version-kind"] is JsonArray { Count: 1 } all
            ? ((string)all[0]!["group"]!, (string)all[0]!["version"]!, (string)all[0]!["kind"]!)
            : null;

    private static IEnumerable<string> References(JsonNode node) => node switch
    {
        JsonObject map => map.SelectMany(entry => entry.Key == "$ref" && entry.Value!.GetValueKind() == JsonValueKind.String
            ? [((string)entry.Value!)["#/definitions/".Length..]]
            : entry.Value is null ? [] : References(entry.Value)),
        JsonArray list => list.SelectMany(item => item is null ? [] : References(item)),
        _ => [],
    };
}
