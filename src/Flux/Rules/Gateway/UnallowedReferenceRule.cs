namespace GitOps;

/// <summary>
/// The Gateway API (and Envoy Gateway's policies, which follow it) refuses a reference into another namespace unless a ReferenceGrant there allows it: the route answers with 500, the login with 500 or
/// nothing, the listener has no certificate.
/// </summary>
internal static class UnallowedReferenceRule
{
    public const string Id = RuleIds.UnallowedReference;
    public const string Title = "A reference into another namespace that nothing allows";
    public const string Message = "the {0} '{1}' refers to the {2} '{3}', and no ReferenceGrant in '{4}' lets it{5}";

    private const string GatewayGroup = "gateway.networking.k8s.io";
    private const string EnvoyGroup = "gateway.envoyproxy.io";
    private static readonly string[] Routes = ["HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute", "UDPRoute"];

    public static IEnumerable<Finding> Check(ReadCluster cluster)
    {
        foreach (var kind in Routes)
            foreach (var route in cluster.Index.OfKind(GatewayGroup, kind))
                foreach (var (reference, path) in OfRoute(route))
                    if (Of(cluster, route, reference, "Service", path) is { } finding)
                        yield return finding;
        foreach (var policy in cluster.Index.OfKind(EnvoyGroup, "SecurityPolicy"))
            foreach (var (reference, path) in OfPolicy(policy))
                if (Of(cluster, policy, reference, "Service", path) is { } finding)
                    yield return finding;
        foreach (var gateway in cluster.Index.OfKind(GatewayGroup, "Gateway"))
            foreach (var (listener, index) in gateway.Spec.ItemsOf("listeners").Select(static (listener, index) => (listener, index)))
                foreach (var (reference, path) in Items(listener.MapOf("tls"), "certificateRefs", $"spec.listeners[{index}].tls"))
                    if (Of(cluster, gateway, reference, "Secret", path) is { } finding)
                        yield return finding;
    }

    private static IEnumerable<(DataValue Reference, string Path)> OfRoute(ReadObject route)
    {
        foreach (var (rule, index) in route.Spec.ItemsOf("rules").Select(static (rule, index) => (rule, index)))
        {
            foreach (var found in Items(rule, "backendRefs", $"spec.rules[{index}]"))
                yield return found;
            foreach (var (filter, at) in rule.ItemsOf("filters").Select(static (filter, index) => (filter, index)))
                if (filter.MapOf("requestMirror")["backendRef"] is { Kind: DataKind.Map } mirror)
                    yield return (mirror, $"spec.rules[{index}].filters[{at}].requestMirror.backendRef");
        }
    }

    private static IEnumerable<(DataValue Reference, string Path)> OfPolicy(ReadObject policy)
    {
        foreach (var way in new[] { "http", "grpc" })
        {
            var asks = policy.Spec.MapOf("extAuth").MapOf(way);
            foreach (var found in Items(asks, "backendRefs", $"spec.extAuth.{way}"))
                yield return found;
            if (asks["backendRef"] is { Kind: DataKind.Map } one)
                yield return (one, $"spec.extAuth.{way}.backendRef");
        }

        foreach (var found in Items(policy.Spec.MapOf("oidc").MapOf("provider"), "backendRefs", "spec.oidc.provider"))
            yield return found;
    }

    private static IEnumerable<(DataValue Reference, string Path)> Items(DataValue owner, string list, string path) =>
        owner.ItemsOf(list).Select((item, index) => (item, $"{path}.{list}[{index}]")).Where(static found => found.item.Kind == DataKind.Map);

    private static Finding? Of(ReadCluster cluster, ReadObject from, DataValue reference, string defaultKind, string path)
    {
        if (!from.IsNamespaceKnown || from.Namespace.Length == 0 || reference.TextOf("name") is not { } name || reference.TextOf("namespace") is not { Length: > 0 } space || space == from.Namespace
            || !reference.Knows("group") || !reference.Knows("kind"))
            return null;
        var (group, kind) = (reference.TextOf("group") ?? "", reference.TextOf("kind") ?? defaultKind);
        // A grant that is not seen whole may be the one.
        if (cluster.Index.MayBeHidden("ReferenceGrant", space, "") || cluster.Index.IsOpenNamespace(space))
            return null;
        var all = cluster.Index.OfKind(GatewayGroup, "ReferenceGrant");
        var grants = all.Where(grant => grant.Namespace == space).ToList();
        if (all.Any(static grant => !grant.IsNamespaceKnown) || grants.Exists(grant => Allows(grant, from, group, kind, name))
            || ReleaseRules.Releases(cluster).Any(release => MayMakeGrants(release, space)))
            return null;
        // One that opens what is meant, to others: this namespace is to be added to it.
        var near = grants.Find(grant => grant.Spec.ItemsOf("to").Any(to => Opens(to, group, kind, name)));
        var hint = near is null ? $"; make one there, or bring the {kind} into '{from.Namespace}'" : $": '{near.Name}' opens it to others; add {from.Kind} of '{from.Namespace}' to its 'from'";
        var place = Places.Of(reference["namespace"]!.Origin) ?? Places.Of(reference.Origin) ?? from.Place;
        return RuleMessage.Warning(Id, place, Message, from.Kind, $"{from.Namespace}/{from.Name}", kind, $"{space}/{name}", space, hint) with { FieldPath = path + ".namespace", AlsoAt = near is null ? [] : [near.Place] };
    }

    private static bool Allows(ReadObject grant, ReadObject from, string group, string kind, string name) =>
        grant.Spec.ItemsOf("to").Any(to => Opens(to, group, kind, name))
        && grant.Spec.ItemsOf("from").Any(entry => Is(entry, "group", from.Group) && Is(entry, "kind", from.Kind) && Is(entry, "namespace", from.Namespace));

    private static bool Opens(DataValue to, string group, string kind, string name) =>
        Is(to, "group", group) && Is(to, "kind", kind) && (to["name"] is null or { Kind: DataKind.Null } || Is(to, "name", name));

    /// <summary>Whether a field has a value, or may have it.</summary>
    private static bool Is(DataValue entry, string field, string value) => entry.Kind != DataKind.Map || !entry.Knows(field)
        || (entry[field] is { } given ? given.IsPartial || given.Kind != DataKind.String || given.Text == value : value.Length == 0);

    /// <summary>A chart that takes objects as they are given may be given a grant in its values.</summary>
    private static bool MayMakeGrants(ReadObject release, string space) =>
        (release.Spec["targetNamespace"] is { } target ? target.IsPartial || target.IsUnknown || target.Text == space : !release.IsNamespaceKnown || release.Namespace == space)
        && release.Spec["values"] is { } values && Says(values, "ReferenceGrant");

    private static bool Says(DataValue value, string word) => value.Kind switch
    {
        DataKind.String => value.Text.IndexOf(word, StringComparison.Ordinal) >= 0,
        DataKind.Map => value.Fields.Any(field => Says(field.Value, word)),
        DataKind.List => value.Items.Any(item => Says(item, word)),
        _ => false,
    };
}
