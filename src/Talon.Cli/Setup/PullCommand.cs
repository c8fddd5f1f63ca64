using System.CommandLine;
using System.Text.Json;

namespace Talon.Cli;

/// <summary><c>talon pull</c>: writes an Application's set-up into a folder.</summary>
internal static class PullCommand
{
    public static Command Create(Terminal terminal)
    {
        var folder = new Argument<string>("FOLDER") { Description = "Where to write the set-up; made when it does not exist." };
        var application = Applications.Option("left out, the one that the folder names, or the only one");
        var command = new Command("pull", """
            Writes the set-up of an Application into a folder: settings, attributes, campaigns with their rules, collections,
            stores and what else belongs to it. Names stand for ids, so that the same files serve staging and production.
            Codes, keys and customers are not in it. Files of what is no longer there are deleted; other files are left alone.

            Examples:
              talon pull shop                               the only Application, into the folder shop
              talon pull shop --application "Main shop"
              talon pull shop && git diff                   what was changed on the server since the last commit
            """) { folder, application };
        var server = new ServerOptions(command, terminal);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var client = server.Open(parsed);
            var path = parsed.GetValue(folder)!;
            var (id, name) = await Applications.RequireAsync(client, parsed.GetValue(application) ?? SetupFolder.NameIn(path), cancellation);
            var (files, changed) = SetupFolder.Write(path, await ReadAsync(client, id, cancellation));
            if (parsed.GetValue(server.Json))
                terminal.Output.WriteLine(JsonSerializer.Serialize(new Dictionary<string, object> { ["applicationId"] = id, ["name"] = name, ["files"] = files, ["changed"] = changed }));
            else
                terminal.Output.WriteLine($"{path} holds the set-up of \"{name}\" in {files} files; {changed} changed.");
            return ExitCodes.Done;
        });
        return command;
    }

    private static async Task<JsonElement> ReadAsync(TalonClient client, long id, CancellationToken cancellation)
    {
        try
        {
            return await client.GetAsync($"/v1/applications/{id}/setup", cancellation);
        }
        catch (ServerRefusal refusal)
        {
            throw refusal.ToEnd();
        }
    }
}
