using GitOps;
using Elysium;

return await FluxCluster.RunAsync<Kyrion, Styx>(args);
