namespace GitOps;

/// <summary>
/// What an <see cref="AppTemplate"/> mounts: <see cref="ClaimVolume"/>, <see cref="NewClaimVolume"/>, <see cref="NfsVolume"/>, <see cref="EmptyDirVolume"/>, <see cref="ConfigMapVolume"/>,
/// <see cref="SecretVolume"/>, <see cref="HostPathVolume"/> or <see cref="CustomVolume"/>. Without a mount every container has it at <c>/&lt;its name&gt;</c>.
/// </summary>
public abstract class AppVolume
{
    private protected AppVolume()
    {
    }

    /// <summary>Where every container has it. Default: <c>/&lt;its name&gt;</c>, the chart's own.</summary>
    public string? Mount { get; init; }

    /// <summary>Where it is mounted, said more closely: in one container, read-only, a part of it. Beside <see cref="Mount"/> or instead.</summary>
    public IReadOnlyList<AppMount> Mounts { get; init; } = [];

    /// <summary>More of the chart's keys of a volume; what has a property here wins.</summary>
    public Values? Values { get; init; }

    private protected abstract Values Source(Construct whose);

    internal Values ToValues(Construct whose)
    {
        var everywhere = Mounts.Where(static mount => mount.Controller is null).ToList();
        if (Mount is not null)
            everywhere.Insert(0, new(Mount));
        var values = Source(whose);
        if (everywhere.Count > 0)
            values["globalMounts"] = GitOps.Values.Create([.. everywhere.Select(static mount => mount.ToValues())]);
        foreach (var controller in Mounts.Where(static mount => mount.Controller is not null).GroupBy(static mount => mount.Controller!, StringComparer.Ordinal))
        {
            if (!values.Contains("advancedMounts"))
                values["advancedMounts"] = new();
            values["advancedMounts"][controller.Key] = new Values();
            foreach (var container in controller.GroupBy(static mount => mount.Container ?? AppTemplate.OnlyName, StringComparer.Ordinal))
                values["advancedMounts"][controller.Key][container.Key] = GitOps.Values.Create([.. container.Select(static mount => mount.ToValues())]);
        }

        return values.Over(Values);
    }
}
