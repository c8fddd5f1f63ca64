namespace Talon.Promotions;

/// <summary>Makes sure that the operator has a management key.</summary>
public sealed class ManagementKeySetup(SetupContext context)
{
    /// <summary>A shorter key is easy to guess; it works, and a host says so.</summary>
    public const int ShortestSafeKey = 16;

    private const string BootstrapName = "bootstrap";

    /// <summary>
    /// Sets the bootstrap key to the one that the operator chose. Without a choice, makes one when there is none yet.
    /// Call it when the host starts.
    /// </summary>
    /// <param name="chosen">The key that the operator chose; null for no choice.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The key just made, to be shown once; null when none was made.</returns>
    public async Task<string?> BootstrapAsync(string? chosen, CancellationToken cancellation = default)
    {
        string? made = null;
        await context.ApplyAsync(
            configuration =>
            {
                made = null;
                var existing = configuration.ManagementKeys.Find(ManagementKey.BootstrapId);
                if (chosen is null ? existing is not null : existing is not null && KeySecret.Matches(chosen, existing.SecretHash))
                    return new Decision<bool>(false, []);
                var key = chosen ?? (made = KeySecret.New(context.Random));
                return new Decision<bool>(true, [ConfigurationChange.Put(EntityKinds.ManagementKey, Bootstrap(key))]);
            },
            cancellation);
        return made;
    }

    private ManagementKey Bootstrap(string key) => new()
    {
        Id = ManagementKey.BootstrapId,
        Name = BootstrapName,
        Created = context.Now,
        CreatedBy = ManagementKey.BootstrapId,
        Prefix = KeySecret.PrefixOf(key),
        SecretHash = KeySecret.Hash(key),
    };
}
