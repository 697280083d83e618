namespace GitOps.Tests;

public sealed class LiteralAnalyzerTests
{
    [Theory]
    [InlineData("Duration x = \"${INTERVAL:=1h}\";")]
    [InlineData("Duration x = \"-1h\";")]
    [InlineData("Duration x = \"0\";")]
    [InlineData("Duration x = System.TimeSpan.FromDays(1);")]
    [InlineData("Duration x = System.Environment.MachineName;")]
    [InlineData("string x = \"1d\";")]
    [InlineData("Values x = \"1d\";")]
    [InlineData("Quantity x = \"1e3\"; Quantity y = \"0.5\"; Quantity z = \"500m\"; Quantity a = 5;")]
    [InlineData("var x = new System.Collections.Generic.Dictionary<string, Quantity> { [\"1d\"] = \"5Gi\" };")]
    public async Task Nothing_is_said_of_what_is_right_or_unknown(string statement) => (await Of(statement)).Should().BeEmpty();

    [Theory]
    [InlineData("Duration x = \"1d\";", "the duration '1d' has the unit 'd', Go's durations know no days: write '24h'")]
    [InlineData("Duration? x = \"1d\";", "the duration '1d' has the unit 'd', Go's durations know no days: write '24h'")]
    [InlineData("var x = new Duration(\"2w\");", "the duration '2w' has the unit 'w', Go's durations know no weeks: write '336h'")]
    [InlineData("var x = (Quantity)\"5GB\";", "the quantity '5GB' has the suffix 'GB', write '5Gi'")]
    [InlineData("Map<Quantity> x = new() { [\"storage\"] = \"10gb\" };", "the quantity '10gb' has the suffix 'gb', write '10Gi'")]
    public async Task The_message_says_what_to_write(string statement, string message) =>
        (await Of(statement)).Should().ContainSingle().Which.GetMessage().Should().Be(message);

    private static async Task<IReadOnlyList<Microsoft.CodeAnalysis.Diagnostic>> Of(string statement) =>
        [.. (await AnalyzerRun.Of(WrongProgram.Input($"namespace Home;\npublic static class Code {{ public static object Run() {{ {statement} return x; }} }}"))).Where(one => !one.Id.StartsWith("CS", StringComparison.Ordinal))];
}
