using System.Globalization;

namespace GitOps.Tests;

/// <summary>
/// The schema of app-template's values that the example HomeOps keeps is a form of our own, for the chart's is its authors'. It says what theirs says: the same fields of the same
/// types, and of values the same verdict.
/// </summary>
public sealed class ExampleChartSchemaTests
{
    // The chart's own puts the fields of a container's security context below a key that nobody writes, and so takes anything there.
    private const string TypedByUs = ".securityContext";

    [SharedFact]
    public void It_has_the_fields_of_the_charts_own()
    {
        var differences = new List<string>();
        var seen = new HashSet<(SchemaTypeName, SchemaTypeName)>();
        var (ours, theirs) = (Ours(), Charts.Model("app-template"));
        var ourShapes = ours.Shapes.ToDictionary(static shape => shape.Name);
        var theirShapes = theirs.Shapes.ToDictionary(static shape => shape.Name);
        var ourEnums = ours.Enums.ToDictionary(static one => one.Name);
        var theirEnums = theirs.Enums.ToDictionary(static one => one.Name);

        Compare(ours.Values!, theirs.Values!, "");

        differences.Should().BeEmpty();
        seen.Should().HaveCountGreaterThan(70, "the walk reaches all of the chart");

        void Compare(SchemaType one, SchemaType other, string path)
        {
            if (one.Kind != other.Kind)
            {
                if (!path.EndsWith(TypedByUs, StringComparison.Ordinal))
                    differences.Add($"{path}: {one.Kind}, theirs {other.Kind}");
                return;
            }

            if (one.Item is { } item)
                Compare(item, other.Item!, path + "[]");
            if (one is { Kind: SchemaTypeKind.String, Name: { } known })
                ourEnums[known].Values.Select(static value => value.Value).Should().BeEquivalentTo(theirEnums[other.Name!.Value].Values.Select(static value => value.Value), path);
            if (one.Kind != SchemaTypeKind.Object || !seen.Add((one.Name!.Value, other.Name!.Value)))
                return;
            var (shape, their) = (ourShapes[one.Name.Value], theirShapes[other.Name!.Value]);
            if (shape.PreserveUnknown != their.PreserveUnknown || shape.IsMerged != their.IsMerged)
                differences.Add($"{path}: {shape.PreserveUnknown}/{shape.IsMerged}, theirs {their.PreserveUnknown}/{their.IsMerged}");
            differences.AddRange(shape.Fields.Select(static field => field.Name).Except(their.Fields.Select(static field => field.Name)).Select(name => $"{path}.{name}: only ours"));
            differences.AddRange(their.Fields.Select(static field => field.Name).Except(shape.Fields.Select(static field => field.Name)).Select(name => $"{path}.{name}: only theirs"));
            foreach (var field in shape.Fields)
                if (their.Fields.FirstOrDefault(two => two.Name == field.Name) is { } match)
                {
                    if ((field.Required, field.Nullable, field.Default) != (match.Required, match.Nullable, match.Default))
                        differences.Add($"{path}.{field.Name}: required {field.Required}, nullable {field.Nullable}, default {field.Default}; theirs {match.Required}, {match.Nullable}, {match.Default}");
                    Compare(field.Type, match.Type, path + "." + field.Name);
                }
        }
    }

    /// <summary>Another library is the judge of both: random values, three of four of them broken in one place.</summary>
    [SharedTheory]
    [InlineData(300, 1)]
    public void It_says_of_values_what_the_charts_own_says(int count, int seed)
    {
        var random = new RandomValues(Charts.Model("app-template"), new Random(seed));
        var (ours, theirs) = (new ChartJudge(Charts.OfExample()), new ChartJudge(Charts.Files("app-template")));
        var taken = 0;
        var disagreements = new List<string>();
        for (var at = 0; at < count; at++)
        {
            var json = random.Next().ToJsonString();
            var (our, their) = (ours.Errors(json), theirs.Errors(json));
            taken += their.Count == 0 ? 1 : 0;
            if (our.Count == 0 != (their.Count == 0) && !(their.Count == 0 && our.All(static error => error.Contains("ecurityContext", StringComparison.Ordinal))))
                disagreements.Add(string.Create(CultureInfo.InvariantCulture, $"{json}\n  ours: {string.Join("; ", our)}\n  theirs: {string.Join("; ", their)}"));
        }

        disagreements.Should().BeEmpty();
        taken.Should().BeInRange(count / 5, count * 19 / 20, "both must be tried");
    }

    private static SchemaModel Ours()
    {
        var files = Charts.OfExample().Select(static file => new ValuesSchemaFile(file.Path, file.Text)).ToList();
        return ValuesSchemaReader.Read(files[0], files, "app-template", "Home");
    }
}
