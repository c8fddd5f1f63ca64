namespace Talon.Promotions;

/// <summary>Makes, changes, replaces and revokes management keys. The operator's own is left to the operator.</summary>
public sealed class ManagementKeyEditing(SetupContext context)
{
    /// <summary>Makes a key.</summary>
    public async Task<NewKey<ManagementKey>> CreateAsync(ManagementKeyInput input, Actor actor, CancellationToken cancellation = default)
    {
        var id = await context.NewIdAsync(EntityKinds.ManagementKey, cancellation);
        var secret = KeySecret.New(context.Random);
        var key = await context.ApplyAsync(
            configuration => Decision.Put(EntityKinds.ManagementKey, Fill(configuration, input, new ManagementKey
            {
                Id = id,
                Name = "",
                Created = context.Now,
                CreatedBy = actor.Id,
                Prefix = KeySecret.PrefixOf(secret),
                SecretHash = KeySecret.Hash(secret),
            })),
            cancellation);
        return new(key, secret);
    }

    /// <summary>Changes all of a key but its secret.</summary>
    public Task<ManagementKey> UpdateAsync(long id, ManagementKeyInput input, CancellationToken cancellation = default) => context.ApplyAsync(
        configuration => Decision.Put(EntityKinds.ManagementKey, Fill(configuration, input, Editable(configuration, id))),
        cancellation);

    /// <summary>Gives a key a new secret; the old one is refused from now on.</summary>
    public async Task<NewKey<ManagementKey>> RotateAsync(long id, CancellationToken cancellation = default)
    {
        var secret = KeySecret.New(context.Random);
        var key = await context.ApplyAsync(
            configuration => Decision.Put(
                EntityKinds.ManagementKey, Editable(configuration, id) with { Prefix = KeySecret.PrefixOf(secret), SecretHash = KeySecret.Hash(secret) }),
            cancellation);
        return new(key, secret);
    }

    /// <summary>Revokes a key.</summary>
    public Task DeleteAsync(long id, CancellationToken cancellation = default) => context.ApplyAsync(
        configuration => Decision.Delete(EntityKinds.ManagementKey, Editable(configuration, id).Id),
        cancellation);

    private static ManagementKey Editable(Configuration configuration, long id)
    {
        var key = configuration.RequireManagementKey(id);
        return id == ManagementKey.BootstrapId ? throw new ConflictException("The operator's key is set where the server is started") : key;
    }

    private ManagementKey Fill(Configuration configuration, ManagementKeyInput input, ManagementKey key)
    {
        var problems = new ProblemList();
        if (input.ExpiryDate <= context.Now)
            problems.Invalid("\"expiryDate\" is not in the future", "/expiryDate");
        problems.Applications(configuration, input.AllowedApplicationIds ?? [], "/allowedApplicationIds");
        problems.Throw();
        return key with
        {
            Name = input.Name,
            ExpiryDate = input.ExpiryDate,
            Endpoints = input.Endpoints,
            AllowedApplicationIds = input.AllowedApplicationIds ?? [],
            Disabled = input.Disabled ?? false,
        };
    }
}
