using System.CommandLine;

namespace Talon.Cli;

/// <summary><c>talon push</c>: applies a folder.</summary>
internal static class PushCommand
{
    public static Command Create(Terminal terminal)
    {
        var folder = new Argument<string>("FOLDER") { Description = "The folder with the set-up." };
        var application = Applications.Option("left out, the one that the folder names; created when there is none of that name");
        var prune = new Option<bool>("--prune") { Description = "Delete what is this Application's alone and not in the files." };
        var yes = new Option<bool>("--yes", "-y") { Description = "Do not ask." };
        var command = new Command("push", """
            Makes the set-up of an Application what the folder says: all of it as one version, or nothing. It shows what would
            change and asks first. What is on the server and not in the files stays, unless --prune is said. When somebody
            changes the set-up between question and answer, nothing is applied.

            Examples:
              talon push shop                               shows, asks, applies
              talon push shop --yes --prune                 for a pipeline: the server holds what the files hold
              talon push shop --application "Staging shop"  the same files for another Application
            """) { folder, application, prune, yes };
        var server = new ServerOptions(command, terminal);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var client = server.Open(parsed);
            var json = parsed.GetValue(server.Json);
            var call = await SetupCall.OpenAsync(client, parsed.GetValue(folder)!, parsed.GetValue(application), parsed.GetValue(prune), cancellation);
            var plan = await call.TryAsync(cancellation);
            if (!json)
                PlanReport.Write(plan, parsed.GetValue(prune), terminal.Console);
            if (plan.GetProperty("changes").GetArrayLength() == 0)
            {
                terminal.Output.WriteLine(json ? plan.GetRawText() : "Nothing to change.");
                return ExitCodes.Done;
            }

            if (!parsed.GetValue(yes) && !terminal.Confirms($"{(call.Creates ? "Create" : "Change")} \"{call.Name}\" at {client.Url}: {PlanReport.Summary(plan)}?"))
            {
                terminal.Output.WriteLine("Nothing was changed.");
                return ExitCodes.Failed;
            }

            var applied = await call.ApplyAsync(plan, cancellation);
            terminal.Output.WriteLine(json ? applied.GetRawText() : $"Applied to \"{call.Name}\" as version {applied.GetProperty("version")} of the configuration: {PlanReport.Summary(applied)}.");
            return ExitCodes.Done;
        });
        return command;
    }
}
