using System.CommandLine;
using System.Globalization;

namespace Talon.Cli;

/// <summary>Finds the Application that a command is about.</summary>
internal static class Applications
{
    /// <summary>The option that names it.</summary>
    public static Option<string?> Option(string whenLeftOut) => new("--application") { Description = $"The Application, by name or id; {whenLeftOut}." };

    /// <summary>The Application of a name or id; null when there is none.</summary>
    public static async Task<(long Id, string Name)?> FindAsync(TalonClient client, string nameOrId, CancellationToken cancellation)
    {
        var all = await AllAsync(client, cancellation);
        foreach (var application in all)
        {
            if (application.Name == nameOrId || application.Id.ToString(CultureInfo.InvariantCulture) == nameOrId)
                return application;
        }

        return null;
    }

    /// <summary>The Application of a name or id, or the only one when none is named.</summary>
    public static async Task<(long Id, string Name)> RequireAsync(TalonClient client, string? nameOrId, CancellationToken cancellation)
    {
        if (nameOrId is not null && await FindAsync(client, nameOrId, cancellation) is { } found)
            return found;
        var all = await AllAsync(client, cancellation);
        if (nameOrId is null && all.Count == 1)
            return all[0];
        var known = all.Count == 0 ? "There is none yet." : "There are: " + string.Join(", ", all.Select(application => $"\"{application.Name}\" ({application.Id})")) + ".";
        throw new CommandException(ExitCodes.Misused, nameOrId is null ? $"Which Application? Say --application. {known}" : $"There is no Application \"{nameOrId}\". {known}");
    }

    private static async Task<IReadOnlyList<(long Id, string Name)>> AllAsync(TalonClient client, CancellationToken cancellation) =>
        [.. (await client.ListAsync("/v1/applications", cancellation)).Select(json => (json.GetProperty("id").GetInt64(), json.GetProperty("name").GetString()!))];
}
