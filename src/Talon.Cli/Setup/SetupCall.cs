using System.Globalization;
using System.Text.Json;
using Talon.Http;

namespace Talon.Cli;

/// <summary>A folder's set-up on its way to a server.</summary>
internal sealed class SetupCall
{
    private readonly TalonClient _client;
    private readonly string _folder;
    private readonly JoinedSetup _setup;
    private readonly long? _applicationId;
    private readonly bool _prune;

    private SetupCall(TalonClient client, string folder, JoinedSetup setup, long? applicationId, bool prune) =>
        (_client, _folder, _setup, _applicationId, _prune) = (client, folder, setup, applicationId, prune);

    /// <summary>The Application's name.</summary>
    public string Name => _setup.Document["application"]!["name"]!.GetValue<string>();

    /// <summary>Whether there is no such Application yet.</summary>
    public bool Creates => _applicationId is null;

    /// <summary>Reads a folder and finds its Application; one that is named takes the place of the one in the files.</summary>
    public static async Task<SetupCall> OpenAsync(TalonClient client, string folder, string? application, bool prune, CancellationToken cancellation)
    {
        var setup = SetupFolder.Read(folder);
        var settings = setup.Document["application"]!.AsObject();
        var name = application ?? SetupFolder.NameOf(setup) ?? throw new CommandException(ExitCodes.Misused, $"{Path.Combine(folder, SetupFiles.ApplicationFile)}: \"name\", a text, is missing.");
        var found = await Applications.FindAsync(client, name, cancellation);
        settings["name"] = found?.Name ?? name;
        return new(client, folder, setup, found?.Id, prune);
    }

    /// <summary>Asks what would change.</summary>
    public Task<JsonElement> TryAsync(CancellationToken cancellation) => SendAsync("dry=true", cancellation);

    /// <summary>Applies the changes that were shown.</summary>
    public Task<JsonElement> ApplyAsync(JsonElement shown, CancellationToken cancellation) => SendAsync("plan=" + shown.GetProperty("plan").GetString(), cancellation);

    private async Task<JsonElement> SendAsync(string query, CancellationToken cancellation)
    {
        try
        {
            return _applicationId is { } id
                ? await _client.SendJsonAsync(HttpMethod.Put, string.Create(CultureInfo.InvariantCulture, $"/v1/applications/{id}/setup?{query}{(_prune ? "&prune=true" : "")}"), _setup.Document.ToJsonString(), cancellation)
                : await _client.SendJsonAsync(HttpMethod.Post, $"/v1/setup?{query}", _setup.Document.ToJsonString(), cancellation);
        }
        catch (ServerRefusal refusal)
        {
            throw refusal.ToEnd(pointer => SetupFolder.Locate(_folder, _setup, pointer));
        }
    }
}
