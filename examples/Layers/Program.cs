using GitOps;
using Layers;

return await FluxCluster.RunAsync<Home>(args);
