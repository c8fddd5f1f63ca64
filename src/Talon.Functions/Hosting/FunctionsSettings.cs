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

    /// <summary><c>TALON_TRUSTED_PROXIES</c>: proxies before the front end whose <c>X-Forwarded-For</c> is believed, separated by commas.</summary>
    public IpRanges TrustedProxies { get; init; } = IpRanges.None;

    /// <summary><c>TALON_ADMIN_EMAIL</c> and <c>TALON_ADMIN_PASSWORD</c>: the operator's login with a password; null for none, or the one that is stored.</summary>
    public OperatorLogin? Admin { get; init; }

    /// <summary>Reads the settings.</summary>
    /// <exception cref="InvalidOperationException">One of them cannot be used; the message says which.</exception>
    public static FunctionsSettings Read(Func<string, string?> setting) => new()
    {
        Finalise = ReadFinalise(setting("TALON_FINALISE")),
        Shards = setting("TALON_SHARDS") is { Length: > 0 } shards ? Checked(() => ShardMap.Parse(shards), "TALON_SHARDS") : ShardMap.Single(ServiceRegistration.Connection),
        ManagementKey = setting("TALON_MANAGEMENT_KEY") is { Length: > 0 } key ? key : null,
        TrustedProxies = Checked(() => IpRanges.Parse(setting("TALON_TRUSTED_PROXIES")), "TALON_TRUSTED_PROXIES"),
        Admin = Checked(() => OperatorLogin.Read(setting("TALON_ADMIN_EMAIL"), setting("TALON_ADMIN_PASSWORD")), "TALON_ADMIN_EMAIL"),
    };

    private static T Checked<T>(Func<T> read, string name)
    {
        try
        {
            return read();
        }
        catch (FormatException exception)
        {
            throw new InvalidOperationException($"{name} cannot be used: {exception.Message}", exception);
        }
    }

    private static FinaliseMode ReadFinalise(string? text) => text switch
    {
        null or "" or "queue" => FinaliseMode.Queue,
        "inline" => FinaliseMode.Inline,
        _ => throw new InvalidOperationException($"TALON_FINALISE is \"queue\" or \"inline\", not \"{text}\"."),
    };
}
