namespace Talon.Storage;

/// <summary>Another process, or another store of this one, has the file open.</summary>
public sealed class StoreInUseException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="path">The file.</param>
    /// <param name="inner">What the operating system said.</param>
    public StoreInUseException(string path, Exception? inner = null)
        : base($"The store file '{path}' is in use by another process. Stop that one, or choose another file.", inner)
    {
        Path = path;
    }

    /// <summary>The file.</summary>
    public string Path { get; }
}
