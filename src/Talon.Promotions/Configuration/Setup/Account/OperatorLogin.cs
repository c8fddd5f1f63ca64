namespace Talon.Promotions;

/// <summary>The operator's login with a password, as a host's settings say it.</summary>
/// <param name="Email">The address.</param>
/// <param name="Password">The password.</param>
public sealed record OperatorLogin(string Email, string Password)
{
    /// <summary>Shortest password.</summary>
    public const int ShortestPassword = 12;

    /// <summary>The login of two settings; null when neither is set.</summary>
    /// <exception cref="FormatException">One of them is missing, or the password is short.</exception>
    public static OperatorLogin? Read(string? email, string? password) => (email, password) switch
    {
        (null or "", null or "") => null,
        (null or "", _) => throw new FormatException("There is a password without an address."),
        (_, null or { Length: < ShortestPassword }) => throw new FormatException($"The password in TALON_ADMIN_PASSWORD does not have {ShortestPassword} characters or more."),
        _ => new(email, password),
    };
}
