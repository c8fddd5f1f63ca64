using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Talon.Promotions;

/// <summary>Signs calls, so that the receiver knows who made them and when.</summary>
public static class WebhookSignature
{
    /// <summary>The header that holds the signature.</summary>
    public const string Header = "Talon-Signature";

    /// <summary>The header that names the call; the same at every try.</summary>
    public const string CallHeader = "Talon-Call-Id";

    /// <summary>The signature, as <c>t=SECONDS,v1=HEX</c>: HMAC-SHA256 over the seconds since 1970, a full stop and the body.</summary>
    public static string Of(string secret, DateTimeOffset now, string body)
    {
        var seconds = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{seconds}.{body}"));
        return $"t={seconds},v1={Convert.ToHexStringLower(hash)}";
    }
}
