using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Talon.Http;

namespace Talon.Cli;

/// <summary>A folder that holds an Application's set-up.</summary>
internal static class SetupFolder
{
    /// <summary>Reads a folder.</summary>
    public static JoinedSetup Read(string folder)
    {
        if (!Directory.Exists(folder))
            throw new CommandException(ExitCodes.Misused, $"{folder}: there is no such folder. Make one with `talon pull {folder}`.");
        try
        {
            var files = Paths(folder).Where(path => SetupFiles.Owns(path) || !path.Contains('/', StringComparison.Ordinal));
            return SetupFiles.Join(Texts(folder, files));
        }
        catch (SetupFileException refusal)
        {
            throw new CommandException(ExitCodes.Misused, string.Join(Environment.NewLine, refusal.Problems.Select(problem => $"{Place(folder, problem.File, problem.Line)}: {problem.Message}")));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCodes.Misused, $"{folder}: {problem.Message}");
        }
    }

    /// <summary>Whether a folder is one.</summary>
    public static bool Is(string folder) => File.Exists(Path.Combine(folder, SetupFiles.ApplicationFile));

    /// <summary>Reads a folder, and refuses one whose files do not have the shape of a set-up.</summary>
    public static JoinedSetup ReadChecked(string folder)
    {
        var setup = Read(folder);
        var problems = SetupDocument.Check(setup.Document).Select(problem => $"  {Locate(folder, setup, problem.Pointer ?? "")}: {problem.Details}").ToList();
        return problems.Count == 0 ? setup : throw new CommandException(ExitCodes.Misused, string.Join(Environment.NewLine, ["The set-up is not valid:", .. problems]));
    }

    /// <summary>The file and the place in it that a pointer into the document means.</summary>
    public static string Locate(string folder, JoinedSetup setup, string pointer)
    {
        var (file, place) = setup.Locate(pointer);
        return file.Length == 0 ? place : $"{Place(folder, file, setup.LineOf(file, place))} {place}".TrimEnd();
    }

    /// <summary>The name of the Application of a folder; null when there is none in it.</summary>
    public static string? NameIn(string folder) => Is(folder) ? NameOf(Read(folder)) : null;

    /// <summary>The name of the Application of a set-up; null when there is none in it.</summary>
    public static string? NameOf(JoinedSetup setup) => setup.Document["application"]!["name"] is JsonValue value && value.TryGetValue<string>(out var name) ? name : null;

    /// <summary>Writes a set-up and deletes the files of what is no longer in it; returns how many files there are and how many changed.</summary>
    public static (int Files, int Changed) Write(string folder, JsonElement document)
    {
        var before = Directory.Exists(folder) ? Texts(folder, Paths(folder).Where(SetupFiles.Owns)) : [];
        var wanted = SetupFiles.Split(document, before).Concat(SetupFiles.Schemas()).ToDictionary();
        var changed = 0;
        foreach (var (path, text) in wanted)
        {
            var full = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            if (File.Exists(full) && File.ReadAllText(full) == text)
                continue;
            File.WriteAllText(full, text);
            changed++;
        }

        foreach (var path in before.Keys.Where(path => !wanted.ContainsKey(path)))
        {
            File.Delete(Path.Combine(folder, path));
            changed++;
        }

        return (wanted.Count, changed);
    }

    private static Dictionary<string, string> Texts(string folder, IEnumerable<string> paths) => paths.ToDictionary(path => path, path => File.ReadAllText(Path.Combine(folder, path)));

    /// <summary>A place as editors and terminals know it.</summary>
    private static string Place(string folder, string file, int? line) =>
        Path.Combine(folder, file) + (line is { } number ? string.Create(CultureInfo.InvariantCulture, $":{number}") : "");

    private static IEnumerable<string> Paths(string folder) => Directory
        .EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'));
}
