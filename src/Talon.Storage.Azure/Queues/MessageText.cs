using System.Text;

namespace Talon.Storage.Azure;

/// <summary>Message texts in the base64 that the Functions queue trigger expects.</summary>
internal static class MessageText
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The text to send.</summary>
    public static string Encode(string body) => Convert.ToBase64String(Encoding.UTF8.GetBytes(body));

    /// <summary>The body that was sent; a text that is not base64 of UTF-8, put there by hand, is taken as it is.</summary>
    public static string Decode(string text)
    {
        try
        {
            return Strict.GetString(Convert.FromBase64String(text));
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            return text;
        }
    }
}
