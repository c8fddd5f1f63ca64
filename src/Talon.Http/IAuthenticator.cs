using Talon.Promotions;

namespace Talon.Http;

/// <summary>Tells who calls.</summary>
public interface IAuthenticator
{
    /// <summary>Checks the <c>Authorization</c> header; throws <see cref="UnauthorizedException"/> when it does not hold a valid key of that kind.</summary>
    Task<Caller> AuthenticateAsync(string? authorization, Authentication kind, CancellationToken cancellation);
}
