namespace Talon.Promotions;

/// <summary>Makes and revokes Integration API keys.</summary>
public sealed class ApiKeySetup(SetupContext context)
{
    /// <summary>Makes a key of an Application.</summary>
    public async Task<NewKey<ApiKey>> CreateAsync(long applicationId, ApiKeyInput input, Actor actor, CancellationToken cancellation = default)
    {
        var id = await context.NewIdAsync(EntityKinds.ApiKey, cancellation);
        var secret = KeySecret.New(context.Random);
        var key = await context.ApplyAsync(
            configuration =>
            {
                configuration.RequireApplication(applicationId);
                var problems = new ProblemList();
                if (input.Expires <= context.Now)
                    problems.Invalid("\"expires\" is not in the future", "/expires");
                problems.Throw();
                return Decision.Put(EntityKinds.ApiKey, new ApiKey
                {
                    Id = id,
                    ApplicationId = applicationId,
                    Title = input.Title,
                    Expires = input.Expires,
                    Platform = input.Platform,
                    Type = input.Type,
                    TimeOffset = input.TimeOffset,
                    Created = context.Now,
                    CreatedBy = actor.Id,
                    Prefix = KeySecret.PrefixOf(secret),
                    SecretHash = KeySecret.Hash(secret),
                });
            },
            cancellation);
        return new(key, secret);
    }

    /// <summary>Changes all of a key but its secret.</summary>
    public Task<ApiKey> UpdateAsync(long applicationId, long id, ApiKeyInput input, CancellationToken cancellation = default) => context.ApplyAsync(
        configuration =>
        {
            var key = configuration.RequireApiKey(applicationId, id);
            var problems = new ProblemList();
            if (input.Expires <= context.Now && input.Expires != key.Expires)
                problems.Invalid("\"expires\" is not in the future", "/expires");
            problems.Throw();
            return Decision.Put(EntityKinds.ApiKey, key with { Title = input.Title, Expires = input.Expires, Platform = input.Platform, Type = input.Type, TimeOffset = input.TimeOffset });
        },
        cancellation);

    /// <summary>Gives a key a new secret; the old one is refused from now on.</summary>
    public async Task<NewKey<ApiKey>> RotateAsync(long applicationId, long id, CancellationToken cancellation = default)
    {
        var secret = KeySecret.New(context.Random);
        var key = await context.ApplyAsync(
            configuration => Decision.Put(
                EntityKinds.ApiKey, configuration.RequireApiKey(applicationId, id) with { Prefix = KeySecret.PrefixOf(secret), SecretHash = KeySecret.Hash(secret) }),
            cancellation);
        return new(key, secret);
    }

    /// <summary>Revokes a key.</summary>
    public Task DeleteAsync(long applicationId, long id, CancellationToken cancellation = default) => context.ApplyAsync(
        configuration => Decision.Delete(EntityKinds.ApiKey, configuration.RequireApiKey(applicationId, id).Id),
        cancellation);
}
