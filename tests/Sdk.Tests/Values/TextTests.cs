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
        for (var passes = 0; passes <= 2; passes++)
        {
            var written = Written("a" + Text.Literal(text) + "{b", passes);
            for (var pass = 0; pass < passes; pass++)
                written = SubstitutionEvaluator.Evaluate(SubstitutionText.Parse(written), static _ => null, strict: true).Value!;
            written.Should().Be("a" + text + "{b", "after {0} substitutions", passes);
        }
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
