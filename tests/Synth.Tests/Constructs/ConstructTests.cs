using System.Runtime.CompilerServices;
using GitOps.Models.DragonflyDb;
using GitOps.Models.Kubernetes;
using static GitOps.Tests.ConstructClusters;

namespace GitOps.Tests;

/// <summary>A construct is listed like an object; what it needs and how its health is read come with it.</summary>
public sealed class ConstructTests
{
    private static string Ks(string app, params AppRegistration[] apps) => Files(apps)[$"kubernetes/apps/media/{app}/ks.yaml"];

    [Theory]
    [InlineData(-1)]
    [InlineData(16)]
    public void A_database_that_no_Dragonfly_has_is_told_where_it_is_made(int index)
    {
        OutOfRange.Index = index;

        var found = Findings(App<OutOfRange>("out-of-range"), Shared<Cache>("cache")).Should().ContainSingle().Subject;

        (found.Id, found.Message, found.Place!.Path).Should().Be((RuleIds.ReferenceLeadsNowhere, $"this DragonflyDatabase claims database {index}, and a Dragonfly has 0 to 15; take a number that is free", "ConstructTests.cs"));
        found.Place.Line.Should().BePositive();
    }

    [Fact]
    public void What_a_construct_refers_to_is_waited_for() =>
        Ks("user", App<User>("user"), Shared<Cache>("cache")).Should().Contain("""
              dependsOn:
                - name: cache
                  namespace: database
            """);

    [Fact]
    public void What_the_app_says_itself_wins_and_stands_once()
    {
        var ks = Ks("user", App<User>("user", new DependencyRegistration(typeof(Cache), "dep.status.observedGeneration > 0")), Shared<Cache>("cache"));

        ks.Split("- name: cache").Should().HaveCount(2);
        ks.Should().Contain("readyExpr: dep.status.observedGeneration > 0");
    }

    [Fact]
    public void Nobody_waits_for_itself() => Files(Shared<Cache>("cache"))["kubernetes/apps/database/cache/ks.yaml"].Should().NotContain("dependsOn");

    [Fact]
    public void A_construct_needs_what_its_class_and_its_user_name() =>
        Ks("named", App<Named>("named"), Shared<Cache>("cache"), Shared<Other>("other"), Shared<Third>("third")).Should().Contain("""
              dependsOn:
                - name: cache
                  namespace: database
                - name: other
                  namespace: database
                  readyExpr: 1 == 1
                - name: third
                  namespace: database
              interval
            """);

    [Fact]
    public void Health_of_constructs_is_the_app_s_and_stands_once()
    {
        var ks = Ks("healthy", App<Healthy>("healthy"));

        ks.Should().Contain("""
              healthCheckExprs:
                - apiVersion: dragonflydb.io/v1alpha1
                  current: own
                  kind: Dragonfly
                - apiVersion: cert-manager.io/v1
            """).And.Contain("""
              healthChecks:
                - apiVersion: dragonflydb.io/v1alpha1
                  kind: Dragonfly
                  name: healthy
                  namespace: media
              interval
            """);
    }

    [Fact]
    public void An_app_that_waits_has_the_expressions_and_no_health_checks_of_constructs()
    {
        var result = new SampleCluster(App<Waiting>("waiting")).Render().Result;

        var ks = Files(App<Waiting>("waiting"))["kubernetes/apps/media/waiting/ks.yaml"];
        ks.Should().Contain("healthCheckExprs").And.NotContain("healthChecks:").And.Contain("wait: true");
        result.Findings.Should().BeEmpty();
    }

    [Fact]
    public void Expressions_alone_make_no_health() =>
        Ks("expressions", App<ExpressionsOnly>("expressions")).Should().NotContain("healthCheck");

    [Fact]
    public void A_circle_through_a_construct_is_found_where_it_is_made()
    {
        var found = Findings(App<User>("user"), Shared<Circular>("circular", new DependencyRegistration(typeof(UserOfCircular))), App<UserOfCircular>("closes"), Shared<Cache>("cache"))
            .Should().ContainSingle(static finding => finding.Severity == FindingSeverity.Error).Subject;

        found.Id.Should().Be(DependencyCycleRule.Id);
        found.AlsoAt.Append(found.Place).Should().Contain(static place => place!.Path == "ConstructTests.cs" && place.Line > 0);
    }

    [Fact]
    public void The_objects_of_a_construct_may_be_listed_one_by_one() =>
        Bytes(Files(App<Spread>("one")), "one").Should().Equal(Bytes(Files(App<Listed>("one")), "one"));

    [Fact]
    public void A_construct_that_is_made_and_not_listed_is_an_error() =>
        Findings(App<Forgets>("forgets"), Shared<Cache>("cache")).Should().ContainSingle().Which.Should()
            .Match<Finding>(static finding => finding.Id == RuleIds.ReferenceLeadsNowhere && finding.Message.Contains("DragonflyDatabase") && finding.Message.Contains("media/forgets") && finding.Place!.Path == "ConstructTests.cs");

    [Fact]
    public void A_dependency_of_a_construct_that_is_no_app_is_said_at_the_construct() =>
        Findings(App<Named>("named"), Shared<Cache>("cache"), Shared<Other>("other")).Should().ContainSingle(static finding => finding.Id == UnknownDependencyRule.Id).Which.Place!.Path.Should().Be("ConstructTests.cs");

    [Fact]
    public void An_app_depends_on_an_app_by_type_or_object() =>
        Ks("depends", App<Depends>("depends"), Shared<Cache>("cache"), Shared<Other>("other")).Should().Contain("""
              dependsOn:
                - name: other
                  namespace: database
                - name: cache
                  namespace: database
            """);

    [Fact]
    public void Two_apps_with_one_number_of_one_cache_are_an_error()
    {
        var found = Findings(App<User>("user"), App<OtherUser>("other-user"), App<UserOfThree>("three"), Shared<Cache>("cache")).Should().ContainSingle(static finding => finding.Severity == FindingSeverity.Error).Subject;

        found.Id.Should().Be("GOPS1011");
        found.Message.Should().Be("database 2 of Dragonfly 'database/cache' is claimed by 'media/other-user' and by 'media/user'; give one of them a number that is free");
        found.AlsoAt.Should().ContainSingle();
    }

    [Fact]
    public void A_number_of_a_cache_gives_its_address() =>
        Files(App<User>("user"), Shared<Cache>("cache"))["kubernetes/apps/media/user/app/configmap.yaml"].Should().Contain("url: redis://cache.database.svc.cluster.local:6379/2").And.Contain("host: renamed.database");

    public sealed class Cache : FluxApp
    {
        public Dragonfly Dragonfly => field ??= new();

        public Dragonfly Renamed => field ??= new("other") { Spec = new() { ServiceSpec = new() { Name = "renamed" } } };

        public override ManifestList Manifests => [Dragonfly, Renamed, new DragonflyDatabase(Dragonfly, 0)];
    }

    public sealed class Other : FluxApp
    {
        public override ManifestList Manifests => [new ConfigMap()];
    }

    public sealed class Third : FluxApp
    {
        public override ManifestList Manifests => [new ConfigMap()];
    }

    private sealed class User : FluxApp
    {
        private DragonflyDatabase Database => field ??= new(Ref<Cache>.To(static cache => cache.Dragonfly), 2);

        private DragonflyDatabase Renamed => field ??= new(Ref<Cache>.To(static cache => cache.Renamed), 2);

        public override ManifestList Manifests => [Database, Renamed, new ConfigMap { Data = new() { ["url"] = Database.Url, ["host"] = Renamed.Host } }];
    }

    private sealed class OtherUser : FluxApp
    {
        public override ManifestList Manifests => [new DragonflyDatabase(Ref<Cache>.To(static cache => cache.Dragonfly), 2)];
    }

    private sealed class OutOfRange : FluxApp
    {
        public static int Index { get; set; }

        public override ManifestList Manifests => [new DragonflyDatabase(Ref<Cache>.To(static cache => cache.Dragonfly), Index)];
    }

    private sealed class UserOfThree : FluxApp
    {
        public override ManifestList Manifests => [new DragonflyDatabase(Ref<Cache>.To(static cache => cache.Dragonfly), 3)];
    }

    private sealed class Forgets : FluxApp
    {
        private DragonflyDatabase Database => field ??= new(Ref<Cache>.To(static cache => cache.Dragonfly), 2);

        public override ManifestList Manifests => [new ConfigMap { Data = new() { ["url"] = Database.Url } }];
    }

    private sealed class Depends : FluxApp
    {
        public override IReadOnlyList<Dependency> DependsOn => [Dependency.On<Other>(), Dependency.On(Ref<Cache>.To(static cache => cache.Dragonfly))];

        public override ManifestList Manifests => [new ConfigMap()];
    }

    private sealed class Named : FluxApp
    {
        public override ManifestList Manifests => [new NeedsOther { DependsOn = [Dependency.On<Third>(), new Dependency("cache", "database")] }, new DragonflyDatabase(Ref<Cache>.To(static cache => cache.Dragonfly), 1)];
    }

    private sealed class Circular : FluxApp
    {
        public Dragonfly Dragonfly => field ??= new();

        public override ManifestList Manifests => [Dragonfly];
    }

    private sealed class UserOfCircular : FluxApp
    {
        public override ManifestList Manifests => [new DragonflyDatabase(Ref<Circular>.To(static app => app.Dragonfly), 4)];
    }

    [DependsOn<Cache>, DependsOn<Other>(ReadyExpr = "1 == 1")]
    private sealed class NeedsOther([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) : Construct(file, line)
    {
        protected override ManifestList Compose() => [new ConfigMap(null, File, Line)];
    }

    private class HasHealth : Construct
    {
        public Dragonfly Dragonfly => field ??= new();

        protected internal override IReadOnlyList<HealthCheck> HealthChecks => [Dragonfly];

        protected internal override IReadOnlyList<Models.FluxCD.HealthCheckExpr> HealthCheckExprs => [HealthExpressions.Dragonfly, HealthExpressions.ClusterIssuer];

        protected override ManifestList Compose() => [Dragonfly];
    }

    private sealed class HasExpressions : HasHealth
    {
        protected internal override IReadOnlyList<HealthCheck> HealthChecks => [];
    }

    private class Healthy : FluxApp
    {
        private HasHealth Part => field ??= new();

        public override IReadOnlyList<HealthCheck> HealthChecks => [Part.Dragonfly];

        public override IReadOnlyList<Models.FluxCD.HealthCheckExpr> HealthCheckExprs => [new() { ApiVersion = "dragonflydb.io/v1alpha1", Kind = "Dragonfly", Current = "own" }];

        public override ManifestList Manifests => [Part];
    }

    private sealed class Waiting : FluxApp
    {
        public override bool? Wait => true;

        public override ManifestList Manifests => [new HasHealth()];
    }

    private sealed class ExpressionsOnly : FluxApp
    {
        public override ManifestList Manifests => [new HasExpressions()];
    }

    private sealed class Listed : FluxApp
    {
        public override ManifestList Manifests => [new HasExpressions()];
    }

    private sealed class Spread : FluxApp
    {
        public override ManifestList Manifests => [.. new HasExpressions().Manifests];
    }
}
