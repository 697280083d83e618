namespace GitOps;

/// <summary>The program of a cluster: one line of <c>Program.cs</c>.</summary>
public static class FluxClusterProgram
{
    extension(FluxCluster)
    {
        /// <summary>
        /// Runs a command of the program's arguments (<c>synth</c>, <c>check</c>, <c>diff</c>, <c>list</c>, <c>where</c>, <c>show</c>) for a cluster:
        /// <c>return await FluxCluster.RunAsync&lt;Home&gt;(args);</c>. The repository's root is the nearest folder above the project with <c>.git</c> or a
        /// <c>gitops.root</c> file; the working directory does not matter.
        /// </summary>
        /// <typeparam name="TCluster">The cluster.</typeparam>
        /// <param name="args">The program's arguments.</param>
        /// <returns>The exit code: 0 when all is well; <c>help</c> and docs/commands.md list the others. Faults of the author's are printed, never thrown.</returns>
        public static Task<int> RunAsync<TCluster>(string[] args)
            where TCluster : FluxCluster, new()
        {
            ArgumentNullException.ThrowIfNull(args);
            var host = new CommandLineHost();
            if (ProjectFiles.FolderOf(typeof(TCluster)) is { } project)
                host = host with { ProjectFolder = project, StartFolder = project };
            return CommandLineApp.RunAsync(static options => TreeRenderer.Render<TCluster>(options).Result, args, host);
        }
    }
}
