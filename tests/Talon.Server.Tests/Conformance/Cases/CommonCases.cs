using Talon.Http;

namespace Talon.Server.Tests;

/// <summary>The refusals that every operation knows.</summary>
internal static class CommonCases
{
    private static readonly string TooLong = new('x', 1001);

    public static IEnumerable<ConformanceCase> Of(Operation operation)
    {
        var id = operation.Parameters.FirstOrDefault(parameter => parameter.InPath);
        var unread = operation.Request is null ? null : "{}";
        if (operation.Answers.Any(answer => answer.Status == 401))
        {
            yield return new(operation.OperationId, 401, unread) { Caller = static world => world.Shop.With(null) };
            yield return new(operation.OperationId, 401, unread) { Caller = static world => world.Shop.With("ApiKey-v1 unknown") };
        }

        if (operation.Answers.Any(answer => answer.Status == 403))
            yield return new(operation.OperationId, 403, unread) { Caller = static world => world.Elsewhere.Api };
        if (operation.Request is ObjectSchema)
            yield return new(operation.OperationId, 400, "5");
        if (id is not null)
            yield return new(operation.OperationId, 400, unread, Ids: ConformanceCase.Path(id.Name, id.Schema is IntegerSchema ? "none" : TooLong));
    }
}
