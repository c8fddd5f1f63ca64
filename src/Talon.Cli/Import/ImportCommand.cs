using System.CommandLine;
using System.Text.Json;
using Spectre.Console;

namespace Talon.Cli;

/// <summary><c>talon import</c>: brings a file of codes, customers or orders in.</summary>
internal static class ImportCommand
{
    public static Command Create(Terminal terminal)
    {
        var kind = new Argument<string>("KIND") { HelpName = "KIND", Description = string.Join(", ", ImportTargets.Kinds.Keys) };
        kind.AcceptOnlyFromAmong([.. ImportTargets.Kinds.Keys]);
        var file = new Argument<string>("FILE") { Description = "The file; of any size, it is read as it is sent." };
        var application = Applications.Option("left out, the only one");
        var campaign = new Option<string?>("--campaign") { Description = "The campaign of coupons or referrals, by name or id." };
        var into = new Option<string?>("--into") { Description = "The giveaway pool, loyalty programme, collection or audience, by name or id." };
        var batch = new Option<string?>("--batch") { Description = "A name for an import of balances, ledgers or giveaways: the same records come in again under another name." };
        var apiKey = new Option<string?>("--api-key") { Description = "A key of the Integration API, for audience, profiles and sessions [TALON_API_KEY]." };
        var command = new Command("import", $"""
            Imports a file, batch by batch. What the server refuses goes to FILE.refused with the reasons; correct it there and
            import that file. An import that is interrupted goes on where it was when it is started again; how far it came
            stands in FILE.progress. Ends with 1 when something was refused.

            Kinds and what their files hold:
            {string.Join(Environment.NewLine, ImportTargets.Kinds.Select(pair => $"  {pair.Key,-11} {pair.Value}"))}

            What is CSV may be JSON lines too, in a file .jsonl whose members have the names of the columns.

            Points are booked once, however often they are imported: a record is known by its transactionid, or else by
            what it says, the second of two equal ones in a file as the second. Balances are one grant for each customer (or
            card) and subledger. Giveaways are known by their place in the file. --batch makes it another import.

            Rules run for sessions, as for any order: import past orders before campaigns are enabled.

            Examples:
              talon import coupons codes.csv --campaign "Summer sale"
              talon import giveaways cards.csv --into "Gift cards"
              talon import ledgers history.csv --into Stars
              talon import profiles customers.jsonl --api-key KEY
            """) { kind, file, application, campaign, into, batch, apiKey };
        var server = new ServerOptions(command, terminal);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var client = server.Open(parsed);
            TalonClient? integration = null;
            var place = new ImportPlace(parsed.GetValue(application), parsed.GetValue(campaign), parsed.GetValue(into), parsed.GetValue(batch));
            try
            {
                var target = await ImportTargets.FindAsync(parsed.GetValue(kind)!, place, client, () => integration = server.OpenIntegration(parsed, parsed.GetValue(apiKey)), cancellation);
                var run = new ImportRun(parsed.GetValue(file)!, $"{parsed.GetValue(kind)} {place.Application} {place.Campaign} {place.Into} at {client.Url}", target);
                return Tell(await WatchAsync(run, terminal, cancellation), run, parsed.GetValue(server.Json), terminal);
            }
            catch (ServerRefusal refusal)
            {
                throw refusal.ToEnd();
            }
            finally
            {
                integration?.Dispose();
            }
        });
        return command;
    }

    private static async Task<ImportProgress> WatchAsync(ImportRun run, Terminal terminal, CancellationToken cancellation)
    {
        if (!terminal.Progress.Profile.Capabilities.Interactive)
            return await run.RunAsync((_, _) => { }, cancellation);
        return await terminal.Progress.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var bar = context.AddTask("Importing", maxValue: 1);
                return await run.RunAsync(
                    (share, progress) =>
                    {
                        bar.Value = share;
                        bar.Description = $"{progress.Done:N0} records, {progress.Refused:N0} refused";
                    },
                    cancellation);
            });
    }

    private static int Tell(ImportProgress end, ImportRun run, bool json, Terminal terminal)
    {
        var refused = end.Refused > 0 ? run.RefusedFile : null;
        var imported = end.Done - end.Refused - end.Before;
        var before = end.Before > 0 ? $", {end.Before} had come in before" : "";
        terminal.Output.WriteLine(json
            ? JsonSerializer.Serialize(new Dictionary<string, object?> { ["imported"] = imported, ["before"] = end.Before, ["refused"] = end.Refused, ["refusedFile"] = refused })
            : $"{imported} imported{before}, {end.Refused} refused{(refused is null ? "." : $"; see {refused}.")}");
        return end.Refused == 0 ? ExitCodes.Done : ExitCodes.Failed;
    }
}
