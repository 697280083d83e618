using System.Text;

namespace GitOps.Tests;

public sealed class TextTests
{
    /// <summary>Whatever is literal arrives as it is, after as many substitutions as the writer was told of; Flux's own reading is the judge.</summary>
    [Theory]
    [InlineData("echo ${HOME} $$ $1 $(date) 5$")]
    [InlineData("$${A} $$$ $")]
    [InlineData("^[a-z]+$")]
    [InlineData("$a$b{$}")]
    public void A_literal_survives_every_number_of_substitutions(string text)
    {
        for (var passes = 0; passes <= LiteralDollars.MostPasses; passes++)
        {
            var written = Written("a" + Text.Literal(text) + "{b", passes);
            for (var pass = 0; pass < passes; pass++)
                written = SubstitutionEvaluator.Evaluate(SubstitutionText.Parse(written), static _ => null, strict: true).Value!;
            written.Should().Be("a" + text + "{b", "after {0} substitutions", passes);
        }
    }

    /// <summary>Joined to texts of the author's, as strings are.</summary>
    [Theory]
    [InlineData("cost $", "${X}", "", "cost $${X}")]
    [InlineData("$$", "${X}", "", "$${X}")]
    [InlineData("$$$", "$", "{A}", "$$${A}")]
    [InlineData("", "$", "$x", "$$x")]
    [InlineData("", "5$", "${A}", "5$a")]
    [InlineData("${A:-", "5$", "} ${N:=", "a ")]
    [InlineData("${N:-", "5$", "}", "5$")]
    [InlineData("${A/a/", "$", "}", "$")]
    public void A_literal_stands_beside_other_text(string before, string literal, string after, string expected)
    {
        var text = before + Text.Literal(literal) + after;
        if (after.EndsWith("=", StringComparison.Ordinal))
            text += Text.Literal("$") + "}$" + "";
        var written = Written(text, 1);
        var result = SubstitutionEvaluator.Evaluate(SubstitutionText.Parse(written), static name => name == "A" ? "a" : null, strict: true).Value;
        result.Should().Be(after.EndsWith("=", StringComparison.Ordinal) ? expected + "$$" : expected, "written as {0}", written);
    }

    [Fact]
    public void A_literal_expression_inside_a_default_cannot_be_written()
    {
        var write = () => Written("${A:-" + Text.Literal("${X}") + "}", 1);

        write.Should().Throw<YamlWriteException>().WithMessage("*default*");
    }

    [Fact]
    public void Base64_holds_the_dollar_itself()
    {
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(Text.Literal("a ${X} $$")));

        Encoding.UTF8.GetString(Convert.FromBase64String(LiteralDollars.InBase64(encoded))).Should().Be("a ${X} $$");
        LiteralDollars.InBase64("no base64 $").Should().Be("no base64 $");
    }

    [Fact]
    public void A_dollar_that_Flux_does_not_read_is_not_doubled() => Written(Text.Literal("costs $5 or ${X}"), 1).Should().Be("costs $5 or $${X}");

    private static string Written(string text, int passes)
    {
        using var yaml = new YamlWriter { LiteralDollarPasses = passes };
        yaml.String(text);
        return YamlFile.Read(Encoding.UTF8.GetString(yaml.WrittenSpan)).Documents[0].Root.Should().BeOfType<YamlScalar>().Subject.Text;
    }
}
