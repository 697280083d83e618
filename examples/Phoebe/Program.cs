using GitOps;
using Phoebe;

return await FluxCluster.RunAsync<PhoebeCluster>(args);
