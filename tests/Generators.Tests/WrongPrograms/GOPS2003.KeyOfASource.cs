namespace Home;

[App<Ns.Media>, SubstituteFrom<SharedSecrets>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests => [];
}
//// file components/common/secret.yaml
apiVersion: v1
kind: Secret
metadata:
  name: shared-secrets
stringData:
  SECRET_DOMAIN: ENC[x]
  [|tls.crt|]: ENC[x]
//// right file components/common/secret.yaml
apiVersion: v1
kind: Secret
metadata:
  name: shared-secrets
stringData:
  SECRET_DOMAIN: ENC[x]
  TLS_CRT: ENC[x]
