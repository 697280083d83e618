namespace GitOps.Tests;

public sealed class CelParserTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("self.a = 1", 7)]
    [InlineData("self.a && ", 10)]
    [InlineData("self.a ? 1", 10)]
    [InlineData("'abc", 0)]
    [InlineData("'a\\q'", 2)]
    [InlineData("self.namespace == 'x' && namespace == 'x'", 25)]
    [InlineData("9223372036854775808", 0)]
    [InlineData("18446744073709551616u", 0)]
    [InlineData("[1, 2", 5)]
    [InlineData("has(self)", 0)]
    [InlineData("self.all(x.y, true)", 10)]
    [InlineData("self.all(x, x, true)", 12)]
    [InlineData("Point{x: 1}", 0)]
    [InlineData("a @ b", 2)]
    internal void An_error_names_its_place(string text, int offset)
    {
        var parse = CelExpression.Parse(text);
        parse.Expression.Should().BeNull();
        parse.Error.Should().NotBeNullOrEmpty();
        parse.Offset.Should().Be(offset);
    }

    [Theory]
    [InlineData("1 + 2 * 3 == 7 && true || false", "true")]
    [InlineData("true || false && false", "true")]
    [InlineData("(true || false) && false", "false")]
    [InlineData("false ? 1 : true ? 2 : 3", "2")]
    [InlineData("-2 * -3 - -1", "7")]
    [InlineData("10 - 3 - 2", "5")]
    [InlineData("100 / 10 / 2 % 3", "2")]
    [InlineData("1 < 2 == true", "true")]
    [InlineData("!true == false", "true")]
    [InlineData("1 in [1] && !(2 in [1])", "true")]
    [InlineData("'''a\n'b''' == \"a\\n'b\"", "true")]
    [InlineData("\"\"\"a\r\nb\"\"\" == 'a\\nb'", "true")]
    [InlineData("1 // to the end of the line\n + 1", "2")]
    internal void Operators_bind_as_they_should(string text, string result) => Cel.Evaluate(text).ToString().Should().Be(result);

    [Theory]
    [InlineData("(", ")")]
    [InlineData("[", "]")]
    [InlineData("!(", ")")]
    [InlineData("-(", ")")]
    [InlineData("size(", ")")]
    [InlineData("{1: ", "}")]
    [InlineData("true ? 1 : ", "")]
    [InlineData("1 + (", ")")]
    [InlineData("self.all(x, ", ")")]
    internal void Deep_nesting_is_an_error(string open, string close)
    {
        foreach (var depth in (int[])[1_000, 6_000])
        {
            var text = string.Concat(Enumerable.Repeat(open, depth)) + "1" + string.Concat(Enumerable.Repeat(close, depth));
            CelExpression.Parse(text).Error.Should().Contain("nested deeper");
        }
    }

    [Theory]
    [InlineData(" + 1")]
    [InlineData(".a")]
    [InlineData("[0]")]
    [InlineData(" == 1")]
    [InlineData(".size()")]
    internal void A_long_chain_is_an_error(string link) => CelExpression.Parse("a" + string.Concat(Enumerable.Repeat(link, 5_000))).Error.Should().Contain("nested deeper");

    [Fact]
    public void The_deepest_that_is_allowed_needs_little_stack()
    {
        var texts = new[]
        {
            string.Concat(Enumerable.Repeat("(", CelParser.DeepestNesting - 2)) + "1" + string.Concat(Enumerable.Repeat(")", CelParser.DeepestNesting - 2)),
            "1" + string.Concat(Enumerable.Repeat(" + 1", CelParser.DeepestNesting - 2)),
            string.Concat(Enumerable.Repeat("[1].map(x, ", CelParser.DeepestNesting - 10)) + "1" + string.Concat(Enumerable.Repeat(")", CelParser.DeepestNesting - 10)),
        };
        var results = new List<string>();
        var thread = new Thread(
            () =>
            {
                foreach (var text in texts)
                {
                    var expression = Cel.Parse(text);
                    CelTypes.Check(expression, CelLibrary.Kubernetes, null);
                    CelExplainer.Describe(expression);
                    results.Add(CelEvaluator.Evaluate(expression, CelVariables.None).ToString()[..1]);
                }
            },
            512 * 1024);
        thread.Start();
        thread.Join();
        results.Should().Equal("1", "2", "[");
    }

    [Fact]
    public void A_long_chain_of_ands_is_flat() =>
        Cel.Evaluate(string.Join(" && ", Enumerable.Repeat("true", 10_000))).IsTrue.Should().BeTrue();

    [Fact]
    public void What_is_too_long_is_an_error() => CelExpression.Parse(new string(' ', CelParser.MostCharacters) + "1").Error.Should().Contain("longer than");

    [Theory]
    [InlineData("self == oldSelf", true)]
    [InlineData("[1].all(oldSelf, oldSelf > 0)", false)]
    [InlineData("oldSelf.all(oldSelf, true)", true)]
    [InlineData("self.oldSelf == 1", false)]
    internal void Old_self_is_found_where_it_is_a_variable(string text, bool uses) => Cel.Parse(text).UsesOldSelf.Should().Be(uses);

    [Fact]
    public void Any_text_is_an_expression_or_an_error()
    {
        string[] pieces =
        [
            "self", ".", "a", "?", ":", "(", ")", "[", "]", "{", "}", ",", "1", "1.5", "0x", "u", "'x'", "\"", "'", "r'", "b'", "\\", "\\u12", "&&", "||", "!", "-", "+", "*", "/", "%", "==", "!=",
            "<", ">=", "in", " ", "\n", "//", "has(", "all(x, ", "x", "map(", "optional.of(", ".?", "[?", "true", "null", "size(", "matches('", "😀", "\0", "9223372036854775808", "cel.bind(x, ", "namespace",
        ];
        var random = new Random(20260704);
        for (var round = 0; round < 40_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => pieces[random.Next(pieces.Length)]));
            var parse = CelExpression.Parse(text);
            if (parse.Expression is null)
            {
                if (string.IsNullOrEmpty(parse.Error) || parse.Offset < 0 || parse.Offset > text.Length)
                    throw new InvalidOperationException($"no clean error for: {text}");
                continue;
            }

            CelTypes.Check(parse.Expression, CelLibrary.Kubernetes, null);
            CelExplainer.Describe(parse.Expression);
            CelEvaluator.Evaluate(parse.Expression, CelVariables.Self(CelUnknown.Any));
        }
    }
}
