namespace GitOps.Tests;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("SECRET_DOMIAN", "SECRET_DOMAIN")]
    [InlineData("sonar", "sonarr")]
    [InlineData("APP_", "APP")]
    [InlineData("X", null)]
    [InlineData("something-else", null)]
    [InlineData("Sonarr", "sonarr")]
    public void The_nearest_is_offered_and_nothing_far(string name, string? nearest) =>
        NearestName.Of(name, ["APP", "SECRET_DOMAIN", "sonarr", "radarr"]).Should().Be(nearest);

    [Theory]
    [InlineData("ab", "ba", 1)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("", "abc", 3)]
    [InlineData("abc", "abc", 0)]
    public void Distances(string a, string b, int distance) => NearestName.Distance(a, b, 9).Should().Be(distance);
}
