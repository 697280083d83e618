namespace Elysium;

/// <summary>The operator of Elasticsearch.</summary>
[App<Ns.ElasticSystem>, Provides("elasticsearch.k8s.elastic.co", "kibana.k8s.elastic.co"), In<MonitoringControllers>]
// renovate: datasource=helm registryUrl=https://helm.elastic.co depName=eck-operator
public sealed class Elastic() : HelmApp(static charts => charts.Elastic, "eck-operator", "3.2.0")
{
    protected override bool IsAwaited => true;
}
