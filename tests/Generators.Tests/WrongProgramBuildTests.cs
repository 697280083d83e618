namespace GitOps.Tests;

/// <summary>The same promise by a real <c>dotnet build</c>: what a terminal and a CI job show.</summary>
public sealed class WrongProgramBuildTests(BuiltPrograms built) : IClassFixture<BuiltPrograms>
{
    public static TheoryData<string> Names => [.. WrongProgram.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_build_of_a_wrong_program_says_one_thing_at_its_place(string name)
    {
        var program = WrongProgram.Read(name);

        var one = built.Of(name + "/wrong").Should().ContainSingle(built.Output).Subject;

        var text = program.Path.EndsWith("Program.cs", StringComparison.Ordinal) ? program.Wrong.Text : program.Wrong.Files.Single(file => file.Path == program.Path).Text;
        var before = text[..program.Start];
        var line = before.Count(static character => character == '\n');
        (one.Id, one.Path, one.Line, one.Column).Should().Be((program.Id, program.Path["/home/me/repo/".Length..], line + 1, before.Length - before.LastIndexOf('\n')));
        built.IsCompiled(name + "/wrong").Should().Be(one.Severity == "warning");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_build_of_its_nearest_right_program_says_nothing(string name)
    {
        built.Of(name + "/right").Should().BeEmpty();
        built.IsCompiled(name + "/right").Should().BeTrue(built.Output);
    }
}
