using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace Talon.Functions.Tests;

/// <summary>The Bicep files, compiled.</summary>
internal static class Template
{
    private static readonly Lazy<JsonElement> Compiled = new(Compile);

    /// <summary>The template.</summary>
    public static JsonElement Root => Compiled.Value;

    /// <summary>All resources of a type, those of modules too.</summary>
    public static IReadOnlyList<JsonElement> Resources(string type) => [.. All(Root).Where(resource => resource.GetProperty("type").GetString() == type && !IsExisting(resource))];

    /// <summary>A variable of one of the modules.</summary>
    public static JsonElement Variable(string name) =>
        Resources("Microsoft.Resources/deployments").Select(module => module.GetProperty("properties").GetProperty("template"))
            .Select(module => module.TryGetProperty("variables", out var variables) && variables.TryGetProperty(name, out var variable) ? variable : default)
            .Single(variable => variable.ValueKind != JsonValueKind.Undefined);

    private static bool IsExisting(JsonElement resource) => resource.TryGetProperty("existing", out var existing) && existing.GetBoolean();

    private static IEnumerable<JsonElement> All(JsonElement template)
    {
        var resources = template.GetProperty("resources");
        var items = resources.ValueKind == JsonValueKind.Array ? resources.EnumerateArray() : resources.EnumerateObject().Select(resource => resource.Value);
        foreach (var resource in items)
        {
            yield return resource;
            if (resource.GetProperty("type").GetString() == "Microsoft.Resources/deployments")
                foreach (var inner in All(resource.GetProperty("properties").GetProperty("template")))
                    yield return inner;
        }
    }

    private static JsonElement Compile()
    {
        var compiler = typeof(Template).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "Bicep").Value!;
        if (OperatingSystem.IsWindows())
            compiler += ".exe";
        else
            File.SetUnixFileMode(compiler, File.GetUnixFileMode(compiler) | UnixFileMode.UserExecute);
        var start = new ProcessStartInfo(compiler, ["build", RepositoryFiles.Find("infra", "main.bicep"), "--stdout"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0 && errors.Length == 0, errors);
        return JsonElement.Parse(output.Result);
    }
}
