using Talon.Promotions;

namespace Talon.Server;

/// <summary>What is done before the server listens: the management key, and the demo store when asked for.</summary>
internal static class FirstStart
{
    /// <summary>Makes sure of a management key, and prints one that was made.</summary>
    public static async Task PrepareKeyAsync(AccountSetup account, string? chosen, TextWriter output)
    {
        if (chosen?.Length < ManagementKeySetup.ShortestSafeKey)
            await output.WriteLineAsync($"The management key is easy to guess: choose one of {ManagementKeySetup.ShortestSafeKey} characters or more before others can reach the server.");
        if (await account.ManagementKeys.BootstrapAsync(chosen) is { } made)
            await output.WriteLineAsync($"Management key, shown this once: {made}");
    }

    /// <summary>Loads the demo store into an empty account; returns the request to print, or null when something was there.</summary>
    public static async Task<DemoRequest?> LoadDemoAsync(AccountSetup account, CouponService coupons, TimeProvider time, TextWriter output)
    {
        var configuration = await account.Configurations.GetAsync();
        if (configuration.Applications.Count > 0)
        {
            await output.WriteLineAsync("The demo store was not loaded: the data folder is not empty. Choose an empty one with --data.");
            return null;
        }

        return new DemoRequest(await DemoStore.LoadAsync(account, coupons, time.GetUtcNow()));
    }
}
