using System.CommandLine;
using System.Text.Json;
using Spectre.Console;

namespace Talon.Cli;

/// <summary><c>talon parked</c>: work that was set aside after it failed again and again.</summary>
internal static class ParkedCommand
{
    private const string Path = "/v1/parked_work";
    private static readonly string[] Shown = ["parked", "target", "reason", "id"];

    public static Command Create(Terminal terminal) => new("parked", """
        Shows and replays work that was set aside: what closing, cancelling or returning a session owes, and what failed too
        often to be tried by itself. Nothing that is parked is lost; later work for the same target waits behind it.

        Examples:
          talon parked list
          talon parked replay 5q3c...        one of them
          talon parked replay --all
        """) { List(terminal), Replay(terminal) };

    private static Command List(Terminal terminal)
    {
        var command = new Command("list", "Lists what is set aside. Ends with 1 when something is.");
        var server = new ServerOptions(command, terminal);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var client = server.Open(parsed);
            var parked = await client.ListAsync(Path, cancellation);
            if (parsed.GetValue(server.Json))
            {
                terminal.Output.WriteLine(JsonSerializer.Serialize(new Dictionary<string, object> { ["totalResultSize"] = parked.Count, ["data"] = parked }));
            }
            else if (parked.Count == 0)
            {
                terminal.Output.WriteLine("Nothing is set aside.");
            }
            else
            {
                var table = new Table().AddColumns("Parked", "Target", "Reason", "Id");
                foreach (var work in parked)
                    table.AddRow(Shown.Select(name => Markup.Escape(work.TryGetProperty(name, out var text) ? text.GetString()! : "")).ToArray());
                terminal.Console.Write(table);
            }

            return parked.Count == 0 ? ExitCodes.Done : ExitCodes.Failed;
        });
        return command;
    }

    private static Command Replay(Terminal terminal)
    {
        var ids = new Argument<string[]>("ID") { Description = "What to try again.", Arity = ArgumentArity.ZeroOrMore };
        var all = new Option<bool>("--all") { Description = "Try everything again." };
        var command = new Command("replay", "Tries parked work again. What fails again stays set aside; then it ends with 1.") { ids, all };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(ids) is not { Length: > 0 } == !parsed.GetValue(all))
                parsed.AddError("Name what to replay, or say --all.");
        });
        var server = new ServerOptions(command, terminal);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var client = server.Open(parsed);
            var wanted = parsed.GetValue(all) ? await IdsAsync(client, cancellation) : [.. parsed.GetValue(ids)!];
            foreach (var id in wanted)
                await ReplayAsync(client, id, cancellation);
            var left = (await IdsAsync(client, cancellation)).Intersect(wanted).ToList();
            terminal.Output.WriteLine(parsed.GetValue(server.Json)
                ? JsonSerializer.Serialize(new Dictionary<string, object> { ["replayed"] = wanted.Count, ["failed"] = left })
                : $"{wanted.Count - left.Count} done, {left.Count} failed again.");
            return left.Count == 0 ? ExitCodes.Done : ExitCodes.Failed;
        });
        return command;
    }

    private static async Task ReplayAsync(TalonClient client, string id, CancellationToken cancellation)
    {
        try
        {
            await client.SendAsync(HttpMethod.Post, $"{Path}/{Uri.EscapeDataString(id)}/replay", null, cancellation);
        }
        catch (ServerRefusal refusal)
        {
            throw new CommandException(ExitCodes.Refused, $"{id}: {refusal.Message}");
        }
    }

    private static async Task<IReadOnlyList<string>> IdsAsync(TalonClient client, CancellationToken cancellation) =>
        [.. (await client.ListAsync(Path, cancellation)).Select(work => work.GetProperty("id").GetString()!)];
}
