namespace Talon.Http;

/// <summary>A file of a set-up that cannot be read.</summary>
/// <param name="file">The file.</param>
/// <param name="message">What is wrong with it.</param>
public sealed class SetupFileException(string file, string message) : Exception(message)
{
    /// <summary>The file.</summary>
    public string File { get; } = file;
}
