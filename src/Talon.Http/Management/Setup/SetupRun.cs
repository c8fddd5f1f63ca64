using Talon.Promotions;

namespace Talon.Http;

/// <summary>A set-up that is being applied.</summary>
/// <param name="batch">Gathers the changes.</param>
/// <param name="actor">Who makes them.</param>
internal sealed class SetupRun(SetupBatch batch, Actor actor)
{
    /// <summary>The Application, once it is known or created.</summary>
    public long ApplicationId { get; set; }

    /// <summary>Who makes the changes.</summary>
    public Actor Actor { get; } = actor;

    /// <summary>The use cases; what they decide is gathered.</summary>
    public AccountSetup Account => batch.Account;

    /// <summary>All that is wrong, with pointers into the document.</summary>
    public List<Problem> Problems { get; } = [];

    /// <summary>The set-up with what was gathered so far.</summary>
    public SetupView View => new(batch.Current, batch.Current.RequireApplication(ApplicationId));

    /// <summary>Does something, and notes why it was refused.</summary>
    /// <param name="pointer">Where it stands in the document.</param>
    /// <param name="toFiles">A pointer into the API's input, as one into the file.</param>
    /// <param name="doAsync">Does it.</param>
    public async Task<bool> TryAsync(string pointer, Func<string, string> toFiles, Func<Task> doAsync)
    {
        try
        {
            await doAsync();
            return true;
        }
        catch (InvalidRequestException refusal)
        {
            Problems.AddRange(refusal.Problems.Select(problem => problem with { Pointer = pointer + toFiles(problem.Pointer ?? "") }));
        }
        catch (RefusalException refusal)
        {
            Problems.Add(new("Invalid", refusal.Message, pointer));
        }

        return false;
    }
}
