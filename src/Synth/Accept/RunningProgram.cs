using System.Reflection;
using System.Runtime.Loader;

namespace GitOps;

/// <summary>The author's program as it runs: what <c>accept</c> builds anew in memory.</summary>
/// <param name="Assembly">Its assembly.</param>
/// <param name="Render">Renders what the program renders, with the classes of another build of the same assembly.</param>
internal sealed record RunningProgram(Assembly Assembly, Func<Assembly, RenderOptions, RenderResult> Render)
{
    /// <summary>Makes a cluster as another build of the program has it.</summary>
    public static Func<FluxCluster> Twin(Func<FluxCluster> cluster, Assembly build) => () =>
    {
        var type = cluster().GetType();
        var assembly = AssemblyLoadContext.GetLoadContext(build)!.LoadFromAssemblyName(type.Assembly.GetName());
        return (FluxCluster)Activator.CreateInstance(assembly.GetType(type.FullName!, throwOnError: true)!)!;
    };
}
