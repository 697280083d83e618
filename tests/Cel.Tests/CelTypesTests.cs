namespace GitOps.Tests;

/// <summary>What Flux asks of a readyExpr, and names that there are not. The vectors hold the types themselves.</summary>
public sealed class CelTypesTests
{
    private static readonly Dictionary<string, CelType> Flux = new() { ["self"] = CelType.Struct, ["dep"] = CelType.Struct };

    [Theory]
    [InlineData("dep.status.ready", "dyn")]
    [InlineData("dep.status.ready == true", "bool")]
    [InlineData("dep.status.conditions.exists(c, c.type == 'Ready' && c.status == 'True')", "bool")]
    [InlineData("dep.status.conditions.filter(e, e.type == 'Ready').all(e, e.status == 'True' && e.observedGeneration == dep.metadata.generation)", "bool")]
    [InlineData("dep.metadata.labels['app/version'] == self.metadata.labels['app/version']", "bool")]
    [InlineData("has(dep.status.version) ? dep.status.version == '1' : false", "bool")]
    [InlineData("dep.status.conditions[0].status", "dyn")]
    [InlineData("size(dep.status.conditions)", "int")]
    [InlineData("'ready'", "string")]
    [InlineData("dep.?status.ready.orValue(false)", "dyn")]
    [InlineData("bool(dep.status.ready)", "bool")]
    internal void A_readyExpr_has_a_type_before_it_is_evaluated(string text, string type)
    {
        var check = CelTypes.Check(Cel.Parse(text), CelLibrary.Flux, Flux);
        check.Error.Should().BeNull();
        check.Type.ToString().Should().Be(type);
    }

    [Theory]
    [InlineData("dependency.status.ready == true", "'dependency' is not declared: there is 'dep', 'self'", 0)]
    [InlineData("dep.status.phase.isReady()", "there is no function 'isReady'", 16)]
    [InlineData("isURL(dep.spec.url)", "there is no function 'isURL' in Flux's expressions", 0)]
    [InlineData("dep.status.conditions.all(i, c, true)", "in Flux's expressions", 21)]
    [InlineData("dep.status == 1 && 'x'", "'&&' wants bool, and this is string", 19)]
    [InlineData("'a' + 1 == 'a1'", "the operator takes no string, int", 4)]
    [InlineData("dep.spec.name.matches('(?=a)')", "is no pattern", 22)]
    [InlineData("duration('1d') > duration('1h')", "is no duration", 9)]
    [InlineData("['a', 1].size() == 2", "of one type", 6)]
    [InlineData("size(dep, self) == 1", "'size' takes no", 0)]
    internal void What_Flux_would_refuse_is_an_error_with_its_place(string text, string error, int offset)
    {
        var check = CelTypes.Check(Cel.Parse(text), CelLibrary.Flux, Flux);
        check.Error.Should().Contain(error);
        check.Offset.Should().Be(offset);
    }

    [Fact]
    public void Without_known_variables_any_name_may_be_one()
    {
        CelTypes.ResultOf(Cel.Parse("anything.goes == 1")).Should().Be(CelType.Bool);
        CelTypes.ResultOf(Cel.Parse("anything.goes")).Should().Be(CelType.Dyn);
    }

    [Fact]
    public void An_unknown_type_may_be_the_right_one_in_a_list_of_a_rule_but_not_in_Flux()
    {
        CelTypes.Check(Cel.Parse("self.kind in [self.other, 'Service']"), CelLibrary.Kubernetes, null).Error.Should().BeNull();
        CelTypes.Check(Cel.Parse("self.kind in [self.other, 'Service']"), CelLibrary.Flux, Flux).Error.Should().NotBeNull();
    }
}
