using System.Net;

namespace Talon.Promotions;

/// <summary>Changes what is set for the whole account.</summary>
public sealed class AccountSettingsSetup(SetupContext context)
{
    /// <summary>Replaces the addresses that may call; none for any.</summary>
    /// <param name="ranges">Addresses in CIDR form.</param>
    /// <param name="caller">Who asks; it must be among them.</param>
    /// <param name="cancellation">Gives up before the change takes effect, or leaves open whether it does.</param>
    public Task<AccountSettings> AllowAsync(IReadOnlyList<string> ranges, IPAddress? caller, CancellationToken cancellation = default) => context.ApplyAsync(
        configuration =>
        {
            var problems = new ProblemList();
            problems.Ranges(ranges, "/ranges");
            problems.Throw();
            if (ranges.Count > 0 && (caller is null || !IpRanges.Of(ranges).Contain(caller)))
                problems.Invalid($"The address that this request comes from ({caller?.ToString() ?? "unknown"}) would be shut out", "/ranges");
            problems.Throw();
            var before = configuration.AccountSettings.Find(AccountSettings.OnlyId) ?? new AccountSettings();
            return Decision.Put(EntityKinds.AccountSettings, before with { AllowedIpRanges = ranges });
        },
        cancellation);
}
