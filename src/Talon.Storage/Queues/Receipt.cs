using System.Globalization;

namespace Talon.Storage;

/// <summary>What identifies a delivery: its number, and until when it hides the message. A release voids it, and so does the next delivery.</summary>
internal static class Receipt
{
    /// <summary>The receipt.</summary>
    public static string Format(int delivery, long until) => string.Create(CultureInfo.InvariantCulture, $"{delivery}.{until}");

    /// <summary>Reads a receipt; false when it is none.</summary>
    public static bool TryParse(string receipt, out int delivery, out long until)
    {
        until = 0;
        var dot = receipt.IndexOf('.', StringComparison.Ordinal);
        return int.TryParse(receipt.AsSpan(0, Math.Max(dot, 0)), NumberStyles.None, CultureInfo.InvariantCulture, out delivery)
            && long.TryParse(receipt.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out until);
    }
}
