namespace GitOps.Tests;

public sealed class KubernetesNamesTests
{
    /// <summary>The table of docs/names.md; a test below holds them together.</summary>
    public static readonly TheoryData<string, string> Table = new()
    {
        { "Sonarr", "sonarr" },
        { "VolSyncOperator", "vol-sync-operator" },
        { "Volsync", "volsync" },
        { "ExternalDNS", "external-dns" },
        { "CNPGCluster", "cnpg-cluster" },
        { "K8sGateway", "k8s-gateway" },
        { "K8SGateway", "k8s-gateway" },
        { "S3Proxy", "s3-proxy" },
        { "S3API", "s3api" },
        { "Ipv6Gateway", "ipv6-gateway" },
        { "Home2Assistant", "home2-assistant" },
        { "Postgres17", "postgres17" },
        { "_2fauth", "2fauth" },
        { "SonarrApp", "sonarr-app" },
        { "PlanB", "plan-b" },
        { "My_App", "my_app" },
    };

    [Theory, MemberData(nameof(Table))]
    public void A_class_name_becomes_the_name_of_the_table(string className, string name) => KubernetesNames.FromClassName(className).Should().Be(name);

    [Fact]
    public void The_documented_table_is_the_tested_one()
    {
        var page = File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "docs", "names.md"));
        foreach (var row in Table)
            page.Should().Contain($"| `{row[0]}` | `{row[1]}` |");
    }

    [Theory]
    [InlineData("sonarr", null)]
    [InlineData("2fauth", null)]
    [InlineData("", "is empty")]
    [InlineData("my_app", "holds '_', only lower-case letters, digits and '-' are allowed")]
    [InlineData("Sonarr", "holds 'S', only lower-case letters, digits and '-' are allowed")]
    [InlineData("-a", "starts or ends with '-'")]
    [InlineData("a.b", "holds '.', only lower-case letters, digits and '-' are allowed")]
    public void A_label_is_judged_with_its_reason(string name, string? fault) => KubernetesNames.LabelFault(name).Should().Be(fault);

    [Fact]
    public void Lengths_are_limited()
    {
        KubernetesNames.LabelFault(new string('a', 63)).Should().BeNull();
        KubernetesNames.LabelFault(new string('a', 64)).Should().Be("has 64 characters, 63 are the most");
        KubernetesNames.SubdomainFault(new string('a', 253)).Should().BeNull();
        KubernetesNames.SubdomainFault(new string('a', 254)).Should().NotBeNull();
        KubernetesNames.LabelValueFault(new string('a', 64)).Should().NotBeNull();
    }

    [Theory]
    [InlineData("a.b-c", true)]
    [InlineData("a..b", false)]
    [InlineData("a.-b", false)]
    [InlineData("A.b", false)]
    public void A_subdomain_is_labels_joined_by_dots(string name, bool good) => (KubernetesNames.SubdomainFault(name) is null).Should().Be(good);

    [Theory]
    [InlineData("app.kubernetes.io/name", true, true)]
    [InlineData("name_1.x", true, true)]
    [InlineData("Example.com/name", false, true)]
    [InlineData("a/b/c", false, false)]
    [InlineData("/b", false, false)]
    [InlineData("-b", false, false)]
    public void Keys_of_labels_and_annotations(string key, bool label, bool annotation)
    {
        (KubernetesNames.LabelKeyFault(key) is null).Should().Be(label);
        (KubernetesNames.AnnotationKeyFault(key) is null).Should().Be(annotation);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("1.10", true)]
    [InlineData("a b", false)]
    [InlineData("a-", false)]
    public void Label_values(string value, bool good) => (KubernetesNames.LabelValueFault(value) is null).Should().Be(good);

    [Theory]
    [InlineData("tls.crt", true)]
    [InlineData(".hidden", true)]
    [InlineData("..", false)]
    [InlineData("a/b", false)]
    public void Data_keys(string key, bool good) => (KubernetesNames.DataKeyFault(key) is null).Should().Be(good);
}
