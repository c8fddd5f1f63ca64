using System.Diagnostics;
using System.Text;

namespace Talon.Storage.Tests;

/// <summary>This program in a process of its own, which writes rows and prints the key of each that was answered.</summary>
internal sealed class WriterProcess : IDisposable
{
    public const string Command = "write-for-ever";
    public const string Partition = "p";
    private const int Writers = 8;

    private readonly Process _process;

    private WriterProcess(Process process) => _process = process;

    public static byte[] BodyOf(string key) => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(key, 20)));

    public static WriterProcess Start(string path, string prefix)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(WriterProcess).Assembly.Location);
        foreach (var argument in (string[])[Command, path, prefix])
            start.ArgumentList.Add(argument);
        return new(Process.Start(start)!);
    }

    /// <summary>Reads keys until <paramref name="count"/> were answered.</summary>
    public async Task<List<string>> AnsweredAsync(int count)
    {
        var keys = new List<string>();
        while (keys.Count < count)
            keys.Add(await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The writer ended by itself."));
        return keys;
    }

    /// <summary>Kills the process in the middle of its work, and reads what it had still printed.</summary>
    public async Task<List<string>> KillAsync()
    {
        _process.Kill();
        var rest = await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return [.. rest.Split('\n')[..^1]];
    }

    public static async Task WriteForEverAsync(string path, string prefix)
    {
        await using var store = SqliteStore.Open(path, TimeProvider.System);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; ; i++)
            {
                var key = $"{prefix}-{writer}-{i}";
                await store.CommitAsync(Partition, [Change.Insert(key, BodyOf(key)), Change.Insert($"{key}-companion", BodyOf(key))]);
                Console.Out.WriteLine(key);
            }
        })));
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }
}
