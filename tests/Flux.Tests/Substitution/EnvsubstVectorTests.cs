namespace GitOps.Tests;

/// <summary>What the controllers' own code gave for each expression, ours gives too.</summary>
public sealed class EnvsubstVectorTests
{
    public static TheoryData<string, string, string> Table()
    {
        var data = new TheoryData<string, string, string>();
        if (SharedData.IsThere)
            foreach (var (text, lenient, strict) in EnvsubstVectors.Table())
                data.Add(text, lenient, strict);
        else
            data.Add("", "\"\"", "\"\"");
        return data;
    }

    public static TheoryData<string, string, string?> Trims()
    {
        var data = new TheoryData<string, string, string?>();
        if (SharedData.IsThere)
            foreach (var (text, result, error) in EnvsubstVectors.Trims())
                data.Add(text, result, error);
        else
            data.Add("", "\"\"", null);
        return data;
    }

    [SharedTheory, MemberData(nameof(Table))]
    public void An_expression_gives_what_Flux_gives(string text, string lenient, string strict)
    {
        Show(SubstitutionEvaluator.Evaluate(text, EnvsubstVectors.Variables, strict: false)).Should().Be(Expected(lenient));
        Show(SubstitutionEvaluator.Evaluate(text, EnvsubstVectors.Variables)).Should().Be(Expected(strict));
    }

    [SharedTheory, MemberData(nameof(Trims))]
    public void A_trim_or_replacement_gives_what_Flux_gives(string text, string result, string? error)
    {
        var ours = SubstitutionEvaluator.Evaluate(text, EnvsubstVectors.TrimVariables);

        ours.Error.Should().Be(error);
        if (error is null)
            ours.Value.Should().Be(EnvsubstVectors.Unquote(result));
    }

    [SharedFact]
    public void The_file_is_read_whole()
    {
        EnvsubstVectors.Table().Should().HaveCount(EnvsubstVectors.Lines().TakeWhile(line => line[0] != '=').Count() - 2 - 1 - 1);
        EnvsubstVectors.Pipeline().Should().HaveCount(EnvsubstVectors.Lines().Count(line => line.StartsWith("  subst", StringComparison.Ordinal)));
        EnvsubstVectors.Trims().Should().HaveCount(EnvsubstVectors.Lines().Count(line => line.EndsWith(" <nil>", StringComparison.Ordinal)) + 1);
    }

    private static string Show(SubstitutionResult result) => result.Error is null ? "=" + result.Value : "!" + result.Error;

    private static string Expected(string column) =>
        column.StartsWith("ERR(", StringComparison.Ordinal) ? "!" + column[4..^1] : "=" + EnvsubstVectors.Unquote(column);
}
