namespace GitOps.Tests;

/// <summary>What the vectors do not say of regular expressions.</summary>
public sealed class Re2Tests
{
    [Theory]
    [InlineData("^(a+)+$", 'a', '!')]
    [InlineData("^(a|aa)+$", 'a', '!')]
    [InlineData("^(a*)*$", 'a', '!')]
    [InlineData("(x+x+)+y", 'x', 'x')]
    [InlineData("^(([a-z])+.)+[A-Z]([a-z])+$", 'a', '!')]
    [InlineData("(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)z$", 'a', '!')]
    [InlineData("\\b(a+)+\\b!!", 'a', '!')]
    internal void No_pattern_takes_more_than_linear_time(string pattern, char repeated, char end) =>
        Re2.Compile(pattern).IsMatch(new string(repeated, 50_000) + end).Should().NotBeTrue();

    [Theory]
    [InlineData("(a{1,100}){1,10}")]
    [InlineData("((((a?){10}){10}){10})")]
    [InlineData("[a-z]{1000}")]
    internal void Large_repetitions_are_fine_up_to_a_thousand(string pattern) => Re2.Compile(pattern).Error.Should().BeNull();

    [Theory]
    [InlineData("(a{1,100}){1,11}")]
    [InlineData("a{1001}")]
    [InlineData("(?=a)")]
    [InlineData("(?<!a)b")]
    [InlineData("(a)\\1")]
    [InlineData("\\k<n>")]
    [InlineData("a++")]
    [InlineData("(?>a)")]
    [InlineData("[[:nope:]]")]
    [InlineData("\\Z")]
    [InlineData("a**")]
    [InlineData("x{2}{3}")]
    [InlineData("[z-a]")]
    [InlineData("(")]
    [InlineData(")")]
    [InlineData("\\")]
    internal void What_RE2_refuses_is_an_error(string pattern)
    {
        Re2.Compile(pattern).Error.Should().NotBeNullOrEmpty();
        Re2.Compile(pattern).IsMatch("a").Should().BeNull();
    }

    [Fact]
    public void What_we_leave_out_is_unknown_and_no_error()
    {
        foreach (var pattern in (string[])["\\p{Greek}", new string('(', 400) + new string(')', 400), string.Concat(Enumerable.Repeat("[a-z]{1000}", 25)), new string('a', 100_000)])
        {
            Re2.Compile(pattern).Error.Should().BeNull();
            Re2.Compile(pattern).IsKnown.Should().BeFalse();
            Re2.Compile(pattern).IsMatch("a").Should().BeNull();
        }
    }

    [Fact]
    public void Deep_nesting_is_no_stack_overflow() => Re2.Compile(new string('(', 60_000)).Error.Should().NotBeNull();

    [Fact]
    public void A_match_that_would_take_too_long_is_unknown()
    {
        // Each character leads to another set of many places, and none of them is seen twice.
        var pattern = Re2.Compile("(?m)" + string.Concat(Enumerable.Repeat("(a|b|c|[a-z]x?)?", 900)) + "!$");
        pattern.Error.Should().BeNull();
        pattern.IsMatch(string.Concat(Enumerable.Range(0, 200_000).Select(static i => "abcx"[i * 7 % 11 % 4]))).Should().BeNull();
    }

    [Fact]
    public void Many_threads_may_use_one_pattern()
    {
        var pattern = Re2.Compile("^(?:[a-z]+[0-9]{2,4}|é.*😀)+$");
        Parallel.For(0, 2_000, i =>
        {
            var text = "abc" + (i % 100).ToString("00", System.Globalization.CultureInfo.InvariantCulture) + (i % 3 == 0 ? "éx😀" : "z");
            if (pattern.IsMatch(text) != (i % 3 == 0))
                throw new InvalidOperationException(text);
        });
    }

    [Fact]
    public void An_automaton_of_very_many_states_forgets_and_goes_on()
    {
        // Which of the last twelve characters were an a: 4096 states.
        var pattern = Re2.Compile("a[ab]{11}$");
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var text = new string([.. Enumerable.Range(0, 100).Select(_ => random.Next(2) == 0 ? 'a' : 'b')]);
            pattern.IsMatch(text).Should().Be(text[^12] == 'a');
        }
    }

    /// <summary>A grammar of plain patterns on which .NET's own machine agrees with RE2 is a second judge.</summary>
    [Fact]
    public void Plain_patterns_match_as_in_dotnet()
    {
        var random = new Random(4242);
        var wrong = new List<string>();
        for (var round = 0; round < 4_000; round++)
        {
            var pattern = Pattern(random, 3);
            var text = new string([.. Enumerable.Range(0, random.Next(8)).Select(_ => "abc\n"[random.Next(4)])]);
            var judge = System.Text.RegularExpressions.Regex.Match(text, pattern.Replace("$", "\\z", StringComparison.Ordinal), System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5));
            var own = Re2.Compile(pattern);
            var (start, length) = own.Find(text, 0, out var isFound);
            if (own.IsMatch(text) != judge.Success || isFound != judge.Success || judge.Success && (start != judge.Index || length != judge.Length))
                wrong.Add($"{pattern} on {text}: {isFound} {start} {length}, not {judge.Success} {judge.Index} {judge.Length}");
        }

        wrong.Should().BeEmpty();
    }

    private static string Pattern(Random random, int depth) => (depth == 0 ? random.Next(6) : random.Next(12)) switch
    {
        0 => "a",
        1 => "b",
        2 => ".",
        3 => "[ab]",
        4 => "[^a]",
        5 => random.Next(3) switch { 0 => "^", 1 => "$", _ => "c" },
        6 or 7 or 8 => Pattern(random, depth - 1) + Pattern(random, depth - 1),
        9 => "(?:" + Pattern(random, depth - 1) + "|" + Pattern(random, depth - 1) + ")",
        10 => "(" + Pattern(random, depth - 1) + "c)" + ((string[])["*", "+", "?", "{2}", "{1,2}"])[random.Next(5)] + (random.Next(3) == 0 ? "?" : ""),
        _ => "(?:b" + Pattern(random, depth - 1) + ")" + ((string[])["*", "+", "?"])[random.Next(3)],
    };
}
