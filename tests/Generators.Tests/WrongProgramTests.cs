namespace GitOps.Tests;

/// <summary>What the product promises: each of these programs has exactly one error or warning, at its place, and the nearest right one has none.</summary>
public sealed class WrongProgramTests
{
    public static TheoryData<string> Names => [.. WrongProgram.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_wrong_program_is_told_once_and_at_its_place(string name)
    {
        var program = WrongProgram.Read(name);

        var said = await AnalyzerRun.Of(program.With(program.Wrong));

        var one = said.Should().ContainSingle(string.Join("\n", said)).Subject;
        one.Id.Should().Be(program.Id, one.ToString());
        var at = one.Location;
        at.GetLineSpan().Path.Should().Be(program.Path);
        var text = program.Path.EndsWith("Program.cs", StringComparison.Ordinal) ? program.Wrong.Text : program.Wrong.Files.Single(file => file.Path == program.Path).Text;
        text.Substring(at.SourceSpan.Start, at.SourceSpan.Length).Should().Be(program.Marked);
        at.SourceSpan.Start.Should().Be(program.Start);
        // An editor goes to the line, a build prints it.
        at.GetLineSpan().StartLinePosition.Line.Should().Be(text[..program.Start].Count(character => character == '\n'));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Its_nearest_right_program_is_clean(string name)
    {
        var program = WrongProgram.Read(name);
        (await AnalyzerRun.Of(program.With(program.Right))).Should().BeEmpty();
    }
}
