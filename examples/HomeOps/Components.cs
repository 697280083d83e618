namespace HomeOps;

// The classes come from kubernetes/components. Here stands what YAML cannot say: what each needs to be there first.

[DependsOn<SecretStores>, DependsOn<CnpgCluster>]
partial class Cnpg;

[DependsOn<EnvoyGateway>, DependsOn<Authentik>]
partial class ExtAuthExternal;

[DependsOn<EnvoyGateway>, DependsOn<Authentik>]
partial class ExtAuthInternal;

[DependsOn<SecretStores>, DependsOn<VolSyncOperator>, DependsOn<RookCephCluster>]
partial class Volsync;
