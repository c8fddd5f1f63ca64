using Talon.Promotions;

namespace Talon.Server;

/// <summary>How the server runs.</summary>
public sealed record ServerSettings
{
    /// <summary>Where it listens.</summary>
    public required IReadOnlyList<ListenAddress> Addresses { get; init; }

    /// <summary>The folder that holds its data; made when it does not exist.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The bootstrap management key; null to keep the stored one, or to make one at the first start.</summary>
    public string? ManagementKey { get; init; }

    /// <summary>Who applies what closing, cancelling, reopening and returning owe.</summary>
    public FinaliseMode Finalise { get; init; }

    /// <summary>Proxies whose word on the caller's address is believed.</summary>
    public IpRanges TrustedProxies { get; init; } = IpRanges.None;

    /// <summary>The operator's login with a password; null for none, or the one that is stored.</summary>
    public OperatorLogin? Admin { get; init; }

    /// <summary>Load the clothing store of the tutorial into an empty data folder.</summary>
    public bool Demo { get; init; }
}
