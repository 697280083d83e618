namespace GitOps;

/// <summary>What stands at a path; a link is not followed.</summary>
internal enum DiskEntryKind
{
    None,
    File,
    Folder,
    Link,
}
