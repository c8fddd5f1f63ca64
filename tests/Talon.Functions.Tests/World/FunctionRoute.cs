using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Talon.Functions.Tests;

/// <summary>The route of an HTTP function, matched as the host does: in the order of the functions' names, and the first that fits wins.</summary>
internal sealed record FunctionRoute(string Function, string Route, AuthorizationLevel Level, MethodInfo Method)
{
    private const string CatchAll = "{*rest}";

    /// <summary>All HTTP functions.</summary>
    public static IReadOnlyList<FunctionRoute> All { get; } =
    [
        .. from method in typeof(HttpFunctions).GetMethods()
           let name = method.GetCustomAttribute<FunctionAttribute>()?.Name
           where name is not null
           let trigger = method.GetParameters()[0].GetCustomAttribute<HttpTriggerAttribute>()!
           select new FunctionRoute(name, trigger.Route!, trigger.AuthLevel, method),
    ];

    private string[] Segments => Route.Split('/');

    /// <summary>The function that answers a path; null for none.</summary>
    public static FunctionRoute? Find(string path) => All.OrderBy(route => route.Function, StringComparer.OrdinalIgnoreCase).FirstOrDefault(route => route.Matches(path));

    private bool Matches(string path)
    {
        var given = path.TrimStart('/').Split('/');
        for (var i = 0; i < Segments.Length; i++)
        {
            if (Segments[i] == CatchAll)
                return true;
            var fits = i < given.Length && (Segments[i] == "{version:length(2)}" ? given[i].Length == 2 : given[i] == Segments[i]);
            if (!fits)
                return false;
        }

        return given.Length == Segments.Length;
    }
}
