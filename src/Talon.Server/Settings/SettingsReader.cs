using Talon.Promotions;

namespace Talon.Server;

/// <summary>Reads settings from the command line, then from the environment.</summary>
public static class SettingsReader
{
    /// <summary>What <c>--help</c> prints.</summary>
    public const string Help = """
        Talon, a promotion engine.

        Usage: dotnet run --project src/Talon.Server -- [options]

        --urls ADDRESSES        where to listen, separated by semicolons
                                [TALON_URLS; default http://127.0.0.1:9000]
        --data FOLDER           where the data is kept [TALON_DATA; default ./data]
        --management-key KEY    the bootstrap management key; without it one is made
                                at the first start and printed once [TALON_MANAGEMENT_KEY]
        --demo                  load the clothing store of the tutorial into an empty
                                data folder [TALON_DEMO=true]
        --finalise inline|queue who applies redemptions, points and rollbacks: the request
                                before it answers, or the queue [TALON_FINALISE; default inline]
        --trusted-proxies CIDRS proxies whose X-Forwarded-For is believed, separated by commas
                                [TALON_TRUSTED_PROXIES; default none]
        --admin-email EMAIL     login of the Management API beside the key; the password is in
                                TALON_ADMIN_PASSWORD [TALON_ADMIN_EMAIL; default none]
        --help                  print this
        """;

    /// <summary>The settings; null when help was asked for. Throws <see cref="SettingsException"/> for what cannot be used.</summary>
    public static ServerSettings? Read(IReadOnlyList<string> arguments, Func<string, string?> environment)
    {
        string? Variable(string name) => environment(name) is { Length: > 0 } value ? value : null;
        var urls = Variable("TALON_URLS") ?? "http://127.0.0.1:9000";
        var data = Variable("TALON_DATA") ?? "data";
        var managementKey = Variable("TALON_MANAGEMENT_KEY");
        var demo = ReadFlag("TALON_DEMO", Variable("TALON_DEMO") ?? "false");
        var finalise = Variable("TALON_FINALISE") ?? "inline";
        var proxies = Variable("TALON_TRUSTED_PROXIES");
        var admin = Variable("TALON_ADMIN_EMAIL");
        for (var i = 0; i < arguments.Count; i++)
        {
            var (name, inline) = Split(arguments[i]);
            switch (name)
            {
                case "--urls":
                    urls = Value();
                    break;
                case "--data":
                    data = Value();
                    break;
                case "--management-key":
                    managementKey = Value();
                    break;
                case "--demo":
                    demo = inline is null || ReadFlag(name, inline);
                    break;
                case "--finalise":
                    finalise = Value();
                    break;
                case "--trusted-proxies":
                    proxies = Value();
                    break;
                case "--admin-email":
                    admin = Value();
                    break;
                case "--help" or "-h":
                    return null;
                default:
                    throw new SettingsException($"Unknown option \"{arguments[i]}\". Try --help.");
            }

            string Value() => inline ?? (++i < arguments.Count ? arguments[i] : throw new SettingsException($"{name} needs a value. Try --help."));
        }

        return new ServerSettings
        {
            Addresses = [.. urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(ListenAddress.Parse)],
            DataFolder = data,
            ManagementKey = managementKey,
            Demo = demo,
            Finalise = ReadFinalise(finalise),
            TrustedProxies = Checked(() => IpRanges.Parse(proxies), "--trusted-proxies"),
            Admin = Checked(() => OperatorLogin.Read(admin, Variable("TALON_ADMIN_PASSWORD")), "--admin-email"),
        };
    }

    private static (string Name, string? Value) Split(string argument)
    {
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? (argument, null) : (argument[..equals], argument[(equals + 1)..]);
    }

    private static FinaliseMode ReadFinalise(string text) => text switch
    {
        "inline" => FinaliseMode.Inline,
        "queue" => FinaliseMode.Queue,
        _ => throw new SettingsException($"--finalise is inline or queue, not \"{text}\"."),
    };

    private static T Checked<T>(Func<T> read, string name)
    {
        try
        {
            return read();
        }
        catch (FormatException exception)
        {
            throw new SettingsException($"{name} cannot be used: {exception.Message}");
        }
    }

    private static bool ReadFlag(string name, string text) => bool.TryParse(text, out var flag)
        ? flag
        : throw new SettingsException($"{name} is true or false, not \"{text}\".");
}
