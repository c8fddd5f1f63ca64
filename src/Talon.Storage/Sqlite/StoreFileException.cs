namespace Talon.Storage;

/// <summary>A file cannot serve as a store: it is corrupt, foreign, or of a newer version.</summary>
public sealed class StoreFileException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="path">The file.</param>
    /// <param name="reason">A clause that completes "cannot be used: ".</param>
    public StoreFileException(string path, string reason)
        : base($"The store file '{path}' cannot be used: {reason}.")
    {
        Path = path;
    }

    /// <summary>The file.</summary>
    public string Path { get; }
}
