namespace GitOps.Tests;

public sealed class ComponentAnalyzerTests
{
    [Theory]
    [InlineData("[new A { X = \"1\" }, new B { Y = \"1\" }]")]
    [InlineData("[new A { X = \"1\" }, new B { Y = System.Environment.MachineName }]")]
    [InlineData("[new A { X = \"1\" }, Choice()!]")]
    [InlineData("[new A { X = \"1\" }, Choice() ?? new B { Y = \"2\" }]")]
    [InlineData("[new A { X = \"1\" }, new B { Y = \"2\" }]", "public override Map<string> Substitute => new() { [\"V\"] = \"3\" };")]
    [InlineData("[new A { X = \"1\" }, new B { Y = \"2\" }]", "public override Map<string> Substitute => Computed();")]
    [InlineData("[new A { X = \"1\" }, new Odd { Y = \"2\" }]")]
    public async Task Nothing_is_said_of_equal_or_unknown_values(string components, string member = "") => (await Of(components, member)).Should().BeEmpty();

    [Fact]
    public async Task Two_values_are_told_at_the_second_with_the_first_beside_it()
    {
        var one = (await Of("[new A { X = \"1\" }, new B { Y = \"2\" }]", "")).Should().ContainSingle().Subject;
        one.GetMessage().Should().Be("the variable 'V' is '1' for the component 'a' and '2' for 'b', and a Kustomization has one value; give both the same");
        one.AdditionalLocations.Should().ContainSingle();
    }

    private static Task<IReadOnlyList<Microsoft.CodeAnalysis.Diagnostic>> Of(string components, string member) => AnalyzerRun.Of(WrongProgram.Input($$"""
        namespace Home;
        [App<Ns.Media>]
        public sealed class Sonarr : FluxApp
        {
            public override ComponentList Components => {{components}};
            {{member}}
            public override ManifestList Manifests => [];
            private static FluxComponent? Choice() => new B { Y = "2" };
            private static Map<string> Computed() => [];
        }
        public sealed class A : FluxComponent { public string? X { get; init; } protected override string Directory => "components/a"; protected override void AddVariables(ComponentVariables variables) => variables.Set("V", X); }
        public sealed class B : FluxComponent { public string? Y { get; init; } protected override string Directory => "components/b"; protected override void AddVariables(ComponentVariables variables) => variables.Set("V", Y); }
        public sealed class Odd : FluxComponent { public string? Y { get; init; } protected override string Directory => "components/b"; protected override void AddVariables(ComponentVariables variables) => variables.Set("V" + Y, Y); }
        """));
}
