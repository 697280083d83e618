namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests => [new ConfigMap { Data = new() { ["a"] = "b" } }];
}
//// file components/backup/kustomization.yaml
apiVersion: kustomize.config.k8s.io/v1alpha1
kind: Component
resources: [thing.yaml]
//// file components/backup/thing.yaml
apiVersion: example.org/v1
kind: Thing
metadata:
  name: one
broken: [|"|]
//// right file components/backup/thing.yaml
apiVersion: example.org/v1
kind: Thing
metadata:
  name: one
broken: ""
