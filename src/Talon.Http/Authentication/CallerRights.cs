using Talon.Promotions;

namespace Talon.Http;

/// <summary>Says whether a management key may call an operation.</summary>
internal static class CallerRights
{
    private const string ApplicationParameter = "applicationId";

    /// <summary>Refuses an operation that the key was not made for. A key for some Applications reaches nothing outside of them.</summary>
    public static void Check(OperationContext context)
    {
        var (caller, operation) = (context.Caller, context.Operation);
        if (caller.Endpoints.Count > 0 && !caller.Endpoints.Any(endpoint => endpoint.Method == operation.Method && Shape(endpoint.Path) == Shape(operation.Path)))
            throw new ForbiddenException("The key may not call this operation");
        if (caller.Applications.Count > 0 && !IsInside(context, caller.Applications))
            throw new ForbiddenException("The key may not reach this outside of its applications");
    }

    private static bool IsInside(OperationContext context, IReadOnlyList<long> applications) =>
        context.Operation.Parameters.Any(parameter => parameter is { InPath: true, Name: ApplicationParameter })
        && applications.Contains(context.PathId(ApplicationParameter));

    /// <summary>A path whose parameters have lost their names.</summary>
    private static string Shape(string path) => string.Join('/', path.Split('/').Select(segment => segment.StartsWith('{') ? "{}" : segment));
}
