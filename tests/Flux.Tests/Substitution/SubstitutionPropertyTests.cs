using System.Text;

namespace GitOps.Tests;

/// <summary>Properties over seeded random texts made of the characters that matter to the grammar.</summary>
public sealed class SubstitutionPropertyTests
{
    private static readonly string[] Pieces =
        ["$", "$$", "${", "}", "{", "V", "U", "A_1", ":", "-", "=", "+", "?", "/", "//", "#", "%", "^", ",", "\\", "*", "[", "]", "!", "é", "😀", " ", "\n", "1", "${V}", "${U:-", "\ud800", "\0"];

    private static readonly Dictionary<string, string> Variables = new() { ["V"] = "val/é", ["A_1"] = "" };

    [Fact]
    public void Any_text_is_read_and_evaluated_without_an_exception()
    {
        foreach (var text in Texts(20_000, seed: 1))
        {
            var parsed = SubstitutionText.Parse(text);
            foreach (var strict in new[] { true, false })
            {
                var result = SubstitutionEvaluator.Evaluate(parsed, name => Variables.GetValueOrDefault(name), strict);
                if (parsed.Error is not null)
                    result.Error.Should().Be(parsed.Error.Message);
            }
        }
    }

    [Fact]
    public void Pieces_lie_side_by_side_and_cover_the_text()
    {
        foreach (var text in Texts(20_000, seed: 2))
        {
            var parsed = SubstitutionText.Parse(text);
            var at = 0;
            foreach (var node in parsed.Nodes)
            {
                node.Offset.Should().Be(at);
                node.Length.Should().BePositive();
                at += node.Length;
            }

            if (parsed.Error is null)
                at.Should().Be(text.IndexOf('\0') is >= 0 and var nul && text.Contains('$') ? nul : text.Length);
            else
            {
                parsed.Error.Offset.Should().BeInRange(parsed.Error.ExpressionOffset, text.Length);
                text.Substring(parsed.Error.ExpressionOffset, 2).Should().Be("${");
            }

            foreach (var expression in parsed.Expressions)
            {
                text.Substring(expression.NameOffset, expression.Name.Length).Should().Be(expression.Name);
                text.Substring(expression.Offset, expression.Length).Should().StartWith("${").And.EndWith("}");
            }
        }
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void An_escaped_literal_is_itself_again_after_its_passes(int passes)
    {
        foreach (var text in Texts(5_000, seed: 3 + passes).Where(text => !text.Contains('\0')))
        {
            var written = SubstitutionEscape.Literal(text, passes);
            for (var pass = 0; pass < passes; pass++)
                written = SubstitutionEvaluator.Evaluate(written, Variables).Value!;
            written.Should().Be(text);
        }
    }

    [Fact]
    public void Deep_nesting_is_an_error_and_not_the_end_of_the_process() =>
        SubstitutionText.Parse(string.Concat(Enumerable.Repeat("${A:-", 100_000))).Error!.Message.Should().Be(SubstitutionError.TooDeep);

    private static IEnumerable<string> Texts(int count, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var text = new StringBuilder();
            for (var length = random.Next(1, 12); length > 0; length--)
                text.Append(Pieces[random.Next(Pieces.Length)]);
            yield return text.ToString();
        }
    }
}
