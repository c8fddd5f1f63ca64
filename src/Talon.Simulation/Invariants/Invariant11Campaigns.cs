using Talon.Promotions;

namespace Talon.Simulation;

/// <summary>11. No campaign can make a request fail: the broken one of the shop is part of every update, and no update is refused for anything but its state.</summary>
internal sealed class Invariant11Campaigns(World world) : Invariant(world, "Invariant 11, no campaign makes a request fail")
{
    /// <inheritdoc/>
    public override void Answered(Sending sending)
    {
        var fair = sending.Refusal switch
        {
            null or ConflictException or NotFoundException => true,
            InvalidRequestException invalid => invalid.Problems.All(problem => problem.Title is "Invalid state transition" or "maximum" or "Unknown"),
            _ => false,
        };
        if (!fair)
            Violated($"{sending} was refused: {sending.Refusal}");
    }
}
