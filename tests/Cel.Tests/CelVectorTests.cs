namespace GitOps.Tests;

/// <summary>
/// Some 1,600 expressions with the type and the result that cel-go gives them, with the libraries of Kubernetes 1.36 and with those of Flux (Vectors/cel.tsv: library, expression,
/// type, result; "flux-struct" has self and dep as Struct instead of dyn).
/// </summary>
public sealed class CelVectorTests
{
    private const string Self = """
        {a: 1, f: 1.5, s: "höllo😀", b: true, n: null, l: [3, 1, 2], ls: ["x", "y", "x"], m: {k: "v", x-y: 2}, o: {p: {q: [{r: 1}, {r: 2}]}}, e: "", el: [], em: {}, neg: -5, big: 9223372036854775807}
        """;

    private static readonly Lazy<string[][]> Vectors = new(static () =>
    {
        using var reader = new StreamReader(typeof(CelVectorTests).Assembly.GetManifestResourceStream("cel.tsv")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Split('\t'))];
    });

    [Fact]
    public void Each_gives_what_cel_go_gives()
    {
        var self = CelData.Of(YamlData.Of(YamlFile.Read(Self.Replace("n:", "\"n\":").Replace("{k: \"v\", x-y", "{k: \"v\", \"x-y\"")).Documents[0].Root));
        // A YAML reader of version 1.1 takes "y" for true; here it is quoted.
        var wrong = new List<string>();
        foreach (var vector in Vectors.Value)
        {
            var parse = CelExpression.Parse(vector[1]);
            var variables = CelVariables.Self(self).With("dep", self);
            var result = parse.Expression is null ? "unparsable" : Cel.Show(CelEvaluator.Evaluate(parse.Expression, variables).Value);
            // What the checker refuses is not evaluated.
            if (vector[3] != "refused" && result != vector[3])
                wrong.Add($"{vector[0]} {vector[1]}: {result}, not {vector[3]}");
        }

        wrong.Should().BeEmpty();
        Vectors.Value.Should().HaveCountGreaterThan(1500);
    }

    [Fact]
    public void Each_has_the_type_that_cel_go_finds()
    {
        var wrong = new List<string>();
        foreach (var vector in Vectors.Value)
            if (CelExpression.Parse(vector[1]).Expression is { } expression)
            {
                var type = vector[0] == "flux-struct" ? CelType.Struct : CelType.Dyn;
                var variables = new Dictionary<string, CelType> { ["self"] = type };
                if (vector[0] == "flux-struct")
                    variables["dep"] = type;
                var check = CelTypes.Check(expression, vector[0] == "k8s" ? CelLibrary.Kubernetes : CelLibrary.Flux, variables);
                var found = check.Error is null ? check.Type.ToString() : "-";
                if (found != vector[2])
                    wrong.Add($"{vector[0]} {vector[1]}: {found} ({check.Error}), not {vector[2]}");
            }

        wrong.Should().BeEmpty();
    }

    [Fact]
    public void Every_function_has_a_signature_and_every_signature_a_function()
    {
        CelSignatures.Names.Where(static name => !CelFunctions.Exists(name)).Should().BeEmpty();
        CelFunctions.Names.Except(CelSignatures.Names).Should().BeEmpty();
    }
}
