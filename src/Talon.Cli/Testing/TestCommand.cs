using System.CommandLine;
using Talon.CampaignTests;

namespace Talon.Cli;

/// <summary><c>talon test</c>: runs campaign tests.</summary>
internal static class TestCommand
{
    public static Command Create(Terminal terminal)
    {
        var files = new Argument<string[]>("FILE") { Description = "Files of campaign tests, folders of them, or the folder of a set-up.", Arity = ArgumentArity.ZeroOrMore };
        var json = new Option<bool>("--json") { Description = "Write the results as JSON." };
        var schema = new Option<bool>("--schema") { Description = "Write the JSON schema of the files, and run nothing." };
        var command = new Command("test", """
            Runs campaign tests and shows what is not as expected: carts and what campaigns make of them. No server is needed.
            Files below the folder of a set-up, as `talon pull` writes it, are about the campaigns in that folder, with its
            settings, collections and all else; its own tests stand in its folder tests. Other files hold campaigns of their own.
            Ends with 1 when something is not as expected.

            Examples:
              talon test shop                               the tests in shop/tests, for the campaigns in shop/campaigns
              talon test shop/tests/summer-sale.json --json
              talon test tests/campaigns                    files with campaigns of their own
            """) { files, json, schema };
        command.Validators.Add(parsed =>
        {
            if (!parsed.GetValue(schema) && parsed.GetValue(files) is not { Length: > 0 })
                parsed.AddError("Name at least one file.");
        });
        command.SetAction(parsed => parsed.GetValue(schema) ? WriteSchema(terminal) : Run(parsed.GetValue(files)!, parsed.GetValue(json), terminal));
        return command;
    }

    private static int WriteSchema(Terminal terminal)
    {
        terminal.Output.Write(CampaignTestSchema.Write());
        return ExitCodes.Done;
    }

    private static int Run(string[] paths, bool json, Terminal terminal)
    {
        var results = new List<FileResult>();
        var tests = new TestFiles();
        foreach (var path in paths)
        {
            if (!TestFiles.TryFind(path, out var files))
            {
                terminal.Error.WriteLine($"{path}: there is no such file, or no .json file in the folder; those of a set-up stand in its folder {TestFiles.Folder}.");
                return ExitCodes.Misused;
            }

            foreach (var file in files)
            {
                try
                {
                    results.Add(tests.Run(file));
                }
                catch (Exception problem) when (problem is TestFileException or IOException or UnauthorizedAccessException)
                {
                    terminal.Error.WriteLine($"{file}: {problem.Message}");
                    return ExitCodes.Misused;
                }
            }
        }

        if (json)
            JsonReport.Write(results, terminal.Output);
        else
            TextReport.Write(results, terminal.Console);
        return results.All(file => file.Cases.All(test => test.Passed)) ? ExitCodes.Done : ExitCodes.Failed;
    }
}
