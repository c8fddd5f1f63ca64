using System.Text.Json;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>
/// Finds what only stored data can tell of a request whose shape is wrong, so that all its problems are reported at once.
/// </summary>
/// <remarks>
/// The operation runs with every wrong place filled in by something valid, up to where it would store something. What it then
/// complains of, whatever the places are filled with, is wrong with the rest.
/// </remarks>
internal static class Rehearsal
{
    private const int MostFillings = 8;

    /// <summary>Adds the further problems of a call that has some.</summary>
    public static async Task RunAsync(OperationContext context, List<Problem> problems, CancellationToken cancellation)
    {
        var fillings = BodyFillings.Of(context.Operation.Request!, context.Body, problems);
        List<Problem>? found = null;
        foreach (var body in fillings.Bodies(MostFillings))
        {
            if (await TryAsync(context.Rehearsed(body), cancellation) is not { } now)
                continue;
            found = found is null ? [.. now] : [.. found.IntersectBy(now.Select(Identity), Identity)];
            if (found.Count == 0)
                break;
        }

        var parameters = problems.Select(problem => problem.Parameter).OfType<string>().ToHashSet();
        var more = (found ?? []).Where(problem => !fillings.Fills(problem.Pointer) && !parameters.Contains(problem.Parameter ?? ""));
        problems.AddRange(more.Take(Math.Max(0, Findings.MaxProblems - problems.Count)).ToList());
    }

    private static (string Title, string? Pointer, string? Parameter) Identity(Problem problem) => (problem.Title, problem.Pointer, problem.Parameter);

    /// <summary>What is wrong with the call; null when that cannot be told.</summary>
    private static async Task<IReadOnlyList<Problem>?> TryAsync(OperationContext context, CancellationToken cancellation)
    {
        try
        {
            await context.Operation.Handle(context, cancellation);
            return [];
        }
        catch (RehearsalEndedException)
        {
            return [];
        }
        catch (InvalidRequestException refusal)
        {
            return refusal.Problems;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // The request is refused anyhow; a rehearsal that fails has nothing to add.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }
}
