using System.Text.RegularExpressions;

namespace GitOps.Tests;

public sealed partial class TargetsTests
{
    /// <summary>
    /// 'dotnet run' evaluates items whose condition is false as well (MSBuild's CanEvaluateElementsWithFalseConditions). A pattern that begins with a property which may be empty would then be
    /// that of the whole drive: minutes of reading, and MSB5029. What a target makes is made when it runs.
    /// </summary>
    [Fact]
    public void No_pattern_can_become_that_of_the_whole_drive()
    {
        var targets = Target().Replace(File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "src", "Sdk", "build", "GitOps.Sdk.targets")), "");

        Included().Matches(targets).Should().NotBeEmpty();
        Included().Matches(targets).SelectMany(static match => match.Groups["include"].Value.Split(';')).Where(static pattern => FromTheTop().IsMatch(pattern)).Should().BeEmpty();
    }

    [GeneratedRegex("<Target .*?</Target>", RegexOptions.Singleline)]
    private static partial Regex Target();

    [GeneratedRegex("(?:Include|Exclude)=\"(?<include>[^\"]*)\"")]
    private static partial Regex Included();

    [GeneratedRegex(@"^\$\((?!MSBuildProjectDirectory\))\w+\)/\*\*")]
    private static partial Regex FromTheTop();
}
