namespace GitOps;

/// <summary><c>list</c>: the Kustomizations of the plan.</summary>
internal sealed record ListCommand : SynthCommand
{
    public override int Run(CommandContext context)
    {
        if (context.Plan() is not { } plan) return ExitCodes.Findings;
        var kustomizations = new List<PlannedKustomization>(plan.Kustomizations);
        kustomizations.Sort(static (a, b) => string.CompareOrdinal(a.Address, b.Address));
        var (address, folder) = (0, 0);
        foreach (var kustomization in kustomizations)
        {
            address = Math.Max(address, kustomization.Address.Length);
            folder = Math.Max(folder, Folder(kustomization).Length);
        }
        foreach (var kustomization in kustomizations)
            context.Output.Result($"{kustomization.Address.PadRight(address)}  {Folder(kustomization).PadRight(folder)}  {kustomization.Place}".TrimEnd());
        return ExitCodes.Done;
    }

    private static string Folder(PlannedKustomization kustomization) => kustomization.Folders.Count == 0 ? "" : kustomization.Folders[0];
}
