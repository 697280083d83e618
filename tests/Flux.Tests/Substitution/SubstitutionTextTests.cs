namespace GitOps.Tests;

public sealed class SubstitutionTextTests
{
    [Fact]
    public void An_expression_knows_where_it_and_its_name_stand()
    {
        var text = SubstitutionText.Parse("a $$ ${OWNER:=${APP}-x} b");

        var outer = text.Expressions.First();
        (outer.Offset, outer.Length, outer.Name, outer.NameOffset, outer.Operator).Should().Be((5, 18, "OWNER", 7, ":="));
        var inner = text.Expressions.Last();
        (inner.Offset, inner.Length, inner.Name, inner.IsRequired).Should().Be((14, 6, "APP", true));
        outer.Arguments.Should().HaveCount(2);
        text.Whole.Should().BeNull();
        SubstitutionText.Parse("${X:-y}").Whole!.Name.Should().Be("X");
    }

    [Theory]
    [InlineData("x ${V-d}", 5, 2, SubstitutionError.ClosingBrace)]
    [InlineData("${{ github.ref }}", 2, 0, SubstitutionError.VariableName)]
    [InlineData("${A[0]}", 3, 0, SubstitutionError.ClosingBrace)]
    [InlineData("ab ${", 5, 3, SubstitutionError.VariableName)]
    [InlineData("${A:-${B}", 9, 0, SubstitutionError.Argument)]
    [InlineData("${A:-${B.C}}", 8, 5, SubstitutionError.ClosingBrace)]
    [InlineData("${A", 3, 0, SubstitutionError.ClosingBrace)]
    [InlineData("${A/x}", 6, 0, SubstitutionError.BadSubstitution)]
    [InlineData("${A^^^}", 5, 0, SubstitutionError.BadSubstitution)]
    public void An_error_has_Flux_own_words_and_its_place(string text, int offset, int expression, string message) =>
        SubstitutionText.Parse(text).Error.Should().Be(new SubstitutionError(offset, expression, message));

    [Fact]
    public void A_default_is_evaluated_also_when_it_is_not_needed() =>
        SubstitutionEvaluator.Evaluate("${A:-${B}}", new Dictionary<string, string> { ["A"] = "a" }).Error.Should().Be("variable not set (strict mode): \"B\"");

    [Theory]
    [InlineData("kustomize.toolkit.fluxcd.io/substitute", "disabled", true)]
    [InlineData("kustomize.toolkit.fluxcd.io/substitute", "Disabled", false)]
    [InlineData("kustomize.toolkit.fluxcd.io/prune", "disabled", false)]
    public void Substitution_is_switched_off_by_the_exact_mark_alone(string key, string value, bool off)
    {
        var map = new Dictionary<string, string> { [key] = value };
        SubstitutionSwitch.IsOff(map, null).Should().Be(off);
        SubstitutionSwitch.IsOff(null, map).Should().Be(off);
    }
}
