using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Queues;

namespace Talon.Storage.Azure;

/// <summary>How to reach a storage account: a connection string, or addresses and an identity.</summary>
/// <remarks>
/// The settings follow the convention of Azure Functions, so that a queue trigger and this adapter share them:
/// <c>NAME</c> holds a connection string, or <c>NAME:tableServiceUri</c> and <c>NAME:queueServiceUri</c> hold addresses,
/// <c>NAME:credential</c> is <c>managedidentity</c> and <c>NAME:clientId</c> names a user-assigned identity.
/// </remarks>
public sealed class StorageAccount
{
    private static readonly TimeSpan NetworkTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FirstRetryDelay = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestRetryDelay = TimeSpan.FromSeconds(2);

    private readonly string? _connectionString;
    private readonly Uri? _tables;
    private readonly Uri? _queues;
    private readonly TokenCredential? _credential;

    private StorageAccount(string connectionString) => _connectionString = connectionString;

    private StorageAccount(Uri? tables, Uri? queues, TokenCredential credential)
    {
        _tables = tables;
        _queues = queues;
        _credential = credential;
    }

    /// <summary>An account reached with a connection string, such as the emulator.</summary>
    public static StorageAccount FromConnectionString(string connectionString) => new(connectionString);

    /// <summary>Reads an account from settings; the credential is made, but not used.</summary>
    /// <param name="name">The name of the connection.</param>
    /// <param name="setting">Looks up a setting; the parts of its name are joined by a colon.</param>
    /// <exception cref="InvalidOperationException">The settings name no account.</exception>
    public static StorageAccount FromSettings(string name, Func<string, string?> setting)
    {
        if (setting(name) is { Length: > 0 } connectionString)
            return FromConnectionString(connectionString);
        var tables = Address(setting($"{name}:tableServiceUri"));
        var queues = Address(setting($"{name}:queueServiceUri"));
        if (tables is null && queues is null)
            throw new InvalidOperationException($"No storage account: set {name} to a connection string, or {name}__tableServiceUri and {name}__queueServiceUri to its addresses.");
        return new(tables, queues, Credential(setting($"{name}:credential"), setting($"{name}:clientId")));
    }

    /// <summary>A client of one of its tables; it makes no call.</summary>
    internal TableClient Table(string table)
    {
        var options = new TableClientOptions { RetryPolicy = new TableRetryPolicy(FirstRetryDelay, LongestRetryDelay) };
        options.Retry.NetworkTimeout = NetworkTimeout;
        options.Diagnostics.IsLoggingContentEnabled = false;
        return _connectionString is null
            ? new TableClient(_tables ?? throw Missing("tableServiceUri"), table, _credential!, options)
            : new TableClient(_connectionString, table, options);
    }

    /// <summary>A client of its queues; it makes no call.</summary>
    internal QueueServiceClient Queues()
    {
        var options = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None };
        options.Retry.MaxRetries = TableRetryPolicy.MaxRetries;
        options.Retry.Delay = FirstRetryDelay;
        options.Retry.MaxDelay = LongestRetryDelay;
        options.Retry.NetworkTimeout = NetworkTimeout;
        return _connectionString is null
            ? new QueueServiceClient(_queues ?? throw Missing("queueServiceUri"), _credential!, options)
            : new QueueServiceClient(_connectionString, options);
    }

    private static TokenCredential Credential(string? kind, string? clientId) =>
        string.Equals(kind, "managedidentity", StringComparison.OrdinalIgnoreCase)
            ? new ManagedIdentityCredential(string.IsNullOrEmpty(clientId) ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(clientId))
            : new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = clientId });

    private static Uri? Address(string? text) => string.IsNullOrEmpty(text) ? null : new Uri(text);

    private static InvalidOperationException Missing(string setting) => new($"The storage account has no {setting}.");
}
