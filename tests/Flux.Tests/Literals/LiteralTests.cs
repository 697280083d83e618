namespace GitOps.Tests;

public sealed class LiteralTests
{
    [Theory]
    [InlineData("1h", null)]
    [InlineData("1h30m", null)]
    [InlineData("1.5h", null)]
    [InlineData("250ms", null)]
    [InlineData("0s", null)]
    [InlineData("1d", "has the unit 'd', Go's durations know no days: write '24h'")]
    [InlineData("2w", "has the unit 'w', Go's durations know no weeks: write '336h'")]
    [InlineData("10", "has the number 10 without a unit: 'ms', 's', 'm' or 'h'")]
    [InlineData("1h30", "has the number 30 without a unit: 'ms', 's', 'm' or 'h'")]
    [InlineData("5min", "has the unit 'min', write '5m'")]
    [InlineData("5M", "has the unit 'M', write '5m'")]
    [InlineData("1us", "has the unit 'us', Flux knows 'ms', 's', 'm' and 'h'")]
    [InlineData("-1h", "is negative, Flux takes only positive durations")]
    [InlineData(".5h", "starts with '.', write '0.5h'")]
    [InlineData("1.h", "has a '.' without digits after it")]
    [InlineData("h", "has 'h' where a number must be, a duration is a number and a unit: '30s', '5m', '1h30m'")]
    [InlineData("", "is empty, a duration is a number and a unit: '30s', '5m', '1h30m'")]
    [InlineData("9999999999h", "is longer than Go's durations can be (about 292 years)")]
    public void Durations(string text, string? fault) => DurationLiteral.Fault(text).Should().Be(fault);

    [Theory]
    [InlineData("1h30m", 5_400_000_000_000)]
    [InlineData("1.5s", 1_500_000_000)]
    [InlineData("-1ms", -1_000_000)]
    [InlineData("0", 0)]
    [InlineData("1us", 1_000)]
    public void Durations_have_Go_s_meaning(string text, long nanoseconds)
    {
        DurationLiteral.TryNanoseconds(text, out var found).Should().BeTrue();
        found.Should().Be(nanoseconds);
    }

    [Theory]
    [InlineData("5Gi", null)]
    [InlineData("500m", null)]
    [InlineData("0.5", null)]
    [InlineData(".5", null)]
    [InlineData("5.", null)]
    [InlineData("1e3", null)]
    [InlineData("1E-3", null)]
    [InlineData("1E", null)]
    [InlineData("-1", null)]
    [InlineData("5Gb", "has the suffix 'Gb', write '5Gi'")]
    [InlineData("5GB", "has the suffix 'GB', write '5Gi'")]
    [InlineData("512mb", "has the suffix 'mb', write '512Mi'")]
    [InlineData("10K", "has the suffix 'K', write '10Ki'")]
    [InlineData("5 Gi", "has the suffix ' Gi', write '5Gi'")]
    [InlineData("5gi", "has the suffix 'gi', write '5Gi'")]
    [InlineData("5x", "has the suffix 'x', a quantity ends in nothing, 'm', 'k', 'M', 'G', 'T', 'Ki', 'Mi', 'Gi' or 'Ti'")]
    [InlineData("1.2.3", "has more than one '.'")]
    [InlineData("Gi", "has no number, a quantity is a number and a suffix: '500m', '5Gi'")]
    public void Quantities(string text, string? fault) => QuantityLiteral.Fault(text).Should().Be(fault);

    [Theory]
    [InlineData("oci://ghcr.io/owner/charts/app", null)]
    [InlineData("oci://localhost:5000/app", null)]
    [InlineData("oci://ghcr.io", null)]
    [InlineData("https://ghcr.io/x", "starts with 'https://', an OCI url starts with 'oci://'")]
    [InlineData("ghcr.io/x", "does not start with 'oci://'")]
    [InlineData("oci://ghcr.io/x:1.0", "holds the tag '1.0', it belongs into spec.ref.tag")]
    [InlineData("oci://ghcr.io/x@sha256:ab", "holds the digest 'sha256:ab', it belongs into spec.ref.digest")]
    [InlineData("oci://ghcr.io/Owner/x", "has upper-case letters in its path, registries take lower case only")]
    [InlineData("oci:///x", "has no host")]
    [InlineData("oci://host:x/y", "has a port that is no number")]
    public void Oci_urls(string url, string? fault) => OciUrlLiteral.Fault(url).Should().Be(fault);

    [Theory]
    [InlineData("*", true)]
    [InlineData("1.2.3", true)]
    [InlineData(">=1.0.0 <2.0.0", true)]
    [InlineData(">= 1.0, < 2.0 || ~3.1", true)]
    [InlineData("1.x", true)]
    [InlineData("^v1.2", true)]
    [InlineData("1.0.0 - 2.0.0", true)]
    [InlineData(">=1.0.0-0", true)]
    [InlineData("1.2.3-rc.1+build", true)]
    [InlineData("", false)]
    [InlineData("latest", false)]
    [InlineData(">>1", false)]
    [InlineData("1.2.3.4", false)]
    [InlineData("1 ||", false)]
    [InlineData("1,,2", false)]
    [InlineData(">", false)]
    public void Semver_ranges(string range, bool good) => (SemverRangeLiteral.Fault(range) is null).Should().Be(good);
}
