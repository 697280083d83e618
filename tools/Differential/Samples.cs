namespace GitOps.Differential;

/// <summary>Values made from a schema: mostly right, sometimes not, so that both sides of each rule are seen.</summary>
internal sealed class Samples(Random random)
{
    private static readonly string[] Texts =
    [
        "a", "web", "my-name", "example.com", "*.example.com", "10.0.0.1", "10.0.0.0/8", "2001:db8::1", "https://example.com/x", "oci://ghcr.io/org/repo", "1h", "30s", "5m0s", "1d", "0s", "500m", "10Gi", "1.2.3", ">=1.0.0",
        "main", "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "/path", "/a/../b", "", " ", "A_B", "with blank", "é", "2024-01-02T03:04:05Z", "2024-01-02", "aGVsbG8=", "not base64!", "80", "50%", "${x}",
        "Secret", "ConfigMap", "Service", "Gateway", "HTTPRoute", "gateway.networking.k8s.io", "gateway.envoyproxy.io", "v1", "self", "cosign", "sops", "true", "http", "tcp", "TCP", "HTTP", "GET", "-", "--", "a..b", "spec.replicas", "redis://x:6379", "u:p@host",
    ];

    /// <summary>Fields that are drawn more often than others.</summary>
    public HashSet<string> Wanted { get; } = new(StringComparer.Ordinal);

    /// <summary>Texts that are drawn more often than others.</summary>
    public List<string> Hints { get; } = [];

    /// <summary>How often an item of a list is there twice, in a hundred.</summary>
    public int Repeats { get; set; }

    public DataValue Object(SchemaKind kind)
    {
        SchemaSet.Shipped.Find(kind.ApiVersion, kind.Kind, out var source);
        var fields = new List<DataField> { new("apiVersion", DataValue.Of(kind.ApiVersion)), new("kind", DataValue.Of(kind.Kind)), new("metadata", DataValue.Map([new("name", DataValue.Of("sample"))])) };
        foreach (var field in source.Compiled(kind.Name)!.All)
            if (field.Field.Name is not "metadata")
                fields.Add(new DataField(field.Field.Name, Value(field.Node, 0)));
        return DataValue.Map(fields);
    }

    public DataValue Value(SchemaNode node, int depth)
    {
        if (random.Next(400) == 0)
            return Any();
        switch (node.Type.Kind)
        {
            case SchemaTypeKind.Object when node.Shape is { } shape:
                var fields = new List<DataField>();
                // Deep down only what must be.
                var chance = depth < 1 ? 35 : depth < 3 ? 25 : depth < 5 ? 12 : 0;
                foreach (var field in shape.All)
                    if (Wanted.Contains(field.Field.Name) && depth < 6 && random.Next(10) < 6 || (field.Field.MustBeSet && random.Next(60) > 0) || random.Next(100) < chance && !(depth > 2 && shape.All.Length > 25 && random.Next(4) > 0))
                        fields.Add(new DataField(field.Field.Name, Value(field.Node, depth + 1)));
                return DataValue.Map(fields);
            case SchemaTypeKind.List when node.Item is { } item:
                var items = Enumerable.Range(0, Count(node.Constraints.MinItems ?? 0)).Select(_ => Value(item, depth + 1)).ToList();
                if (items.Count > 0 && random.Next(100) < Repeats)
                    items.Add(items[0]);
                return DataValue.List(items);
            case SchemaTypeKind.Map when node.Item is { } item:
                return DataValue.Map(Enumerable.Range(0, Count(node.Constraints.MinProperties ?? 0)).Select(_ => Text()).Distinct().Select(name => new DataField(name, Value(item, depth + 1))).ToList());
            case SchemaTypeKind.Object or SchemaTypeKind.FreeForm or SchemaTypeKind.Map:
                return DataValue.Map(random.Next(3) == 0 ? [new DataField(Text(), Any())] : []);
            case SchemaTypeKind.Bool:
                return DataValue.Of(random.Next(2) == 0);
            case SchemaTypeKind.Int32 or SchemaTypeKind.Int64:
                return Integer(node.Constraints);
            case SchemaTypeKind.Double:
                return random.Next(2) == 0 ? Integer(node.Constraints) : DataValue.Of(random.Next(1000) / 8.0);
            case SchemaTypeKind.IntOrString:
                return random.Next(2) == 0 ? Integer(node.Constraints) : DataValue.Of(Text());
            case SchemaTypeKind.Quantity:
                return random.Next(4) == 0 ? Integer(node.Constraints) : DataValue.Of(Pick(["1", "500m", "10Gi", "1.5", "1e3", "10GB", ""]));
            case SchemaTypeKind.Any:
                return Any();
            default:
                if (node.Values.Count > 0 && random.Next(40) > 0)
                    return node.Values[random.Next(node.Values.Count)];
                return DataValue.Of(Fitting(node));
        }
    }

    public DataValue Any() => random.Next(8) switch
    {
        0 => DataValue.Null(),
        1 => DataValue.Of(random.Next(2) == 0),
        2 => DataValue.Of((long)random.Next(-3, 100)),
        3 => DataValue.Of(1.5),
        4 => DataValue.List([]),
        5 => DataValue.Map([]),
        6 => DataValue.Map([new DataField("a", DataValue.Of("b"))]),
        _ => DataValue.Of(Text()),
    };

    public string Text() => Hints.Count > 0 && random.Next(2) == 0 ? Hints[random.Next(Hints.Count)] : Pick(Texts);

    /// <summary>A text that fits the pattern, if one of ours does.</summary>
    private string Fitting(SchemaNode node)
    {
        if (random.Next(12) == 0)
            return Text();
        var c = node.Constraints;
        for (var tries = 0; tries < 30; tries++)
        {
            var text = Text();
            if ((c.Pattern is null || Re2.Compile(c.Pattern).IsMatch(text) == true) && !(CelText.CountOf(text) < c.MinLength) && !(CelText.CountOf(text) > c.MaxLength) && (c.Format is null || FormatChecks.Of(c.Format)?.Invoke(text) != false))
                return text;
        }

        return Text();
    }

    private DataValue Integer(SchemaConstraints c)
    {
        var least = (long)Math.Max(c.Minimum ?? 0, -1000);
        var most = (long)Math.Min(c.Maximum ?? least + 100, least + 70_000);
        return DataValue.Of(random.Next(30) switch { 0 => least - 1, 1 => most + 1, 2 => int.MaxValue + 1L, 3 => 0, _ => random.NextInt64(least, Math.Max(least, most) + 1) });
    }

    private int Count(long least) => (int)least + random.Next(12) switch { 0 => 0, < 8 => 1, < 11 => 2, _ => 3 };

    private string Pick(string[] texts) => texts[random.Next(texts.Length)];
}
