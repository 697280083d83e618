namespace GitOps.Tests;

public sealed class GraphRuleTests
{
    [Fact]
    public void A_good_graph_has_no_finding() =>
        GraphRules.Check(Model(App("media/sonarr", "storage/volsync", "security/stores"), App("storage/volsync"), App("security/stores", "storage/volsync"))).Should().BeEmpty();

    [Fact]
    public void An_unknown_name_is_an_error_that_offers_the_nearest()
    {
        var finding = Single(App("media/sonarr", "media/radar"), App("media/radarr"));

        finding.Id.Should().Be("GOPS1001");
        finding.Message.Should().Be("'media/sonarr' depends on 'media/radar', and no Kustomization has that name; did you mean 'radarr'?");
        finding.Place.Should().Be(new FindingPlace("sonarr.cs", 2));
        finding.Suggestion.Should().Be("radarr");
        string.Format(UnknownDependencyRule.Message, [.. finding.Arguments]).Should().Be(finding.Message);
    }

    [Fact]
    public void The_nearest_name_of_another_namespace_is_offered_with_it() =>
        Single(App("media/sonarr", "media/volsink"), App("storage/volsync")).Message.Should().EndWith("did you mean 'storage/volsync'?");

    [Fact]
    public void Nothing_is_said_of_what_may_lie_elsewhere()
    {
        GraphRules.Check(new FluxModel([App("media/sonarr", "media/nothing", "storage/x"), App("media/x")]) { AppsAreOpen = true }).Should().BeEmpty();
        GraphRules.Check(Model(App("media/sonarr", "media/${APP}-db"))).Should().BeEmpty();
    }

    [Fact]
    public void Two_that_claim_what_there_is_one_of_are_told_at_the_second_and_name_the_first()
    {
        var one = App("media/a") with { Claims = [new("database 2 of Dragonfly 'd/d'", new("media", "a"), new("a.cs", 5)), new("database 3 of Dragonfly 'd/d'", new("media", "a"))] };
        var two = App("media/b") with { Claims = [new("database 2 of Dragonfly 'd/d'", new("media", "b"), new("b.cs", 7))] };

        var finding = GraphRules.Check(Model(one, two)).Should().ContainSingle().Subject;

        finding.Id.Should().Be("GOPS1011");
        finding.Message.Should().Be("database 2 of Dragonfly 'd/d' is claimed by 'media/a' and by 'media/b'; give one of them a number that is free");
        finding.Place.Should().Be(new FindingPlace("b.cs", 7));
        finding.AlsoAt.Should().Equal(new FindingPlace("a.cs", 5));
        GraphRules.Check(Model(one, two with { IsEnabled = false })).Should().BeEmpty("what is not written claims nothing");
    }

    [Fact]
    public void A_HelmRelease_is_no_Kustomization()
    {
        var owner = App("cert/issuers") with { Objects = [new("helm.toolkit.fluxcd.io", "HelmRelease", "cert", "cert-manager", new("hr.yaml", 3))] };

        var finding = Single(App("media/sonarr", "cert/cert-manager"), owner);

        finding.Id.Should().Be("GOPS1002");
        finding.Message.Should().Be("'media/sonarr' depends on 'cert/cert-manager', which is a HelmRelease: the dependsOn of a Kustomization takes Kustomizations only; depend on 'cert/issuers', which makes it");
        finding.AlsoAt.Should().Equal(new FindingPlace("hr.yaml", 3));
    }

    [Fact]
    public void A_name_of_another_namespace_is_said_so()
    {
        var finding = Single(App("media/sonarr", "media/volsync"), App("storage/volsync"));

        finding.Id.Should().Be("GOPS1003");
        finding.Message.Should().Be("'media/sonarr' depends on 'media/volsync', but 'volsync' is in the namespace 'storage'; write that namespace");
        finding.Suggestion.Should().Be("storage/volsync");
    }

    [Fact]
    public void An_app_that_depends_on_itself() => Single(App("media/sonarr", "media/sonarr")).Id.Should().Be("GOPS1004");

    [Fact]
    public void A_cycle_shows_its_shortest_path_from_its_first_app_whatever_the_order()
    {
        AppModel[] apps = [App("a/e", "a/a"), App("a/c", "a/d", "a/e"), App("a/a", "a/b", "a/x"), App("a/d", "a/e"), App("a/b", "a/c"), App("a/x")];

        foreach (var order in new[] { apps, [.. apps.Reverse()], [apps[3], apps[0], apps[5], apps[1], apps[4], apps[2]] })
        {
            var finding = Single(order);
            finding.Id.Should().Be("GOPS1005");
            finding.Message.Should().Be("'a/a' depends on itself through a/a → a/b → a/c → a/e → a/a; remove one of these dependencies");
            finding.AlsoAt.Should().HaveCount(3);
        }
    }

    [Theory, InlineData("a/b", "a/c"), InlineData("a/c", "a/b")]
    public void Of_two_paths_of_one_length_the_first_by_name_is_shown(string one, string other) =>
        Single(App("a/a", one, other), App("a/b", "a/d"), App("a/c", "a/d"), App("a/d", "a/a")).Message.Should().Contain("a/a → a/b → a/d → a/a");

    [Fact]
    public void Two_knots_are_two_findings() =>
        GraphRules.Check(Model(App("a/1", "a/2"), App("a/2", "a/1"), App("b/1", "b/2", "a/1"), App("b/2", "b/1"))).Select(finding => finding.Message).Should().HaveCount(2);

    [Fact]
    public void A_reference_to_an_object_closes_no_cycle_but_needs_its_app()
    {
        var back = new DependencyModel(new("a", "1")) { IsImplied = true };

        GraphRules.Check(Model(App("a/1", "a/2"), App("a/2") with { Dependencies = [back] })).Should().BeEmpty();
        Single(App("a/1") with { IsEnabled = false }, App("a/2") with { Dependencies = [back] }).Id.Should().Be("GOPS1007");
    }

    [Fact]
    public void Two_apps_of_one_name()
    {
        var finding = Single(App("media/sonarr"), App("media/sonarr") with { Place = new("other.cs", 9) });

        finding.Id.Should().Be("GOPS1006");
        finding.Place.Should().Be(new FindingPlace("other.cs", 9));
        finding.Message.Should().Be("the Kustomization 'media/sonarr' is declared more than once, first at sonarr.cs(1); rename one of them");
    }

    [Fact]
    public void A_disabled_app_is_no_dependency_and_depends_on_nothing() =>
        Single(App("media/sonarr", "media/radarr"), App("media/radarr", "media/nothing") with { IsEnabled = false }).Id.Should().Be("GOPS1007");

    [Fact]
    public void An_object_of_two_Kustomizations()
    {
        ObjectModel item = new("", "ConfigMap", "media", "settings"), templated = new("", "ConfigMap", "media", "${APP}-settings");

        var finding = Single(App("media/a") with { Objects = [item, templated] }, App("media/b") with { Objects = [item, templated] });

        finding.Id.Should().Be("GOPS1008");
        finding.Message.Should().StartWith("ConfigMap media/settings is built by 'media/a' and by 'media/b'");
    }

    [Fact]
    public void Readiness_without_health_and_a_suspended_dependency_are_warnings()
    {
        var bare = App("a/bare") with { ChecksHealth = false };
        var expression = new DependencyModel(bare.Id) { HasReadyExpression = true };

        var finding = Single(App("a/app", "a/bare"), bare);
        (finding.Id, finding.Severity).Should().Be(("GOPS1009", FindingSeverity.Warning));
        GraphRules.Check(Model(App("a/app") with { Dependencies = [expression] }, bare)).Should().BeEmpty();
        Single(App("a/app", "a/off"), App("a/off") with { IsSuspended = true }).Id.Should().Be("GOPS1010");
    }

    [Fact]
    public void Ten_thousand_apps_in_one_chain_and_in_one_ring_are_no_matter()
    {
        var chain = Enumerable.Range(0, 10_000).Select(i => App($"a/{i:D5}", i == 0 ? [] : [$"a/{i - 1:D5}"])).ToArray();
        GraphRules.Check(Model(chain)).Should().BeEmpty();

        chain[0] = App("a/00000", "a/09999");
        new FluxModel(chain).Graph.Cycles.Should().ContainSingle().Which.Steps.Should().HaveCount(10_000);
    }

    private static FluxModel Model(params AppModel[] apps) => new(apps);

    private static Finding Single(params AppModel[] apps) => GraphRules.Check(Model(apps)).Should().ContainSingle().Subject;

    private static AppModel App(string id, params string[] dependencies)
    {
        var file = Id(id).Name + ".cs";
        return new AppModel(Id(id), new(file, 1)) { Dependencies = [.. dependencies.Select((name, i) => new DependencyModel(Id(name), new(file, 2 + i)))] };
    }

    private static KustomizationId Id(string id) => new(id.Split('/')[0], id.Split('/')[1]);
}
