using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Talon.Promotions;

/// <summary>Makes and checks what is stored of passwords: PBKDF2 with SHA-256, as <c>iterations.salt.hash</c>.</summary>
/// <remarks>The number of iterations is the one that OWASP asks for (Password Storage Cheat Sheet, 2023).</remarks>
public static class PasswordHash
{
    private const int Iterations = 600_000;
    private const int Length = 32;

    /// <summary>What is stored of a password.</summary>
    public static string Of(string password, IRandomSource random)
    {
        var salt = new byte[Length];
        random.Fill(salt);
        return string.Create(CultureInfo.InvariantCulture, $"{Iterations}.{Convert.ToHexStringLower(salt)}.{Convert.ToHexStringLower(Derive(password, salt, Iterations))}");
    }

    /// <summary>Whether a password is the one of a stored hash, in time that does not depend on where they differ.</summary>
    public static bool Matches(string password, string stored)
    {
        var parts = stored.Split('.');
        var derived = Derive(password, Convert.FromHexString(parts[1]), int.Parse(parts[0], CultureInfo.InvariantCulture));
        return CryptographicOperations.FixedTimeEquals(derived, Convert.FromHexString(parts[2]));
    }

    private static byte[] Derive(string password, byte[] salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), salt, iterations, HashAlgorithmName.SHA256, Length);
}
