namespace GitOps;

/// <summary>What runs the Pods of an <see cref="AppController"/>.</summary>
public enum AppControllerType
{
    /// <summary>Pods that are all alike.</summary>
    Deployment,

    /// <summary>Pods with names and volumes of their own.</summary>
    StatefulSet,

    /// <summary>A Pod on each node.</summary>
    DaemonSet,

    /// <summary>Pods that run to their end at set times.</summary>
    CronJob,

    /// <summary>Pods that run to their end once.</summary>
    Job,
}
