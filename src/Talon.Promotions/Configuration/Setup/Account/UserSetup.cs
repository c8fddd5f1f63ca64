namespace Talon.Promotions;

/// <summary>Makes sure that the operator can log in with a password.</summary>
public sealed class UserSetup(SetupContext context)
{
    /// <summary>Sets the operator's login. Another password, or another address, ends all sessions of it.</summary>
    public async Task BootstrapAsync(OperatorLogin login, CancellationToken cancellation = default)
    {
        var (email, password) = login;
        var known = (await context.Configurations.GetAsync(cancellation)).Users.Find(User.BootstrapId);
        if (known?.Email == email && PasswordHash.Matches(password, known.PasswordHash))
            return;
        var hash = PasswordHash.Of(password, context.Random);
        await context.ApplyAsync(
            configuration =>
            {
                var user = new User { Id = User.BootstrapId, Email = email, Created = known?.Created ?? context.Now, PasswordHash = hash };
                var ended = configuration.ManagementSessions.Where(session => session.UserId == user.Id).Select(session => ConfigurationChange.Delete(EntityKinds.ManagementSession, session.Id));
                return new Decision<bool>(true, [ConfigurationChange.Put(EntityKinds.User, user), .. ended]);
            },
            cancellation);
    }
}
