#:project ../src/Talon.Storage.Azure/Talon.Storage.Azure.csproj
// Moves shards between storage accounts, in steps: dotnet run infra/move-shards.cs -- copy|discard|remove OLD_MAP NEW_MAP
// The accounts are those of the environment, as the app reads them: TalonStorage__tableServiceUri, TalonStorage2__..., or connection strings.
using Talon.Storage.Azure;

if (args is not [var step and ("copy" or "discard" or "remove"), var oldMap, var newMap])
{
    Console.Error.WriteLine("Usage: dotnet run infra/move-shards.cs -- copy|discard|remove OLD_MAP NEW_MAP");
    return 1;
}

try
{
    var move = new ShardMove(ShardMap.Parse(oldMap), ShardMap.Parse(newMap), name => StorageAccount.FromSettings(name, Setting));
    Console.WriteLine(step switch
    {
        "copy" => $"{await move.CopyAsync()} rows are copied, and the copy is complete.",
        "discard" => $"{await move.DiscardAsync()} rows of the copy are deleted.",
        _ => $"{await move.RemoveAsync()} rows are removed from where they were.",
    });
    return 0;
}
catch (Exception exception) when (exception is ShardMoveException or FormatException or InvalidOperationException or Azure.RequestFailedException or Azure.Identity.AuthenticationFailedException)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}

static string? Setting(string name) => Environment.GetEnvironmentVariable(name.Replace(":", "__", StringComparison.Ordinal));
