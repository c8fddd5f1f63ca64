using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Talon.Cli;

/// <summary><c>talon preview</c>: what a campaign would do, or would have done.</summary>
internal static class PreviewCommand
{
    private const int DefaultTop = 20;

    public static Command Create(Terminal terminal)
    {
        var campaign = new Argument<string>("CAMPAIGN") { Description = "The campaign, by name or id; enabled or not." };
        var cart = new Option<string?>("--cart") { Description = "A file with a cart: the customerSession of a session update." };
        var last = new Option<int?>("--last") { Description = "How many of the sessions closed last, up to 10000." };
        var others = new Option<bool>("--with-others") { Description = "Evaluate the campaigns that run beside it, so that groups and cascading have their effect." };
        var top = new Option<int>("--top") { Description = "How many sessions the table shows, the dearest first.", DefaultValueFactory = _ => DefaultTop };
        var application = Applications.Option("left out, the only one");
        var command = new Command("preview", """
            Shows what a campaign would do for a cart, or would have done for the sessions closed last: who would have got
            what, and what it would have cost. Nothing is stored, and the campaign may be disabled.

            Past sessions are evaluated in the order in which they were closed, by the clock of their closing; customers are
            as they are now. Budgets and limits are counted from nothing, so that they end where they would have ended.

            Examples:
              talon preview "Summer sale" --last 1000
              talon preview "Summer sale" --last 1000 --with-others --json
              talon preview 17 --cart cart.json        also says why rules did not apply
            """) { campaign, cart, last, others, top, application };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(cart) is null == parsed.GetValue(last) is null)
                parsed.AddError("Say either --cart or --last.");
        });
        var server = new ServerOptions(command, terminal);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var client = server.Open(parsed);
            var (applicationId, _) = await Applications.RequireAsync(client, parsed.GetValue(application), cancellation);
            var (id, name) = await FindAsync(client, applicationId, parsed.GetValue(campaign)!, cancellation);
            var request = new JsonObject { ["withOthers"] = parsed.GetValue(others) };
            if (parsed.GetValue(last) is { } count)
                request["lastSessions"] = count;
            else
                request["customerSession"] = ReadCart(parsed.GetValue(cart)!);
            try
            {
                var preview = await client.SendJsonAsync(HttpMethod.Post, string.Create(CultureInfo.InvariantCulture, $"/v1/applications/{applicationId}/campaigns/{id}/preview"), request.ToJsonString(), cancellation);
                if (parsed.GetValue(server.Json))
                    terminal.Output.WriteLine(preview.GetRawText());
                else
                    PreviewReport.Write(name, preview, parsed.GetValue(top), terminal.Console);
                return ExitCodes.Done;
            }
            catch (ServerRefusal refusal)
            {
                throw refusal.ToEnd();
            }
        });
        return command;
    }

    private static async Task<(long Id, string Name)> FindAsync(TalonClient client, long applicationId, string nameOrId, CancellationToken cancellation)
    {
        foreach (var json in await client.ListAsync(string.Create(CultureInfo.InvariantCulture, $"/v1/applications/{applicationId}/campaigns"), cancellation))
        {
            var (id, name) = (json.GetProperty("id").GetInt64(), json.GetProperty("name").GetString()!);
            if (name == nameOrId || id.ToString(CultureInfo.InvariantCulture) == nameOrId)
                return (id, name);
        }

        throw new CommandException(ExitCodes.Misused, $"There is no campaign \"{nameOrId}\" in this Application.");
    }

    private static JsonNode ReadCart(string path)
    {
        try
        {
            var json = JsonNode.Parse(File.ReadAllText(path)) as JsonObject ?? throw new CommandException(ExitCodes.Misused, $"{path}: it is not a JSON object.");
            return (json["customerSession"] ?? json).DeepClone();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new CommandException(ExitCodes.Misused, $"{path}: {problem.Message}");
        }
    }
}
