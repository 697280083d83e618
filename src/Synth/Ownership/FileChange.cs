namespace GitOps;

/// <summary>What is to be done with one path.</summary>
internal enum FileAction
{
    /// <summary>Nothing stands there yet.</summary>
    Create,

    /// <summary>What stands there is ours to replace.</summary>
    Update,

    /// <summary>Ours, and no longer planned.</summary>
    Delete,

    /// <summary>Ours, edited by hand: kept.</summary>
    KeepEdited,

    /// <summary>Ours, no longer planned, edited by hand: kept.</summary>
    KeepEditedOrphan,

    /// <summary>Not ours, and in the way: an error.</summary>
    InTheWay,
}

/// <summary>Why something that does not look like our own work may be replaced all the same.</summary>
internal enum ChangeReason
{
    /// <summary>It is our own work.</summary>
    None,

    /// <summary>Only the line endings differ (a checkout with CRLF).</summary>
    LineEndings,

    /// <summary>It is empty: nothing is lost.</summary>
    Empty,

    /// <summary>A merge conflict of which both sides are our own work.</summary>
    MergeConflict,

    /// <summary>An edit by hand that <c>--overwrite</c> gives up.</summary>
    Overwritten,

    /// <summary>A foreign file that <c>--adopt</c> takes over.</summary>
    Adopted,

    /// <summary>A file that an interrupted run left half-written.</summary>
    Leftover,
}

/// <summary>One path that is not as the plan wants it.</summary>
/// <param name="Unit">The folder whose manifest lists the path.</param>
/// <param name="Planned">The file as planned, or <see langword="null"/> when it is not planned.</param>
/// <param name="MayHoldKustomization">Whether the bytes on disk name Flux's Kustomization API.</param>
internal sealed record FileChange(
    string Path, string Unit, FileAction Action, ChangeReason Reason = ChangeReason.None, PlannedFile? Planned = null, bool MayHoldKustomization = false, bool MayHoldProtected = false);
