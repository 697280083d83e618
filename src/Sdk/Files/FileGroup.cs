namespace GitOps;

/// <summary>Several objects in one file. Made by <see cref="Files.Group"/>.</summary>
public sealed class FileGroup : ManifestItem
{
    internal FileGroup(string fileName, IReadOnlyList<KubernetesObject> objects)
        : base(objects is [{ } first, ..] ? first.Place.File : "", objects is [{ } top, ..] ? top.Place.Line : 0)
    {
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        if (objects.Count == 0)
            throw new ArgumentException("A group needs at least one object.", nameof(objects));
        FileName = fileName;
        Objects = objects;
    }

    /// <summary>The file's name.</summary>
    public string FileName { get; }

    /// <summary>The objects, in order.</summary>
    public IReadOnlyList<KubernetesObject> Objects { get; }
}
