namespace GitOps.Tests;

/// <summary>References of the Gateway API into other namespaces, and who allows them.</summary>
public sealed class UnallowedReferenceRuleTests
{
    private const string Policy = "extAuth:\n  http:\n    backendRefs:\n      - name: outpost\n        namespace: login\n        port: 9000";

    [Fact]
    public void A_policy_needs_a_grant_where_its_Service_is()
    {
        var found = Check(SecurityPolicy("media", Policy)).Should().ContainSingle().Which;
        found.Message.Should().Be("the SecurityPolicy 'media/sonarr' refers to the Service 'login/outpost', and no ReferenceGrant in 'login' lets it; make one there, or bring the Service into 'media'");
        (found.Severity, found.Place, found.FieldPath).Should().Be((FindingSeverity.Warning, new FindingPlace("apps/a.yaml", 11, 22), "spec.extAuth.http.backendRefs[0].namespace"));

        Check(SecurityPolicy("media", Policy), Grant("login", "SecurityPolicy", "media", "Service", "outpost")).Should().BeEmpty();
        Check(SecurityPolicy("media", Policy), Grant("login", "SecurityPolicy", "media", "Service")).Should().BeEmpty("without a name all are opened");
        Check(SecurityPolicy("login", Policy)).Should().BeEmpty("it is its own namespace");
        Check(SecurityPolicy("media", Policy.Replace("        namespace: login\n", "", StringComparison.Ordinal))).Should().BeEmpty();
    }

    [Theory]
    [InlineData("default", "SecurityPolicy", "media", "Service", "outpost", false)]
    [InlineData("login", "HTTPRoute", "media", "Service", "outpost", true)]
    [InlineData("login", "SecurityPolicy", "books", "Service", "outpost", true)]
    [InlineData("login", "SecurityPolicy", "media", "Secret", "outpost", false)]
    [InlineData("login", "SecurityPolicy", "media", "Service", "other", false)]
    public void A_grant_that_means_others_does_not_help(string @namespace, string fromKind, string from, string toKind, string to, bool isNear)
    {
        var found = Check(SecurityPolicy("media", Policy), Grant(@namespace, fromKind, from, toKind, to)).Should().ContainSingle().Which;
        found.AlsoAt.Should().HaveCount(isNear ? 1 : 0);
        if (isNear)
            found.Message.Should().EndWith("'grant' opens it to others; add SecurityPolicy of 'media' to its 'from'");
    }

    [Theory]
    [InlineData("HTTPRoute", "rules:\n  - backendRefs:\n      - name: x\n        namespace: login\n        port: 80")]
    [InlineData("GRPCRoute", "rules:\n  - backendRefs:\n      - name: x\n        namespace: login\n        port: 80")]
    [InlineData("HTTPRoute", "rules:\n  - filters:\n      - type: RequestMirror\n        requestMirror:\n          backendRef:\n            name: x\n            namespace: login\n            port: 80")]
    [InlineData("Gateway", "listeners:\n  - name: https\n    tls:\n      certificateRefs:\n        - name: wildcard\n          namespace: login")]
    public void Routes_and_listeners_too(string kind, string spec) => Check(Trees.Object("gateway.networking.k8s.io/v1", kind, "x", "media", spec)).Should().ContainSingle();

    /// <summary>A grant may be what is not seen, or have values that nobody knows.</summary>
    [Fact]
    public void Nothing_is_said_where_a_grant_may_be()
    {
        Check(SecurityPolicy("media", Policy), Grant("login", "SecurityPolicy", "${WHERE}", "Service", "outpost")).Should().BeEmpty();
        Check(SecurityPolicy("media", Policy), Grant("${WHERE}", "SecurityPolicy", "media", "Service", "outpost")).Should().BeEmpty();
        Check(SecurityPolicy("media", Policy.Replace("login", "${WHERE}", StringComparison.Ordinal))).Should().BeEmpty();
        Check(SecurityPolicy("media", Policy), Trees.Kustomization("outside", "login", "path: ./deploy").Replace("name: flux-system", "name: other", StringComparison.Ordinal)).Should().BeEmpty("another source brings objects into it");
        Check(SecurityPolicy("media", Policy), Trees.Release("login", "login", "values:\n  rawResources:\n    grant:\n      apiVersion: gateway.networking.k8s.io/v1beta1\n      kind: ReferenceGrant")).Should().BeEmpty();
    }

    private static IReadOnlyList<Finding> Check(params string[] objects) => [.. TreeValidation.Check(
        Trees.Of(
        [
            ("flux/cluster.yaml", Trees.Kustomization("cluster", "flux-system", "path: ./apps\npostBuild:\n  substituteFrom:\n    - kind: Secret\n      name: elsewhere")),
            .. objects.Select(static (text, index) => ($"apps/{(char)('a' + index)}.yaml", text)),
        ]),
        new() { Roots = ["flux"] }).Where(static finding => finding.Id == RuleIds.UnallowedReference)];

    private static string SecurityPolicy(string @namespace, string spec) => Trees.Object("gateway.envoyproxy.io/v1alpha1", "SecurityPolicy", "sonarr", @namespace, spec);

    private static string Grant(string @namespace, string fromKind, string from, string toKind, string? to = null) => Trees.Object(
        "gateway.networking.k8s.io/v1beta1", "ReferenceGrant", "grant", @namespace,
        $"from:\n  - group: {(fromKind == "SecurityPolicy" ? "gateway.envoyproxy.io" : "gateway.networking.k8s.io")}\n    kind: {fromKind}\n    namespace: {from}\nto:\n  - group: \"\"\n    kind: {toKind}" + (to is null ? "" : $"\n    name: {to}"));
}
