using GitOps;
using HomeOps;

return await FluxCluster.RunAsync<Home>(args);
