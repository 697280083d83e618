using System.Diagnostics;

namespace GitOps.Tests;

/// <summary>Every component of the real repositories, against an independent count.</summary>
public sealed class RealComponentTests
{
    private static readonly string[] Repositories = ["anton", "cluster-template", "flux2-kustomize-helm-example", "home-ops", "phoebe"];

    [SharedFact]
    public void The_required_variables_of_each_component_are_those_of_an_independent_count()
    {
        var count = 0;
        foreach (var repository in Repositories)
        {
            var tree = SharedTree.Of(repository);
            var folders = SharedTree.Components(tree);
            if (folders.Count == 0)
                continue;
            var lines = Python(repository, folders);
            lines.Should().HaveCount(folders.Count);
            for (var i = 0; i < folders.Count; i++)
            {
                var component = ComponentReader.Read(tree, folders[i]);

                var required = string.Join(" ", component.Parameters.Where(parameter => parameter.IsRequired).Select(parameter => parameter.Name));
                var optional = string.Join(" ", component.Parameters.Where(parameter => !parameter.IsRequired).Select(parameter => parameter.Name));
                $"{folders[i]}: {required}|{optional}".Should().Be($"{folders[i]}: {lines[i]}");
                count++;
            }
        }

        count.Should().Be(23);
    }

    [SharedFact]
    public void Every_occurrence_stands_where_it_says()
    {
        foreach (var repository in Repositories)
        {
            var tree = SharedTree.Of(repository);
            foreach (var folder in SharedTree.Components(tree))
            {
                var component = ComponentReader.Read(tree, folder);
                component.Findings.Should().BeEmpty();
                foreach (var occurrence in component.Parameters.SelectMany(parameter => parameter.Occurrences))
                {
                    var line = tree.Read(occurrence.Place.Path)!.Split('\n')[occurrence.Place.Line - 1];
                    line[(occurrence.Place.Column - 1)..].Should().StartWith("${" + occurrence.Variable.Name, occurrence.Place.ToString());
                }
            }
        }
    }

    [SharedFact]
    public void A_component_that_emits_a_Kustomization_has_two_levels()
    {
        var component = ComponentReader.Read(SharedTree.Of("phoebe"), "kubernetes/components/postgres/pass");

        var emitted = component.Kustomizations.Should().ContainSingle().Subject;
        emitted.Name.Should().Be("${APP}-db");
        emitted.Dependencies.Should().ContainSingle().Which.Target.Should().Be(new KustomizationId("cnpg-system", "cloudnative-pg"));
        emitted.InnerParameters.Where(parameter => parameter.IsRequired).Select(parameter => parameter.Name).Should().Equal("APP", "OWNER", "emptyArray");
        emitted.InnerParameters.Where(parameter => parameter.IsRequired).Should().OnlyContain(parameter => emitted.Forwards.Any(variable => variable.Name == parameter.Name));
        var owner = component.Parameters.Single(parameter => parameter.Name == "DATABASE_OWNER");
        (owner.IsRequired, owner.Default).Should().Be((false, "${APP}"));
        owner.DefaultNeeds.Should().Equal("APP");
    }

    private static string[] Python(string repository, IReadOnlyList<string> folders)
    {
        var start = new ProcessStartInfo("python3") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { Path.Combine(SharedData.RepositoryRoot, "tests", "Flux.Tests", "Components", "count_required.py"), Path.Combine(SharedData.Root, "tools"), SharedData.Data("repos", repository) }.Concat(folders))
            start.ArgumentList.Add(argument);
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.Should().Be(0, errors.Result);
        return output.Split('\n', StringSplitOptions.None)[..^1];
    }
}
