namespace Talon.Http;

/// <summary>The formats of strings.</summary>
public enum StringFormat
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A point in time, RFC 3339 with zone.</summary>
    DateTime,

    /// <summary>A UUID in the form of 36 characters.</summary>
    Uuid,
}
