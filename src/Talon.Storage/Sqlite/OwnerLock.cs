namespace Talon.Storage;

/// <summary>Makes this the only owner of a store file, by an operating system lock on a file beside it.</summary>
/// <remarks>
/// The system releases the lock when the process ends, however it ends. The lock file stays: removing it would let
/// one process lock the file just unlinked, and another a new one.
/// </remarks>
internal sealed class OwnerLock : IDisposable
{
    private readonly FileStream _file;

    private OwnerLock(FileStream file) => _file = file;

    public static OwnerLock Take(string path)
    {
        try
        {
            return new(new(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
        }
        catch (IOException e) when (e.GetType() == typeof(IOException))
        {
            throw new StoreInUseException(path, e);
        }
    }

    public void Dispose() => _file.Dispose();
}
