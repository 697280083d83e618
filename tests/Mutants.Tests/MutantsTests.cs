using GitOps.Mutants;

namespace GitOps.Tests;

/// <summary>A few mutants of the example at each run; hundreds are made by hand (tools/Mutants).</summary>
public sealed class MutantsTests(MutantsTests.TheExample example) : IClassFixture<MutantsTests.TheExample>
{
    // Of these kinds every single one is a hard fault that the compiler or an analyzer must see.
    private static readonly string[] Kinds =
    [
        "a '$' before an interpolation", "a component's folder is deleted", "a component's folder is renamed", "a component's kind is Kustomization", "a component's variable loses its default", "a cycle of two is closed",
        "a longer cycle is closed", "a dependency is misspelt", "a duration in days", "a field is misspelt", "a key that Flux rejects", "a listed file is gone", "a member of another class is misspelt", "a quantity in bytes",
        "a required field is dropped", "a source of variables is no longer named", "a variable is spelled out and misspelt", "an app depends on itself", "an app is deleted that others name",
        "an app is disabled that others depend on", "an expression that Flux cannot parse", "two apps have one name",
    ];

    [Fact]
    public async Task One_mutant_of_each_hard_kind_fails_the_build_and_the_example_itself_does_not()
    {
        var judge = new Judge(example.Read);
        var unbroken = await judge.Of(new Mutant("none", "", new Dictionary<string, string?>()));
        unbroken.Compiler.Concat(unbroken.Analyzers).Concat(unbroken.Synth ?? []).Should().BeEmpty();

        var all = AllMutants.Of(example.Read).ToLookup(static mutant => mutant.Kind);
        foreach (var kind in Kinds)
        {
            var verdict = await judge.Of(AllMutants.Choose([.. all[kind]], 1, seed: 20).Single());
            verdict.FailsBuild.Should().BeTrue($"{verdict.Mutant.Kind}: {verdict.Mutant.What}");
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_mutants_and_another_gives_others()
    {
        var all = AllMutants.Of(example.Read);
        var chosen = Chosen(all, seed: 1);

        chosen.Should().HaveCount(300).And.OnlyHaveUniqueItems();
        Chosen(AllMutants.Of(example.Read), seed: 1).Should().Equal(chosen);
        Chosen(all, seed: 2).Should().NotEqual(chosen);

        static IReadOnlyList<string> Chosen(IReadOnlyList<Mutant> all, int seed) => [.. AllMutants.Choose(all, 300, seed).Select(static mutant => $"{mutant.Kind}: {mutant.What}")];
    }

    /// <summary>The example, read once.</summary>
    public sealed class TheExample
    {
        internal Example Read { get; } = Example.Read(Path.Combine(SharedData.RepositoryRoot, "examples", "HomeOps"));
    }
}
