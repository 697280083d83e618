
using System.Text;

namespace GitOps.Tests;

/// <summary>A small tree: two apps in a namespace, with a component that holds a volume; each test changes its plan or its disk.</summary>
internal sealed class TestPlan
{
    public const string Root = "kubernetes";
    public const string Media = "kubernetes/apps/media";
    public const string Sonarr = "kubernetes/apps/media/sonarr";
    public const string Plex = "kubernetes/apps/media/plex";
    public const string Volsync = "kubernetes/components/volsync";

    private readonly SortedDictionary<string, PlannedFile> files = new(StringComparer.Ordinal);
    private readonly List<PlannedKustomization> kustomizations = [];

    public List<AuthorFile> AuthorFiles { get; } = [];

    public static TestPlan Home()
    {
        var plan = new TestPlan();
        plan.Add($"{Media}/kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nnamespace: media\nresources:\n  - ./namespace.yaml\n  - ./plex/ks.yaml\n  - ./sonarr/ks.yaml\n", Media, 3);
        plan.Add($"{Media}/namespace.yaml", "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: media\n", Media, 3, new PlannedObject("v1", "Namespace", null, "media", new FindingPlace("Apps/Ns.cs", 3)));
        plan.App("sonarr", "5.1.0", ["../../../../components/volsync"]);
        plan.App("plex", "1.0.0", []);
        plan.Add($"{Volsync}/kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources:\n  - ./pvc.yaml\n", Volsync, 1);
        plan.Add($"{Volsync}/pvc.yaml", "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata:\n  name: ${APP}\n", Volsync, 1, new PlannedObject("v1", "PersistentVolumeClaim", null, "${APP}"));
        return plan;
    }

    public TestPlan App(string name, string tag, string[] components, string prune = "true", string? ns = null)
    {
        var unit = $"kubernetes/apps/{ns ?? "media"}/{name}";
        var place = new FindingPlace($"Apps/Media/{name}.cs", 14);
        var list = components.Length == 0 ? "" : "  components:\n" + string.Concat(components.Select(static component => $"    - {component}\n"));
        Add($"{unit}/ks.yaml", $"apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata:\n  name: {name}\nspec:\n{list}  path: ./{unit}/app\n  prune: {prune}\n", unit, 14,
            new PlannedObject("kustomize.toolkit.fluxcd.io/v1", "Kustomization", ns ?? "media", name, place));
        Add($"{unit}/app/kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n  - ./helmrelease.yaml\n", unit, 14);
        Add($"{unit}/app/helmrelease.yaml", $"apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata:\n  name: {name}\nspec:\n  values:\n    image:\n      tag: {tag}\n", unit, 20,
            new PlannedObject("helm.toolkit.fluxcd.io/v2", "HelmRelease", ns ?? "media", name, new FindingPlace($"Apps/Media/{name}.cs", 20)));
        kustomizations.RemoveAll(other => other.Address == $"{ns ?? "media"}/{name}");
        kustomizations.Add(new PlannedKustomization(ns ?? "media", name, $"{unit}/ks.yaml", place)
        {
            Folders = [$"{unit}/app", .. components.Select(component => TreePath.Resolve($"{unit}/app", component)!)],
        });
        return this;
    }

    public TestPlan Add(string path, string content, string unit, int line = 1, params PlannedObject[] objects)
    {
        files[path] = new PlannedFile(path, Encoding.UTF8.GetBytes(content), unit, new FindingPlace($"Apps/{TreePath.FileOf(unit)}.cs", line)) { Objects = objects };
        return this;
    }

    public TestPlan Without(string folderOrFile)
    {
        foreach (var path in files.Keys.Where(path => TreePath.IsIn(path, folderOrFile)).ToList()) files.Remove(path);
        kustomizations.RemoveAll(kustomization => TreePath.IsIn(kustomization.File, folderOrFile));
        return this;
    }

    public TestPlan Keep(string path)
    {
        AuthorFiles.Add(new AuthorFile(path, new FindingPlace("Apps/Media/sonarr.cs", 30)));
        return this;
    }

    public IReadOnlyCollection<PlannedFile> Files => files.Values;

    public TreePlan Build() => new([Root], [.. files.Values]) { Kustomizations = kustomizations, AuthorFiles = AuthorFiles };

    public static implicit operator RenderResult(TestPlan plan) => new(plan.Build());
}
