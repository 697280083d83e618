namespace Home;
//// file components/x/kustomization.yaml
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
  host: "[|${HOST-sonarr}|].${SECRET_DOMAIN}"
//// right file components/x/config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: config
data:
  host: "${HOST:-sonarr}.${SECRET_DOMAIN}"
