using System.Globalization;

namespace Talon.Bench;

/// <summary><c>races</c>: runs races and kills as often as asked, and ends with 1 when one of them went wrong.</summary>
internal static class RaceCommand
{
    private const int UsualCount = 5;

    private static readonly Dictionary<string, Func<int, TextWriter, Task>> Races = new()
    {
        ["http"] = HttpRace.RunAsync,
        ["instances"] = InstanceRace.RunAsync,
        ["kills"] = KillRace.RunAsync,
    };

    /// <summary>Runs the races named, or all, as often as the number says.</summary>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output)
    {
        var count = UsualCount;
        var names = arguments.ToList();
        if (names.Count > 0 && int.TryParse(names[^1], CultureInfo.InvariantCulture, out var asked) && asked > 0)
        {
            count = asked;
            names.RemoveAt(names.Count - 1);
        }

        if (names.Exists(name => !Races.ContainsKey(name)))
        {
            await output.WriteLineAsync("races [http] [instances] [kills] [COUNT]");
            return 2;
        }

        try
        {
            foreach (var name in names.Count == 0 ? [.. Races.Keys] : names)
                await Races[name](count, output);
            return 0;
        }
        catch (RaceException wrong)
        {
            await output.WriteLineAsync(wrong.Message);
            return 1;
        }
    }
}
