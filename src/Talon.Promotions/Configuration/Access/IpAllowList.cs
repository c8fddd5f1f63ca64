using System.Net;

namespace Talon.Promotions;

/// <summary>Says whether an address may call.</summary>
public static class IpAllowList
{
    /// <summary>Refuses an address that the account does not admit. An unknown address is admitted only where any is.</summary>
    /// <exception cref="ForbiddenException">It is not admitted.</exception>
    public static void CheckAccount(Configuration configuration, IPAddress? address) =>
        Check(configuration.AccountSettings.Find(AccountSettings.OnlyId)?.AllowedIpRanges, address);

    /// <summary>Refuses an address that an Application does not admit.</summary>
    /// <exception cref="ForbiddenException">It is not admitted.</exception>
    public static void CheckApplication(Configuration configuration, long applicationId, IPAddress? address) =>
        Check(configuration.Applications.Find(applicationId)?.AllowedIpRanges, address);

    private static void Check(IReadOnlyList<string>? ranges, IPAddress? address)
    {
        if (ranges is { Count: > 0 } && (address is null || !IpRanges.Of(ranges).Contain(address)))
            throw new ForbiddenException("Requests from this address are not allowed");
    }
}
