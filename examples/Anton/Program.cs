using Anton;
using GitOps;

return await FluxCluster.RunAsync<AntonCluster>(args);
