namespace GitOps.Tests;

public sealed class CelBudgetTests
{
    private static readonly DataValue Many = DataValue.List([.. Enumerable.Range(0, 10_000).Select(static i => DataValue.Of((long)i))]);

    [Theory]
    [InlineData("self.all(a, self.all(b, a != b || a == b))")]
    [InlineData("self.all(a, self.exists_one(b, a == b))")]
    [InlineData("self.map(a, self.map(b, self.map(c, c)))")]
    [InlineData("self.all(a, self.filter(b, b == a).size() == 1)")]
    [InlineData("self.all(a, a in self.map(b, b - 1))")]
    [InlineData("self.distinct().size() == 10000")]
    [InlineData("sets.equivalent(self, self.reverse())")]
    [InlineData("self.map(a, self).flatten().flatten().size() > 0 && self.map(a, self) == self.map(a, self) && self.all(x, self == self)")]
    [InlineData("lists.range(1000000).size() > 0 && lists.range(1000000).size() > 0")]
    internal void Loops_over_many_items_end_and_are_unknown(string text)
    {
        var result = Cel.Evaluate(text, Many);
        result.IsTooCostly.Should().BeTrue();
        result.IsUnknown.Should().BeTrue();
        result.IsBroken.Should().BeFalse();
    }

    [Fact]
    public void One_loop_over_many_items_is_no_matter() => Cel.Evaluate("self.all(a, a >= 0 && a < 10000)", Many).IsTrue.Should().BeTrue();

    [Theory]
    [InlineData("'a{500}'")]
    [InlineData("self.replace('', 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx').replace('', 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx').replace('', 'xxxxxxxxxxxxxxxxxxxxxxx').size() > 0")]
    [InlineData("lists.range(30).map(i, self).join().split('').map(i, self).join().size() > 0")]
    internal void Texts_do_not_grow_without_end(string text)
    {
        var result = Cel.Evaluate(text, DataValue.Of(new string('a', 20_000)));
        (result.IsUnknown || result.Value is CelString { Value.Length: < 100 }).Should().BeTrue();
    }

    [Fact]
    public void Rules_may_share_a_budget()
    {
        var budget = new CelBudget(600);
        Cel.Evaluate("self.all(a, a >= 0)", DataValue.List([.. Many.Items.Take(100)]), budget: budget).IsTrue.Should().BeTrue();
        Cel.Evaluate("self.all(a, a >= 0)", DataValue.List([.. Many.Items.Take(100)]), budget: budget).IsTooCostly.Should().BeTrue();
        Cel.Evaluate("true", budget: budget).IsTooCostly.Should().BeTrue();
    }
}
