using Microsoft.CodeAnalysis;

namespace GitOps.Tests;

/// <summary>The models of real CRDs.</summary>
public sealed class CrdModelTests
{
    private static IEnumerable<string> Paths => Directory.EnumerateFiles(SharedData.Data("crds"), "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    [SharedFact]
    public void All_real_CRDs_together_compile_without_a_warning()
    {
        var run = Start([.. Paths.Select(Input)]);
        run.Reported.Should().BeEmpty();
        run.Files.Should().HaveCountGreaterThan(Paths.Count());
    }

    [SharedFact]
    public void Each_real_CRD_alone_compiles_without_a_warning()
    {
        foreach (var path in Paths)
        {
            var run = Start(Input(path));
            run.Reported.Should().BeEmpty(path);
            run.Files.Should().NotBeEmpty(path);
        }
    }

    private static InputFile Input(string path) => InputFile.Crd(path, File.ReadAllText(path));

    private static GeneratorRun Start(params InputFile[] files) => GeneratorRun.Start(new ProjectInput { Generators = [new ModelGenerator()], Files = files });
}
