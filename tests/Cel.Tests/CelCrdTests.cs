namespace GitOps.Tests;

/// <summary>All expressions of the CRDs of real projects.</summary>
public sealed class CelCrdTests
{
    private static readonly Lazy<IReadOnlyList<(string File, string Text)>> Found = new(static () =>
    {
        var found = new List<(string, string)>();
        foreach (var path in Directory.EnumerateFiles(SharedData.Data("crds"), "*.y*ml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            foreach (var document in YamlFile.Read(File.ReadAllText(path)).Documents)
                if (document.Root is { } root)
                    Collect(root, Path.GetFileName(path), found);
        return found;
    });

    [SharedFact]
    public void Each_parses_and_names_only_functions_that_there_are()
    {
        Found.Value.Select(static expression => expression.Text).Distinct().Should().HaveCountGreaterThan(300);
        Found.Value.Should().HaveCountGreaterThan(450);
        Found.Value.Select(static expression => (expression, CelExpression.Parse(expression.Text))).Where(static parsed => parsed.Item2.Expression is null)
            .Select(static parsed => $"{parsed.expression.File}: {parsed.expression.Text}: {parsed.Item2.Error}").Should().BeEmpty();
    }

    [SharedFact]
    public void Each_evaluates_to_unknown_or_true_where_nothing_is_known()
    {
        var broken = new List<string>();
        foreach (var (file, text) in Found.Value.DistinctBy(static expression => expression.Text))
        {
            var expression = CelExpression.Parse(text).Expression!;
            foreach (var self in (CelValue[])[CelUnknown.Any, CelData.Of(DataValue.Map([], isPartial: true)), CelData.Of(DataValue.UnknownText()), CelData.Of(DataValue.List([], isPartial: true))])
            {
                var result = CelEvaluator.Evaluate(expression, CelVariables.Self(self).With("oldSelf", CelUnknown.Any));
                // A text that a rule takes for an object is an error, but what is wholly unknown never is.
                if (result.IsBroken && self == CelUnknown.Any)
                    broken.Add($"{file}: {text} gave {result}");
            }
        }
        broken.Should().BeEmpty();
    }

    private static void Collect(YamlNode node, string file, List<(string, string)> found)
    {
        if (node is YamlSequence sequence)
            foreach (var item in sequence.Items)
                Collect(item, file, found);
        if (node is not YamlMapping mapping)
            return;
        if (mapping["x-kubernetes-validations"] is YamlSequence rules)
            foreach (var rule in rules.Items.OfType<YamlMapping>())
                foreach (var key in (string[])["rule", "messageExpression"])
                    if (rule.Text(key) is { } text)
                        found.Add((file, text));
        foreach (var entry in mapping.Entries)
            Collect(entry.Value, file, found);
    }
}
