namespace GitOps.Tests;

// Apps that cannot be written. A comment "@name" marks the line at which a finding must stand.

internal sealed class Media : FluxNamespace;

internal sealed class Loud : FluxNamespace
{
    public Loud() => throw new InvalidOperationException("no namespace today"); // @namespace-constructor
}

[App<Media>] // @good
internal sealed class Good : FluxApp
{
    public Manifest Map => field ??= new("v1", "ConfigMap");

    public override ManifestList Manifests => [Map];
}

[App<Media>] // @good-too
internal sealed class GoodToo : FluxApp
{
    public override ManifestList Manifests => [new Manifest("v1", "ConfigMap", "too")];
}

[App<Media>]
internal sealed class ThrowsInConstructor : FluxApp
{
    public ThrowsInConstructor() => throw new InvalidOperationException("the disk\nis on fire"); // @constructor

    public override ManifestList Manifests => [];
}

[App<Media>]
internal sealed class ThrowsInProperty : FluxApp
{
    public override ManifestList Manifests => [new Manifest("v1", "ConfigMap") { ["data"] = new() { ["a"] = Missing["none"] } }]; // @property

    private static Dictionary<string, string> Missing { get; } = [];
}

[App<Media>]
internal sealed class AsksForItsNameTooEarly : FluxApp
{
    private readonly string? name;

    public AsksForItsNameTooEarly() => name = Name; // @name-in-constructor

    public override ManifestList Manifests => [new Manifest("v1", "ConfigMap", name)];
}

[App<Media>]
internal sealed class ThrowsInComponents : FluxApp
{
    public override ComponentList Components => throw new NotSupportedException("no components"); // @components

    public override ManifestList Manifests => [];
}

[App<Media>] // @missing-component
internal sealed class MissingComponent : FluxApp
{
    public override ComponentList Components => [new Backup()];

    public override ManifestList Manifests => [];
}

internal sealed class Backup : FluxComponent
{
    protected internal override string Directory => "components/backup";
}

[App<Media>] // @climbing-component
internal sealed class ClimbingComponent : FluxApp
{
    public override ComponentList Components => [new Climbing()];

    public override ManifestList Manifests => [];
}

internal sealed class Climbing : FluxComponent
{
    protected internal override string Directory => "../components/backup";
}

[App<Media>] // @bad-app
internal sealed class BadName : FluxApp
{
    public override ManifestList Manifests => [];
}

[App<Media>]
internal sealed class BadObjectNames : FluxApp
{
    public override ManifestList Manifests =>
    [
        new Manifest("v1", "ConfigMap", "Sonarr_Config"), // @object-name
        new Manifest("v1", "ConfigMap", ""), // @empty-name
        new ConfigMapGenerator("Not A Name") { Literals = new() { ["a"] = "b" } }, // @generator-name
        Manifest.Yaml("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: Raw_Config\n"), // @raw-name
        Manifest.Yaml("apiVersion: v1\nkind: Secret\n"), // @raw-without-name
        new Manifest("v1", "Service", "${APP}-web"),
        new Manifest("rbac.authorization.k8s.io/v1", "ClusterRole", "system:sonarr"),
    ];

    public override Map<string> Substitute => new() { ["APP"] = "x" };
}

[App<Media>]
internal sealed class BadPaths : FluxApp
{
    public override ManifestList Manifests =>
    [
        Files.Of("../up.yaml", "a: 1\n"), // @of-up
        Files.InTree("../../secret.sops.yaml"), // @in-tree-up
        Files.Beside("/etc/hosts"), // @beside-absolute
        new Manifest("v1", "ConfigMap") { FileName = "../up.yaml" }, // @file-name-up
        new Manifest("v1", "ConfigMap") { FileName = "a/b.yaml" }, // @file-name-slash
        new Manifest("v1", "ConfigMap") { FileName = "a\\b.yaml" }, // @file-name-backslash
        new Manifest("v1", "ConfigMap") { FileName = "a:b.yaml" }, // @file-name-colon
        Manifest.Yaml("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: x\n", "sub/x.yaml"), // @raw-file-name-slash
        Files.Group("sub\\all.yaml", new Manifest("v1", "ConfigMap")), // @group-backslash
    ];
}

[App<Media>]
internal sealed class MissingBeside : FluxApp
{
    public override ManifestList Manifests =>
    [
        new ConfigMapGenerator
        {
            Files = [Files.Beside("resources/config.yaml")], // @beside-missing
        },
    ];
}

[App<Media>]
internal sealed class MissingInTree : FluxApp
{
    public override ManifestList Manifests => [Files.InTree("secret.sops.yaml")]; // @in-tree-missing
}

[App<Media>]
internal sealed class BrokenYaml : FluxApp
{
    public override ManifestList Manifests =>
    [
        Manifest.Yaml("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: x\n data: [\n"), // @raw-broken
        Manifest.Yaml("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: x\n---\njust: data\n"), // @raw-no-object
        Manifest.Yaml("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: \uD800\n"), // @raw-surrogate
    ];
}

[App<Media>]
internal sealed class BadTexts : FluxApp
{
    public override ManifestList Manifests =>
    [
        new Manifest("v1", "ConfigMap") { ["data"] = new() { ["list"] = ["good", "cut \uD83D here"] } }, // @surrogate
        new Manifest("v1", "ConfigMap", "key") { ["data"] = new() { ["\uDE00"] = "x" } }, // @surrogate-key
        new Manifest("v1", "ConfigMap", "label") { Metadata = new() { Labels = new() { ["a"] = "\uD83D" } } }, // @surrogate-label
        new Manifest("v1", "ConfigMap", "number") { ["data"] = new() { ["a"] = double.NaN } }, // @not-a-number
        new Manifest("v1", "ConfigMap", "self") { ["data"] = Self() }, // @itself
        Files.Of("script.sh", "echo \uD83D\n"), // @surrogate-file
        new ConfigMapGenerator("literal") { Literals = new() { ["a"] = "\uD83D" } }, // @surrogate-literal
    ];

    private static Values Self()
    {
        var self = new Values();
        self["again"] = new() { ["self"] = self };
        return self;
    }
}

[App<Media>] // @surrogate-variable
internal sealed class BadVariable : FluxApp
{
    public override Map<string> Substitute => new() { ["A"] = "\uD83D" };

    public override ManifestList Manifests => [];
}

[App<Media>]
internal sealed class DuplicateFileNames : FluxApp
{
    public override ManifestList Manifests =>
    [
        new Manifest("v1", "ConfigMap", "a") { FileName = "config.yaml" }, // @first-file
        new Manifest("v1", "ConfigMap", "b") { FileName = "Config.yaml" }, // @second-file
        new Manifest("v1", "ConfigMap", "c") { FileName = "kustomization.yaml" }, // @kustomization-file
    ];
}

[App<Media>]
internal sealed class KeptNames : FluxApp
{
    public override ManifestList Manifests => [Files.Of(".gitops", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: mine\n")]; // @own-file
}

[App<Media>]
internal sealed class SharesAnObject : FluxApp
{
    public static Manifest Shared { get; } = new("v1", "ConfigMap", "shared"); // @shared-object

    public override ManifestList Manifests => [Shared];
}

[App<Media>]
internal sealed class SharesItToo : FluxApp
{
    public override ManifestList Manifests => [SharesAnObject.Shared];
}

[App<Media>]
internal sealed class ListsItTwice : FluxApp
{
    private readonly Manifest twice = new("v1", "ConfigMap", "twice"); // @listed-twice

    public override ManifestList Manifests =>
    [
        twice, twice,
        new Manifest("v1", "Secret"), // @secret
        new SecretGenerator(), // @secret-generator
        Manifest.Yaml("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: twice\n"), // @raw-twice
        new Manifest("v1", "ConfigMap", "twice") { Metadata = new() { Namespace = "other" } },
    ];
}

[App<Media>] // @holds-null
internal sealed class HoldsNull : FluxApp
{
    public override ManifestList Manifests => [null!];
}

[App<Media>]
internal sealed class LiteralDollars : FluxApp
{
    private static readonly string Price = Text.Literal("cost ${X} $5");

    public override Map<string> Substitute => new() { ["X"] = "1" };

    public override ManifestList Manifests =>
    [
        new Manifest("v1", "ConfigMap") { ["data"] = new() { ["price"] = Price, ["used"] = "the ${X}", ["mark"] = "a\uFDD0b" } },
        Manifest.Yaml($"apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: raw\ndata:\n  price: {Price}\n", "configmap-raw.yaml"),
        new ConfigMapGenerator("script") { Files = [Files.Of("script.sh", Price + "\n")], Literals = new() { ["price"] = Price } },
        new ConfigMapGenerator("literal") { Files = [Files.Of("literal.sh", Price + "\n")], Literal = true },
    ];
}
