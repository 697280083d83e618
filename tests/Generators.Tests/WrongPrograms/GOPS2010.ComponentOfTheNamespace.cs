namespace Home;

public static class More
{
    public sealed class Tools : FluxNamespace
    {
        public override ComponentList Components => [];
    }
}

[App<More.Tools>, [|SubstituteFrom<SharedSecrets>|]]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests => [new ConfigMap { Data = new() { ["host"] = "x." + SharedSecrets.Domain } }];
}
//// right
namespace Home;

public static class More
{
    public sealed class Tools : FluxNamespace
    {
        public override ComponentList Components => [new Common()];
    }
}

[App<More.Tools>, SubstituteFrom<SharedSecrets>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests => [new ConfigMap { Data = new() { ["host"] = "x." + SharedSecrets.Domain } }];
}
//// file components/common/kustomization.yaml
apiVersion: kustomize.config.k8s.io/v1alpha1
kind: Component
resources:
  - secret.yaml
//// file components/common/secret.yaml
apiVersion: v1
kind: Secret
metadata:
  name: shared-secrets
stringData:
  DOMAIN: ENC[AES256_GCM,data:x,type:str]
sops:
  mac: x
