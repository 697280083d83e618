namespace Home;
//// file components/x/kustomization.yaml
apiVersion: kustomize.config.k8s.io/v1alpha1
kind: Component
resources:
  - [|./confg.yaml|]
//// right file components/x/kustomization.yaml
apiVersion: kustomize.config.k8s.io/v1alpha1
kind: Component
resources:
  - ./config.yaml
//// file components/x/config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: config
data:
  host: "x.${SECRET_DOMAIN}"
