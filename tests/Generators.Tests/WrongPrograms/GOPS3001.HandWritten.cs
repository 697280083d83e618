namespace Home;

public sealed class [|Old|] : FluxComponent
{
    protected override string Directory => "components/gone";
}
//// right
namespace Home;

public sealed class Old : FluxComponent
{
    protected override string Directory => "components/volsync";
}

//// file components/volsync/kustomization.yaml
apiVersion: kustomize.config.k8s.io/v1alpha1
kind: Component
resources:
  - pvc.yaml
//// file components/volsync/pvc.yaml
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: ${APP}
spec:
  storageClassName: ${STORAGE_CLASS:=fast}
  resources:
    requests:
      storage: ${VOLSYNC_CAPACITY}
