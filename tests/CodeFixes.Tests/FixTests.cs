namespace GitOps.Tests;

/// <summary>Each fix: the whole text that it leaves, and that nothing is said of it any more.</summary>
public sealed class FixTests
{
    [Theory]
    // '$' before an interpolation
    [InlineData(EscapedByInterpolationFix.RemoveDollar, """ $"x.${ClusterSecrets.SecretDomain}" """, """ $"x.{ClusterSecrets.SecretDomain}" """)]
    [InlineData(EscapedByInterpolationFix.RemoveDollar, """ $@"x.${ClusterSecrets.SecretDomain}" """, """ $@"x.{ClusterSecrets.SecretDomain}" """)]
    [InlineData(EscapedByInterpolationFix.RemoveDollar, "$$\"\"\"x.${{ClusterSecrets.SecretDomain}}\"\"\"", "$$\"\"\"x.{{ClusterSecrets.SecretDomain}}\"\"\"")]
    [InlineData(EscapedByInterpolationFix.RemoveDollar, """ $"x.\u0024{ClusterSecrets.SecretDomain}" """, """ $"x.{ClusterSecrets.SecretDomain}" """)]
    [InlineData(EscapedByInterpolationFix.RemoveDollar, """ "x.$" + ClusterSecrets.SecretDomain """, """ "x." + ClusterSecrets.SecretDomain """)]
    [InlineData(EscapedByInterpolationFix.RemoveDollar, """ "$" + ClusterSecrets.SecretDomain """, """ ClusterSecrets.SecretDomain """)]
    [InlineData(EscapedByInterpolationFix.RemoveDollar, """ $"${ClusterSecrets.SecretDomain}" """, """ $"{ClusterSecrets.SecretDomain}" """)]
    // one brace
    [InlineData(SingleBraceTemplateFix.DoubleBraces, """ $"{{ .Release.Name }}.x" """, """ $"{{{{ .Release.Name }}}}.x" """)]
    [InlineData(SingleBraceTemplateFix.DoubleBraces, """ $@"{{ .Release.Name }}.x" """, """ $@"{{{{ .Release.Name }}}}.x" """)]
    [InlineData(SingleBraceTemplateFix.DoubleBraces, """ "a { .Values.b } c" """, """ "a {{ .Values.b }} c" """)]
    [InlineData(SingleBraceTemplateFix.DoubleBraces, "\"\"\"a { .Values.b } c\"\"\"", "\"\"\"a {{ .Values.b }} c\"\"\"")]
    [InlineData(SingleBraceTemplateFix.DoubleBraces, "$$\"\"\"a { .Values.b } {{Name}}\"\"\"", "$$\"\"\"a {{\"{{ .Values.b }}\"}} {{Name}}\"\"\"")]
    [InlineData(SingleBraceTemplateFix.DoubleBraces, "$$$\"\"\"a { .Values.b } {{{Name}}}\"\"\"", "$$$\"\"\"a {{ .Values.b }} {{{Name}}}\"\"\"")]
    // the nearest variable, as text and as its constant
    [InlineData(UndefinedVariableFix.Nearest, """ "x.${SECRET_DOMIAN}" """, """ "x.${SECRET_DOMAIN}" """)]
    [InlineData(UndefinedVariableFix.Nearest, """ $"{Name}.${{SECRET_DOMIAN/./-}}" """, """ $"{Name}.${{SECRET_DOMAIN/./-}}" """)]
    [InlineData(UndefinedVariableFix.Nearest, """" @"""x"" ${SECRET_DOMIAN}" """", """" @"""x"" ${SECRET_DOMAIN}" """")]
    [InlineData(UndefinedVariableFix.Nearest, """ "\t\u0041${SECRET_\u0044OMIAN}" """, """ "\t\u0041${SECRET_DOMAIN}" """)]
    [InlineData(UndefinedVariableFix.NearestConstant, """ "x.${SECRET_DOMIAN}" """, """ $"x.{ClusterSecrets.SecretDomain}" """)]
    [InlineData(UndefinedVariableFix.NearestConstant, """ "${SECRET_DOMIAN}" """, """ ClusterSecrets.SecretDomain """)]
    [InlineData(UndefinedVariableFix.NearestConstant, """ $"{Name}.${{SECRET_DOMIAN}}" """, """ $"{Name}.{ClusterSecrets.SecretDomain}" """)]
    [InlineData(UndefinedVariableFix.NearestConstant, """ "a{b}" + "{c} ${SECRET_DOMIAN}}" """, """ "a{b}" + $"{{c}} {ClusterSecrets.SecretDomain}}}" """)]
    [InlineData(UndefinedVariableFix.NearestConstant, "\"\"\"{{a}} \"${SECRET_DOMIAN}\" \"\"\"", "$$$\"\"\"{{a}} \"{{{ClusterSecrets.SecretDomain}}}\" \"\"\"")]
    [InlineData(UndefinedVariableFix.NearestConstant, "$$\"\"\"{{Name}} {x} ${SECRET_DOMIAN}\"\"\"", "$$\"\"\"{{Name}} {x} {{ClusterSecrets.SecretDomain}}\"\"\"")]
    // a text that is not Flux's: all of it, or only what is not
    [InlineData(LiteralMark.Key, """ "for x in ${i}" """, """ Text.Literal("for x in ${i}") """)]
    [InlineData(LiteralMark.Key, """ "a" + ("b ${i}" + "c") """, """ Text.Literal("a" + ("b ${i}" + "c")) """)]
    [InlineData(LiteralMark.Key, """ "${i} at ${SECRET_DOMAIN}" """, """ $"{Text.Literal("${i}")} at ${{SECRET_DOMAIN}}" """)]
    [InlineData(LiteralMark.Key, """ $"${{i}} at {ClusterSecrets.SecretDomain}" """, """ $"{Text.Literal("${i}")} at {ClusterSecrets.SecretDomain}" """)]
    [InlineData(LiteralMark.Key, """ $"${{i}} of {Name}" """, """ $"{Text.Literal("${i}")} of {Name}" """)]
    [InlineData(LiteralMark.Key, """ "echo ${A[0]}" """, """ Text.Literal("echo ${A[0]}") """)]
    [InlineData(LiteralMark.Key, """ "${{ github.ref }}" """, """ Text.Literal("${{ github.ref }}") """)]
    // a default without a colon
    [InlineData(SubstitutionSyntaxFix.AddColon, """ "${V-d}" """, """ "${V:-d}" """)]
    [InlineData(SubstitutionSyntaxFix.AddColon, """ $"{Name} ${{V?d}}" """, """ $"{Name} ${{V:-d}}" """)]
    // operators of bash
    [InlineData(MisleadingOperatorFix.Default, """ "${V:?not set}" """, """ "${V:-not set}" """)]
    [InlineData(MisleadingOperatorFix.Default, """ $"{Name} ${{V:+x}}" """, """ $"{Name} ${{V:-x}}" """)]
    [InlineData(MisleadingOperatorFix.NoDefault, """ "${SECRET_DOMAIN:?not set}" """, """ "${SECRET_DOMAIN}" """)]
    // string methods
    [InlineData(StringMethodFix.UseOperator, """ ClusterSecrets.SecretDomain.Replace(".", "-") """, """ "${SECRET_DOMAIN//./-}" """)]
    [InlineData(StringMethodFix.UseOperator, """ $"x.{ClusterSecrets.SecretDomain.ToUpperInvariant()}" """, """ $"x.{"${SECRET_DOMAIN^^}"}" """)]
    [InlineData(StringMethodFix.UseOperator, """ "x" + ClusterSecrets.SecretDomain.Substring(0, 3) """, """ "x" + "${SECRET_DOMAIN:0:3}" """)]
    public async Task A_value(string key, string before, string after) => await Fixes(key, Program(before), Program(after));

    [Theory]
    [InlineData(LiteralValueFix.Duration, "1d", "24h")]
    [InlineData(LiteralValueFix.Duration, "1d12h", "36h")]
    [InlineData(LiteralValueFix.Duration, "90min", "90m")]
    [InlineData(LiteralValueFix.Duration, "1.5d", "36h")]
    [InlineData(LiteralValueFix.Duration, "1w30sec", "168h30s")]
    public async Task A_duration(string key, string before, string after) =>
        await Fixes(key, Program("\"x\"").Replace("\"1h\"", $"\"{before}\"", StringComparison.Ordinal), Program("\"x\"").Replace("\"1h\"", $"\"{after}\"", StringComparison.Ordinal));

    [Theory]
    [InlineData(LiteralValueFix.BinaryQuantity, "5Gb", "5Gi")]
    [InlineData(LiteralValueFix.DecimalQuantity, "5Gb", "5G")]
    [InlineData(LiteralValueFix.BinaryQuantity, "500mb", "500Mi")]
    [InlineData(LiteralValueFix.BinaryQuantity, "5 Gi", "5Gi")]
    [InlineData(LiteralValueFix.DecimalQuantity, "2cores", "2")]
    public async Task A_quantity(string key, string before, string after)
    {
        const string App = """
            namespace Home;

            [App<Ns.Media>]
            public sealed class Sonarr : FluxApp
            {
                public override ManifestList Manifests => [new ConfigMap()];

                Quantity Size => VALUE;
            }

            """;
        await Fixes(key, App.Replace("VALUE", $"\"{before}\"", StringComparison.Ordinal), App.Replace("VALUE", $"\"{after}\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[App<Ns.Media>]\n", "[App<Ns.Media>]\n[SubstituteFrom<OtherSecrets>]\n")]
    [InlineData("[App<Ns.Media>] ", "[App<Ns.Media>] [SubstituteFrom<OtherSecrets>] ")]
    [InlineData("[App<Ns.Media>, SubstituteFrom<ClusterSecrets>]\n", "[App<Ns.Media>, SubstituteFrom<ClusterSecrets>, SubstituteFrom<OtherSecrets>]\n")]
    [InlineData("[App<Ns.Media>]\r\n", "[App<Ns.Media>]\r\n[SubstituteFrom<OtherSecrets>]\r\n")]
    public async Task A_source_that_has_the_variable_is_declared(string before, string after)
    {
        foreach (var value in new[] { "\"${TOKEN}\"", "OtherSecrets.Token", "$\"{Name} {OtherSecrets.Token}\"" })
            await Fixes(UndefinedVariableFix.DeclareSource, Program(value, before), Program(value, after));
    }

    [Fact]
    public async Task Two_texts_that_lack_one_source_declare_it_once()
    {
        var before = Program("\"${TOKEN} ${TOKEN}\" + OtherSecrets.Token");
        (await FixRun.Of(before).FixedAll(UndefinedVariableFix.DeclareSource)).Should().Be(Program("\"${TOKEN} ${TOKEN}\" + OtherSecrets.Token", "[App<Ns.Media>]\n[SubstituteFrom<OtherSecrets>]\n"));
    }

    [Fact]
    public async Task All_of_a_document_are_fixed_at_once()
    {
        var before = Program("""$"x.${ClusterSecrets.SecretDomain} ${ClusterSecrets.SecretDomain}" """) + Program("""$"${ClusterSecrets.SecretDomain}" """)["namespace Home;\n".Length..].Replace("Sonarr", "Radarr", StringComparison.Ordinal);
        var after = before.Replace("${Cl", "{Cl", StringComparison.Ordinal);
        (await FixRun.Of(before).FixedAll(EscapedByInterpolationFix.RemoveDollar)).Should().Be(after);
        await IsClean(after);
    }

    [Theory]
    [InlineData("[App<Ns.Media>, DependsOn<Sonarr>]\n", "[App<Ns.Media>]\n")]
    [InlineData("[DependsOn<Sonarr>, App<Ns.Media>]\n", "[App<Ns.Media>]\n")]
    [InlineData("[App<Ns.Media>]\n[DependsOn<Sonarr>(ReadyExpr = \"true\")]\n", "[App<Ns.Media>]\n")]
    [InlineData("[App<Ns.Media>] [DependsOn<Sonarr>] ", "[App<Ns.Media>] ")]
    public async Task A_dependency_on_itself_is_removed(string before, string after) =>
        await Fixes(RemoveDependencyFix.Remove, Program("\"x\"", before), Program("\"x\"", after));

    [Fact]
    public async Task A_constant_takes_no_mark()
    {
        var offers = await FixRun.Of(Program("\"x\"").Replace("Manifests =>", "Manifests => [Other]; const string Text = \"${i}\"; ConfigMap Other => new() { Data = new() { [\"a\"] = Text } }; ManifestList More =>", StringComparison.Ordinal)).Offers();
        offers.Should().BeEmpty();
    }

    [Theory]
    [InlineData("ClusterSecrets.SecretDomain.Contains(\".\") ? \"a\" : \"b\"")]
    [InlineData("ClusterSecrets.SecretDomain == Name ? \"a\" : \"b\"")]
    [InlineData("ClusterSecrets.SecretDomain.Replace(\"/\", \"-\")")]
    [InlineData("ClusterSecrets.SecretDomain.Replace(\".\", \"-\", StringComparison.OrdinalIgnoreCase)")]
    [InlineData("ClusterSecrets.SecretDomain.Length")]
    public async Task What_Flux_has_no_operator_for_is_not_offered(string value) => (await FixRun.Of(Program(value)).Offers()).Should().BeEmpty();

    private static async Task Fixes(string key, string before, string after)
    {
        (await FixRun.Of(before).Fixed(key)).Should().Be(after);
        await IsClean(after);
    }

    private static async Task IsClean(string text) => (await AnalyzerRun.Of(WrongProgram.Input(text))).Should().BeEmpty();

    private static string Program(string value, string attributes = "[App<Ns.Media>]\n") => $$"""
        namespace Home;

        {{attributes}}public sealed class Sonarr : FluxApp
        {
            public override ManifestList Manifests =>
            [
                new HelmRelease { Spec = new() { Interval = "1h", ChartRef = new() { Kind = "OCIRepository", Name = "app" }, Values = new() { ["host"] = {{value}} } } },
            ];
        }

        """;
}
