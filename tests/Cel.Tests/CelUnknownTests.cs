namespace GitOps.Tests;

/// <summary>What is decided though a part is unknown, and what is not.</summary>
public sealed class CelUnknownTests
{
    [Theory]
    // and, or
    [InlineData("false && self.u", "false")]
    [InlineData("self.u && false", "false")]
    [InlineData("true && self.u", "?")]
    [InlineData("true || self.u", "true")]
    [InlineData("self.u || true", "true")]
    [InlineData("self.u || false", "?")]
    [InlineData("self.u || 1/0 > 0", "?")]
    [InlineData("1/0 > 0 || self.u", "?")]
    [InlineData("1/0 > 0 && self.u", "?")]
    [InlineData("1/0 > 0 && self.u && false", "false")]
    [InlineData("self.t && false", "false")]
    [InlineData("self.t || false", "error")]
    [InlineData("!self.u", "?")]
    // ternary
    [InlineData("self.u ? 1 : 1", "1")]
    [InlineData("self.u ? 1 : 2", "?")]
    [InlineData("self.u ? true : 1/0 > 0", "?")]
    // fields
    [InlineData("self.u.x.y == 1", "?")]
    [InlineData("has(self.u)", "true")]
    [InlineData("has(self.u.x)", "?")]
    [InlineData("has(self.zz)", "false")]
    [InlineData("has(self.p.x)", "true")]
    [InlineData("has(self.p.zz)", "?")]
    [InlineData("self.p.zz == 1", "?")]
    [InlineData("self.p.x == 1", "true")]
    [InlineData("self.p['zz'] == 1", "?")]
    [InlineData("self.?p.zz.orValue(3)", "?")]
    [InlineData("'x' in self.p", "true")]
    [InlineData("'zz' in self.p", "?")]
    [InlineData("'zz' in self", "false")]
    [InlineData("self.u in {}", "false")]
    // texts
    [InlineData("has(self.t)", "true")]
    [InlineData("self.t == 'x'", "?")]
    [InlineData("self.t == 1", "false")]
    [InlineData("self.t != 1", "true")]
    [InlineData("self.t == self.p", "false")]
    [InlineData("type(self.t) == string", "true")]
    [InlineData("type(self.u) == string", "?")]
    [InlineData("size(self.t)", "?")]
    [InlineData("self.t.startsWith('x')", "?")]
    [InlineData("self.t + 'x' == 'y'", "?")]
    [InlineData("self.t.zz", "error")]
    [InlineData("duration(self.t) > duration('1s')", "?")]
    // equality
    [InlineData("self.u == self.u", "?")]
    [InlineData("[1, self.u] == [1, 2]", "?")]
    [InlineData("[1, self.u] == [2, 2]", "false")]
    [InlineData("[1, self.u] == [1]", "false")]
    [InlineData("{'a': self.u} == {'a': 1}", "?")]
    [InlineData("{'a': self.u} == {'b': 1}", "false")]
    [InlineData("{'a': self.u, 'b': 1} == {'a': 2, 'b': 2}", "false")]
    [InlineData("self.p == {'x': 1}", "?")]
    [InlineData("self.p == {'x': 2}", "false")]
    [InlineData("self.p == {}", "false")]
    [InlineData("self.lp == [1, 2]", "false")]
    [InlineData("self.lp == [1, 5, 6]", "?")]
    [InlineData("self.lp == [2, 5, 6]", "false")]
    [InlineData("optional.of(1) == optional.none()", "false")]
    // lists
    [InlineData("size(self.lp)", "?")]
    [InlineData("self.lp[0]", "1")]
    [InlineData("self.lp[7]", "?")]
    [InlineData("self.lp[-1]", "error")]
    [InlineData("1 in self.lp", "true")]
    [InlineData("9 in self.lp", "?")]
    [InlineData("self.u in [1]", "?")]
    [InlineData("1 in [self.u, 1]", "true")]
    [InlineData("2 in [self.u, 1]", "?")]
    [InlineData("size([self.u, 1])", "2")]
    // macros
    [InlineData("self.lp.all(x, x > 0)", "?")]
    [InlineData("self.lp.all(x, x > 1)", "false")]
    [InlineData("self.lp.exists(x, x == 1)", "true")]
    [InlineData("self.lp.exists(x, x == 9)", "?")]
    [InlineData("self.lp.exists_one(x, x < 9)", "false")]
    [InlineData("self.lp.exists_one(x, x == 1)", "?")]
    [InlineData("self.lp.filter(x, x > 0).size() > 0", "?")]
    [InlineData("self.u.all(x, false)", "?")]
    [InlineData("[self.u, 1].all(x, x > 1)", "false")]
    [InlineData("[self.u, 2].all(x, x > 1)", "?")]
    [InlineData("[self.u, 2].exists(x, x > 1)", "true")]
    [InlineData("[self.u, 2, 3].exists_one(x, x > 1)", "false")]
    [InlineData("[self.u, 2].map(x, x + 1).size()", "2")]
    [InlineData("[1, 2].filter(x, x == self.u).size()", "?")]
    [InlineData("{'a': self.u}.exists(k, v, v == 1)", "?")]
    [InlineData("{'a': self.u}.all(k, k == 'a')", "true")]
    [InlineData("self.pl.all(k, k == 'zz')", "false")]
    [InlineData("[1, self.u].isSorted()", "?")]
    [InlineData("[self.u].sum()", "?")]
    [InlineData("['a', self.t].join(',')", "?")]
    [InlineData("sets.contains([1, self.u], [1])", "true")]
    [InlineData("sets.contains([1, self.u], [2])", "?")]
    [InlineData("[1, 2].indexOf(self.u)", "?")]
    // what no machine says twice
    [InlineData("timestamp('2024-01-01T00:00:00Z').getHours('Europe/Berlin')", "?")]
    [InlineData("'α'.matches('\\\\p{Greek}')", "?")]
    internal void Only_what_hangs_on_something_unknown_is_unknown(string text, string result)
    {
        var self = Cel.Data("""
            u: '?'
            t: '?text'
            p: {x: 1, '…': 0}
            pl: {x: 1, '…': 0}
            lp: [1, 5, '…']
            """);
        Cel.Show(Cel.Evaluate(text, self).Value).Should().Be(result);
    }

    [Fact]
    public void A_broken_rule_is_never_one_that_hangs_on_something_unknown()
    {
        Cel.Evaluate("self.a > 1", Cel.Data("a: 1")).IsBroken.Should().BeTrue();
        Cel.Evaluate("self.zz > 1", Cel.Data("a: 1")).IsBroken.Should().BeTrue();
        Cel.Evaluate("self.zz > 1", Cel.Data("{a: 1, …: 0}")).IsBroken.Should().BeFalse();
        Cel.Evaluate("self.a > 1", Cel.Data("a: '?'")).IsBroken.Should().BeFalse();
    }
}
