using System.CommandLine;

namespace Talon.Cli;

/// <summary>The options of commands that talk to a server.</summary>
internal sealed class ServerOptions
{
    private const string DefaultUrl = "http://127.0.0.1:9000";
    private readonly Terminal _terminal;
    private readonly Option<string?> _url = new("--url") { Description = $"Where the server is [TALON_URL; default {DefaultUrl}]." };
    private readonly Option<string?> _key = new("--key") { Description = "A key of the Management API [TALON_MANAGEMENT_KEY]." };

    /// <summary>Adds the options to a command.</summary>
    public ServerOptions(Command command, Terminal terminal)
    {
        _terminal = terminal;
        command.Options.Add(_url);
        command.Options.Add(_key);
        command.Options.Add(Json);
    }

    /// <summary>Whether to write JSON.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = "Write the result as JSON." };

    /// <summary>A client of the server that the command line names.</summary>
    public TalonClient Open(ParseResult parsed)
    {
        var key = parsed.GetValue(_key) ?? NotEmpty("TALON_MANAGEMENT_KEY")
            ?? throw new CommandException(ExitCodes.Misused, "No key: say --key, or set TALON_MANAGEMENT_KEY to the management key that the server printed at its first start.");
        return new(Address(parsed), TalonClient.ManagementScheme, key);
    }

    /// <summary>A client of that server with a key of the Integration API.</summary>
    public TalonClient OpenIntegration(ParseResult parsed, string? key) => new(
        Address(parsed),
        TalonClient.IntegrationScheme,
        key ?? NotEmpty("TALON_API_KEY") ?? throw new CommandException(ExitCodes.Misused, "No key of the Integration API: say --api-key, or set TALON_API_KEY."));

    private Uri Address(ParseResult parsed)
    {
        var url = parsed.GetValue(_url) ?? NotEmpty("TALON_URL") ?? DefaultUrl;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new CommandException(ExitCodes.Misused, $"\"{url}\" is not a URL such as {DefaultUrl} or https://talon.example.com.");
        return address;
    }

    private string? NotEmpty(string variable) => _terminal.Environment(variable) is { Length: > 0 } value ? value : null;
}
