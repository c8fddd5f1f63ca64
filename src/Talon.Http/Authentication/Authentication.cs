namespace Talon.Http;

/// <summary>The key that an operation asks for.</summary>
public enum Authentication
{
    /// <summary>None.</summary>
    None,

    /// <summary>An Integration API key, <c>Authorization: ApiKey-v1 KEY</c>; it selects the Application.</summary>
    IntegrationKey,

    /// <summary>A management key, <c>Authorization: ManagementKey-v1 KEY</c>.</summary>
    ManagementKey,
}
