using GitOps.Benchmarks;

namespace GitOps.Tests;

/// <summary>A fixed piece of the fuzz run: mutants of the example's own tree. By hand it runs for minutes over real repositories (benchmarks/README.md).</summary>
public sealed class FuzzReplayTests
{
    private const int Mutants = 60;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Mutants_end_in_findings_and_never_in_an_exception(int seed)
    {
        var repository = FuzzRepository.Open(Path.Combine(SharedData.RepositoryRoot, "examples", "HomeOps"));
        repository.Paths.Count.Should().BeGreaterThan(100);
        using var hang = new CancellationTokenSource(TimeSpan.FromMinutes(10));

        var findings = 0;
        for (var number = 0; number < Mutants; number++) findings += new FuzzCase(repository, seed, number).Run(hang.Token);

        findings.Should().BeGreaterThan(Mutants / 4, "the mutator breaks things");
    }
}
