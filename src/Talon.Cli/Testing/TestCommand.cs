using System.CommandLine;
using Talon.CampaignTests;

namespace Talon.Cli;

/// <summary><c>talon test</c>: runs campaign tests.</summary>
internal static class TestCommand
{
    public static Command Create(Terminal terminal)
    {
        var files = new Argument<string[]>("FILE") { Description = "Files of campaign tests, or folders of them.", Arity = ArgumentArity.ZeroOrMore };
        var json = new Option<bool>("--json") { Description = "Write the results as JSON." };
        var schema = new Option<bool>("--schema") { Description = "Write the JSON schema of the files, and run nothing." };
        var command = new Command("test", "Runs campaign tests and shows what is not as expected.") { files, json, schema };
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
        foreach (var path in paths)
        {
            if (!TestFiles.TryFind(path, out var files))
            {
                terminal.Error.WriteLine($"{path}: there is no such file, or no .json file in the folder.");
                return ExitCodes.Misused;
            }

            foreach (var file in files)
            {
                try
                {
                    results.Add(TestFiles.Run(file));
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
