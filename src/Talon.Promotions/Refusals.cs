namespace Talon.Promotions;

/// <summary>A request that is refused. Nothing was stored.</summary>
public abstract class RefusalException : Exception
{
    /// <summary>Creates the refusal.</summary>
    protected RefusalException(string message, IReadOnlyList<Problem> problems)
        : base(message) => Problems = problems;

    /// <summary>The individual problems; may be empty.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>The Application whose key was used, where the key was refused; null when nobody knows.</summary>
    public long? ApplicationId { get; set; }
}

/// <summary>The request is not valid (400).</summary>
public sealed class InvalidRequestException(IReadOnlyList<Problem> problems, string message = InvalidRequestException.Text)
    : RefusalException(message, problems)
{
    /// <summary>The documented message of a refused request.</summary>
    public const string Text = "The submitted data was invalid";

    /// <summary>A request with a single problem.</summary>
    public InvalidRequestException(Problem problem)
        : this([problem])
    {
    }
}

/// <summary>The key is missing, malformed, unknown, expired, or of the wrong kind (401).</summary>
public sealed class UnauthorizedException(string message = "The API key is missing, unknown or expired")
    : RefusalException(message, []);

/// <summary>What the request names does not exist (404).</summary>
public sealed class NotFoundException(string message)
    : RefusalException(message, []);

/// <summary>The request collides with another one, or with what is there (409).</summary>
public sealed class ConflictException(string message)
    : RefusalException(message, []);

/// <summary>What the request would change is not as the caller saw it (412).</summary>
public sealed class StaleVersionException()
    : RefusalException("Somebody has changed this in the meantime; read it again", []);

/// <summary>The caller is known, or its address is, and may not do this (403).</summary>
public sealed class ForbiddenException(string message)
    : RefusalException(message, []);

/// <summary>There were too many of these (429).</summary>
public sealed class TooManyRequestsException(string message)
    : RefusalException(message, []);
