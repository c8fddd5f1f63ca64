using System.Text;
using System.Text.Json;

namespace Talon.Cli;

/// <summary>The server refused a request.</summary>
/// <param name="status">The status.</param>
/// <param name="message">The summary.</param>
/// <param name="problems">The problems, each with its JSON pointer or parameter.</param>
internal sealed class ServerRefusal(int status, string message, IReadOnlyList<(string Place, string Details)> problems) : Exception(message)
{
    /// <summary>The status.</summary>
    public int Status { get; } = status;

    /// <summary>The problems.</summary>
    public IReadOnlyList<(string Place, string Details)> Problems { get; } = problems;

    /// <summary>Reads the body of a refusal.</summary>
    public static Exception From(int status, byte[] body, string call)
    {
        JsonElement json;
        try
        {
            json = JsonElement.Parse(body);
        }
        catch (JsonException)
        {
            return new CommandException(ExitCodes.Unreachable, $"{call} was answered with {status}, but not as a Talon does. Is the URL right?");
        }

        var message = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("message"u8, out var text) ? text.GetString()! : Encoding.UTF8.GetString(body);
        var problems = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("errors"u8, out var errors) ? errors.EnumerateArray().Select(Read).ToList() : [];
        return status switch
        {
            401 => new CommandException(ExitCodes.Refused, $"{message}. Is the key a management key of this server?"),
            >= 500 => new CommandException(ExitCodes.Unreachable, $"{call} was answered with {status}: {message}"),
            _ => new ServerRefusal(status, message, problems),
        };
    }

    /// <summary>The refusal as the end of a command, a line for each problem.</summary>
    /// <param name="place">Says where a place of the request is for the user.</param>
    public CommandException ToEnd(Func<string, string>? place = null) => new(
        ExitCodes.Refused,
        string.Join(Environment.NewLine, [Message, .. Problems.Select(problem => $"  {place?.Invoke(problem.Place) ?? problem.Place}: {problem.Details}")]));

    private static (string Place, string Details) Read(JsonElement error)
    {
        var source = error.GetProperty("source");
        var place = source.TryGetProperty("pointer"u8, out var pointer) ? pointer : source.TryGetProperty("parameter"u8, out var parameter) ? parameter : default;
        var details = error.TryGetProperty("details"u8, out var text) ? text.GetString()! : error.GetProperty("title").GetString()!;
        return (place.ValueKind == JsonValueKind.String ? place.GetString()! : "", details);
    }
}
