namespace Talon.Storage;

/// <summary>Limits that every store enforces alike; those of Azure Table Storage or tighter.</summary>
/// <remarks>
/// Partition and row keys are not empty and made of printable ASCII (0x20 to 0x7E) without <c>/ \ # ? '</c>;
/// the last because not every call of the Tables client escapes it.
/// Queue names are 3 to 63 lower-case letters, digits and single dashes that neither begin nor end the name.
/// <see cref="StorageChecks"/> holds the checks.
/// Source: "Understanding the Table service data model", "Performing entity group transactions" and
/// "Naming queues and metadata", Azure documentation.
/// </remarks>
public static class StorageLimits
{
    /// <summary>Largest body of a row, in bytes: 1 MiB less what key, ETag and chunk names take.</summary>
    public const int MaxBody = 960 * 1024;

    /// <summary>Most changes in one transaction.</summary>
    public const int MaxChanges = 100;

    /// <summary>Largest sum of bodies in one transaction, in bytes: 4 MiB as base64, less the framing of 100 changes.</summary>
    public const int MaxTransaction = 2816 * 1024;

    /// <summary>Longest partition or row key, in characters.</summary>
    public const int MaxKey = 255;

    /// <summary>Most rows in one page.</summary>
    public const int MaxPage = 1000;

    /// <summary>Largest sum of bodies in one page, in bytes.</summary>
    public const int MaxPageBody = MaxTransaction;

    /// <summary>Longest queue name, in characters; a queue that has a poison queue leaves room for its suffix.</summary>
    public const int MaxQueueName = 63;

    /// <summary>Most messages received at once.</summary>
    public const int MaxReceive = 32;

    /// <summary>Largest queue message, in bytes of UTF-8.</summary>
    public const int MaxMessage = 32 * 1024;

    /// <summary>Longest delay or visibility timeout of a message.</summary>
    public static readonly TimeSpan MaxDelay = TimeSpan.FromDays(7);
}
