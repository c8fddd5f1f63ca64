using Talon.Promotions;
using Talon.Storage.Azure;

namespace Talon.Functions;

/// <summary>How the application runs, from the app's settings.</summary>
public sealed record FunctionsSettings
{
    /// <summary><c>TALON_FINALISE</c>, <c>queue</c> (the default) or <c>inline</c>: who applies what commits owe.</summary>
    public FinaliseMode Finalise { get; init; } = FinaliseMode.Queue;

    /// <summary><c>TALON_SHARDS</c>: which connection holds which shards; all of them in one account by default.</summary>
    public ShardMap Shards { get; init; } = ShardMap.Single(ServiceRegistration.Connection);

    /// <summary><c>TALON_MANAGEMENT_KEY</c>: the bootstrap management key; null for the one that is stored.</summary>
    public string? ManagementKey { get; init; }

    /// <summary>Reads the settings.</summary>
    /// <exception cref="InvalidOperationException">One of them cannot be used; the message says which.</exception>
    public static FunctionsSettings Read(Func<string, string?> setting) => new()
    {
        Finalise = ReadFinalise(setting("TALON_FINALISE")),
        Shards = ReadShards(setting("TALON_SHARDS")),
        ManagementKey = setting("TALON_MANAGEMENT_KEY") is { Length: > 0 } key ? key : null,
    };

    private static FinaliseMode ReadFinalise(string? text) => text switch
    {
        null or "" or "queue" => FinaliseMode.Queue,
        "inline" => FinaliseMode.Inline,
        _ => throw new InvalidOperationException($"TALON_FINALISE is \"queue\" or \"inline\", not \"{text}\"."),
    };

    private static ShardMap ReadShards(string? text)
    {
        try
        {
            return string.IsNullOrEmpty(text) ? ShardMap.Single(ServiceRegistration.Connection) : ShardMap.Parse(text);
        }
        catch (FormatException exception)
        {
            throw new InvalidOperationException($"TALON_SHARDS cannot be used: {exception.Message}", exception);
        }
    }
}
