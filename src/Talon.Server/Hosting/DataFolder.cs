using Talon.Storage;

namespace Talon.Server;

/// <summary>The folder that holds the server's data.</summary>
internal static class DataFolder
{
    private const string StoreFile = "talon.db";

    /// <summary>Opens the store in a folder; throws <see cref="SettingsException"/> when that cannot be.</summary>
    public static SqliteStore Open(string folder, TimeProvider time)
    {
        try
        {
            return SqliteStore.Open(Path.Combine(folder, StoreFile), time);
        }
        catch (StoreInUseException)
        {
            throw new SettingsException($"The data folder \"{folder}\" is in use by another process. Stop that one, or choose another folder with --data.");
        }
        catch (StoreFileException exception)
        {
            throw new SettingsException($"{exception.Message} Choose another data folder with --data.");
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException or ArgumentException or NotSupportedException)
        {
            throw new SettingsException($"The data folder \"{folder}\" cannot be used: {exception.Message} Choose another one with --data.");
        }
    }
}
