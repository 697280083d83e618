namespace GitOps.Tests;

/// <summary>Every wrong program whose id has a fix is offered one, and none of what is said remains once the first offer is taken.</summary>
public sealed class WrongProgramFixTests
{
    // Flux has no comparison; in which namespace a class belongs is a decision, and so is the unit of a bare number.
    private static readonly string[] WithoutOffer = ["GOPS2011.Compare", "GOPS1001.NoApp", "GOPS1001.NeededByAComponent", "GOPS1001.NoName", "GOPS5002.NoUnit", "GOPS2010.OtherNamespace", "GOPS2010.ComponentOfTheNamespace"];

    public static TheoryData<string> Names => [.. WrongProgram.Names.Where(static name => FixRun.FixableIds.Contains(name.Split('.')[0]) && WrongProgram.Read(name) is { Library: null } program && program.Path.EndsWith("Program.cs", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_wrong_program_is_mended_by_its_first_offer(string name)
    {
        var program = WrongProgram.Read(name);
        var run = FixRun.Of(program.Wrong.Text, program.Wrong.Files);

        var offers = await run.Offers();

        if (WithoutOffer.Contains(name))
        {
            offers.Should().BeEmpty();
            return;
        }

        offers.Should().NotBeEmpty();
        var mended = await run.Applied(offers[0]);
        (await AnalyzerRun.Of(WrongProgram.Input(mended, program.Wrong.Files))).Should().BeEmpty(mended);
    }
}
