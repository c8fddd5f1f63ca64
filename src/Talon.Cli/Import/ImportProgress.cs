using System.Text.Json;

namespace Talon.Cli;

/// <summary>How far an import came; kept beside the file, so that one that was interrupted goes on.</summary>
/// <param name="Target">What was imported where.</param>
/// <param name="Done">Records sent.</param>
/// <param name="Refused">Records refused.</param>
/// <param name="Before">Records that had come in before.</param>
/// <param name="Kept">How long the file of refused records was then, in bytes.</param>
internal sealed record ImportProgress(string Target, long Done, long Refused, long Before = 0, long Kept = 0)
{
    /// <summary>Where the progress of a file is kept.</summary>
    public static string PathOf(string file) => file + ".progress";

    /// <summary>The progress of a file; none when nothing was begun, or something else.</summary>
    public static ImportProgress Read(string file, string target)
    {
        var path = PathOf(file);
        if (!File.Exists(path))
            return new(target, 0, 0);
        var known = JsonSerializer.Deserialize<ImportProgress>(File.ReadAllText(path))!;
        return known.Target == target
            ? known
            : throw new CommandException(ExitCodes.Misused, $"{path} tells of an import to {known.Target} that was not finished. Finish that one, or delete {path}.");
    }

    /// <summary>Keeps it.</summary>
    public void Write(string file)
    {
        var path = PathOf(file);
        File.WriteAllText(path + ".new", JsonSerializer.Serialize(this));
        File.Move(path + ".new", path, overwrite: true);
    }
}
