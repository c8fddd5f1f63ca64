namespace Talon.Promotions;

/// <summary>Logs users in and out.</summary>
public sealed class SessionSetup(SetupContext context)
{
    private const int MostOfAUser = 50;

    /// <summary>How long a token is accepted: about three months.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromDays(90);

    private readonly LoginThrottle _throttle = new(context.Clock);

    // What a login is measured against when nobody has that address, so that it takes as long.
    private readonly Lazy<string> _nobody = new(() => PasswordHash.Of(context.Random.UniqueId(), context.Random));

    /// <summary>Logs a user in; the token is shown this once.</summary>
    /// <exception cref="UnauthorizedException">There is no user of that address and password.</exception>
    /// <exception cref="TooManyRequestsException">Too many logins failed of late, or are under way.</exception>
    public async Task<NewKey<ManagementSession>> CreateAsync(string email, string password, CancellationToken cancellation = default)
    {
        var configuration = await context.Configurations.GetAsync(cancellation);
        var user = configuration.Users.FirstOrDefault(user => user.Email.Equals(email, StringComparison.OrdinalIgnoreCase));
        var right = _throttle.Try(email, () => PasswordHash.Matches(password, user?.PasswordHash ?? _nobody.Value) && user is not null);
        if (!right)
            throw new UnauthorizedException("The login is not known");

        var id = await context.NewIdAsync(EntityKinds.ManagementSession, cancellation);
        var token = KeySecret.New(context.Random);
        var session = new ManagementSession
        {
            Id = id,
            UserId = user!.Id,
            Created = context.Now,
            Expires = context.Now + Life,
            Prefix = KeySecret.PrefixOf(token),
            SecretHash = KeySecret.Hash(token),
        };
        await context.ApplyAsync(before => new Decision<bool>(true, [ConfigurationChange.Put(EntityKinds.ManagementSession, session), .. Outdated(before, user.Id)]), cancellation);
        return new(session, token);
    }

    /// <summary>Ends a session.</summary>
    public Task DeleteAsync(long id, CancellationToken cancellation = default) =>
        context.ApplyAsync(_ => Decision.Delete(EntityKinds.ManagementSession, id), cancellation);

    private IEnumerable<ConfigurationChange> Outdated(Configuration configuration, long userId)
    {
        var surplus = configuration.ManagementSessions.Where(session => session.UserId == userId).Reverse().Skip(MostOfAUser - 1);
        return configuration.ManagementSessions.Where(session => !session.IsValidAt(context.Now)).Union(surplus)
            .Select(session => ConfigurationChange.Delete(EntityKinds.ManagementSession, session.Id));
    }
}
