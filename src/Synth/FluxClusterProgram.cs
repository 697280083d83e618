namespace GitOps;

/// <summary>The program of a cluster: one line of <c>Program.cs</c>.</summary>
public static class FluxClusterProgram
{
    extension(FluxCluster)
    {
        /// <summary>
        /// Runs a command of the program's arguments (<c>synth</c>, <c>check</c>, <c>diff</c>, <c>accept</c>, <c>list</c>, <c>where</c>, <c>show</c>) for a cluster:
        /// <c>return await FluxCluster.RunAsync&lt;Home&gt;(args);</c>. The repository's root is the nearest folder above the project with <c>.git</c> or a
        /// <c>gitops.root</c> file; the working directory does not matter.
        /// </summary>
        /// <typeparam name="TCluster">The cluster.</typeparam>
        /// <param name="args">The program's arguments.</param>
        /// <returns>The exit code: 0 when all is well; <c>help</c> and docs/commands.md list the others. Faults of the author's are printed, never thrown.</returns>
        public static Task<int> RunAsync<TCluster>(string[] args)
            where TCluster : FluxCluster, new() => Run(typeof(TCluster), args, static () => new TCluster());

        /// <summary>The same for two clusters of one program: each has its own Kustomizations, and what both write to one path must be the same.</summary>
        /// <typeparam name="TFirst">A cluster.</typeparam>
        /// <typeparam name="TSecond">Another.</typeparam>
        /// <param name="args">The program's arguments.</param>
        /// <returns>The exit code.</returns>
        public static Task<int> RunAsync<TFirst, TSecond>(string[] args)
            where TFirst : FluxCluster, new()
            where TSecond : FluxCluster, new() => Run(typeof(TFirst), args, static () => new TFirst(), static () => new TSecond());

        /// <summary>The same for three clusters.</summary>
        /// <typeparam name="TFirst">A cluster.</typeparam>
        /// <typeparam name="TSecond">Another.</typeparam>
        /// <typeparam name="TThird">A third.</typeparam>
        /// <param name="args">The program's arguments.</param>
        /// <returns>The exit code.</returns>
        public static Task<int> RunAsync<TFirst, TSecond, TThird>(string[] args)
            where TFirst : FluxCluster, new()
            where TSecond : FluxCluster, new()
            where TThird : FluxCluster, new() => Run(typeof(TFirst), args, static () => new TFirst(), static () => new TSecond(), static () => new TThird());

        /// <summary>The same for any number of clusters: <c>FluxCluster.RunAsync(args, () =&gt; new Kyrion(), () =&gt; new Styx())</c>.</summary>
        /// <param name="args">The program's arguments.</param>
        /// <param name="clusters">What makes each cluster; at least one.</param>
        /// <returns>The exit code.</returns>
        /// <exception cref="ArgumentException">There is no cluster.</exception>
        public static Task<int> RunAsync(string[] args, params IReadOnlyList<Func<FluxCluster>> clusters)
        {
            ArgumentNullException.ThrowIfNull(clusters);
            if (clusters.Count == 0)
                throw new ArgumentException("There must be a cluster to write.", nameof(clusters));
            return Run(clusters[0].Method.DeclaringType ?? typeof(FluxCluster), args, [.. clusters]);
        }
    }

    private static Task<int> Run(Type inProject, string[] args, params Func<FluxCluster>[] clusters)
    {
        ArgumentNullException.ThrowIfNull(args);
        var host = new CommandLineHost
        {
            Program = new RunningProgram(inProject.Assembly, (build, options) => TreeRenderer.Render([.. clusters.Select(cluster => RunningProgram.Twin(cluster, build))], options).Result),
        };
        if (ProjectFiles.FolderOf(inProject) is { } project)
            host = host with { ProjectFolder = project, StartFolder = project };
        return CommandLineApp.RunAsync(options => TreeRenderer.Render(clusters, options).Result, args, host);
    }
}
