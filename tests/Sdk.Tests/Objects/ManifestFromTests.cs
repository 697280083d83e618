using System.Text.Json;
using System.Text.Json.Nodes;

namespace GitOps.Tests;

/// <summary>Objects of other libraries, through System.Text.Json.</summary>
public sealed class ManifestFromTests
{
    private static ClientDeployment Sample() => new()
    {
        ApiVersion = "example.org/v1",
        Kind = "Thing",
        Metadata = new ClientMeta
        {
            Name = "sonarr",
            NamespaceProperty = "media",
            Labels = new Dictionary<string, string> { ["b"] = "on", ["a"] = "1" },
            Annotations = new Dictionary<string, string> { ["at"] = "2024-01-01" },
            Finalizers = ["example.org/keep"],
            CreationTimestamp = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            ResourceVersion = "12",
        },
        Data = new Dictionary<string, byte[]> { ["key"] = [1, 2, 255], ["none"] = [] },
        Spec = new ClientSpec
        {
            Replicas = 2,
            Ratio = 0.5,
            Paused = false,
            MaxSurge = new ClientIntOrString("25%"),
            MaxUnavailable = new ClientIntOrString("1"),
            Limits = new Dictionary<string, ClientQuantity> { ["memory"] = new("1Gi"), ["cpu"] = new("1"), ["hugepages"] = new("1e3") },
            NotAfter = new DateTime(2030, 2, 3, 4, 5, 6, 789, DateTimeKind.Utc),
            RenewAt = new DateTimeOffset(2030, 2, 3, 4, 5, 6, TimeSpan.FromHours(2)),
            Policy = ClientPolicy.IfNotPresent,
            Protocol = ClientProtocol.Tcp,
            MatchLabels = new Dictionary<string, IDictionary<string, string>> { ["outer"] = new Dictionary<string, string> { ["inner"] = "0777" }, ["empty"] = new Dictionary<string, string>() },
            Args = ["--x", "", "1e3", "yes", "two\nlines\n", "${VAR}", null],
            Containers = [new ClientContainer { Name = "main", ImagePullPolicy = "Always", Note = "mine" }, new ClientContainer()],
            Custom = JsonDocument.Parse("""{"deep": [1, 1.5, true, "true", {"null": null}], "big": 9007199254740993}""").RootElement,
        },
    };

    [Fact]
    public void It_is_written_as_its_attributes_say_without_nulls()
    {
        WrittenYaml.Of(Manifest.From(Sample()).WriteFields).Should().Be(
            """
            spec:
              replicas: 2
              ratio: 0.5
              paused: false
              maxSurge: 25%
              maxUnavailable: 1
              limits:
                memory: 1Gi
                cpu: "1"
                hugepages: "1e3"
              notAfter: "2030-02-03T04:05:06.789Z"
              renewAt: "2030-02-03T04:05:06+02:00"
              policy: IfNotPresent
              protocol: TCP
              matchLabels:
                outer:
                  inner: "0777"
                empty: {}
              args:
                - --x
                - ""
                - "1e3"
                - "yes"
                - |
                  two
                  lines
                - ${VAR}
                - null
              containers:
                - name: main
                  imagePullPolicy: Always
                - {}
              x-custom:
                deep:
                  - 1
                  - 1.5
                  - true
                  - "true"
                  - {}
                big: 9007199254740993
            data:
              key: AQL/
              none: ""

            """);
    }

    [Fact]
    public void What_is_written_reads_as_what_was_serialised()
    {
        var json = JsonSerializer.SerializeToNode(Sample(), new JsonSerializerOptions(JsonSerializerDefaults.Web))!.AsObject();
        foreach (var own in new[] { "apiVersion", "kind", "metadata" }) json.Remove(own);
        json["spec"]!["policy"] = "IfNotPresent";

        var read = WrittenYaml.Read(WrittenYaml.Of(Manifest.From(Sample()).WriteFields));

        read.Should().BeEquivalentTo(Expected(json), static options => options.WithStrictOrdering());
    }

    [Fact]
    public void Its_names_labels_and_annotations_are_the_objects()
    {
        var manifest = Manifest.From(Sample());
        (manifest.ApiVersion, manifest.Kind, manifest.ResolvedName, manifest.Metadata.Namespace).Should().Be(("example.org/v1", "Thing", "sonarr", "media"));
        WrittenYaml.Of(manifest.Metadata.WriteFields).Should().Be(
            """
            annotations:
              at: "2024-01-01"
            finalizers:
              - example.org/keep
            labels:
              a: "1"
              b: "on"
            namespace: media

            """);
    }

    [Theory]
    [InlineData(DateTimeKind.Utc, "2030-01-02T03:04:05Z")]
    [InlineData(DateTimeKind.Unspecified, "2030-01-02T03:04:05Z")]
    public void A_time_is_UTC_in_the_form_that_Kubernetes_takes(DateTimeKind kind, string expected)
    {
        var sample = Sample();
        sample.Spec!.NotAfter = new DateTime(2030, 1, 2, 3, 4, 5, kind);
        Manifest.From(sample)["spec"]["notAfter"].Scalar.Should().Be(expected);
    }

    [Fact]
    public void A_local_time_is_the_same_instant_in_UTC()
    {
        var local = new DateTime(2030, 1, 2, 3, 4, 5, DateTimeKind.Local);
        var sample = Sample();
        sample.Spec!.NotAfter = local;
        Manifest.From(sample)["spec"]["notAfter"].Scalar.Should().Be(local.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void The_authors_own_options_decide_when_given()
    {
        var options = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
        var manifest = Manifest.From(new Dictionary<string, object> { ["apiVersion"] = "v1", ["kind"] = "ConfigMap", ["data"] = new { SomeKey = "x", Nothing = (string?)null } }, options);
        manifest.ApiVersion.Should().Be("v1");
        WrittenYaml.Of(manifest.WriteFields).Should().Be("data:\n  some_key: x\n");
    }

    [Fact]
    public void What_is_no_object_of_Kubernetes_is_refused_with_the_reason()
    {
        Refused(new ClientDeployment { Kind = "Thing" }, "'ClientDeployment' has no 'apiVersion' once serialised; set it, or use new Manifest(apiVersion, kind, name).*");
        Refused(new ClientDeployment { ApiVersion = "v1" }, "'ClientDeployment' has no 'kind' once serialised*");
        Refused("text", "'String' is not serialised as a JSON object.*");
        Refused(new[] { 1 }, "'Int32[]' is not serialised as a JSON object.*");
        Refused(new { apiVersion = "v1", kind = "ConfigMap", metadata = new { name = 3 } }, "'metadata.name' is 3, and Kubernetes takes a text there.*");
        Refused(new { apiVersion = "v1", kind = "ConfigMap", metadata = new { labels = new { a = true } } }, "'metadata.labels.a' is true, and Kubernetes takes a text there.*");
        Refused(new { apiVersion = "v1", kind = "ConfigMap", metadata = new { generateName = "x-" } }, "'metadata.generateName' means nothing in a tree that Flux applies; leave it out.*");
    }

    private static void Refused(object value, string message)
    {
        var from = () => Manifest.From(value);
        from.Should().Throw<ArgumentException>().WithMessage(message);
    }

    private static object Expected(JsonNode? node) => node switch
    {
        null => "[null]",
        JsonObject entries => entries.Where(static entry => entry.Value is not null).ToDictionary(static entry => entry.Key, static entry => Expected(entry.Value)),
        JsonArray items => items.Select(Expected).ToList(),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        _ => $"[{node.ToJsonString()}]",
    };
}
