using System.Text;
using System.Text.RegularExpressions;

namespace GitOps.Differential;

/// <summary>
/// For each CEL rule of some kinds the smallest object that breaks it and nothing else: drawn from the schema around the place of the rule, then shrunk. Written as YAML in
/// which an annotation says what is expected, for a test and for the judge.
/// </summary>
internal sealed class RuleCases(int seed)
{
    private const int MostTries = 4_000;

    private readonly Samples samples = new(new Random(seed));

    public int Write(string csharpNamespace, string file)
    {
        var sites = new Dictionary<string, List<(SchemaKind Kind, SchemaSource Source, List<object> Path)>>(StringComparer.Ordinal);
        foreach (var (apiVersion, kindName) in SchemaSet.Shipped.Kinds)
        {
            var kind = SchemaSet.Shipped.Find(apiVersion, kindName, out var source)!;
            if (kind.Name.Namespace == csharpNamespace)
                Collect(kind, source, sites);
        }

        var text = new StringBuilder("# One object for each CEL rule, found and shrunk by tools/Differential. The annotation says what we expect; the judge agrees.\n");
        var missing = new List<string>();
        foreach (var (expression, places) in sites.OrderBy(entry => entry.Value[0].Kind.Kind, StringComparer.Ordinal).ThenBy(entry => string.Join("/", entry.Value[0].Path), StringComparer.Ordinal).ThenBy(entry => entry.Key, StringComparer.Ordinal))
        {
            if (CelExpression.Parse(expression).Expression is not { UsesOldSelf: false })
                continue;
            DataValue? found = null;
            foreach (var place in places.OrderBy(place => place.Path.Count).Take(6))
                if ((found = Search(place.Kind, place.Source, place.Path, expression)) is not null)
                    break;
            if (found is null)
                missing.Add(expression);
            else
                text.Append("---\n").Append(Yaml(found, ObjectValidator.Validate(found, SchemaSet.Shipped)));
        }

        File.WriteAllText(file, text.ToString());
        Console.WriteLine($"{csharpNamespace}: {sites.Count} rules, {missing.Count} without an object");
        foreach (var rule in missing)
            Console.WriteLine("  " + rule.ReplaceLineEndings(" "));
        return 0;
    }

    private static void Collect(SchemaKind kind, SchemaSource source, Dictionary<string, List<(SchemaKind, SchemaSource, List<object>)>> sites)
    {
        var queue = new Queue<(SchemaNode Node, List<object> Path)>(source.Compiled(kind.Name)!.All.Where(field => field.Field.Name != "metadata").Select(field => (field.Node, new List<object> { field.Field.Name })));
        while (queue.Count > 0)
        {
            var (node, path) = queue.Dequeue();
            foreach (var rule in node.Rules)
            {
                if (!sites.TryGetValue(rule.Rule.Expression, out var places))
                    sites.Add(rule.Rule.Expression, places = []);
                places.Add((kind, source, path));
            }

            if (path.Count > 12)
                continue;
            if (node.Item is { } item)
                queue.Enqueue((item, [.. path, node.Type.Kind == SchemaTypeKind.List ? 0 : "key"]));
            if (node.Shape is { } shape && shape.Shape.Name.Namespace != CoreChecks.Namespace)
                foreach (var field in shape.All)
                    queue.Enqueue((field.Node, [.. path, field.Field.Name]));
        }
    }

    private DataValue? Search(SchemaKind kind, SchemaSource source, List<object> path, string expression)
    {
        // What the rule speaks of is drawn more often.
        samples.Wanted.Clear();
        samples.Hints.Clear();
        samples.Wanted.UnionWith(Regex.Matches(expression, @"\.(\w+)").Select(match => match.Groups[1].Value));
        foreach (var literal in Regex.Matches(expression, "'([^']*)'|\"([^\"]*)\"").Select(match => match.Groups[1].Value + match.Groups[2].Value))
            samples.Hints.AddRange([literal, literal + "x", "x" + literal, literal.TrimStart('^').TrimEnd('$')]);
        samples.Repeats = expression.Contains("size()", StringComparison.Ordinal) || expression.Contains("exists_one", StringComparison.Ordinal) ? 50 : 5;
        DataValue? best = null;
        var fewest = int.MaxValue;
        for (var i = 0; i < MostTries; i++)
        {
            var fields = new List<DataField> { new("apiVersion", DataValue.Of(kind.ApiVersion)), new("kind", DataValue.Of(kind.Kind)), new("metadata", DataValue.Map([new("name", DataValue.Of("sample"))])) };
            foreach (var field in source.Compiled(kind.Name)!.All)
                if (Equals(field.Field.Name, path[0]))
                    fields.Add(new DataField(field.Field.Name, Around(field.Node, path, 1, i)));
            var value = DataValue.Map(fields);
            if (Broken(value, expression) is not { } broken || best is not null && broken >= fewest)
                continue;
            (best, fewest) = (value, broken);
            if (broken == 1)
                break;
        }

        return best is null ? null : Shrink(best, expression);
    }

    /// <summary>A value that holds the path; what stands beside it is as little as the schema allows, more and more with the tries.</summary>
    private DataValue Around(SchemaNode node, List<object> path, int at, int attempt)
    {
        if (at == path.Count)
            return samples.Value(node, attempt % 3);
        if (path[at] is int)
            return DataValue.List([Around(node.Item!, path, at + 1, attempt)]);
        var name = (string)path[at];
        if (node.Type.Kind == SchemaTypeKind.Map)
            return DataValue.Map([new DataField(name, Around(node.Item!, path, at + 1, attempt))]);
        var fields = samples.Value(node, attempt % 4 == 0 ? 3 : 5).Fields.Where(field => field.Name != name).ToList();
        fields.Add(new DataField(name, Around(node.Shape!.Find(name)!.Node, path, at + 1, attempt)));
        return DataValue.Map(fields);
    }

    /// <summary>How many rules the object breaks, this one among them and nothing else; null when it does not. Some rules cannot be broken alone.</summary>
    private static int? Broken(DataValue value, string expression)
    {
        var issues = ObjectValidator.Validate(value, SchemaSet.Shipped);
        return issues.Any(issue => issue.Rule?.Expression == expression) && issues.All(issue => issue.Kind == SchemaIssueKind.Rule) && !HoldsSpace(value) ? issues.Count : null;
    }

    /// <summary>Empty names are right for a schema and a puzzle for a reader.</summary>
    private static bool HoldsSpace(DataValue value) => value.Fields.Any(field => field.Name.Trim().Length == 0 || HoldsSpace(field.Value)) || value.Items.Any(HoldsSpace);

    private static DataValue Shrink(DataValue value, string expression)
    {
        for (var isSmaller = true; isSmaller;)
        {
            isSmaller = false;
            foreach (var smaller in Smaller(value))
                if (smaller["metadata"]?.TextOf("name") is not null && Broken(smaller, expression) <= Broken(value, expression))
                {
                    value = smaller;
                    isSmaller = true;
                    break;
                }
        }

        return value;
    }

    private static IEnumerable<DataValue> Smaller(DataValue value)
    {
        for (var i = 0; i < value.Fields.Count; i++)
        {
            yield return DataValue.Map(value.Fields.Where((_, at) => at != i).ToList());
            foreach (var smaller in Smaller(value.Fields[i].Value))
                yield return DataValue.Map(value.Fields.Select((field, at) => at == i ? field with { Value = smaller } : field).ToList());
        }

        for (var i = 0; i < value.Items.Count; i++)
        {
            yield return DataValue.List(value.Items.Where((_, at) => at != i).ToList());
            foreach (var smaller in Smaller(value.Items[i]))
                yield return DataValue.List(value.Items.Select((item, at) => at == i ? smaller : item).ToList());
        }
    }

    private static string Yaml(DataValue value, IReadOnlyList<SchemaIssue> issues)
    {
        var text = new StringBuilder();
        // A HelmRelease's chart and chartRef are told by a rule of their own.
        var isTold = ObjectRules.Check(value, SchemaSet.Shipped, static _ => null).Count > 0;
        foreach (var field in value.Fields)
        {
            var written = field.Name != "metadata" ? field.Value : DataValue.Map(
            [
                .. field.Value.Fields, new DataField("annotations", DataValue.Map([new DataField("expect", DataValue.Of(string.Join(", ", issues.Select(issue => $"{(isTold ? RuleIds.BrokenValidation : "GOPS4005")} {issue.FieldPath}"))))])),
            ]);
            text.Append(field.Name).Append(": ").Append(written.Kind == DataKind.String ? written.Text : YamlJson.Write(written)).Append('\n');
        }

        return text.ToString();
    }
}
