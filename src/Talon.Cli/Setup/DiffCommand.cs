using System.CommandLine;

namespace Talon.Cli;

/// <summary><c>talon diff</c>: shows what a folder would change.</summary>
internal static class DiffCommand
{
    public static Command Create(Terminal terminal)
    {
        var folder = new Argument<string>("FOLDER") { Description = "The folder with the set-up." };
        var application = Applications.Option("left out, the one that the folder names");
        var prune = new Option<bool>("--prune") { Description = "Show what would be deleted, too." };
        var command = new Command("diff", """
            Shows what `talon push` would change, and changes nothing. The files are checked as strictly as when they are
            pushed. Ends with 0 when nothing would change and 1 when something would.

            Examples:
              talon diff shop
              talon diff shop --application "Staging shop" --json
            """) { folder, application, prune };
        var server = new ServerOptions(command, terminal);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var client = server.Open(parsed);
            var call = await SetupCall.OpenAsync(client, parsed.GetValue(folder)!, parsed.GetValue(application), parsed.GetValue(prune), cancellation);
            var plan = await call.TryAsync(cancellation);
            if (parsed.GetValue(server.Json))
            {
                terminal.Output.WriteLine(plan.GetRawText());
            }
            else
            {
                PlanReport.Write(plan, parsed.GetValue(prune), terminal.Console);
                terminal.Output.WriteLine(PlanReport.Summary(plan));
            }

            return plan.GetProperty("changes").GetArrayLength() == 0 ? ExitCodes.Done : ExitCodes.Failed;
        });
        return command;
    }
}
