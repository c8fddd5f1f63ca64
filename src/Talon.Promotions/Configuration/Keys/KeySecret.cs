using System.Security.Cryptography;
using System.Text;

namespace Talon.Promotions;

/// <summary>Makes keys and compares them. A key is a public prefix, a dot and a secret; only its SHA-256 is stored.</summary>
public static class KeySecret
{
    private const int PrefixLength = 10;
    private const int SecretLength = 40;
    private const string PrefixAlphabet = "abcdefghijkmnpqrstuvwxyz23456789";
    private const string SecretAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>A new key; its secret has 238 bits.</summary>
    public static string New(IRandomSource random) =>
        $"{random.Text(PrefixLength, PrefixAlphabet)}.{random.Text(SecretLength, SecretAlphabet)}";

    /// <summary>The part by which a key is found; "" for one that was not made here.</summary>
    public static string PrefixOf(string key) => key.Length > PrefixLength && key[PrefixLength] == '.' ? key[..PrefixLength] : "";

    /// <summary>What is stored of a key.</summary>
    public static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>Whether a key is the one of a stored hash, in time that does not depend on where they differ.</summary>
    public static bool Matches(string key, string hash) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(key)), Encoding.ASCII.GetBytes(hash));
}
